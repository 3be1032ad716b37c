import { beforeAll, describe, expect, it } from "vitest";
import type { Answer, Turn } from "../../src/answering/answer.ts";
import { ask } from "../../src/answering/ask.ts";
import { wordUnderstood } from "../../src/answering/wording.ts";
import { turnOf } from "../../src/conversation/memory.ts";
import { Corpus } from "../../src/corpus/corpus.ts";
import type { Scope } from "../../src/corpus/scope.ts";

const PESKOV = "Dmitry Peskov";
const today = "2022-02-01";

/** A question, the words by which its passage is known, and who says them. */
const ANSWERABLE: readonly [string, string, string | null][] = [
  ["What did Peskov say about NATO?", "NATO is not a dove of peace", PESKOV],
  ["who called NATO a weapon of confrontation", "NATO is a weapon of confrontation", PESKOV],
  ["What does Peskov think of different tracks?", "on totally different tracks, and this is not good", PESKOV],
  ["what did the Kremlin spokesman say about the border", "tension on the border with Ukraine is very intense", PESKOV],
  ["Where did the negotiations take place?", "took place in Geneva", null],
  ["When was the new round of negotiations?", "On January 10", null],
  ["Where did the meeting between NATO and Russia follow?", "followed in Brussels", null],
  ["what did Peskov say about evidence", "Washington has not provided any evidence", PESKOV],
  ["Who said that Washington has not provided any evidence?", "Washington has not provided any evidence", PESKOV],
  ["Who spoke about fake news?", "world of fake accusations and fake news", PESKOV],
  ["fake accusations", "world of fake accusations and fake news", PESKOV],
  ["security guarantees", "direct response to its proposals on security guarantees", PESKOV],
  ["What did Peskov say about security guarantees?", "proposals on security guarantees", PESKOV],
  ["What did Dmitry Peskov tell CNN?", "Peskov told CNN", PESKOV],
  ["Who published videos on Twitter?", "published videos on its Twitter platform", null],
  ["What did Peskov say about the gradual invasion of Ukraine?", "gradual invasion", PESKOV],
  ["who cannot tolerate the gradual invasion of Ukraine", "gradual invasion", PESKOV],
  ["What is dangerous for the continent?", "very dangerous for our continent", PESKOV],
  ["Peskov on Europe", "a lot of tension in this part of Europe", PESKOV],
  ["Why does Moscow need a military presence near Ukraine?", "intensification of NATO's hostile activities", PESKOV],
  ["what did Peskov say about the military presence", "need to maintain its military presence", PESKOV],
  ["What does Moscow want as an answer to its proposals?", "a very specific answer", PESKOV],
  ["Does Russia see NATO as a defense alliance?", "does not see NATO as a defense alliance", PESKOV],
  ["what were the negotiations in Geneva about", "regarding the strategic stability", null],
  ["is there an understanding between Russia and the West", "there are some understandings", PESKOV],
  ["What did Peskov describe as very dangerous?", "very dangerous for our continent", PESKOV],
  ["dove of peace", "NATO is not a dove of peace", PESKOV],
  ["according to Peskov, what is disturbing?", "disturbing", PESKOV],
];

/** A question that the article does not answer, and the reasons that are true of it. */
const UNANSWERABLE: readonly [string, readonly string[]][] = [
  ["What did Putin say about NATO?", ["unknown-speaker"]],
  ["What did CNN say?", ["unknown-speaker"]],
  ["What did The Hill say about Ukraine?", ["unknown-speaker"]],
  ["What did NATO say?", ["unknown-speaker"]],
  ["What did Lavrov say about the border?", ["unknown-speaker"]],
  ["what did biden say about ukraine", ["unknown-speaker"]],
  ["What did Moscow say about the talks?", ["unknown-speaker"]],
  ["According to Stoltenberg, what is NATO?", ["unknown-speaker"]],
  ["Peskov about China", ["speaker-not-on-topic"]],
  ["What did Peskov say about sanctions?", ["speaker-not-on-topic"]],
  ["What did Peskov say about gas prices?", ["speaker-not-on-topic"]],
  ["what did Peskov say about the elections in France", ["speaker-not-on-topic"]],
  ["Who won the football match?", ["words-absent", "low-confidence"]],
  ["Who spoke about climate change?", ["words-absent", "low-confidence"]],
  ["vaccine mandates", ["words-absent"]],
  ["When did the Berlin wall fall?", ["words-absent", "low-confidence"]],
  ["how many soldiers died in Syria", ["words-absent", "low-confidence"]],
  ["What did Peskov say about NATO in 2019?", ["outside-dates"]],
];

