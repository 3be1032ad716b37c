import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { parseArticleFile } from "../../src/corpus/article-file.ts";
import { Corpus } from "../../src/corpus/corpus.ts";
import { parseCorrections } from "../../src/corpus/corrections-file.ts";

/** Whatever a person's editor or a torn write may leave: YAML-like lines, broken ones, any character. */
const lines = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "---",
        "title: A",
        "title: [",
        "published: 2022-13-01",
        "published:",
        "url: javascript:x",
        "&a *a",
      ),
      fc.constantFrom(
        "speakers:",
        "  - quotation: x",
        "    speaker: null",
        "dates: 3",
        "- - -",
        "? : !!js/function",
        "<<: *a",
      ),
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.json({ maxDepth: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join("\n"));

it("gives an article or its problems for any front matter, and never throws", () => {
  fc.assert(
    fc.property(lines, (text) => {
      const read = parseArticleFile("x.md", "x", text);
      if (!Array.isArray(read)) expect(text.endsWith(read.body)).toBe(true);
      else for (const { path, message } of read) expect([path, message.length > 0]).toEqual(["x.md", true]);
    }),
    { numRuns: 2000 },
  );
});

it("gives corrections or problems for any corrections file, and never throws", () => {
  fc.assert(
    fc.property(lines, (text) => {
      const { corrections, problems } = parseCorrections("x.corrections.yaml", text);
      for (const { quotation, speaker } of corrections.speakers) {
        expect(typeof quotation).toBe("string");
        expect(speaker === null || typeof speaker === "string").toBe(true);
      }
      for (const { message } of problems) expect(message).not.toBe("");
    }),
    { numRuns: 2000 },
  );
});

it("opens over any history, hidden list, corrections and leftovers, with the good article live", async () => {
  const article = '---\ntitle: Good\n---\nMayor Ana Ruiz said the harbour "will stay open".\n';
  await fc.assert(
    fc.asyncProperty(lines, lines, lines, async (history, corrections, hidden) => {
      const folder = mkdtempSync(join(tmpdir(), "verbatim-"));
      const server = join(folder, "123456789012345678");
      mkdirSync(join(server, ".removed"), { recursive: true });
      writeFileSync(join(server, "good.md"), article);
      writeFileSync(join(server, "good.corrections.yaml"), corrections);
      writeFileSync(join(server, ".history.jsonl"), history);
      writeFileSync(join(server, ".hidden"), hidden);
      writeFileSync(join(server, ".removed", "x@y.md"), history);
      const corpus = await Corpus.open(folder);
      expect(corpus.scope("123456789012345678").get("123456789012345678/good")?.article.title).toBe("Good");
      for (const entry of await corpus.history("123456789012345678")) expect(typeof entry.at).toBe("string");
      await corpus.removed("123456789012345678");
      await corpus.close();
    }),
    { numRuns: 40 },
  );
}, 60_000);
