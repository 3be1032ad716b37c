import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { formatArticleFile } from "../../src/corpus/article-file.ts";
import { Double, type Exchange } from "../discord/double/double.ts";
import { BotProcess } from "./bot-process.ts";
import { createSpoil, TROUBLES } from "./faults.ts";
import type { Memory } from "./tell-memory.ts";
import { article, Neighbourhood, random } from "./traffic.ts";

export type SoakOptions = {
  readonly interactions: number;
  readonly perSecond: number;
  readonly servers: number;
  /** Milliseconds from one trouble to the next; `null`: Discord behaves. */
  readonly troubleEveryMs: number | null;
  readonly seed: number;
};

export type SoakReport = {
  readonly interactions: number;
  readonly answered: number;
  /** Bodies that Discord would refuse, and interactions acknowledged twice, as the double puts it. */
  readonly refused: readonly string[];
  readonly answeredTwice: number;
  /** Unanswered although nothing stood in the way. */
  readonly lost: number;
  /** Unanswered because Discord gave the bot the interaction too late to be answered, or not at all. */
  readonly lostToDiscord: number;
  readonly troubles: Readonly<Record<string, number>>;
  /** Milliseconds to the first acknowledgement of those that no trouble touched. */
  readonly ackP50: number;
  readonly ackP99: number;
  readonly articlesAcknowledged: number;
  readonly articlesMissing: readonly string[];
  /** Of the bot's own process, after a collection: at the start and after each quarter. */
  readonly megabytes: readonly Memory[];
  /** Milliseconds, of the bot's own process. */
  readonly eventLoopP99: number;
  readonly status: number | null;
  readonly errors: readonly string[];
};

/** Lets many servers use the bot at once while Discord misbehaves, and counts what became of it. */
export async function soak(options: SoakOptions): Promise<SoakReport> {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-soak-"));
  const double = await new Double().start();
  // So short that a silent connection is noticed while it matters.
  double.gateway.heartbeatInterval = 1_000;
  const draw = random(options.seed);
  const neighbourhoods = Array.from({ length: options.servers }, (_, i) => new Neighbourhood(double, i, draw));
  for (let i = 0; i < 40; i++) put(folder, `shared-${i}`, article(i));
  for (const { id } of neighbourhoods) mkdirSync(join(folder, id), { recursive: true });
  const bot = new BotProcess(double.api, folder);
  try {
    await bot.ready();
    const megabytes = [inMegabytes(await bot.memory())];
    await bot.metrics();
    const victims = new Set<string>();
    const troubles: Record<string, number> = {};
    const interruptions: { from: number; to: number; isSessionLost: boolean }[] = [];
    const spoil = createSpoil(double, victims);
    let next = 0;
    const startTrouble = () =>
      options.troubleEveryMs === null
        ? undefined
        : setInterval(() => {
            // One trouble at a time, so that each is known by what it did.
            if (!double.gateway.isConnected) return;
            const { name, begin } = TROUBLES[next++ % TROUBLES.length]!;
            troubles[name] = (troubles[name] ?? 0) + 1;
            const { resumes, identifies } = double.gateway;
            begin(double, spoil);
            if (!/op|socket|close|zombie/.test(name)) return;
            const interruption = { from: Date.now() - 100, to: Number.POSITIVE_INFINITY, isSessionLost: false };
            interruptions.push(interruption);
            const watch = setInterval(() => {
              if (double.gateway.resumes + double.gateway.identifies === resumes + identifies) return;
              interruption.to = Date.now() + 100;
              interruption.isSessionLost = double.gateway.identifies > identifies;
              clearInterval(watch);
            }, 5);
          }, options.troubleEveryMs);
    // The first answer in each server takes longer; nobody sends a hundred a second to a bot just started.
    for (const neighbourhood of neighbourhoods) await neighbourhood.next()();
    const begun: Promise<unknown>[] = [];
    const trouble = startTrouble();
    const started = performance.now();
    while (double.exchanges.size < options.interactions) {
      const due = ((performance.now() - started) / 1000) * options.perSecond;
      while (double.exchanges.size < Math.min(due, options.interactions)) {
        const step = neighbourhoods[Math.floor(draw() * neighbourhoods.length)]!.next();
        // A step that gets no answer is found among the exchanges below.
        begun.push(step().catch(() => {}));
      }
      if (double.exchanges.size >= (options.interactions * megabytes.length) / 4 && megabytes.length < 4) {
        megabytes.push(inMegabytes(await bot.memory()));
      }
      await wait(5);
    }
    clearInterval(trouble);
    await Promise.race([Promise.all(begun), wait(8_000)]);

    const exchanges = [...double.exchanges.values()];
    const during = ({ created }: Exchange) => interruptions.filter(({ from, to }) => created >= from && created <= to);
    const open = exchanges.filter(({ settled }) => !settled);
    // A new session gets nothing of the old one; what a resumed one gets so late has less than a second left.
    const byDiscord = open.filter((exchange) =>
      during(exchange).some(({ to, isSessionLost }) => isSessionLost || to - exchange.created > 2_000),
    );
    const acks = exchanges
      .filter((exchange) => !victims.has(exchange.token) && during(exchange).length === 0)
      .flatMap(({ acknowledgedAfter }) => acknowledgedAfter ?? [])
      .sort((a, b) => a - b);
    const atEnd = await bot.metrics();
    megabytes.push(inMegabytes(await bot.memory()));
    const status = await bot.end("SIGTERM");
    const stored = new Set(neighbourhoods.flatMap(({ id }) => titlesIn(join(folder, id))));
    const acknowledged = neighbourhoods.flatMap((neighbourhood) => neighbourhood.acknowledged);
    const { problems } = double.rest;
    return {
      interactions: exchanges.length,
      answered: exchanges.length - open.length,
      refused: problems,
      answeredTwice: problems.filter((problem) => problem.includes("twice")).length,
      lost: open.length - byDiscord.length,
      lostToDiscord: byDiscord.length,
      troubles,
      ackP50: acks[Math.floor(acks.length * 0.5)] ?? 0,
      ackP99: acks[Math.floor(acks.length * 0.99)] ?? 0,
      articlesAcknowledged: acknowledged.length,
      articlesMissing: acknowledged.filter((title) => !stored.has(title)),
      megabytes,
      eventLoopP99: atEnd("verbatim_nodejs_eventloop_lag_p99_seconds") * 1000,
      status,
      errors: bot.logged.filter(({ level }) => level >= 50).map(({ msg, err }) => `${msg}: ${(err as Error)?.message}`),
    };
  } finally {
    await bot.end("SIGKILL");
    await double.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function inMegabytes({ heapUsed, external, arrayBuffers, rss }: Memory): Memory {
  const round = (bytes: number) => Math.round(bytes / 2 ** 18) / 4;
  return { heapUsed: round(heapUsed), external: round(external), arrayBuffers: round(arrayBuffers), rss: round(rss) };
}

/** Puts an article file into the corpus before the bot starts. */
export function put(folder: string, slug: string, { title, body }: { title: string; body: string }): void {
  const published = { value: "2022-01-17", basis: "stated" } as const;
  const draft = { title, body, publisher: "The Quay", url: null, author: null, published };
  writeFileSync(join(folder, `${slug}.md`), formatArticleFile(draft));
}

/** The titles of the article files in a folder. */
export function titlesIn(folder: string): string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".md"));
  return files.flatMap((name) => /^title: "?(.*?)"?$/m.exec(readFileSync(join(folder, name), "utf8"))?.[1] ?? []);
}
