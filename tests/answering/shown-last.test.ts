import { describe, expect, it } from "vitest";
import { wordEvidence } from "../../src/answering/evidence-wording.ts";
import { wordCompleted } from "../../src/answering/wording.ts";
import { scopeOf, talkIn } from "../conversation/talk.ts";

// 2024-03-04, 2024-03-11 and 2024-04-08 were Mondays.
const scope = scopeOf(
  ["dam-cracked", "2024-03-04", 'The dam of Orsk cracked on Saturday.\n"The dam will hold," said Captain Mara Quist.'],
  ["dam-repaired", "2024-03-11", "The dam of Orsk was repaired on Friday with 900 tons of concrete."],
  [
    "dam-opened",
    "2024-04-08",
    'The dam of Orsk was opened to walkers on Sunday.\n"The dam has never been safer," said Captain Mara Quist.\nEngineer Olga Brenn agreed.\n"I would sleep under it," Brenn said.',
  ],
  ["ship", "2024-04-01", '"The crew is well," said Captain Otto Lehn of the ship Alma.'],
);
const talk = (...questions: string[]) => talkIn(scope, ...questions);
const texts = (...questions: string[]) => talk(...questions).passages.map(({ text }) => text);

const CRACKED = "The dam of Orsk cracked on Saturday.";
const REPAIRED = "The dam of Orsk was repaired on Friday with 900 tons of concrete.";
const OPENED = "The dam of Orsk was opened to walkers on Sunday.";

describe("what came before and after", () => {
  it.each(["what happened next?", "and after that?", "and then?", "what came after that", "later?"])(
    "is told from the day shown last on: %s",
    (question) => {
      expect(texts("when was the dam of Orsk repaired", question)).toEqual([OPENED]);
    },
  );

  it.each(["and before that?", "what happened before?", "before it", "earlier?"])(
    "is told back from the day shown last: %s",
    (question) => {
      expect(texts("when was the dam of Orsk repaired", question)).toEqual([CRACKED]);
    },
  );

  it("goes on from answer to answer", () => {
    const first = "when was the dam of Orsk repaired";
    expect(texts(first, "what happened next", "and before that")).toEqual([REPAIRED]);
  });

  it("shows what was understood, and why it was chosen", () => {
    const { question, passages } = talk("when was the dam of Orsk repaired", "and before that?");
    expect(question).toMatchObject({ since: null, until: "2024-03-07" });
    expect(wordCompleted(question)).toBe("understood as “Before that?”, of “when was the dam of Orsk repaired”");
    expect(wordEvidence(passages[0]!)).toBe(
      "2 of 3 words looked for stand in it (dam, Orsk); it tells of a day before what was shown last.",
    );
  });

  it("counts what somebody said from the day of publication", () => {
    expect(texts("what did Quist say about the dam", "and before that?")).toEqual([]);
    const answer = talk("what did Quist last say about the dam", "and before that?");
    expect(answer.passages.map(({ text, speaker }) => [text, speaker])).toEqual([
      ['"The dam will hold," said Captain Mara Quist.', "Mara Quist"],
    ]);
  });

  it("is nothing where the articles tell nothing of those days", () => {
    expect(talk("when was the dam of Orsk opened", "what happened next")).toMatchObject({
      kind: "nothing-found",
      reason: "outside-dates",
    });
  });
});

describe("a talk about one article", () => {
  it("decides who is meant by a role that several hold", () => {
    expect(talk("what did the captain say")).toMatchObject({ kind: "which-speaker" });
    expect(talk("the ship Alma", "what did the captain say").question.speaker).toBe("Otto Lehn");
  });

  it("tells who else spoke in it", () => {
    // Quist was shown with the first answer.
    const answer = talk("was the dam opened to walkers", "who else spoke?");
    expect(answer.passages.map(({ speaker }) => speaker)).toEqual(["Olga Brenn"]);
  });
});
