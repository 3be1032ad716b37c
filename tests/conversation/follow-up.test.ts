import { describe, expect, it } from "vitest";
import type { Answer, Turn } from "../../src/answering/answer.ts";
import { ask } from "../../src/answering/ask.ts";
import { wordEvidence } from "../../src/answering/evidence-wording.ts";
import { completeQuestion } from "../../src/conversation/complete-question.ts";
import { turnOf } from "../../src/conversation/memory.ts";
import { pastTurnOf } from "../../src/conversation/past-turns.ts";
import { scope } from "../answering/verify/articles.ts";

/** Asks one question after the other and gives the last answer. */
function talk(...questions: string[]): Answer {
  const turns: Turn[] = [];
  let answer: Answer | undefined;
  for (const text of questions) {
    answer = ask({ text, today: "2025-04-01" }, scope, turns);
    turns.push(turnOf(answer));
  }
  return answer!;
}

const understood = (...questions: string[]) => {
  const { speaker, topic, frame } = talk(...questions).question;
  return [frame, speaker, topic];
};
const shown = (answer: Answer) => answer.passages.map(({ text }) => text.slice(0, 40));

describe("a follow-up", () => {
  it.each<[string[], (string | null)[]]>([
    [
      ["what did Lund say about the ferry", "and about the bridge?"],
      ["what-said", "Mara Lund", "the bridge"],
    ],
    [
      ["what did Lund say about the ferry", "what about letters"],
      ["what-said", "Mara Lund", "letters"],
    ],
    [
      ["what did Lund say about the bridge", "and Okafor?"],
      ["what-said", "Ines Okafor", "the bridge"],
    ],
    [
      ["what did Lund say about the bridge", "what about Dvořák?"],
      ["what-said", "Pavel Dvořák", "the bridge"],
    ],
    [
      ["what did Lund say about the bridge", "no, Okafor"],
      ["what-said", "Ines Okafor", "the bridge"],
    ],
    [
      ["what did Lund say about the bridge", "no, the ferry"],
      ["what-said", "Mara Lund", "the ferry"],
    ],
    [
      ["what did Lund say about the bridge", "who else said that"],
      ["who-said", null, "the bridge"],
    ],
    [
      ["what did Lund say about the bridge", "who else was quoted on it?"],
      ["who-said", null, "the bridge"],
    ],
    [
      ["what did Lund say about the bridge", "I meant the ferry"],
      ["what-said", "Mara Lund", "the ferry"],
    ],
    [
      ["what did Lund say about the ferry", "what did she say about the study?"],
      ["what-said", "Mara Lund", "the study"],
    ],
    [
      ["what did Lund say about the bridge", "what did Okafor say about that?"],
      ["what-said", "Ines Okafor", "the bridge"],
    ],
    [
      ["who said nobody closes a road", "what else did she say?"],
      ["what-said", "Mara Lund", null],
    ],
    [
      ["what did Lund say about the bridge", "what did others say?"],
      ["who-said", null, "the bridge"],
    ],
    [
      ["what did Lund say about the bridge", "who else?"],
      ["who-said", null, "the bridge"],
    ],
    [
      ["what did Lund say about the bridge", "why?"],
      ["why", "Mara Lund", "the bridge"],
    ],
    [
      ["what did Lund say about the ferry", "what did Okafor say about the study", "back to the ferry"],
      ["what-said", "Mara Lund", "the ferry"],
    ],
    [
      ["what did Lund say about the ferry", "what did Okafor say?"],
      ["what-said", "Ines Okafor", null],
    ],
    [
      ["what did Lund say about the ferry", "who spoke about the bridge"],
      ["who-said", null, "the bridge"],
    ],
  ])("%j asks for %j", (questions, expected) => {
    expect(understood(...questions)).toEqual(expected);
  });

  it("shows what was carried over", () => {
    const { question } = talk("what did Lund say about the ferry", "and about the bridge?");
    expect(question).toMatchObject({
      text: "and about the bridge?",
      completed: "What did Mara Lund say about the bridge?",
      carried: ["What", "did", "Mara", "Lund", "say"],
    });
  });

  it("has nothing carried over when it is complete", () => {
    const { question } = talk("what did Lund say about the ferry", "how much did the Sandvik boat lose last year?");
    expect(question.completed).toBeUndefined();
    expect(question.carried).toBeUndefined();
  });

  it("starts afresh with a question that tells itself what it asks", () => {
    const answer = talk("what did Brandt say about money", "who called it a brave piece of work?");
    expect(answer).toMatchObject({ kind: "passages", question: { topic: "a brave piece of work", speaker: null } });
    expect(answer.passages[0]!.speaker).toBe("Mara Lund");
  });

  it("takes the name for the answer to who was meant", () => {
    expect(understood("what did Lund and Okafor say about the bridge", "Ines Okafor")).toEqual([
      "what-said",
      "Ines Okafor",
      "the bridge",
    ]);
  });

  it("is silent about an age that no article tells", () => {
    expect(talk("what did Dvořák say about the bridge", "how old is he")).toMatchObject({
      kind: "nothing-found",
      question: { completed: "how old is Pavel Dvořák" },
    });
  });

  it("drags along nothing that was not found", () => {
    expect(talk("zeppelins over Norway", "how many").question.completed).toBeUndefined();
  });

  it("takes no sea for a she", () => {
    const talked = completeQuestion("how old is she", [
      pastTurnOf("fish", "The quota in the Grey Sea falls, said Ida Holm."),
    ]);
    expect(talked.text).toBe("how old is Ida Holm");
  });

  it("keeps to what the talk was about where the question does not tell", () => {
    const answer = talk("what did Dvořák say about the bridge", "who called it worth it?");
    expect(answer.passages.map(({ article }) => article)).not.toContain("ferry");
  });

  it("does not show the same again for a reason that is not there", () => {
    expect(talk("what did Lund say about the bridge", "why?").kind).toBe("nothing-found");
  });

  it("asks for what was not shown yet, until there is no more", () => {
    const first = talk("who spoke about the ferry");
    expect(talk("who spoke about the ferry", "what else?")).toMatchObject({
      kind: "nothing-found",
      reason: "nothing-more",
    });
    expect(shown(first).length).toBeGreaterThan(1);
  });

  it("asks for other speakers than those shown", () => {
    const answer = talk("what did Lund say about the bridge", "who else?");
    expect(answer.kind).toBe("passages");
    expect(answer.passages.map(({ speaker }) => speaker)).not.toContain("Mara Lund");
  });

  it("asks when the passage shown last was said", () => {
    const first = talk("what did Lund say about help");
    const answer = talk("what did Lund say about help", "when was that?");
    expect(answer).toMatchObject({ kind: "passages", question: { frame: "when", speaker: "Mara Lund" } });
    expect(shown(answer)[0]).toBe(shown(first)[0]);
    expect(answer.passages[0]!.published?.value).toBe("2025-03-11");
  });

  it("tells why the passages for a date were chosen", () => {
    expect(talk("what did Brandt say about money", "when was that?").passages.map(wordEvidence)).toEqual([
      "It was shown last, and the question is about it.",
      "It holds the date nearest to what was shown last.",
    ]);
  });

  it("without a conversation stands alone", () => {
    expect(ask({ text: "when was that?", today: "2025-04-01" }, scope, null)).toMatchObject({ kind: "refused" });
  });
});
