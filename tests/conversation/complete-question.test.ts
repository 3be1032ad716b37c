import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completeQuestion, inFull } from "../../src/conversation/complete-question.ts";
import { contextPhrases } from "../../src/conversation/context-phrases.ts";
import { type PastTurn, pastTurnOf } from "../../src/conversation/past-turns.ts";

/** The last question completed after the earlier ones; none of them was answered. */
function complete(...questions: string[]): string {
  const turns: PastTurn[] = [];
  for (const question of questions.slice(0, -1))
    turns.push(pastTurnOf(inFull(completeQuestion(question, turns)), null));
  return inFull(completeQuestion(questions.at(-1)!, turns));
}

describe("completeQuestion", () => {
  it.each([
    [["What is the Sandvik ferry?", "Who owns it?"], "Who owns the Sandvik ferry?"],
    [["What is the Sandvik ferry?", "What are its costs?"], "What are the Sandvik ferry's costs?"],
    [["Who is Mara Lund?", "Where was she born?"], "Where was Mara Lund born?"],
    [
      ["What is the Sandvik ferry?", "Tell me about the Anse bridge.", "When was it built?"],
      "When was the Anse bridge built (Sandvik ferry)?",
    ],
    [["Who runs the Sandvik ferry?", "And the Anse bridge?"], "Who runs the Anse bridge?"],
    [["What is a ferry licence?", "Who needs these papers?"], "Who needs these papers (the ferry licence)?"],
    [["What is the Sandvik ferry?", "Why do they call it that?"], "Why do they call the Sandvik ferry that?"],
    [["What is the Sandvik ferry?", "Why?"], "Why: What is the Sandvik ferry?"],
  ])("%j becomes %j", (questions, completed) => {
    expect(complete(...questions)).toBe(completed);
  });

  it.each([
    "What is the Anse bridge?",
    "Who is Oskar Brandt and what did he do?",
    "ferry fares",
    "What did Oskar Brandt say?",
    'Who said "It floats"?',
  ])("leaves %j alone", (text) => {
    expect(complete("What is the Sandvik ferry?", text)).toBe(text);
  });

  it("takes any text after any other", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.string({ maxLength: 200 }), (before, text) => {
        const { carried } = completeQuestion(text, [pastTurnOf(before, before)]);
        expect(Array.isArray(carried)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

it("carries a name over as it is written", () => {
  const answer = '"The ferry stays," Mara Lund told the board.';
  expect(contextPhrases(["what did Lund say"], answer)).toEqual(["Lund"]);
});
