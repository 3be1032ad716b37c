import { expect, it } from "vitest";
import type { Answer } from "../../src/answering/answer.ts";
import { Conversations } from "../../src/conversation/memory.ts";

function answered(text: string): Answer {
  const question = { text, speaker: null, topic: null, since: null, until: null };
  return {
    kind: "nothing-found",
    question,
    confidence: 0,
    passages: [],
    reason: "low-confidence",
    closest: [],
    absent: [],
  };
}
const texts = (conversations: Conversations, key: string, now: number) =>
  conversations.get(key, now)?.map(({ question }) => question.text) ?? null;

it("keeps each conversation apart, newest turn last", () => {
  const conversations = new Conversations();
  conversations.remember("a", answered("one"), 0);
  conversations.remember("b", answered("two"), 1);
  conversations.remember("a", answered("three"), 2);
  expect(texts(conversations, "a", 3)).toEqual(["one", "three"]);
  expect(texts(conversations, "b", 3)).toEqual(["two"]);
  expect(texts(conversations, "c", 3)).toBeNull();
});

it("drops the oldest turns and the conversation that rested longest", () => {
  const conversations = new Conversations({ turns: 2, conversations: 2 });
  for (const [i, text] of ["one", "two", "three"].entries()) conversations.remember("a", answered(text), i);
  expect(texts(conversations, "a", 3)).toEqual(["two", "three"]);
  conversations.remember("b", answered("four"), 4);
  conversations.remember("a", answered("five"), 5);
  conversations.remember("c", answered("six"), 6);
  expect(texts(conversations, "b", 7)).toBeNull();
  expect(texts(conversations, "a", 7)).toEqual(["three", "five"]);
});

it("forgets what rested too long, and what it is told to forget", () => {
  const conversations = new Conversations({ rest: 1000 });
  conversations.remember("a", answered("one"), 0);
  expect(texts(conversations, "a", 1000)).toEqual(["one"]);
  expect(texts(conversations, "a", 1001)).toBeNull();
  conversations.remember("b", answered("two"), 2000);
  conversations.forget("b");
  expect(texts(conversations, "b", 2000)).toBeNull();
});

it("does not take a refused question for a turn", () => {
  const conversations = new Conversations();
  const { question } = answered("");
  conversations.remember("a", { kind: "refused", question, confidence: 0, passages: [], message: "Ask." }, 0);
  expect(conversations.get("a", 0)).toBeNull();
});
