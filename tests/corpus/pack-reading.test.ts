import { expect, it } from "vitest";
import { packReading, unpackReading } from "../../src/corpus/pack-reading.ts";
import type { Reading } from "../../src/reading/reading.ts";

const reading: Reading = {
  paragraphs: [{ start: 0, end: 90 }],
  sentences: [
    { start: 0, end: 40 },
    { start: 41, end: 90 },
  ],
  attributions: [
    {
      spans: [
        { start: 0, end: 9 },
        { start: 20, end: 40 },
      ],
      type: "direct",
      stance: "said",
      speech: true,
      cue: { start: 10, end: 14 },
      mention: { start: 15, end: 18 },
      speaker: "Ann\tLee",
      speakerBasis: "name",
      rule: "content-then-speaker",
    },
    {
      spans: [{ start: 50, end: 60 }],
      type: "indirect",
      stance: "denied",
      speech: false,
      cue: null,
      mention: null,
      speaker: null,
      speakerBasis: "unnamed",
      rule: "according-to",
    },
  ],
  people: [
    {
      name: "Ann Lee",
      kind: "person",
      gender: "f",
      aliases: ["Lee"],
      roles: ["Mayor"],
      mentions: [{ start: 15, end: 18 }],
    },
    { name: "Norrby", kind: "place", gender: null, aliases: [], roles: [], mentions: [] },
  ],
  timexes: [
    {
      start: 61,
      end: 67,
      type: "DATE",
      value: "2022-01-17",
      mod: "START",
      anchor: { value: "2022-01-18", basis: "mentioned", span: { start: 3, end: 8 } },
      scheduled: true,
      rule: "weekday",
    },
    { start: 70, end: 75, type: "TIME", value: null, mod: null, anchor: null, scheduled: false, rule: "clock" },
    {
      start: 80,
      end: 85,
      type: "DATE",
      value: "2022",
      mod: null,
      anchor: { value: "2022-01-18", basis: "published", span: null },
      scheduled: false,
      rule: "year",
    },
  ],
};

/** As a plain object: what is unpacked when it is looked at. */
const whole = ({ paragraphs, sentences, attributions, people, timexes }: Reading): Reading => ({
  paragraphs,
  sentences,
  attributions,
  people,
  timexes,
});

it("unpacks what it packed, every field of every part", () => {
  expect(whole(unpackReading(packReading(reading)))).toEqual(reading);
});

it("unpacks a reading with nothing in it", () => {
  const empty: Reading = { paragraphs: [], sentences: [], attributions: [], people: [], timexes: [] };
  expect(whole(unpackReading(packReading(empty)))).toEqual(empty);
});
