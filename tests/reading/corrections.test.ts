import { expect, it } from "vitest";
import { read } from "../../src/reading/read.ts";
import { NO_CORRECTIONS } from "../../src/reading/reading.ts";

const BODY = '"We will open on Monday," Ann Lee said.\n"We will close," Bo Hart said.';
const PUBLISHED = { value: "2024-05-01", basis: "stated" } as const;

it("gives a corrected quotation the corrected speaker and leaves the others alone", () => {
  const speakers = [{ quotation: '"We will open on Monday,"', speaker: "Cy Dunn" }];
  const [first, second] = read(BODY, PUBLISHED, { ...NO_CORRECTIONS, speakers }).attributions;
  expect(first).toMatchObject({ speaker: "Cy Dunn", speakerBasis: "corrected" });
  expect(second!.speakerBasis).not.toBe("corrected");
});

it("takes words from within a quotation for it", () => {
  const speakers = [{ quotation: "will close", speaker: null }];
  const [, second] = read(BODY, PUBLISHED, { ...NO_CORRECTIONS, speakers }).attributions;
  expect(second).toMatchObject({ speaker: null, speakerBasis: "corrected" });
});

it("passes over a correction of words that are gone", () => {
  const speakers = [{ quotation: "never written", speaker: "Cy Dunn" }];
  expect(read(BODY, PUBLISHED, { ...NO_CORRECTIONS, speakers })).toEqual(read(BODY, PUBLISHED));
});

it("gives a date its corrected value, and drops what is none", () => {
  const start = BODY.indexOf("Monday");
  const value = "2024-05-13";
  const [timex] = read(BODY, PUBLISHED, { speakers: [], dates: [{ text: "Monday", start, value }] }).timexes;
  expect(timex).toMatchObject({ start, value, rule: "corrected" });
  expect(read(BODY, PUBLISHED, { speakers: [], dates: [{ text: "Monday", start, value: null }] }).timexes).toEqual([]);
});
