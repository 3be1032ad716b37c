import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { read } from "../../src/reading/read.ts";
import { textOf } from "../../src/span.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures/stance");
const load = (name: string) => JSON.parse(readFileSync(join(FIXTURES, name), "utf8"));

/** What the sentence shows as said, and by which words. */
function said(body: string): string[] {
  return read(body, null)
    .attributions.filter(({ stance, speech }) => stance === "said" && speech)
    .flatMap(({ spans }) => spans.map((span) => textOf(body, span)));
}

const NOT_SAID = load("not-said.json") as Record<string, string[]>;
describe.each(Object.entries(NOT_SAID))("what is %s", (_, sentences) => {
  it.each(sentences)("is not shown as said: %s", (sentence) => {
    expect(said(sentence)).toEqual([]);
  });
});

const SAID = load("said.json") as { text: string; said: string }[];
describe("what only looks like it", () => {
  it.each(SAID)("is shown as said: $text", ({ text, said: words }) => {
    expect(said(text)).toContain(words);
  });
});

it("keeps a statement and a denial in one sentence apart", () => {
  const body = "The mayor said the road was safe, but the engineer denied it had been tested.";
  const found = read(body, null).attributions.map(({ stance, spans }) => [stance, textOf(body, spans[0]!)]);
  expect(found).toEqual([
    ["said", "the road was safe"],
    ["denied", "it had been tested"],
  ]);
});

it.each([
  "The mayor declined to comment on the bridge.",
  "The ministry did not respond to a request for comment.",
  "Ms. Holt would not say whether the bridge was safe.",
  "The firm refused to discuss the price.",
  "The captain declined to say why the ferry was late.",
])("takes a silence for neither a statement nor a denial: %s", (body) => {
  expect(read(body, null).attributions).toEqual([]);
});
