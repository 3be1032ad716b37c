import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Corpus } from "../../src/corpus/corpus.ts";
import type { Given } from "../../src/corpus/preview.ts";

const A = "111111111111111111";
const act = { by: "333333333333333333", at: "2026-01-02T03:04:05.000Z" };
const STORY = "The ferry sank on Friday, and the harbour master said that nobody was hurt in the accident.";

let folder: string;
let corpus: Corpus;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hostile-"));
  corpus = await Corpus.open(folder);
});
afterAll(async () => {
  await corpus.close();
  await rm(folder, { recursive: true });
});

/** What people paste, and what people who mean harm paste. */
const PIECES = [
  "---\n",
  "---\ntitle: x\n",
  "title: [",
  "Source: ",
  "@everyone <@1> <#2> `code` **bold** ||spoiler||",
  "../../etc/passwd",
  "\u202E\u200B\u0000",
  "\uD83D",
  "😀 ",
  "“unclosed ",
  '" said ',
  "\r\n",
  "\u2028",
  "مرحبا ",
  "constructor: __proto__",
  "By A. B.\n",
  "3/4/2022\n",
  "{{x}} <%= y %> %s",
  "a".repeat(3_000),
  `${STORY}\n`,
  `${STORY} `,
];
const piece = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: "grapheme" }));
/** Mostly something that could be an article, with all that around it. */
const hostile = fc
  .tuple(fc.array(piece, { maxLength: 2 }), fc.nat(), fc.array(piece, { maxLength: 6 }))
  .map(([before, n, after]) => [...before, `${STORY} It was accident ${n}. `, ...after]);
const given: fc.Arbitrary<Given> = fc.record(
  {
    title: fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...PIECES)),
    publisher: fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...PIECES)),
    url: fc.oneof(
      fc.webUrl(),
      fc.constantFrom("javascript:alert(1)", "https://x.example/\n", "https://[", "file:///etc/passwd"),
    ),
    published: fc.oneof(
      { weight: 3, arbitrary: fc.constant("17 January 2022") },
      fc.string(),
      fc.constantFrom("2022-02-30", "2022-01-17", "99999999999"),
    ),
  },
  { requiredKeys: [] },
);

it("previews, adds and keeps 150 hostile texts, or says in one sentence why not", async () => {
  let added = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(hostile, given, async (pieces, said) => {
      const text = pieces.join("");
      const shown = await corpus.preview(A, { kind: "text", text }, said);
      if ("refused" in shown) {
        refused++;
        expect(shown.refused).toMatch(/^[^\n]{10,900}$/);
        return;
      }
      // The body is the end of what was pasted, unchanged.
      expect(text.endsWith(shown.draft.body)).toBe(true);
      for (const { sample } of shown.quoted) expect(shown.draft.body).toContain(sample.split(" ... ")[0]);
      for (const dated of shown.dated) expect(shown.draft.body).toContain(dated.sentence);
      const change = await corpus.add(A, shown.draft, act);
      if (change.kind === "refused") {
        expect(["duplicate", "unsuitable"]).toContain(change.reason);
        return;
      }
      added++;
      expect(corpus.scope(A).get(change.article.id)?.article).toEqual({ id: change.article.id, ...shown.draft });
      expect(change.article.id).toMatch(/^111111111111111111\/[a-z0-9][a-z0-9-]{0,70}$/);
    }),
    { numRuns: 150 },
  );
  // Both ways were gone, and a new start sees the same.
  expect(added).toBeGreaterThan(10);
  expect(refused).toBeGreaterThan(10);
  const again = await Corpus.open(folder);
  expect(again.problems()).toEqual([]);
  expect(again.scope(A).holdings.map(({ article }) => article)).toEqual(
    corpus.scope(A).holdings.map(({ article }) => article),
  );
  expect(await readdir(folder)).toEqual(expect.arrayContaining([".index", A]));
  expect(await readFile(join(folder, A, ".history.jsonl"), "utf8")).toMatch(/^(?:\{.*\}\n)+$/);
}, 60_000);

it("reads what is longest, refuses what is longer, in time in proportion to it", async () => {
  for (const piece of ["“", '"', "a ", "A. ", '" said ', "1. ", "on Monday ", "Mr. X said, "]) {
    const text = `Title\n${STORY}\n${piece.repeat(Math.floor(100_000 / piece.length))}`;
    expect(await corpus.preview(A, { kind: "text", text })).toHaveProperty("draft");
  }
  expect(await corpus.preview(A, { kind: "text", text: `Title\n${STORY.repeat(6_000)}` })).toMatchObject({
    refused: expect.stringContaining("too long"),
  });
}, 60_000);
