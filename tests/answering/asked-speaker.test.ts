import { describe, expect, it } from "vitest";
import { findAskedSpeaker } from "../../src/answering/asked-speaker.ts";
import type { Scope } from "../../src/corpus/scope.ts";
import type { Speaker } from "../../src/reading/speakers.ts";

function scopeOf(...speakers: [name: string, quotations: number][]): Scope {
  return {
    speakers: speakers.map(
      ([name, quotations]): Speaker => ({
        name,
        kind: "person",
        aliases: [name],
        roles: [],
        mentions: quotations,
        quotations,
        articles: [],
      }),
    ),
  } as unknown as Scope;
}

describe("findAskedSpeaker", () => {
  it("asks back between two of the same surname", () => {
    expect(findAskedSpeaker("Lund", scopeOf(["Anna Lund", 4], ["Peter Lund", 2]))).toEqual(["Anna Lund", "Peter Lund"]);
  });

  it("takes the one who mostly bears the surname, and whoever is called by it alone for no other", () => {
    const scope = scopeOf(["Anna Lund", 40], ["Lund", 12], ["Peter Lund", 2], ["Eva Lund", 1]);
    expect(findAskedSpeaker("Lund", scope)).toEqual(["Anna Lund"]);
    expect(findAskedSpeaker("Peter Lund", scope)).toEqual(["Peter Lund"]);
  });

  it("does not choose while the others together are quoted nearly as often", () => {
    expect(findAskedSpeaker("Lund", scopeOf(["Anna Lund", 40], ["Peter Lund", 6], ["Eva Lund", 5]))).toHaveLength(3);
  });
});
