import { expect, it } from "vitest";
import { termsOf } from "../../src/retrieval/terms.ts";

const terms = (text: string) => termsOf(text).map(({ term }) => term);

it.each([
  ["the ministers were meeting", ["minist", "meet"]],
  ["Peskov’s spokesman's", ["peskov", "spokesman"]],
  ["São Tomé, Zoë", ["sao", "tome", "zoe"]],
  ["COVID-19 in the 1990s", ["covid", "19", "1990"]],
  ["1,250,000 people, 3.5 percent", ["1250000", "peopl", "3.5", "percent"]],
  ["the U.S. told us", ["us", "tell"]],
  ["the WHO told them who", ["who", "tell"]],
  ["WHO TOLD US", ["tell"]],
  ["Russian-backed O'Brien", ["russian", "back", "obrien"]],
  ["the ferry sank, has sunk, will sink", ["ferri", "sink", "sink", "sink"]],
  ["she gave what she had given", ["give", "give"]],
  ["don't … — !", []],
])("reads %j", (text, expected) => {
  expect(terms(text)).toEqual(expected);
});

it("keeps the word as it was written", () => {
  expect(termsOf("the Sanctions")).toEqual([{ term: "sanction", form: "Sanctions" }]);
});
