import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseArticleFile } from "../../src/corpus/article-file.ts";
import { RULE_NAMES } from "../../src/reading/find-attributions.ts";
import { read } from "../../src/reading/read.ts";
import { type Span, textOf } from "../../src/span.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures/reading");
const CORPUS = join(import.meta.dirname, "../../corpus");

/** Written by hand from the article; what a quotation does not state is not compared. */
type Expected = {
  /** The id of an article of the corpus, when it is not `article.txt` beside this file. */
  corpus?: string;
  quotations: {
    spans: string[];
    type: string;
    /** "said" unless stated. */
    stance?: string;
    cue: string | null;
    mention: string | null;
    speaker?: string | null;
  }[];
};

describe("read", () => {
  const cases = readdirSync(FIXTURES).filter((name) => existsSync(join(FIXTURES, name, "expected.json")));
  it.each(cases)("%s", (name) => {
    const expected = JSON.parse(readFileSync(join(FIXTURES, name, "expected.json"), "utf8")) as Expected;
    const body = bodyOf(name, expected);
    const words = (span: Span | null) => span && textOf(body, span);
    const attributions = read(body, null).attributions.filter(({ speech }) => speech);
    const found = attributions.map(({ spans, type, stance, cue, mention, speaker }, i) => ({
      spans: spans.map((span) => textOf(body, span)),
      type,
      stance,
      cue: words(cue),
      mention: words(mention),
      ...(expected.quotations[i]?.speaker === undefined ? {} : { speaker }),
    }));
    expect(found).toEqual(expected.quotations.map((quotation) => ({ stance: "said", ...quotation })));
  });
});

function bodyOf(name: string, { corpus }: Expected): string {
  if (corpus === undefined) return readFileSync(join(FIXTURES, name, "article.txt"), "utf8");
  const path = join(CORPUS, `${corpus}.md`);
  const article = parseArticleFile(path, corpus, readFileSync(path, "utf8"));
  if (Array.isArray(article)) throw new Error(JSON.stringify(article));
  return article.body;
}

it("uses every rule in some fixture", () => {
  const used = new Set(
    readdirSync(FIXTURES)
      .filter((name) => existsSync(join(FIXTURES, name, "article.txt")))
      .flatMap((name) => read(readFileSync(join(FIXTURES, name, "article.txt"), "utf8"), null).attributions)
      .map(({ rule }) => rule),
  );
  expect([...used].sort()).toEqual(expect.arrayContaining([...RULE_NAMES].sort()));
});
