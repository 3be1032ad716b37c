import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { ask } from "../../src/answering/ask.ts";
import { formatArticleFile } from "../../src/corpus/article-file.ts";
import type { Change, Draft } from "../../src/corpus/changes.ts";
import { Corpus } from "../../src/corpus/corpus.ts";
import { newsArticle } from "./news.ts";

const LIMITS = { articles: 1e6, bytes: 1e12, articleBytes: 1e6 };
const act = { by: "terminal", at: "2026-01-01T00:00:00.000Z" };
const today = "2026-01-01";
const [SERVER, OTHER] = ["111111111111111111", "222222222222222222"];

export type Pause = { readonly what: string; readonly took: number; readonly longest: number };

/** How long the event loop stands still, in milliseconds, while each change of an article of `length` characters is made. */
export async function* pausesOf(length: number): AsyncGenerator<Pause> {
  const folder = await mkdtemp(join(tmpdir(), "pauses-"));
  const corpus = await Corpus.open(folder, { limits: LIMITS, lasting: true });
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const measured = async <T>(what: string, work: () => Promise<T>): Promise<[Pause, T]> => {
    await pause(100);
    loop.reset();
    await pause(20);
    const began = performance.now();
    const result = await work();
    const took = performance.now() - began;
    await pause(50);
    return [{ what, took, longest: loop.max / 1e6 }, result];
  };
  const long = (n: number): Draft => ({ ...newsArticle(n, Math.ceil(length / 110)), url: null });
  const few = (from: number) => Array.from({ length: 300 }, (_, n) => newsArticle(from + n));
  // Warm, as a bot that runs.
  await corpus.addAll(SERVER, few(0), act);
  await corpus.preview(SERVER, { kind: "text", text: long(1_000).body });
  await corpus.add(SERVER, long(1_001), act);
  for (let n = 0; n < 20; n++) ask({ text: `Who spoke about word${n}?`, today }, corpus.scope(SERVER), null);

  const text = long(1_002).body;
  yield (await measured("preview", () => corpus.preview(SERVER, { kind: "text", text })))[0];
  const [added, change] = await measured("add", () => corpus.add(SERVER, long(1_002), act));
  yield added;
  const { id, revision } = idOf(change);
  const { article, reading } = corpus.scope(SERVER).get(id)!;
  const { start, end } = reading.attributions[3]!.spans[0]!;
  const correction = { kind: "speaker", quotation: article.body.slice(start, end), speaker: "Bo Berg" } as const;
  yield (await measured("correct", () => corpus.correct(SERVER, id, correction, act)))[0];
  yield (await measured("edit", () => corpus.edit(SERVER, id, long(1_003), revision, act)))[0];
  yield (await measured("go back", () => corpus.restore(SERVER, id, revision, act)))[0];
  yield (await measured("remove", () => corpus.remove(SERVER, id, null, act)))[0];
  yield (await measured("undo", () => corpus.restore(SERVER, id, null, act)))[0];
  let seen: () => void;
  const noticed = new Promise<void>((resolve) => {
    seen = resolve;
  });
  await corpus.watch(() => seen());
  const dropped = formatArticleFile(long(1_004));
  const drop = async () => {
    await writeFile(join(folder, SERVER, "dropped.md"), dropped);
    await noticed;
  };
  yield (await measured("a file dropped", drop))[0];
  const [exported, archive] = await measured("export", () => corpus.export(SERVER));
  yield exported;
  if ("bytes" in archive) yield (await measured("import", () => corpus.addArchive(OTHER, archive.bytes, act)))[0];
  yield (await measured("300 in bulk", () => corpus.addAll(SERVER, few(10_000), act)))[0];
  await corpus.close();
  await rm(folder, { recursive: true });
}

function idOf(change: Change): { id: string; revision: string } {
  if (change.kind !== "done") throw new Error(change.message);
  return { id: change.article.id, revision: change.revision };
}
