import { describe, expect, it } from "vitest";
import { ask } from "../../src/answering/ask.ts";
import { Library } from "../../src/corpus/library.ts";

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
      reason: "words-absent",
      question: { text: "what did they decide" },
    });
  });
});
