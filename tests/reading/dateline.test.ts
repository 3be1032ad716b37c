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