let scope: Scope;
beforeAll(async () => {
  scope = (await Corpus.open("corpus")).scope(null);
});

describe("what the first article answers", () => {
  it.each(ANSWERABLE)("%s", (text, words, speaker) => {
    const answer = ask({ text, today }, scope, null);
    const found = answer.passages.slice(0, 3).find((passage) => passage.text.includes(words));
    expect([answer.kind, found?.speaker]).toEqual(["passages", speaker]);
  });

  it("stands first for at least 25 of the 28", () => {
    const first = ANSWERABLE.filter(([text, words]) =>
      ask({ text, today }, scope, null).passages[0]?.text.includes(words),
    );
    expect(first.length).toBeGreaterThanOrEqual(25);
  });
});

it("counts those who are quoted, not all who are named", () => {
  expect(ask({ text: "who is quoted", today }, scope, null)).toMatchObject({
    message: "The articles here quote one person or body; /speakers lists them.",
  });
});

it("reads letters that were changed over, and shows the topic as it was typed", () => {
  const { question, passages } = ask({ text: "what did Peksov say about tensoin", today }, scope, null);
  expect(passages[0]).toMatchObject({ speaker: PESKOV, text: expect.stringContaining("tension") });
  expect(wordUnderstood(question)).toBe(
    `${PESKOV}, about tensoin, “Peksov” read as “Peskov”, “tensoin” read as “tension”`,
  );
});

it.each(["what did she say", "what did they say about it"])(
  "asks who is meant when nobody was spoken of: %s",
  (text) => {
    expect(ask({ text, today }, scope, null)).toMatchObject({ message: "Say whom or what it is about." });
  },
);

describe("what the first article does not answer", () => {
  it.each(UNANSWERABLE)("%s", (text, reasons) => {
    const answer = ask({ text, today }, scope, null);
    expect(answer).toMatchObject({ kind: "nothing-found", passages: [] });
    expect(reasons).toContain(answer.kind === "nothing-found" && answer.reason);
  });
});

describe("a conversation over the first article", () => {
  function talk(...questions: string[]): Answer {
    const turns: Turn[] = [];
    let answer: Answer | undefined;
    for (const text of questions) {
      answer = ask({ text, today }, scope, turns);
      turns.push(turnOf(answer));
    }
    return answer!;
  }

  it("asks about Peskov and the border with 'and about the border?'", () => {
    const answer = talk("what did Peskov say about NATO", "and about the border?");
    expect(answer).toMatchObject({ kind: "passages", question: { speaker: PESKOV, topic: "the border" } });
    expect(answer.passages[0]!.text).toContain("tension on the border with Ukraine is very intense");
  });

  it("tells when with 'when was that?'", () => {
    const answer = talk("where did the negotiations take place", "when was that?");
    expect(answer).toMatchObject({ kind: "passages", question: { frame: "when" } });
    expect(answer.passages[0]!.text).toMatch(/^On January 10/);
  });

  it("shows only what was not shown with 'what else?'", () => {
    const first = talk("what did Peskov say about fake news");
    const more = talk("what did Peskov say about fake news", "what else did he say?");
    expect(more.kind).toBe("passages");
    const starts = first.passages.map(({ start }) => start);
    for (const { start } of more.passages) expect(starts).not.toContain(start);
  });

  it("finds nobody else with 'who else?' when only one spoke", () => {
    const answer = talk("what did Peskov say about NATO", "who else?");
    expect(answer).toMatchObject({ kind: "nothing-found", question: { frame: "who-said", topic: "NATO" } });
  });

  it("tells when what was shown last was, although nothing was found since", () => {
    const answer = talk("what did Peskov say about NATO", "who else?", "when was that?");
    expect(answer).toMatchObject({ kind: "passages", question: { frame: "when" } });
    expect(answer.passages[0]!.text).toContain("NATO");
  });

  it("takes 'it' for nobody who is 'he' in the same question", () => {
    const { completed } = talk("what did Peskov say", "did he deny it?").question;
    expect(completed).toBe("did Dmitry Peskov deny it?");
  });

  it("goes on after 'when was that?' with what was asked before it", () => {
    const answer = talk("what did Peskov say about NATO", "when was that?", "and about the border?");
    expect(answer.question).toMatchObject({ speaker: PESKOV, topic: "the border" });
  });
});

it("shows a quotation over three sentences once, whole", () => {
  const { passages } = ask({ text: "what did Peskov say about the weapon of confrontation", today }, scope, null);
  const holding = passages.filter(({ text }) => text.includes("dove of peace"));
  expect(holding).toHaveLength(1);
  expect(holding[0]!.text).toMatch(/^He stressed .* closer to our borders\."$/);
});
