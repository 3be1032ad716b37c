import { describe, expect, it } from "vitest";
import { ask } from "../../src/answering/ask.ts";
import { findAskedSpeaker } from "../../src/answering/asked-speaker.ts";
import { scopeOf, talkIn } from "../conversation/talk.ts";

const scope = scopeOf(
  [
    "lighthouse",
    "2024-03-04",
    'Anton Holm, the last keeper of the lighthouse of Vard, retires in May. "The light never thanked me," Holm said.',
  ],
  [
    "orchestra",
    "2024-03-05",
    '"The hall is too warm for the violins," said conductor Amalia Reiss in Vard. Its director, Dieter Moll, said the heating was new.',
  ],
  [
    "embassy",
    "2024-03-06",
    'A spokesman for the embassy, Igor Vale, said nobody had been sent home. "We like the weather," said Tove Lind, a driver at the embassy. "So do I," she added.',
  ],
  [
    "waterworks",
    "2024-03-07",
    'The waterworks of Vard will close a pipe. "It is from 1898," said its manager, Eva Marsh. Police inspector Ruth Amadi said a road would be closed.',
  ],
  [
    "ministers",
    "2024-03-08",
    "Foreign Minister Edda Kranz met Prime Minister Georg Thal. Kranz said they had talked about fish.",
  ],
  [
    "bus",
    "2024-03-09",
    "The bus to Teln stood in the snow for a night. A farmer, Tom Reed, said he had brought soup. The zoo was shut.",
  ],
);

describe("findAskedSpeaker", () => {
  it.each([
    ["the lighthouse keeper", ["Anton Holm"]],
    ["the keeper of the lighthouse", ["Anton Holm"]],
    ["the lighthouse guy", ["Anton Holm"]],
    ["the conductor", ["Amalia Reiss"]],
    ["the embassy guy", ["Igor Vale"]],
    ["the embassy lady", ["Tove Lind"]],
    ["the guy from the embassy", ["Igor Vale"]],
    ["the boss of the waterworks", ["Eva Marsh"]],
    ["the chief of the waterworks", ["Eva Marsh"]],
    ["the police lady", ["Ruth Amadi"]],
    ["the cop", ["Ruth Amadi"]],
    ["the bus guy", ["Tom Reed"]],
  ])("finds %s", (words, names) => {
    expect(findAskedSpeaker(words, scope)).toEqual(names);
  });

  it.each(["the lighthouse lady", "the embassy boss", "the guy", "the violin", "the pilot", "the zoo guy"])(
    "finds nobody for %s",
    (words) => {
      expect(findAskedSpeaker(words, scope)).toEqual([]);
    },
  );

  it("takes nobody for another who is described beside the same word", () => {
    expect(findAskedSpeaker("the prime minister of fish", scope)).not.toContain("Edda Kranz");
  });
});

it("answers with the words of whoever is described so, by name", () => {
  const { passages, question } = ask({ text: "what did the lighthouse guy say", today: "2024-04-01" }, scope, null);
  expect(question.speaker).toBe("Anton Holm");
  expect(passages[0]).toMatchObject({ speaker: "Anton Holm", article: "lighthouse" });
});

it("takes a role for the speaker of a follow-up", () => {
  const { question } = talkIn(scope, "what did Lind say about the weather", "and the embassy guy?");
  expect(question).toMatchObject({ speaker: "Igor Vale", topic: "the weather" });
});
