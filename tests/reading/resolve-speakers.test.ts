import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findPeople } from "../../src/reading/people.ts";
import type { SpeakerBasis } from "../../src/reading/reading.ts";
import { resolveSpeakers } from "../../src/reading/resolve-speakers.ts";
import { analyse, findingsOf } from "./hand-made.ts";

type Expected = {
  readonly quotation: string;
  readonly mention: string | null;
  readonly continues?: number;
  readonly speaker: string | null;
  readonly basis: SpeakerBasis;
};

const fixtures = join(import.meta.dirname, "../fixtures/speakers");

describe("resolveSpeakers", () => {
  it.each(readdirSync(fixtures))("%s", (name) => {
    const body = readFileSync(join(fixtures, name, "article.txt"), "utf8");
    const expected: Expected[] = JSON.parse(readFileSync(join(fixtures, name, "expected.json"), "utf8"));
    const analysis = analyse(body);
    const resolved = resolveSpeakers(analysis, findingsOf(body, expected), findPeople(analysis));
    const found = resolved.map(({ speaker, speakerBasis }, i) => ({ ...expected[i], speaker, basis: speakerBasis }));
    expect(found).toEqual(expected);
  });
});
