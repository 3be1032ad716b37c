import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArticleBytes } from "../../src/corpus/article-file.ts";
import { Corpus } from "../../src/corpus/corpus.ts";
import { parseCorrections } from "../../src/corpus/corrections-file.ts";
import { DISK, readIfThere } from "../../src/corpus/durable.ts";
import { numbers } from "../corpus/news.ts";
import { type Done, QUOTATION, SERVER, type Told } from "./told.ts";

/** An article as the test expects it: the word that names its version, the speaker it was corrected to, and whether it is there. */
type Expected = { readonly word: string; readonly speaker: string | null; readonly removed: boolean };

export type Tally = { runs: number; acknowledged: number; halfway: number; kept: number; leftovers: number };

/**
 * Kills a process that changes a corpus, `runs` times at random points, over one folder that grows; after each kill
 * opens it as the next start would. Throws at the first acknowledged change that is lost, the first unacknowledged one
 * that is there in part, the first file that cannot be read.
 */
export async function crash(runs: number, seed: number): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), "crash-"));
  const next = numbers(seed);
  const tally: Tally = { runs: 0, acknowledged: 0, halfway: 0, kept: 0, leftovers: 0 };
  let expected: ReadonlyMap<string, Expected> = new Map();
  let history = 0;
  for (; tally.runs < runs; tally.runs++) {
    const told = await runAndKill(folder, seed + tally.runs, next);
    let before: ReadonlyMap<string, Expected> = expected;
    let pending: Told | null = null;
    for (const line of told) {
      if (line.kind === "begin") pending = line;
      if (line.kind !== "done") continue;
      before = apply(before, line);
      pending = null;
      tally.acknowledged++;
      history++;
    }
    const corpus = await Corpus.open(folder);
    tally.leftovers += corpus.notes.length;
    const found = await stateOf(corpus);
    const where = `run ${tally.runs} (seed ${seed + tally.runs})`;
    if (corpus.problems().length > 0) throw new Error(`${where}: ${JSON.stringify(corpus.problems())}`);
    if (!same(found, before)) {
      const after = pending === null ? null : applyPending(before, pending, found);
      if (after === null || !same(found, after)) {
        throw new Error(`${where}: ${JSON.stringify({ pending, expected: [...before], found: [...found] })}`);
      }
      tally.kept++;
    }
    if (pending !== null) tally.halfway++;
    const lines = (await corpus.history(SERVER)).length + (await corpus.history(null)).length;
    if (lines < history) throw new Error(`${where}: ${history} acknowledged, ${lines} in the history`);
    history = lines;
    await allFilesReadable(folder);
    await corpus.close();
    expected = found;
  }
  await rm(folder, { recursive: true });
  return tally;
}

/** Lets the process change the corpus for a random while; gives what it told. */
async function runAndKill(folder: string, seed: number, next: (below: number) => number): Promise<Told[]> {
  const path = import.meta.url.endsWith(".ts") ? "../../dist/tests/crash/changer.js" : "./changer.js";
  const child = spawn(process.execPath, [fileURLToPath(new URL(path, import.meta.url)), folder, String(seed)]);
  let out = "";
  let errors = "";
  child.stderr.on("data", (bytes) => (errors += String(bytes)));
  const opened = new Promise<void>((resolve) => {
    child.stdout.on("data", (bytes) => {
      out += String(bytes);
      resolve();
    });
    child.on("exit", () => resolve());
  });
  await opened;
  await pause(next(500));
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  if (child.exitCode !== null) throw new Error(`the process ended by itself: ${errors}`);
  child.kill("SIGKILL");
  await ended;
  // The last line may be cut off by the kill: then it was never told.
  return out
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Told);
}

function apply(state: ReadonlyMap<string, Expected>, told: Done): Map<string, Expected> {
  const next = new Map(state);
  const now = state.get(told.id) ?? { word: "", speaker: null, removed: false };
  switch (told.change) {
    case "remove":
    case "restore":
      return next.set(told.id, { ...now, removed: told.change === "remove" });
    case "correct":
      return next.set(told.id, { ...now, speaker: told.word });
    default:
      return next.set(told.id, { ...now, word: told.word, removed: false });
  }
}

/** The state when the change that was begun took place after all; an added article is known by its word. */
function applyPending(
  state: ReadonlyMap<string, Expected>,
  told: Told,
  found: ReadonlyMap<string, Expected>,
): ReadonlyMap<string, Expected> | null {
  if (told.kind !== "begin") return null;
  if (told.change !== "add") return apply(state, { ...told, kind: "done" });
  const added = [...found].find(([, { word }]) => word === told.word);
  return added === undefined ? null : apply(state, { kind: "done", change: "add", id: added[0], word: told.word });
}

/** What the corpus shows; memory, index and files must agree on it. */
async function stateOf(corpus: Corpus): Promise<Map<string, Expected>> {
  const state = new Map<string, Expected>();
  for (const server of [SERVER, null]) {
    const scope = corpus.scope(server);
    for (const { article } of scope.holdings) {
      const word = /of (word\d+x\d+)\./.exec(article.body)![1]!;
      const [hit, ...others] = scope.index.search(word, 5);
      if (hit?.article !== article.id || others.some((other) => other.article !== article.id)) {
        throw new Error(`${article.id} is not found by its word ${word}`);
      }
      const { speakers } = await corpus.corrections(server, article.id);
      const speaker = speakers.find(({ quotation }) => quotation === QUOTATION)?.speaker ?? null;
      state.set(article.id, { word, speaker, removed: false });
    }
    for (const { id, revision } of await corpus.removed(server)) {
      const path = join(corpus.folder, server ?? "", ".removed", `${id.split("/").at(-1)}@${revision}.md`);
      const article = parseArticleBytes(path, id, await DISK.readFile(path));
      if (Array.isArray(article)) throw new Error(`${path} is broken`);
      const speaker = await speakerBeside(join(corpus.folder, `${id}.corrections.yaml`));
      state.set(id, { word: /of (word\d+x\d+)\./.exec(article.body)![1]!, speaker, removed: true });
    }
  }
  return state;
}

/** A correction stays beside a removed article, unseen until it is restored. */
async function speakerBeside(path: string): Promise<string | null> {
  const bytes = await readIfThere(DISK, path);
  const { corrections, problems } = parseCorrections(path, new TextDecoder().decode(bytes ?? new Uint8Array()));
  if (problems.length > 0) throw new Error(`${path} is broken`);
  return corrections.speakers.find(({ quotation }) => quotation === QUOTATION)?.speaker ?? null;
}

function same(a: ReadonlyMap<string, Expected>, b: ReadonlyMap<string, Expected>): boolean {
  return (
    a.size === b.size &&
    [...a].every(([id, { word, speaker, removed }]) => {
      const other = b.get(id);
      return other?.word === word && other.removed === removed && other.speaker === speaker;
    })
  );
}

async function allFilesReadable(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".md")) continue;
    const path = join(entry.parentPath, entry.name);
    if (Array.isArray(parseArticleBytes(path, "x", await DISK.readFile(path)))) throw new Error(`${path} is broken`);
    if (entry.name.startsWith(".unfinished")) throw new Error(`${path} was not cleaned up`);
  }
}
