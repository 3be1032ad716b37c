import { expect, it } from "vitest";
import { answerKindOf, wantedWords } from "../../src/answering/answer-kind.ts";

it.each([
  ["Who bought the harbour?", "person"],
  ["who is Dmitry Peskov", "definition"],
  ["What is a trawler?", "definition"],
  ["what does NATO stand for", "definition"],
  ["Where was the ferry built?", "place"],
  ["which country sold the ship", "place"],
  ["When did they meet?", "date"],
  ["In what year was it built?", "year"],
  ["How long did the strike last?", "duration"],
  ["How much did the bank pay?", "amount"],
  ["how many people drowned", "number"],
  ["Why was it sold?", "reason"],
  ["What did the mayor say about the port?", "statement"],
  ["Which company owns it?", "name"],
  ["harbour sale", null],
  ["", null],
])("%j expects %s", (question, kind) => {
  expect(answerKindOf(question)).toBe(kind);
});

it("knows the words that only say what is wanted", () => {
  expect(wantedWords("What year and which country, and how long?")).toEqual(["year", "country", "long"]);
  expect(wantedWords("the year of the harbour")).toEqual([]);
});
