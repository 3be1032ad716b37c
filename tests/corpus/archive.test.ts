import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync, zipSync } from "fflate";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Corpus } from "../../src/corpus/corpus.ts";

const A = "111111111111111111";
const B = "222222222222222222";
const act = { by: "terminal", at: "2026-01-02T03:04:05.000Z" };
const draft = (n: number) => ({
  title: `Ferry ${n}`,
  body: `"Nobody was hurt," said harbour master Ann Lee after accident ${n}.\r\nThe ferry will sail again.`,
  publisher: "The Courier",
  url: `https://courier.example/${n}`,
  author: null,
  published: { value: "2024-05-07", basis: "inferred" as const },
});

let folder: string;
let corpus: Corpus;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "archive-"));
  corpus = await Corpus.open(folder);
});
afterEach(async () => {
  await corpus.close();
  await rm(folder, { recursive: true });
});

const own = (server: string) =>
  corpus.scope(server).holdings.map(({ article, revision }) => [article.id.split("/")[1], article.body, revision]);

it("holds everything of a server and nothing of another, and restores it", async () => {
  await corpus.addAll(A, [draft(1), draft(2), draft(3)], act);
  await corpus.add(B, draft(9), act);
  const quotation = '"Nobody was hurt,"';
  await corpus.correct(A, `${A}/ferry-2`, { kind: "speaker", quotation, speaker: "Bo Berg" }, act);
  const { revision } = corpus.scope(A).get(`${A}/ferry-1`)!;
  await corpus.edit(A, `${A}/ferry-1`, { ...draft(1), title: "Other title" }, revision, act);
  await corpus.remove(A, `${A}/ferry-3`, null, act);

  const archive = await corpus.export(A);
  expect(Object.keys(unzipSync(archive)).sort()).toEqual([
    "ferry-1.md",
    "ferry-2.corrections.yaml",
    "ferry-2.md",
    "history.jsonl",
    expect.stringMatching(/^removed\/ferry-3@/),
    `revisions/ferry-1@${revision}.md`,
  ]);

  const before = own(A);
  await corpus.forget(A);
  const told: number[] = [];
  const summary = await corpus.import(A, archive, act, (done) => told.push(done));
  expect(summary).toEqual({ added: [`${A}/ferry-1`, `${A}/ferry-2`], duplicates: [], refused: [] });
  expect(told).toEqual([2]);
  expect(own(A)).toEqual(before);
  expect((await corpus.corrections(A, `${A}/ferry-2`)).speakers).toEqual([{ quotation, speaker: "Bo Berg" }]);
  expect(await corpus.import(A, archive, act)).toMatchObject({ added: [], duplicates: ["ferry-1.md", "ferry-2.md"] });
});

it("takes the good files of an archive and says what is wrong with the others", async () => {
  const good = `---\ntitle: Good\n---\n${draft(1).body}`;
  const archive = zipSync({
    "good.md": Buffer.from(good),
    "no-front.md": Buffer.from("Text."),
    "short.md": Buffer.from("---\ntitle: x\n---\nText."),
    "../outside.md": Buffer.from(good),
    "/etc/absolute.md": Buffer.from(good),
    "deep/in.md": Buffer.from(good),
    "other.txt": Buffer.from(good),
    "bad name!.md": Buffer.from(`---\ntitle: Named\n---\n${draft(2).body}`),
  });
  expect(await corpus.import(A, archive, act)).toEqual({
    added: [`${A}/good`, `${A}/named`],
    duplicates: [],
    refused: [
      { name: "no-front.md", message: expect.stringContaining("has no front matter") },
      { name: "short.md", message: expect.stringContaining("too short") },
    ],
  });
});

it.each([
  ["no archive", () => Buffer.from("hello")],
  ["an empty file", () => new Uint8Array()],
  ["an archive without articles", () => zipSync({ "x.txt": Buffer.from("x") })],
  [
    "half an archive",
    () =>
      zipSync({ "x.md": Buffer.from(Array.from({ length: 5_000 }, (_, n) => `${n * 7_919}`).join()) }).subarray(
        0,
        3_000,
      ),
  ],
  ["a bomb", () => zipSync({ "x.md": new Uint8Array(20_000_000) }, { level: 9 })],
])("refuses %s in one sentence", async (_, archive) => {
  const limited = await Corpus.open(folder, { limits: { articles: 10, bytes: 1_000_000, articleBytes: 100_000 } });
  const summary = await limited.import(A, archive(), act);
  if ("refused" in summary && typeof summary.refused === "string")
    expect(summary.refused).toMatch(/^(?:This|The) archive .*\.$|^This is/);
  else expect(summary).toMatchObject({ added: [], refused: [{ name: "x.md" }] });
  expect(limited.scope(A).holdings).toEqual([]);
});
