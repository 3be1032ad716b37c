import { expect, it } from "vitest";
import { scopeOf, talkIn } from "../conversation/talk.ts";

const scope = scopeOf([
  "trams",
  "2024-03-08",
  'The minister, Ole Brand, said trams are safe. "Art is long," said Eva Stein, the culture minister. Brand said trams are slow.',
]);

it("is nobody who is called less than what is asked for, when somebody else is called all of it", () => {
  const answer = talkIn(scope, "what did the culture minister say about trams");
  expect(answer).toMatchObject({ kind: "which-speaker", candidates: ["Ole Brand", "Eva Stein"] });
});

it("is the one of several called so who says what is asked for", () => {
  const answer = talkIn(scope, "what did the minister say about trams");
  expect(answer.question.speaker).toBe("Ole Brand");
});
