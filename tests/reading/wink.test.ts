import { expect, it } from "vitest";
import { tokenize } from "../../src/reading/wink.ts";

const words = (text: string) => tokenize(text, 0).map((token) => `${token.text}/${token.pos}`);

// wink-nlp keeps the words it meets: these stand in this test alone, so that nothing else taught it them before.
it.each([
  {
    teaches: "The plan is worse than Quistgaard’s, they say.",
    text: "Quistgaard’s plan failed.",
    expected: ["Quistgaard/PROPN", "’s/PART", "plan/NOUN", "failed/VERB", "./PUNCT"],
  },
  {
    teaches: "In step with the harpooner's, he said.",
    text: "The harpooner's plan failed.",
    expected: ["The/DET", "harpooner/NOUN", "'s/PART", "plan/NOUN", "failed/VERB", "./PUNCT"],
  },
  {
    teaches: "The tower (c.1427) stands.",
    text: "It stood in 1427 already.",
    expected: ["It/PRON", "stood/VERB", "in/ADP", "1427/NUM", "already/ADV", "./PUNCT"],
  },
])("reads $text as if it had never read $teaches", ({ teaches, text, expected }) => {
  tokenize(teaches, 0);
  expect(words(text)).toEqual(expected);
});

it("finds a possessive before a mark, and its place", () => {
  expect(tokenize("Worse than Lund's, he said.", 10).slice(2, 5)).toMatchObject([
    { text: "Lund", start: 21, end: 25 },
    { text: "'s", start: 25, end: 27 },
    { text: ",", start: 27, end: 28 },
  ]);
  expect(words("That is what it's.").slice(3)).toEqual(["it/PRON", expect.stringMatching(/^'s/), "./PUNCT"]);
});
