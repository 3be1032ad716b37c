import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { read } from "../../src/reading/read.ts";
import { contains, type Span } from "../../src/span.ts";

/** Pieces that readers stumble over, put together at random. */
const PIECES = [
  '"',
  "“",
  "”",
  "‘",
  "’",
  "'",
  "''",
  "``",
  "«",
  "»",
  "„",
  "(",
  ")",
  "[...]",
  "—",
  "-",
  "...",
  ".",
  ",",
  ";",
  ":",
  "?",
  "!",
  " ",
  "  ",
  "\t",
  "\u00a0",
  "\u200b",
  "\u200d",
  "\ufeff",
  "\u202e",
  "\u2028",
  "\r\n",
  "\n",
  "\n\n",
  "\r",
  "\0",
  "\ud83d",
  "👩‍👩‍👧",
  "é",
  "אמר",
  "قال",
  "今日",
  "said",
  "says",
  "that",
  "told",
  "according to",
  "asked",
  "adding",
  "called",
  "he",
  "who",
  "as",
  "not",
  "if",
  "and",
  "but",
  "Ann Lee",
  "Mr. Hart",
  "the U.S.",
  "officials",
  "on Monday",
  "2024",
  "6'2\"",
  "https://t.co/a",
  "pic.twitter.com/b",
  "@c",
  "the plan failed",
];
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(" ")),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join("")),
);

describe("read, on any text", () => {
  it("takes a mere stop behind a name and a colon for nothing said", () => {
    expect(read("Mr. Hart : ?", null).attributions).toEqual([]);
  });

  it("ends a sentence with its line, also where wink-nlp sees one word over both", () => {
    const { sentences } = read("\u05d0\u05de\u05e8\u2028\u200d", null);
    expect(sentences).toEqual([
      { start: 0, end: 3 },
      { start: 4, end: 5 },
    ]);
  });

  it("finds spans that lie in the body, in order, sentences within paragraphs", () => {
    fc.assert(
      fc.property(text, (body) => {
        const { paragraphs, sentences, attributions, timexes } = read(body, { value: "2024-05-01", basis: "stated" });
        const whole = { start: 0, end: body.length };
        inOrder(paragraphs);
        inOrder(sentences);
        for (const sentence of sentences) {
          expect(paragraphs.some((paragraph) => contains(paragraph, sentence))).toBe(true);
          const words = body.slice(sentence.start, sentence.end);
          expect(words).toBe(words.trim());
        }
        for (const { spans, cue, mention } of attributions) {
          expect(spans.length).toBeGreaterThan(0);
          inOrder(spans);
          for (const span of [...spans, ...(cue ? [cue] : []), ...(mention ? [mention] : [])]) {
            expect(contains(whole, span)).toBe(true);
            expect(span.end).toBeGreaterThan(span.start);
          }
        }
        inOrder(timexes);
      }),
      { numRuns: 400 },
    );
  });

  it("ends no sentence inside quotation marks that close in their paragraph", () => {
    const word = fc.constantFrom("Yes", "no", "we", "did", "it", "Mr", "Monday", "2024");
    const quoted = fc.array(fc.oneof(word, fc.constantFrom(".", "!", "?", ",")), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(quoted, (pieces) => {
        const body = `She said “We ${pieces.join(" ")} now.” It ended.`;
        const end = body.indexOf("”") + 1;
        for (const sentence of read(body, null).sentences) {
          expect(sentence.end <= body.indexOf("“") || sentence.end >= end).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("read, on a long hostile text", () => {
  // Each is read in about the time of ordinary prose; anything quadratic would run for minutes and be stopped.
  const HOSTILE: Record<string, string> = {
    "opening marks": "“a ",
    "straight marks": '" a',
    apostrophes: "'a s' ",
    "verbs of speech": "said ",
    commas: "a, ",
    brackets: "( a ",
    "and said": "he said and ",
    "no white space": "a",
    links: "https://t.co/a ",
    "links without white space": "http://a.b/c?",
    "quotations and tags": '"A b," he said, ',
  };
  it.each(Object.entries(HOSTILE))("%s", { timeout: 20_000 }, (_, piece) => {
    const body = piece.repeat(Math.ceil(40_000 / piece.length));
    expect(read(body, null).paragraphs).toHaveLength(1);
  });

  it.each([
    ["without a mark", "a\n", 150_000],
    ["of marks alone", "```\n", 75_000],
  ])("paragraphs %s", { timeout: 20_000 }, (_, piece, times) => {
    expect(read(piece.repeat(times), null).paragraphs).toHaveLength(times);
  });
});

function inOrder(spans: readonly Span[]): void {
  for (let i = 1; i < spans.length; i++) expect(spans[i]!.start).toBeGreaterThanOrEqual(spans[i - 1]!.end);
}
