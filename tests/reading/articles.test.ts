import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { read } from "../../src/reading/read.ts";
import { overlaps } from "../../src/span.ts";

const fixtures = join(import.meta.dirname, "../fixtures/articles");

/** The words of a quotation, who said them, and, where the reading is still wrong, what it says instead. */
type Expected = [quotation: string, speaker: string | null, wrong?: string | null];

/** Interviews, live blogs and press releases; beside each, by hand, its quotations and who said them. */
describe("who is quoted in", () => {
  it.each(readdirSync(fixtures))("%s", (name) => {
    const body = readFileSync(join(fixtures, name, "article.txt"), "utf8");
    const expected: Expected[] = JSON.parse(readFileSync(join(fixtures, name, "expected.json"), "utf8"));
    const { attributions } = read(body, null);
    let from = 0;
    const found = expected.map(([quotation]) => {
      const start = body.indexOf(quotation, from);
      if (start < 0) throw new Error(`"${quotation}" is not in the article`);
      from = start + quotation.length;
      const attribution = attributions.find(({ spans }) =>
        spans.some((span) => overlaps(span, { start, end: start + quotation.length })),
      );
      return [quotation, attribution === undefined ? "not found" : attribution.speaker];
    });
    // What is known to be wrong may come right.
    const wanted = expected.map(([quotation, speaker, wrong], i) => [
      quotation,
      wrong === undefined || found[i]![1] === speaker ? speaker : wrong,
    ]);
    expect(found).toEqual(wanted);
  });
});
