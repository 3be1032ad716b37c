import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { Corpus } from "../../../src/corpus/corpus.ts";
import { A, act, B, done, exportOf, openedCorpus } from "../opened.ts";
import { forgeZip } from "./forged-zip.ts";

const draft = (n: number) => ({
  title: `Ferry ${n}`,
  body: `"Nobody was hurt," said harbour master Ann Lee after accident ${n}.\r\nThe ferry will sail again.`,
  publisher: "The Courier",
  url: `https://courier.example/${n}`,
  author: null,
  published: { value: "2024-05-07", basis: "inferred" as const },
});
const quotation = '"Nobody was hurt,"';
const importer = { by: "555555555555555555", at: "2026-03-01T00:00:00.000Z" };
const opened = openedCorpus();

const own = (server: string, corpus = opened.corpus) =>
  corpus
    .scope(server)
    .holdings.filter(({ article }) => article.id.startsWith(server))
    .map(({ article, revision }) => [article.id.split("/")[1], article.body, revision]);

/** Three articles of A, one edited, one corrected, one removed, a report and a hidden shared one. */
async function filled(): Promise<string> {
  const { corpus } = opened;
  await corpus.addAll(A, [draft(1), draft(2), draft(3)], act);
  await corpus.correct(A, `${A}/ferry-2`, { kind: "speaker", quotation, speaker: "Bo Berg" }, act);
  const { revision } = corpus.scope(A).get(`${A}/ferry-1`)!;
  await corpus.edit(A, `${A}/ferry-1`, { ...draft(1), title: "Other title" }, revision, act);
  await corpus.remove(A, `${A}/ferry-3`, null, act);
  await corpus.add(null, draft(8), act);
  await corpus.hide(A, "ferry-8", true, act);
  await corpus.report(A, { article: `${A}/ferry-2`, quotation, speaker: "Bo Berg" }, act);
  return revision;
}

it("holds everything of a server and nothing of another, and restores it", async () => {
  const { corpus } = opened;
  const revision = await filled();
  await corpus.add(B, draft(9), act);

  const archive = await exportOf(corpus, A);
  expect(Object.keys(unzipSync(archive))).toEqual([
    "verbatim.json",
    "ferry-1.md",
    "ferry-2.md",
    "ferry-2.corrections.yaml",
    expect.stringMatching(/^removed\/ferry-3@[0-9a-f]{12}\.md$/),
    `revisions/ferry-1@${revision}.md`,
    "history.jsonl",
    "reports.jsonl",
    "hidden.txt",
  ]);
  expect(Buffer.from(archive).toString("latin1")).not.toContain("ferry-9");

  const before = own(A);
  await corpus.forget(A);
  const told: number[] = [];
  const summary = await corpus.addArchive(A, archive, importer, (...at) => told.push(...at));
  expect(summary).toEqual({
    added: [`${A}/ferry-1`, `${A}/ferry-2`],
    present: [],
    refused: [],
    removed: 1,
    versions: 1,
    // Three added, one corrected, edited, removed, hidden.
    history: 7,
    reports: 1,
    hidden: 1,
    stopped: null,
  });
  expect(told.at(-1)).toBe(told.at(-2));
  expect(own(A)).toEqual(before);
  expect((await corpus.corrections(A, `${A}/ferry-2`)).speakers).toEqual([{ quotation, speaker: "Bo Berg" }]);
  expect(corpus.hidden(A).map(({ article }) => article.id)).toEqual(["ferry-8"]);
  expect(await corpus.reports(A)).toMatchObject([{ article: `${A}/ferry-2`, quotation, by: act.by }]);
  done(await corpus.restore(A, `${A}/ferry-3`, null, act));
  done(await corpus.restore(A, `${A}/ferry-1`, revision, act));
});

it("tells in the history what came in an archive and who brought it", async () => {
  const { corpus } = opened;
  await filled();
  const archive = await exportOf(corpus, A);
  await corpus.forget(A);
  await corpus.addArchive(A, archive, importer);
  const history = await corpus.history(A, `${A}/ferry-1`);
  expect(history.map(({ action, by, at, imported }) => ({ action, by, at, imported }))).toEqual([
    { action: "imported", ...importer, imported: undefined },
    { action: "edited", ...act, imported: importer },
    { action: "added", ...act, imported: importer },
  ]);
  const removed = await corpus.removed(A);
  expect(removed).toMatchObject([{ id: `${A}/ferry-3`, at: act.at, by: act.by }]);
});

it("does not share one server's articles with all", async () => {
  const { corpus } = opened;
  await filled();
  const archive = await exportOf(corpus, A);
  expect(await corpus.addArchive(null, archive, importer)).toEqual({
    refused: expect.stringMatching(`of server ${A}, .* add it with --server ${A}`),
  });
  expect(corpus.scope(null).holdings.map(({ article }) => article.id)).toEqual(["ferry-8"]);
});

