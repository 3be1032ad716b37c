import { availableParallelism, loadavg } from "node:os";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import { parseArgs } from "node:util";
import MiniSearch from "minisearch";
import { ask } from "../../src/answering/ask.ts";
import { LONGEST_QUOTE, verify } from "../../src/answering/verify.ts";
import { Library } from "../../src/corpus/library.ts";
import { renderAnswer } from "../../src/discord/render/answer.ts";
import { renderTimeline } from "../../src/discord/render/timeline.ts";
import { renderVerdict } from "../../src/discord/render/verdict.ts";
import type { Holding } from "../../src/holding.ts";
import { textOf } from "../../src/span.ts";
import { type TimelineRequest, timelineInTurns } from "../../src/timeline/timeline.ts";
import { News, TEMPLATES } from "./news.ts";

/**
 * `npm run bench [-- --short] [-- --sizes 10000,100000 --questions 300]`: the whole of `/ask` (understanding,
 * candidates, ranking, rendering) against a search of stock MiniSearch, question by question in turn, in one process;
 * then how long ours alone keeps everything else waiting with each command. A few minutes, nearly all of them MiniSearch's.
 */
const { values } = parseArgs({
  options: { short: { type: "boolean" }, sizes: { type: "string" }, questions: { type: "string" } },
});
const sizes = (values.sizes ?? (values.short ? "2000" : "10000,100000")).split(",").map(Number);
const questions = Number(values.questions ?? (values.short ? 100 : 300));
/** Ours is asked more of them alone: MiniSearch would take half an hour. */
const ALONE = values.short ? 200 : 2000;

/** Articles added one by one. */
const MORE = 20;
const TODAY = "2024-06-01";
const SHOWN = { key: "bench", owner: "1", page: 0, order: "best", isPrivate: false } as const;

type Sentence = { readonly id: string; readonly text: string };

console.log(`${questions} questions at each size for both, in turn; made from:\n  ${TEMPLATES.join("\n  ")}`);
for (const size of sizes) await bench(size);
const [load = 0] = loadavg();
console.log(
  `\nload average ${load.toFixed(1)} on ${availableParallelism()} cores; with more than one for each, compare the ratios alone`,
);

async function bench(size: number): Promise<void> {
  const news = new News();
  const holdings = [...news.holdings(size + 2 * MORE * 20)];
  const added = holdings.splice(size / 20);
  const more = added.splice(MORE);
  const asked = news.questions(questions);
  // Both sides are given the same sentences, already cut.
  const sentences = holdings.map(sentencesOf);
  const ours = await build(async () => {
    const library = new Library();
    library.put(...holdings);
    // As the bot does before it connects.
    await library.prepare();
    return library;
  });
  const askOurs = (text: string) => {
    const scope = ours.made.scope(null);
    const request = { text, today: TODAY };
    return renderAnswer(ask(request, scope, null), request, SHOWN, scope);
  };
  // Before MiniSearch is there: its gigabyte would make every collection of garbage longer.
  const firstAsk = time(() => askOurs(asked[0]!));
  const alone = news.questions(ALONE);
  const blocked = {
    [`/ask, ${ALONE} questions`]: await eventLoop(alone, askOurs),
    "/ask, 200 of common words, days, people": await eventLoop(news.wideQuestions(200), askOurs),
    "/verify, 200 quotations": await eventLoop(quotations(holdings, 200), (quote) => {
      const scope = ours.made.scope(null);
      return renderVerdict(verify({ quote }, scope), { quote }, SHOWN, scope);
    }),
    "/timeline, 20 requests": await eventLoop(timelines(holdings, 20), async (request) =>
      renderTimeline(await timelineInTurns(request, ours.made.scope(null)), request, SHOWN),
    ),
    [`adding an article, then /ask, ${MORE}`]: await eventLoop(more, (holding) => {
      ours.made.put(holding);
      return askOurs(alone[0]!);
    }),
  };
  const stock = await build(() => {
    const engine = new MiniSearch<Sentence>({ fields: ["text"] });
    for (const document of sentences) engine.addAll(document);
    return engine;
  });
  const first = [firstAsk, time(() => stock.made.search(asked[0]!))] as const;
  for (const question of asked.slice(0, 20)) [askOurs(question), stock.made.search(question)];
  const [mine, theirs]: [number[], number[]] = [[], []];
  for (const [i, question] of asked.entries()) {
    const turns = [
      () => mine.push(time(() => askOurs(question))),
      () => theirs.push(time(() => stock.made.search(question))),
    ];
    for (const turn of i % 2 === 0 ? turns : turns.reverse()) turn();
    await setImmediate();
  }
  const adding = added.map(
    (holding) =>
      [
        time(() => {
          ours.made.put(holding);
          ours.made.scope(null);
        }),
        time(() => stock.made.addAll(sentencesOf(holding))),
      ] as const,
  );
  console.log(
    `\n${size} sentences${" ".repeat(18 - String(size).length)}${["ours", "MiniSearch 7.2", "theirs / ours"].map((head) => head.padStart(16)).join("")}`,
  );
  row("build, s", ours.seconds, stock.seconds);
  row("memory, bytes a sentence", ours.bytes / size, stock.bytes / size);
  row("cold start to first answer, s", ours.seconds + first[0] / 1000, stock.seconds + first[1] / 1000);
  for (const part of [0.5, 0.99, 1]) {
    row(part === 1 ? "ask max, ms" : `ask p${part * 100}, ms`, percentile(mine, part), percentile(theirs, part));
  }
  row(
    "adding one article p50, ms",
    percentile(
      adding.map(([time]) => time),
      0.5,
    ),
    percentile(
      adding.map(([, time]) => time),
      0.5,
    ),
  );
  console.log("  event loop blocked at most by ours (resolution 1 ms), ms");
  for (const [name, ms] of Object.entries(blocked)) console.log(`    ${name.padEnd(40)}${ms.toFixed(0).padStart(12)}`);
}

