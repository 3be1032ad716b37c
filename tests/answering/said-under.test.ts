import { expect, it } from "vitest";
import { ask } from "../../src/answering/ask.ts";
import { wordBeside } from "../../src/answering/evidence-wording.ts";
import { handMadeScope } from "./hand-made.ts";
import { scope } from "./verify/articles.ts";

const asked = (text: string, over = scope) => ask({ text, today: "2025-04-01" }, over, null);

it("tells that the words stand in the title only", () => {
  const answer = asked("what did Okafor say about a bridge");
  expect(answer.kind).toBe("passages");
  expect(answer.passages[0]!.text).toContain("cheaper to build than to wait");
  expect(answer.passages.map(wordBeside)).toEqual(
    answer.passages.map(() => "not in these words: “a bridge” stands in the title"),
  );
});

it("says nothing of the kind where the words stand in the passage", () => {
  const answer = asked("what did Dvořák say about the bridge");
  expect(answer.passages.map(wordBeside)).toEqual(answer.passages.map(() => null));
});

it("is silent where a sentence beside it has the words but nothing points there", () => {
  expect(asked("what did Lund say about the harbour board")).toMatchObject({
    kind: "nothing-found",
    reason: "speaker-not-on-topic",
    question: { speaker: "Mara Lund" },
  });
});

it("shows what was said in an article that begins with the words as near, and tells where they stand", () => {
  const answer = asked("what did Lund say about the harbour board");
  if (answer.kind !== "nothing-found") throw new Error(answer.kind);
  expect(answer.closest.map(({ speaker }) => speaker)).toContain("Mara Lund");
  expect(wordBeside(answer.closest[0]!)).toBe(
    "not in these words: “the harbour board” stands in the first sentence of the article",
  );
});

it("takes what points to the sentence before for said about it", () => {
  const body = 'Adams was shown the zeppelin on Monday.\n"If you fly it, you own it," Adams said.';
  const quotations = [{ words: '"If you fly it, you own it,"', speaker: "Ida Adams" }];
  const over = handMadeScope(
    [{ id: "show", title: "A day out", body, quotations }],
    [{ name: "Ida Adams", aliases: ["Adams"] }],
  );
  const answer = asked("what did Adams say about the zeppelin", over);
  expect(answer.passages.map(wordBeside)).toEqual(["not in these words: “the zeppelin” stands in the sentence before"]);
});

it("adds what was said under a title to a question who spoke about it", () => {
  const answer = asked("who spoke about a ferry to stop");
  const said = answer.passages.filter((passage) => wordBeside(passage) !== null);
  expect(said.map(({ speaker }) => speaker)).toContain("Oskar Brandt");
  expect(new Set(answer.passages.map(({ start, article }) => `${article} ${start}`)).size).toBe(answer.passages.length);
});
