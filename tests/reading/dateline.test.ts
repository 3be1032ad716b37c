import { expect, it } from "vitest";
import { datelineLength } from "../../src/reading/dateline.ts";
import { read } from "../../src/reading/read.ts";
import { textOf } from "../../src/span.ts";

it.each([
  ["PORT ELLEN, March 4, 2021 (Example News) - ", "Mayor Ana Ruiz said so."],
  ["LISBON — ", "Parliament approved a law."],
  ["WASHINGTON (Example Wire) -- ", "A judge ruled on Thursday."],
  ["BRISTOL, UK – 12 September 2022 – ", "Northwind Energy announced a sale."],
  ["18:20 ", "The minister has arrived."],
  ["6.45pm GMT: ", "The minister has left."],
  ["", "March 4, 2021 — The harbour was sold."],
  ["", "Mayor Ana Ruiz - who owns a boat - said so."],
  ["", "NATO — which nobody asked — said so."],
  ["", "FURIOUS mum-of-three Kelly Watts - 36 - said so."],
])("what stands before the sentence is %j in front of %j", (dateline, sentence) => {
  expect(datelineLength(dateline + sentence)).toBe(dateline.length);
});

/** Each quotation's words, its mention's and its speaker's. */
function quoted(body: string) {
  return read(body, null).attributions.map(({ spans, mention, speaker }) => [
    spans.map((span) => textOf(body, span)).join(" ... "),
    mention && textOf(body, mention),
    speaker,
  ]);
}

it("belongs to no mention and to no quotation", () => {
  expect(
    quoted("PORT ELLEN, March 4, 2021 (Example News) - Mayor Ana Ruiz said on Sunday that the harbour was sold."),
  ).toEqual([["the harbour was sold", "Mayor Ana Ruiz", "Ana Ruiz"]]);
  expect(quoted("BRISTOL, UK – 12 September 2022 – The harbour is sold, Ana Ruiz said.")).toEqual([
    ["The harbour is sold", "Ana Ruiz", "Ana Ruiz"],
  ]);
  expect(quoted('16:10 The chancellor, speaking on arrival, said the plan "must include the ports".')).toEqual([
    ['the plan "must include the ports"', "The chancellor, speaking on arrival", null],
  ]);
});

it.each([
  [
    "a paper is not the country before it",
    "The influential US daily wrote that the sale was a model.",
    "the sale was a model",
    "The influential US daily",
    null,
  ],
  ["a number begins what was said", "Ana Ruiz said 14 people had died.", "14 people had died", "Ana Ruiz", "Ana Ruiz"],
  [
    "emails are a noun behind a number",
    "The box held 44 emails that were lost, Ana Ruiz said.",
    "The box held 44 emails that were lost",
    "Ana Ruiz",
    "Ana Ruiz",
  ],
  [
    "writing somewhere is no quotation",
    "Writing in the Evening Courier last month, he argued that “it works”.",
    "“it works”",
    "he",
    null,
  ],
  [
    "last night belongs to nobody",
    'Last night a spokesman said: "We are aware."',
    '"We are aware."',
    "a spokesman",
    null,
  ],
])("%s", (_, body, ...expected) => {
  expect(quoted(body)).toEqual([expected]);
});

it("takes the letters of an interview for nobody's name", () => {
  expect(quoted("Q: What changed?\n\nA: Nothing did.").map(([, , speaker]) => speaker)).not.toContain("Q");
});