/** Quotations to check: as they stand, with a word changed, two articles mixed, and as long as may be. */
function quotations(holdings: readonly Holding[], count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const { body } = holdings[(i * 37) % holdings.length]!.article;
    const sentence = body.slice(0, body.indexOf("."));
    const other = holdings[(i * 41 + 1) % holdings.length]!.article.body;
    const kinds = [
      sentence,
      sentence.replace(/\w{6,}/, "zebra"),
      `${sentence} ${other.slice(0, 200)}`,
      body.slice(0, LONGEST_QUOTE),
    ];
    return kinds[i % kinds.length]!;
  });
}

/** Timelines of everything, of a stretch of time, of a speaker, on a topic. */
function timelines(holdings: readonly Holding[], count: number): TimelineRequest[] {
  return Array.from({ length: count }, (_, i) => {
    const { reading, article } = holdings[(i * 37) % holdings.length]!;
    const speaker = reading.people[0]?.name ?? "nobody";
    const kinds = [{}, { since: "2015", until: "2016" }, { speaker }, { topic: article.title }];
    return { ...kinds[i % kinds.length], today: TODAY };
  });
}

/** The longest the event loop stands still while `work` is done on one after the other, ms. */
async function eventLoop<Item>(items: readonly Item[], work: (item: Item) => unknown): Promise<number> {
  // As a bot that has run for a while.
  for (const item of items.slice(0, 10)) await work(item);
  globalThis.gc?.();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  for (const item of items) {
    await work(item);
    await setImmediate();
  }
  delay.disable();
  return delay.max / 1e6;
}

async function build<Made>(make: () => Made | Promise<Made>): Promise<{ made: Made; seconds: number; bytes: number }> {
  globalThis.gc?.();
  const before = process.memoryUsage();
  const start = performance.now();
  const made = await make();
  const seconds = (performance.now() - start) / 1000;
  globalThis.gc?.();
  const after = process.memoryUsage();
  return { made, seconds, bytes: after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers };
}

function sentencesOf({ article, reading }: Holding): Sentence[] {
  return reading.sentences.map((span, i) => ({ id: `${article.id}#${i}`, text: textOf(article.body, span) }));
}

/** How long `work` takes, ms. */
function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function percentile(times: readonly number[], part: number): number {
  return [...times].sort((a, b) => a - b)[Math.ceil(times.length * part) - 1] ?? 0;
}

function row(name: string, mine: number, theirs: number): void {
  const cells = [mine.toPrecision(3), theirs.toPrecision(3), (theirs / mine).toFixed(1)];
  console.log(`  ${name.padEnd(38)}${cells.map((cell) => cell.padStart(16)).join("")}`);
}
