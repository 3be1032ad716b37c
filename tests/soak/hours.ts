import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Conversations } from "../../src/conversation/memory.ts";
import { Corpus } from "../../src/corpus/corpus.ts";
import { Activity } from "../../src/discord/activity.ts";
import { answerQuestion } from "../../src/discord/answering.ts";
import type { Services } from "../../src/discord/command.ts";
import { makeCall } from "../../src/discord/dispatch.ts";
import { createLog } from "../../src/discord/log.ts";
import { Pending } from "../../src/discord/pending.ts";
import { Questions } from "../../src/discord/questions.ts";
import { RateLimit } from "../../src/discord/rate-limit.ts";
import { article, random } from "./traffic.ts";

const SERVERS = 50;

export type HoursReport = {
  readonly questions: number;
  readonly members: number;
  /** Megabytes of heap after a collection, at the tenths of the run. */
  readonly heap: readonly number[];
  /** From the middle of the run (all tables are full by then) to its end, in percent. */
  readonly growth: number;
  readonly questionsFileMegabytes: number;
};

/** Months of questions in minutes, without the wire: what is remembered about them stays bounded. */
export async function hours(questions: number, members: number): Promise<HoursReport> {
  const collect = globalThis.gc;
  if (collect === undefined) throw new Error("Start node with --expose-gc.");
  const folder = mkdtempSync(join(tmpdir(), "verbatim-hours-"));
  try {
    const corpus = await Corpus.open(folder);
    for (let i = 0; i < 3; i++) {
      const published = { value: "2022-01-17", basis: "stated" } as const;
      const draft = { ...article(i), publisher: "The Quay", url: null, author: null, published };
      await corpus.add(null, draft, { by: "1", at: "2022-02-01T00:00:00.000Z" });
    }
    let now = Date.parse("2022-02-01T00:00:00Z");
    const questionsFile = join(folder, ".index", "questions.jsonl");
    const services = {
      corpus,
      conversations: new Conversations(),
      questions: new Questions(questionsFile),
      pending: new Pending(join(folder, ".index", "pending")),
      activity: new Activity(new Date(now)),
      readAttachment: async () => ({ refused: "There are no files here." }),
      now: () => new Date(now),
      log: createLog("silent"),
    } as Services;
    const limit = new RateLimit(1000);
    const draw = random(5);
    const heap: number[] = [];
    for (let i = 1; i <= questions; i++) {
      now += 20;
      const server = String(100_000_000_000_000_000n + BigInt(i % SERVERS));
      const member = String(200_000_000_000_000_000n + BigInt(Math.floor(draw() * members)));
      limit.take(`${server}:${member}`, now);
      const call = makeCall({ server, channel: "300000000000000000", member }, false, services);
      // Each question another one, as people ask: the tables of questions and conversations fill.
      const text = draw() < 0.3 ? `and about pier ${i}?` : `what did Caldera say about crane ${i}`;
      answerQuestion({ text, today: call.today }, call, services, false);
      if (i % Math.floor(questions / 10) !== 0) continue;
      // Lets the loop turn, so that what waits for it is freed too.
      await new Promise((resolve) => setImmediate(resolve));
      collect();
      heap.push(process.memoryUsage().heapUsed / 2 ** 20);
    }
    const middle = heap[Math.floor(heap.length / 2)]!;
    return {
      questions,
      members,
      heap: heap.map((megabytes) => Math.round(megabytes * 10) / 10),
      growth: Math.round((heap.at(-1)! / middle - 1) * 1000) / 10,
      questionsFileMegabytes: Math.round((statSync(questionsFile).size / 2 ** 20) * 10) / 10,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
