import { describe, expect, it } from "vitest";
import { quoteWords } from "../../src/answering/quote-words.ts";
import { wordVerdict } from "../../src/answering/verdict-wording.ts";
import { type Verdict, verify } from "../../src/answering/verify.ts";
import { Library } from "../../src/corpus/library.ts";
import { scope } from "./verify/articles.ts";
import { cases } from "./verify/cases.ts";

describe("verify", () => {
  it.each(cases)("calls $what $verdict", ({ quote, speaker, verdict }) => {
    expect(verify(speaker === undefined ? { quote } : { quote, speaker }, scope).kind).toBe(verdict);
  });
});

/** The verdict on a quotation that is in the articles; its original must stand in the article it names. */
function found(quote: string, speaker?: string): Exclude<Verdict, { kind: "not-found" | "refused" }> {
  const verdict = verify(speaker === undefined ? { quote } : { quote, speaker }, scope);
  if (verdict.kind === "not-found" || verdict.kind === "refused") throw new Error(verdict.kind);
  const { passage, original } = verdict;
  const body = scope.get(passage.article)!.article.body;
  expect(body.slice(passage.start, passage.end)).toBe(passage.text);
  expect(body.slice(original.start, original.end)).toBe(original.text);
  expect(passage.start <= original.start && original.end <= passage.end).toBe(true);
  return verdict;
}

it("says that there is nothing to compare with", () => {
  const verdict = verify({ quote: "nobody closes a road" }, new Library().scope(null));
  expect(wordVerdict(verdict)).toBe("Nothing to compare it with: there are no articles here yet.");
});

describe("what a verdict shows", () => {
  it("is the original with who said it, whole", () => {
    expect(found("nobody closes a road in WINTER", "Lund")).toMatchObject({
      kind: "exact",
      typography: true,
      quoted: true,
      misattributed: false,
      original: { text: "nobody closes a road in winter" },
      passage: { article: "ferry", title: "Night ferry to stop in May", speaker: "Mara Lund" },
    });
  });

  it("is each word that was changed, put in or left out, beside the original", () => {
    expect(found("The ferry is a great luxury. It is a road for four thousand people")).toMatchObject({
      kind: "altered",
      differences: [
        { kind: "same", claimed: "The ferry is", original: "The ferry is" },
        { kind: "left-out", claimed: "", original: "not" },
        { kind: "same", claimed: "a", original: "a" },
        { kind: "put-in", claimed: "great", original: "" },
        { kind: "same", claimed: "luxury. It is a road for", original: "luxury. It is a road for" },
        { kind: "changed", claimed: "four", original: "three" },
        { kind: "same", claimed: "thousand people", original: "thousand people" },
      ],
    });
  });

  it.each([
    ["There is some money left", ', but in truth we cannot pay for another season,"'],
    ["we will keep the ferry running", '"If the state pays half, '],
    ["call this a promise", "not "],
    ["the board had ignored the letters", "Board chairman Oskar Brandt denied that "],
    ["It is a road for three thousand people in winter", "and nobody closes a road"],
  ])("is what %j leaves out", (quote, omitted) => {
    const verdict = found(quote);
    expect(verdict.kind === "cut" && verdict.omitted.map(({ text }) => text.trimEnd())).toEqual([omitted.trimEnd()]);
  });

  it("is every place that a splice was put together from", () => {
    const verdict = found("nobody closes a road in winter and we will keep the ferry running");
    expect(verdict.kind === "spliced" && verdict.parts).toMatchObject([
      { claimed: "nobody closes a road in winter", passage: { speaker: "Mara Lund" } },
      { claimed: "we will keep the ferry running", passage: { speaker: "Oskar Brandt" } },
    ]);
  });

  it("is who said it, when another was named", () => {
    expect(found("The ferry is not a luxury", "Brandt")).toMatchObject({
      claimed: "Brandt",
      passage: { speaker: "Mara Lund" },
    });
  });

  it("is the nearest passage when the words are not there", () => {
    const verdict = verify({ quote: "Waiting is more expensive than building" }, scope);
    expect(verdict).toMatchObject({ kind: "not-found", closest: { article: "bridge" } });
  });
});

it("never calls a quotation exact after any one word of it was changed, dropped or doubled", () => {
  for (const { article, reading } of scope.holdings) {
    for (const { start, end } of reading.sentences) {
      const sentence = article.body.slice(start, end);
      for (const word of quoteWords(sentence)) {
        const [before, after] = [sentence.slice(0, word.start), sentence.slice(word.end)];
        for (const put of ["zebra", "", `${word.text} ${word.text}`]) {
          // Dropping the first or the last word leaves a shorter quotation, not an altered one.
          if (put === "" && (quoteWords(before).length === 0 || quoteWords(after).length === 0)) continue;
          const altered = `${before}${put}${after}`;
          const verdict = verify({ quote: altered }, scope);
          expect([altered, verdict.kind]).not.toEqual([altered, "exact"]);
        }
      }
    }
  }
});

it.each(["", "   ", "word", '""', "x".repeat(100_000)])("asks for a quotation instead of %j", (quote) => {
  expect(verify({ quote }, scope)).toMatchObject({ kind: "refused" });
});
