import { describe, expect, it } from "vitest";
import { ask } from "../../src/answering/ask.ts";
import { wordEvidence } from "../../src/answering/evidence-wording.ts";
import type { Found } from "../../src/answering/why.ts";
import { handMadeScope } from "./hand-made.ts";

const scope = handMadeScope(
  [
    {
      id: "port",
      title: "Harbour sold",
      body: "Adams told the council that the harbour was worth more. Nobody answered. The ferry waits.",
      quotations: [{ words: "the harbour was worth more", speaker: "Ida Adams", type: "indirect" }],
    },
    {
      id: "mill",
      title: "Mill burns",
      body: "The mill burned down in 1994.",
      quotations: [],
    },
  ],
  [{ name: "Ida Adams", aliases: ["Ida Adams", "Adams"] }],
);

function found(text: string): Found {
  const answer = ask({ text, today: "2022-01-01" }, scope, null);
  if (answer.kind !== "passages") throw new Error(answer.kind);
  return answer.passages[0]!;
}

describe("wordEvidence", () => {
  it("names the words that stand in the passage, its speaker and its article", () => {
    const worded = wordEvidence(found("what did Adams say about the harbour"));
    expect(worded).toMatch(/^The word looked for stands in it \(harbour\); /);
    expect(worded).toContain("it is a statement by Ida Adams");
    expect(worded).toContain("the title of its article names it");
    expect(worded).toMatch(/\.$/);
  });

  it("tells what kind of answer stands in it", () => {
    const worded = wordEvidence(found("what year did the mill burn"));
    expect(worded).toContain("it holds a year, as the question wants");
    expect(worded).not.toContain("statement");
  });

  it("does not claim words that the passage lacks", () => {
    const passage = found("what did Adams say about the harbour");
    const topic = "harbour ferry zeppelins";
    expect(wordEvidence({ ...passage, why: { topic, expects: null, evidence: [] } })).toBe(
      "1 of 3 words looked for stands in it (harbour).",
    );
    expect(wordEvidence({ ...passage, why: { topic: "zeppelins", expects: null, evidence: [] } })).toBe(
      "None of the words looked for stands in it.",
    );
  });

  it("does not call a denial a statement", () => {
    const evidence = [{ kind: "statement", value: 0.6 }];
    const passage = { ...found("harbour"), speaker: "Ida Adams", why: { topic: "", expects: null, evidence } };
    expect(wordEvidence(passage)).toBe("Ida Adams is quoted in it, though not as stating it.");
  });

  it("says nothing where nothing was weighed", () => {
    const { why: _, ...passage } = found("harbour");
    expect(wordEvidence(passage)).toBeNull();
  });
});
