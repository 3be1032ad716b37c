import { describe, expect, it } from "vitest";
import { knownIn } from "../../src/conversation/known.ts";
import { scopeOf, talkIn } from "./talk.ts";

const ARTICLES = {
  mill: `The old mill of Orsk burnt down on Friday. "The fire began in the roof," Tove Arnesen said on Saturday.
Arnesen led the search. "We found nobody inside," she said.
The mill belongs to the Quell company. Arnesen resigned on Monday.`,
  harbour: `Mrs. Varga praised the harbour. "It is the deepest in the north," Mrs. Varga said.
The pilot, Eero Lind, said the harbour was too narrow. "I would not bring a tanker in," he said.`,
  market: `Sascha Prem runs the market hall; Mr. Falk Oster sweeps it. "Fish is too dear," Sascha Prem said of the market.`,
};

const scope = scopeOf(...Object.entries(ARTICLES).map(([id, body]) => [id, "2024-03-04", body] as const));
const talk = (...questions: string[]) => talkIn(scope, ...questions);

describe("knownIn", () => {
  it.each<[string, "f" | "m" | null, string]>([
    ["Tove Arnesen", "f", "the pronoun that stands for her"],
    ["Mrs. Varga", "f", "her title"],
    ["Eero Lind", "m", "the pronoun that stands for him"],
    ["Sascha Prem", null, "nothing"],
    ["Margaret Dickinson", "f", "the forename, not the end of the surname"],
    ["the spokeswoman", "f", "the role"],
  ])("knows %s as %s by %s", (name, gender, _) => {
    expect(knownIn(scope).genderOf(name)).toBe(gender);
  });

  it.each([
    ["arnesen", "person"],
    ["the chairman", "person"],
    ["the mill", null],
  ])("takes %s for: %s", (words, kind) => {
    expect(knownIn(scope).kindOf(words)).toBe(kind);
  });
});

describe("he and she", () => {
  it.each([
    [
      ["what did Arnesen say about the fire", "did he resign"],
      "“he” cannot be Tove Arnesen; write the name of whom you mean.",
    ],
    [
      ["what did Arnesen say about the fire", "what else did he say"],
      "“he” cannot be Tove Arnesen; write the name of whom you mean.",
    ],
    [
      ["what did Arnesen say about the fire", "why did he say so"],
      "“he” cannot be Tove Arnesen; write the name of whom you mean.",
    ],
    [
      ["what did Lind say about the harbour", "is she a pilot"],
      "“she” cannot be Eero Lind; write the name of whom you mean.",
    ],
  ])("stand for nobody of the other gender: %j", (questions, message) => {
    expect(talk(...questions)).toMatchObject({ kind: "refused", message });
  });

  it.each([
    [["what did Arnesen say about the fire", "did she resign"], "did Tove Arnesen resign"],
    [["what did Prem say about fish", "does he run the market hall"], "does Sascha Prem run the market hall"],
    [["what did Prem say about fish", "does she run the market hall"], "does Sascha Prem run the market hall"],
    [
      ["what did Lind say about the harbour", "what did Arnesen say about the fire", "what did he say about tankers"],
      "what did Eero Lind say about tankers",
    ],
  ])("stand for whom they can: %j", (questions, completed) => {
    expect(talk(...questions).question.completed).toBe(completed);
  });

  it("leave a conversation as it was when nobody fits", () => {
    const answer = talk("what did Arnesen say about the fire", "did he resign", "did she resign");
    expect(answer).toMatchObject({ kind: "passages", question: { completed: "did Tove Arnesen resign" } });
    expect(answer.passages[0]!.text).toContain("Arnesen resigned on Monday");
  });

  it("stand for whom a question named that found nothing", () => {
    const answer = talk("what did Arnesen say about the fire", "and Oster?", "what did he say");
    expect(answer).toMatchObject({ reason: "unknown-speaker", question: { speaker: "Falk Oster" } });
  });

  it("stand for the role named before them in the question", () => {
    const answer = talk("what did Arnesen say about the fire", "what did the pilot say when he spoke of tankers");
    expect(answer.question.speaker).toBe("Eero Lind");
  });
});

describe("it", () => {
  it("stands for nobody", () => {
    expect(talk("who is Tove Arnesen", "who owns it").question.completed).toBe("who owns it");
  });

  it("stands for what was spoken of before somebody was", () => {
    expect(talk("tell me about the old mill", "who is Eero Lind", "who owns it").question.completed).toBe(
      "who owns the old mill",
    );
  });
});
