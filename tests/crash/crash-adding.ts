import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { Corpus } from "../../src/corpus/corpus.ts";
import { done, exportOf } from "../corpus/done.ts";
import { newsArticle, numbers } from "../corpus/news.ts";
import { ACT, QUOTATION, SERVER } from "./told.ts";

/**
 * Kills a process that adds an archive of so many articles, `runs` times at random points from its first file on, starting it again on the same folder until it
 * ends by itself; then everything of the archive must be there, once. Gives how many addings ended so.
 */
export async function crashAdding(
  runs: number,
  seed: number,
  articles = 40,
): Promise<{ readonly runs: number; readonly whole: number }> {
  const next = numbers(seed);
  const [source, target] = [await mkdtemp(join(tmpdir(), "crash-")), await mkdtemp(join(tmpdir(), "crash-"))];
  const archive = join(source, "all.zip");
  const expected = await filled(source, archive, articles);
  let whole = 0;
  for (let run = 0; run < runs; run++) {
    const ended = await addAndKill(target, archive, next(4 * articles));
    const corpus = await Corpus.open(target);
    if (corpus.problems().length > 0) throw new Error(`run ${run}: ${JSON.stringify(corpus.problems())}`);
    for (const { article } of corpus.scope(SERVER).holdings) {
      const { speakers } = await corpus.corrections(SERVER, article.id);
      if (speakers.length !== 1) throw new Error(`run ${run}: ${article.id} is there without its corrections`);
    }
    if (ended || run === runs - 1) {
      if (!ended) await corpus.addArchive(SERVER, await readFile(archive), ACT);
      const found = stateOf(await exportOf(corpus, SERVER));
      if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error(`run ${run}: not what was exported`);
      whole++;
      await corpus.forget(SERVER);
    }
    await corpus.close();
  }
  for (const folder of [source, target]) await rm(folder, { recursive: true });
  return { runs, whole };
}

/** Articles that were all edited and corrected, and some removed, as an archive. */
async function filled(folder: string, archive: string, articles: number): Promise<Record<string, string>> {
  const corpus = await Corpus.open(folder);
  for (let n = 0; n < articles; n++) {
    const news = newsArticle(n, 4);
    const draft = { ...news, title: `Title ${n}`, body: `${QUOTATION} said Ann Lee of ${n}. ${news.body}` };
    const { article, revision } = done(await corpus.add(SERVER, draft, ACT));
    done(await corpus.edit(SERVER, article.id, { ...draft, author: "Bo Berg" }, revision, ACT));
    const speaker = { kind: "speaker", quotation: QUOTATION, speaker: `Speaker ${n}` } as const;
    done(await corpus.correct(SERVER, article.id, speaker, ACT));
    if (n % 5 === 0) done(await corpus.remove(SERVER, article.id, null, ACT));
  }
  const bytes = await exportOf(corpus, SERVER);
  await writeFile(archive, bytes);
  await corpus.close();
  return stateOf(bytes);
}

/** True when it ended by itself before it was to be killed, so many milliseconds after it wrote its first file. */
async function addAndKill(folder: string, archive: string, after: number): Promise<boolean> {
  const files = async () => {
    const names = await readdir(join(folder, SERVER), { recursive: true }).catch(() => []);
    return names.filter((name) => name !== ".lock").length;
  };
  const before = await files();
  const path = import.meta.url.endsWith(".ts") ? "../../dist/tests/crash/adder.js" : "./adder.js";
  const child = spawn(process.execPath, [fileURLToPath(new URL(path, import.meta.url)), folder, archive]);
  let errors = "";
  child.stderr.on("data", (bytes) => (errors += String(bytes)));
  const ended = new Promise<number | null>((resolve) => child.on("close", (code) => resolve(code)));
  while (child.exitCode === null && (await files()) === before) await pause(1);
  await Promise.race([pause(after), ended]);
  child.kill("SIGKILL");
  const code = await ended;
  if (code !== null && code !== 0) throw new Error(errors);
  return code === 0;
}

/** What an archive holds; of the history what is not about its own adding. */
function stateOf(archive: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(archive)).map(([name, bytes]) => {
      const lines = Buffer.from(bytes).toString("utf8").split("\n");
      const own = lines.filter((line) => !line.includes('"action":"imported"'));
      return [name, own.map((line) => line.replace(/,"imported":\{[^{}]*\}/, "")).join("\n")];
    }),
  );
}
