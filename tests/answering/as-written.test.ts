import { expect, it } from "vitest";
import { ask } from "../../src/answering/ask.ts";
import { handMadeScope } from "./hand-made.ts";

const scope = handMadeScope(
  [
    {
      id: "sinkhole",
      title: "Sinkhole in Mill Lane",
      body: `A neighbour, who asked not to be named, said: "It sounded like a bomb."
A spokesman for the water company said the pipe was old.
Our editor, Per Stolt, said it had rained.
Ann Moor's lawyer said nobody was hurt.`,
      quotations: [
        { words: '"It sounded like a bomb."', speaker: null, mention: "A neighbour, who asked not to be named" },
        { words: "the pipe was old", speaker: null, mention: "A spokesman for the water company" },
        { words: "it had rained", speaker: null, mention: "Our editor, Per Stolt" },
        { words: "nobody was hurt", speaker: null, mention: "Ann Moor's lawyer" },
      ],
    },
  ],
  [],
);
const answer = (text: string) => ask({ text, today: "2021-03-10" }, scope, null);

it.each([
  ["what did the neighbour say", 'A neighbour, who asked not to be named, said: "It sounded like a bomb."'],
  [
    "what did the neighbour say about the bomb",
    'A neighbour, who asked not to be named, said: "It sounded like a bomb."',
  ],
  ["what did the spokesman say", "A spokesman for the water company said the pipe was old."],
  ["what did the water company's spokesman say", "A spokesman for the water company said the pipe was old."],
  ["what did Per Stolt say", "Our editor, Per Stolt, said it had rained."],
])("%s: whom the article quotes without a name it does quote", (question, text) => {
  expect(answer(question).passages.map((passage) => passage.text)).toEqual([text]);
});

it("says of somebody unnamed who is quoted on something else that it is on something else", () => {
  expect(answer("what did the neighbour say about Russia")).toMatchObject({ reason: "speaker-not-on-topic" });
});

it.each(["what did the water company say", "what did Ann Moor say", "what did the mayor say"])(
  "%s: whose spokesman or lawyer speaks does not",
  (question) => {
    expect(answer(question)).toMatchObject({ kind: "nothing-found", reason: "unknown-speaker" });
  },
);

it("takes the foreign minister for no prime minister", () => {
  const ministers = handMadeScope(
    [
      {
        id: "summit",
        title: "Summit opens",
        body: "The prime minister has arrived. The foreign minister, Urmo Tamm, said talks would resume.",
        quotations: [{ words: "talks would resume", speaker: "Urmo Tamm", mention: "The foreign minister, Urmo Tamm" }],
      },
    ],
    [{ name: "Urmo Tamm", roles: ["foreign minister"], quotations: 1, articles: ["summit"] }],
  );
  const says = (text: string) => ask({ text, today: "2021-03-10" }, ministers, null);
  expect(says("what did the foreign minister say")).toMatchObject({ kind: "passages" });
  expect(says("what did the prime minister say")).toMatchObject({ kind: "nothing-found", reason: "unknown-speaker" });
});

it("takes no verb before a second one for a part of the name", () => {
  expect(answer("why did Ann Moor stop writing").question).toMatchObject({ speaker: null });
});