it("gives the same bytes for the same state, with nothing that is derived and no lock", async () => {
  const { corpus, folder } = opened;
  await filled();
  expect(await exportOf(corpus, A)).toEqual(await exportOf(corpus, A));
  expect(await exportOf(await Corpus.open(folder), A)).toEqual(await exportOf(corpus, A));
  expect(Object.keys(unzipSync(await exportOf(corpus, null)))).toEqual([
    "verbatim.json",
    "ferry-8.md",
    "history.jsonl",
  ]);
});

describe("into a server that has articles", () => {
  it("changes nothing that is there, and names it", async () => {
    const { corpus } = opened;
    await filled();
    const archive = await exportOf(corpus, A);
    const { revision } = corpus.scope(A).get(`${A}/ferry-1`)!;
    const edited = done(await corpus.edit(A, `${A}/ferry-1`, { ...draft(1), title: "Third title" }, revision, act));
    await corpus.correct(A, `${A}/ferry-2`, { kind: "speaker", quotation, speaker: "Cem Dal" }, act);
    const before = own(A);
    expect(await corpus.addArchive(A, archive, importer)).toMatchObject({
      added: [],
      present: [
        { name: "ferry-1.md", id: `${A}/ferry-1`, older: true },
        { name: "ferry-2.md", id: `${A}/ferry-2`, older: false },
        { name: "ferry-3 (removed)", id: `${A}/ferry-3` },
      ],
      history: 0,
    });
    expect(own(A)).toEqual(before);
    expect(corpus.scope(A).get(`${A}/ferry-1`)!.revision).toBe(edited.revision);
    expect((await corpus.corrections(A, `${A}/ferry-2`)).speakers).toEqual([{ quotation, speaker: "Cem Dal" }]);
  });

  it("brings back what was removed since, under its own id", async () => {
    const { corpus } = opened;
    await filled();
    const archive = await exportOf(corpus, A);
    done(await corpus.remove(A, `${A}/ferry-2`, null, act));
    expect(await corpus.addArchive(A, archive, importer)).toMatchObject({ added: [`${A}/ferry-2`] });
    expect((await corpus.removed(A)).map(({ id }) => id)).toEqual([`${A}/ferry-3`]);
  });

  it("gives another article of the same name another id, with its history, versions and reports", async () => {
    const { corpus } = opened;
    await filled();
    const archive = await exportOf(corpus, A);
    for (const n of [1, 2, 3]) done(await corpus.add(B, { ...draft(n + 10), title: `Ferry ${n}` }, act));
    const before = own(B);
    const summary = await corpus.addArchive(B, archive, importer);
    expect(summary).toMatchObject({ added: [`${B}/ferry-1-2`, `${B}/ferry-2-2`], removed: 1, versions: 1 });
    expect(own(B)).toEqual(expect.arrayContaining(before));
    expect(await corpus.versions(B, `${B}/ferry-1`)).toEqual([]);
    expect(await corpus.versions(B, `${B}/ferry-1-2`)).toHaveLength(1);
    expect((await corpus.history(B, `${B}/ferry-1`)).map(({ action }) => action)).toEqual(["added"]);
    expect((await corpus.history(B, `${B}/ferry-1-2`)).map(({ action }) => action)).toEqual([
      "imported",
      "edited",
      "added",
    ]);
    expect((await corpus.removed(B)).map(({ id }) => id)).toEqual([`${B}/ferry-3-2`]);
    expect(await corpus.reports(B)).toMatchObject([{ article: `${B}/ferry-2-2` }]);
    // The same once more finds them there.
    expect(await corpus.addArchive(B, archive, importer)).toMatchObject({
      added: [],
      history: 0,
      reports: 0,
      versions: 0,
    });
    expect(own(B)).toHaveLength(5);
  });

  it("names what is there with the same text or address under another name", async () => {
    const { corpus } = opened;
    await filled();
    const archive = await exportOf(corpus, A);
    const other = done(await corpus.add(B, { ...draft(2), title: "By another name" }, act)).article.id;
    expect(await corpus.addArchive(B, archive, importer)).toMatchObject({
      added: [`${B}/ferry-1`],
      present: [{ name: "ferry-2.md", id: other, older: false }],
    });
  });

  it("adds as many as the server may have, and says which it may not", async () => {
    const { corpus, folder } = opened;
    await filled();
    const archive = await exportOf(corpus, A);
    const limited = await Corpus.open(folder, { limits: { articles: 1, bytes: 10_000, articleBytes: 5_000 } });
    expect(await limited.addArchive(B, archive, importer)).toMatchObject({
      added: [`${B}/ferry-1`],
      refused: [{ name: "ferry-2.md", message: "This server may keep 1 articles and has them; remove some first." }],
    });
    expect(own(B, limited)).toHaveLength(1);
  });
});

it("restores an article that nobody could add today, as it was", async () => {
  const { corpus } = opened;
  const archive = forgeZip([
    { name: "verbatim.json", content: '{"format":"verbatim-archive","version":1,"server":null}' },
    { name: "kurz.md", content: "---\ntitle: Kurz\n---\nZu kurz." },
  ]);
  expect(await corpus.addArchive(A, archive, importer)).toMatchObject({ added: [`${A}/kurz`], refused: [] });
  expect(corpus.scope(A).get(`${A}/kurz`)?.article.body).toBe("Zu kurz.");
});
