// `npm run measure`: what adding and starting cost. Figures are of this machine; the ratios are what counts.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { ask } from "../../src/answering/ask.ts";
import { formatArticleFile } from "../../src/corpus/article-file.ts";
import type { Draft } from "../../src/corpus/changes.ts";
import { Corpus } from "../../src/corpus/corpus.ts";
import { DISK } from "../../src/corpus/durable.ts";
import { ScopeFolder } from "../../src/corpus/scope-folder.ts";
import { newsArticle } from "./news.ts";
import { pausesOf } from "./pauses.ts";

const ARTICLES = Number(process.argv[2] ?? 5_000);
const LONG = 100_000;
const act = { by: "terminal", at: "2026-01-01T00:00:00.000Z" };
const server = "111111111111111111";
const limits = { articles: 1e6, bytes: 1e12, articleBytes: 1e6 };
const today = "2026-01-01";

await measure();

/** A start up to the first answer, in a process of its own. */
async function timedStart(folder: string): Promise<number> {
  const start = fileURLToPath(new URL(`./start${extname(import.meta.url)}`, import.meta.url));
  const began = performance.now();
  const process = spawn(execPath, [start, folder, server], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(process, "close");
  await Promise.race([once(process.stdout, "data"), ended]);
  const took = performance.now() - began;
  if ((await ended)[0] !== 0) throw new Error("the start failed");
  return took;
}

async function measure(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "measure-"));
  const drafts = Array.from({ length: ARTICLES }, (_, n) => newsArticle(n));
  const nlp = winkNLP(model);
  nlp.readDoc(drafts[0]!.body);
  const timedWink = () => {
    const began = performance.now();
    for (const { body } of drafts) nlp.readDoc(body);
    return performance.now() - began;
  };
  const before = timedWink();

  const written = await mkdtemp(join(tmpdir(), "measure-"));
  const writing = await writeAlone(drafts, written);
  print("writing the files alone", `${writing.toFixed(0)} ms`);

  const corpus = await Corpus.open(folder, { limits, lasting: true });
  const pauses = monitorEventLoopDelay({ resolution: 1 });
  pauses.enable();
  let began = performance.now();
  const done = await corpus.addAll(server, drafts, act);
  const bulk = performance.now() - began;
  const longest = pauses.max;
  // Before and after: the speed of a shared machine swings within a minute.
  const after = timedWink();
  const wink = (before + after) / 2;
  print("wink-nlp alone, its full pipeline", `${before.toFixed(0)} ms before, ${after.toFixed(0)} ms after`);
  print(
    `${done.filter(({ kind }) => kind === "done").length} articles in bulk`,
    `${bulk.toFixed(0)} ms, ${((bulk - writing) / wink).toFixed(2)} x wink-nlp beside the writing, longest pause ${ms(longest)}`,
  );

  // Warm, as a bot that runs; then one article at a time.
  for (let n = 0; n < 20; n++) ask({ text: `Who spoke about word${n}?`, today }, corpus.scope(server), null);
  const waits: number[] = [];
  let found = 0;
  pauses.reset();
  for (let n = 0; n < 50; n++) {
    const draft = newsArticle(1_000_000 + n);
    await new Promise((resolve) => setTimeout(resolve, 20));
    began = performance.now();
    const change = await corpus.add(
      server,
      { ...draft, body: `Kim Quist said on 3 May 2024 that the zebra${n} was found. ${draft.body}` },
      act,
    );
    const hits = corpus.scope(server).index.search(`zebra${n}`, 1);
    const answer = ask({ text: `When was the zebra${n} found?`, today }, corpus.scope(server), null);
    waits.push(performance.now() - began);
    if (change.kind === "done" && hits[0]?.article === change.article.id && answer.kind === "passages") found++;
  }
  waits.sort((a, b) => a - b);
  print(
    `${found} of 50 added and answered at once`,
    `median ${waits[25]!.toFixed(0)} ms, longest ${waits[49]!.toFixed(0)} ms, longest pause ${ms(pauses.max)}`,
  );
  await corpus.close();

  for await (const { what, took, longest } of pausesOf(LONG)) {
    print(`${LONG} characters: ${what}`, `${took.toFixed(0)} ms, longest pause ${longest.toFixed(0)} ms`);
  }

  await rm(join(folder, ".index"), { recursive: true });
  const first = await timedStart(folder);
  const second = await timedStart(folder);
  print("first start to the first answer", `${first.toFixed(0)} ms`);
  print("second start to the first answer", `${second.toFixed(0)} ms, ${(second / first).toFixed(3)} of the first`);
  await rm(folder, { recursive: true });
  // Not before: for minutes ext4 looks past each deleted file whenever it makes another one, which takes it seconds.
  await rm(written, { recursive: true });
}

async function writeAlone(drafts: readonly Draft[], path: string): Promise<number> {
  const folder = new ScopeFolder(DISK, path);
  const began = performance.now();
  for (let at = 0; at < drafts.length; at += 50) {
    await folder.create(
      drafts.slice(at, at + 50).map((draft, i) => ({ slug: `x${at + i}`, bytes: formatArticleFile(draft) })),
    );
    await folder.append(".history.jsonl", "x".repeat(10_000));
  }
  return performance.now() - began;
}

function ms(nanoseconds: number): string {
  return `${(nanoseconds / 1e6).toFixed(0)} ms`;
}

function print(what: string, figure: string): void {
  console.log(`${what.padEnd(42)} ${figure}`);
}
