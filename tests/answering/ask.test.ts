import { describe, expect, it } from "vitest";
import { ask } from "../../src/answering/ask.ts";
import { absentIn } from "../../src/answering/silence.ts";
import { wordReason } from "../../src/answering/wording.ts";
import { Library } from "../../src/corpus/library.ts";
import { handMadeScope } from "./hand-made.ts";
import { scope } from "./verify/articles.ts";

const today = "2026-03-02";

describe("a question that cannot be read", () => {
  const scope = new Library().scope(null);

  it.each(["", "  \n\t ", "?!", "\u0000\u0007\u200b", "x".repeat(10_000)])("is refused with a sentence: %j", (text) => {
    const answer = ask({ text, today }, scope, null);
    expect(answer).toMatchObject({ kind: "refused", passages: [] });
    expect(answer.kind === "refused" && answer.message).toMatch(/^The question is 10000 characters|^Ask in words/);
  });

  it("is refused with the date that is none", () => {
    const answer = ask({ text: "what did they decide", since: "garbage", today }, scope, null);
    expect(answer).toMatchObject({ kind: "refused", message: expect.stringMatching(/^"garbage" is no date/) });
  });

  it("loses its control characters and is answered", () => {
    const answer = ask({ text: "what\u0000 did\u0007 they decide", today }, scope, null);
    expect(answer).toMatchObject({
      kind: "nothing-found",
      reason: "no-articles",
      question: { text: "what did they decide" },
    });
  });
});

describe("a question without an answer", () => {
  it("is told that there are no articles", () => {
    const answer = ask({ text: "what did Lund say", today }, new Library().scope(null), null);
    expect(answer).toMatchObject({ kind: "nothing-found", reason: "no-articles" });
    expect(answer.kind === "nothing-found" && wordReason(answer)).toBe(
      "Nothing found: there are no articles here yet.",
    );
  });

  it.each([
    ["zeppelins over Norway", "Nothing found: no article here speaks of “zeppelins” or “Norway”."],
    ["who painted the islanders", "Nothing found that answers this: no article here has the word “painted”."],
    ["what did Trump say about the ferry", "Nothing found: no article here quotes Trump."],
    ["what did Brandt say about zeppelins", "Nothing found: Oskar Brandt is quoted here, but not on zeppelins."],
    [
      "Was hat Lund gesagt?",
      "Nothing found: the articles are in English, and so are the questions that are understood.",
    ],
  ])("is told why: %j", (text, why) => {
    const answer = ask({ text, today }, scope, null);
    expect(answer.kind === "nothing-found" && wordReason(answer)).toBe(why);
  });
});

describe("what is typed in a chat", () => {
  const topics = (text: string) => {
    const { kind, question, passages } = ask({ text, today }, scope, null);
    return [kind, question.speaker, passages[0]?.text.slice(0, 20) ?? null];
  };

  it.each([
    ["anything about the letters?", null, "Board chairman Oskar"],
    ["whats going on with the letters", null, "Board chairman Oskar"],
    ["any comments on the fishing ground", null, '"The bridge will cross'],
    ["summarize the bridge article", null, "A bridge to Sandvik "],
    ["what did Lund tell reporters about the study", "Mara Lund", "She called the study"],
  ])("%j is understood", (text, speaker, first) => {
    expect(topics(text)).toEqual(["passages", speaker, first?.slice(0, 20)]);
  });

  it("asks back for one of two", () => {
    expect(ask({ text: "what did Lund and Okafor say about the bridge", today }, scope, null)).toMatchObject({
      kind: "which-speaker",
      candidates: ["Mara Lund", "Ines Okafor"],
    });
  });
});

describe("a role that several people hold", () => {
  const body = '"The wave threw us off," said Captain Hugo Holt.\nCaptain Nils Brock said the match was lost.';
  const quotations = [
    { words: '"The wave threw us off,"', speaker: "Hugo Holt" },
    { words: "the match was lost", speaker: "Nils Brock", type: "indirect" as const },
  ];
  const captains = handMadeScope(
    [{ id: "news", title: "In brief", body, quotations }],
    [
      { name: "Hugo Holt", roles: ["Captain"] },
      { name: "Nils Brock", roles: ["Captain"] },
    ],
  );

  it("is the one who says the words that are asked for", () => {
    expect(ask({ text: "what did the captain say about the wave", today }, captains, null)).toMatchObject({
      kind: "passages",
      question: { speaker: "Hugo Holt" },
    });
  });

  it("is asked back where nobody or nothing tells", () => {
    expect(ask({ text: "what did the captain say", today }, captains, null).kind).toBe("which-speaker");
  });
});

it("shows first who somebody is", () => {
  const body = 'Ida Holm thanked the crew.\n"A border is a door," said the foreign minister, Ida Holm.';
  const one = handMadeScope([{ id: "news", title: "In brief", body, quotations: [] }], []);
  expect(ask({ text: "who is ida holm", today }, one, null).passages[0]!.text).toContain("foreign minister");
});

it("says of no word that it is nowhere when it stands in a title", () => {
  const article = { id: "acme", title: "Acme shares fall", body: "The chief of the company left.", quotations: [] };
  expect(absentIn("shares in zeppelins", handMadeScope([article], []))).toEqual(["zeppelins"]);
});
