import { expect, it } from "vitest";
import { ask } from "../../src/answering/ask.ts";
import { splitLatest } from "../../src/answering/asked-latest.ts";
import { wordEvidence } from "../../src/answering/evidence-wording.ts";
import { handMadeScope } from "./hand-made.ts";

/** The same statement on three days; only the one of May is about something else as well. */
const scope = handMadeScope(
  [
    ["march", "2021-03-02", "Adams said the ferry was safe."],
    ["june", "2021-06-02", "Adams said the ferry was too old for the open sea."],
    ["may", "2021-05-02", "Adams said the bridge was safe."],
  ].map(([id, published, body]) => ({
    id: id!,
    title: "News",
    published: published!,
    body: body!,
    quotations: [{ words: body!.slice("Adams said ".length, -1), speaker: "Ida Adams", type: "indirect" as const }],
  })),
  [{ name: "Ida Adams", aliases: ["Ida Adams", "Adams"] }],
);

const answered = (text: string) => {
  const answer = ask({ text, today: "2022-01-01" }, scope, null);
  if (answer.kind !== "passages") throw new Error(answer.kind);
  return answer;
};

it.each([
  "What did Adams say about the ferry most recently?",
  "What did Adams last say about the ferry?",
  "What is the latest on the ferry?",
  "the latest on the ferry",
  "What is the latest from the ferry?",
  "ferry newest",
  "What are Adams's latest statements about the ferry?",
])("puts the latest first: %s", (text) => {
  const { passages, question } = answered(text);
  expect(passages.map(({ article }) => article)).toEqual(["june", "march"]);
  expect(question.latest).toBe(true);
  expect(wordEvidence(passages[0]!)).toContain("its article is the newest of those found");
  expect(wordEvidence(passages[1]!)).not.toContain("newest");
});

it("puts what says it in fewest words first when nobody asks for the latest", () => {
  const { passages, question } = answered("What did Adams say about the ferry?");
  expect(passages.map(({ article }) => article)).toEqual(["march", "june"]);
  expect(question.latest).toBeUndefined();
});

it("keeps what the newest is of", () => {
  expect(splitLatest("Who saw the latest film?")).toEqual({ text: "Who saw the latest film?", latest: true });
  expect(splitLatest("Was it the last ferry?")).toEqual({ text: "Was it the last ferry?", latest: false });
});
