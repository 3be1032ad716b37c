import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { afterEach, expect, it, vi } from "vitest";
import type { Change, Draft } from "../../../src/corpus/changes.ts";
import { Corpus } from "../../../src/corpus/corpus.ts";
import { A, B, exportOf } from "../opened.ts";

// On this thread, which starts none for each archive; `archive.test.ts` and `hostile.test.ts` read on another.
vi.mock(import("../../../src/corpus/archive/open-archive.ts"), async () => {
  const { readArchive } = await import("../../../src/corpus/archive/read-archive.ts");
  return { openArchive: readArchive };
});

const SHARED = ["shared-0", "shared-1"];
const quotation = '"Nobody was hurt,"';

const folders: string[] = [];
afterEach(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))));

/** A corpus with two shared articles and nothing else. */
async function fresh(): Promise<Corpus> {
  const folder = await mkdtemp(join(tmpdir(), "round-trip-"));
  folders.push(folder);
  const corpus = await Corpus.open(folder);
  await corpus.addAll(null, SHARED.map(draft), act(0));
  return corpus;
}

const act = (n: number) => ({
  by: n % 2 === 0 ? "333333333333333333" : "terminal",
  at: new Date(Date.UTC(2026, 0, 1, 0, 0, n)).toISOString(),
});
const draft = (title: string): Draft => ({
  title,
  body: `${quotation} said harbour master Ann Lee of ${title}.\r\nThe ferry “${title}” will sail again — on 7 May 2024.\n`,
  publisher: "The Courier",
  url: null,
  author: null,
  published: { value: "2024-05-07", basis: "inferred" },
});

const KINDS = ["add", "edit", "remove", "restore", "back", "correct", "hide", "show", "report", "close"] as const;
const steps = fc.array(fc.tuple(fc.constantFrom(...KINDS, "add", "edit", "remove"), fc.nat(5), fc.nat(99)), {
  minLength: 4,
  maxLength: 30,
});

/** Does one thing to server A, when it can be done. */
async function step(corpus: Corpus, kind: (typeof KINDS)[number], which: number, n: number): Promise<Change | null> {
  const id = `${A}/t-${which}`;
  const holding = corpus.scope(A).get(id);
  const shared = SHARED[which % 2]!;
  switch (kind) {
    case "add":
      return corpus.add(A, draft(`T ${which}`), act(n));
    case "edit":
      return holding ? corpus.edit(A, id, draft(`T ${which} v${n}`), holding.revision, act(n)) : null;
    case "remove":
      return corpus.remove(A, id, null, act(n));
    case "restore":
      return corpus.restore(A, id, null, act(n));
    case "back":
      return corpus.restore(A, id, (await corpus.versions(A, id))[0]?.revision ?? "none", act(n));
    case "correct":
      return corpus.correct(A, id, { kind: "speaker", quotation, speaker: `Bo Berg ${n}` }, act(n));
    case "hide":
    case "show":
      return corpus.hide(A, shared, kind === "hide", act(n));
    case "report":
      return corpus.report(A, { article: n % 2 ? id : shared, quotation, speaker: "Ann Lee" }, act(n));
    case "close":
      return corpus.closeReport(A, (await corpus.reports(A))[0]?.id ?? "none", act(n));
    default:
      return kind satisfies never;
  }
}

/** What an archive holds, by name; of its lines not what tells of their own import. */
async function filesOf(corpus: Corpus, server: string): Promise<Record<string, string>> {
  const bytes = await exportOf(corpus, server);
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, file]) => {
      const lines = Buffer.from(file)
        .toString("latin1")
        .split("\n")
        .filter((line) => !line.includes('"action":"imported"'));
      const text = lines.join("\n").replace(/,"imported":\{"by":"999999999999999999","at":"[^"]+"\}/g, "");
      return [name, name === "history.jsonl" ? text.split("\n").sort().join("\n") : text];
    }),
  );
}

/** What the surfaces show of a server. */
async function shownOf(corpus: Corpus, server: string) {
  const { holdings } = corpus.scope(server);
  return {
    articles: holdings.map(({ article, revision, reading }) => [article, revision, reading.attributions]),
    corrections: await Promise.all(holdings.map(({ article: { id } }) => corpus.corrections(server, id))),
    versions: await Promise.all(holdings.map(({ article: { id } }) => corpus.versions(server, id))),
    hidden: corpus.hidden(server).map(({ article }) => article.id),
    removed: await corpus.removed(server),
    reports: await corpus.reports(server),
    history: (await corpus.history(server))
      .filter(({ action }) => action !== "imported")
      .map(({ imported: _, ...entry }) => JSON.stringify(entry))
      .sort(),
  };
}

const importer = { by: "999999999999999999", at: "2026-02-01T00:00:00.000Z" };

it("restores exactly what it exported, byte for byte, and adds nothing the second time", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const [one, two] = [await fresh(), await fresh()];
      for (const [i, [kind, which]] of all.entries()) await step(one, kind, which, i + 1);
      const bytes = await exportOf(one, A);
      const preview = await two.previewArchive(A, bytes, importer);
      const summary = await two.addArchive(A, bytes, importer);
      expect(summary).toMatchObject({ present: [], refused: [], stopped: null });
      expect(preview).toEqual(summary);
      expect(await filesOf(two, A)).toEqual(await filesOf(one, A));
      expect(await shownOf(two, A)).toEqual(await shownOf(one, A));
      expect(await shownOf(await Corpus.open(two.folder), A)).toEqual(await shownOf(one, A));
      const nothing = { added: [], refused: [], removed: 0, versions: 0, history: 0, reports: 0, hidden: 0 };
      for (const corpus of [one, two]) {
        const before = await exportOf(corpus, A);
        expect(await corpus.addArchive(A, bytes, importer)).toMatchObject(nothing);
        expect(await exportOf(corpus, A)).toEqual(before);
      }
      await Promise.all([one.close(), two.close()]);
    }),
    { numRuns: 6, seed: 11 },
  );
}, 60_000);

it("brings one server's articles to another under that one's ids", async () => {
  const [one, two] = [await fresh(), await fresh()];
  const all = [
    ["add", 0],
    ["add", 1],
    ["edit", 0],
    ["correct", 0],
    ["remove", 1],
    ["hide", 0],
    ["report", 0],
    ["add", 2],
    ["report", 2],
  ] as const;
  for (const [i, [kind, which]] of all.entries())
    expect(await step(one, kind, which, i + 1)).toMatchObject({ kind: "done" });
  await two.addArchive(B, await exportOf(one, A), importer);
  const [expected, found] = [await shownOf(one, A), await shownOf(two, B)];
  // A report's id is made from its article's.
  const plain = (shown: typeof expected) => JSON.stringify(shown).replace(/"id":"[0-9a-f]{12}"/g, "");
  expect(plain(found)).toEqual(plain(expected).replaceAll(A, B));
  expect(found.reports).toHaveLength(2);
  expect((await shownOf(two, A)).articles.map(([article]) => (article as { id: string }).id)).toEqual(SHARED);
});
