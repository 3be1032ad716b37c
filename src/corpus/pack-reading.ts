import type { Attribution, Person, Reading, Timex } from "../reading/reading.ts";
import type { Span } from "../span.ts";
import { once } from "./once.ts";

/**
 * Five parts in JSON with tabs between them, which JSON itself never holds; lists in place of objects, half as long. What
 * stands where is told in this file alone.
 */
export function packReading({ paragraphs, sentences, attributions, people, timexes }: Reading): string {
  const parts = [
    flat(paragraphs),
    flat(sentences),
    attributions.map(packAttribution),
    people.map(packPerson),
    timexes.map(packTimex),
  ];
  return parts.map((part) => JSON.stringify(part)).join("\t");
}

/** Each part is unpacked when it is first looked at. */
export function unpackReading(packed: string): Reading {
  const [first, second, third, fourth, fifth] = packed.split("\t") as [string, string, string, string, string];
  const paragraphs = once(first, (json) => spansOf(JSON.parse(json)));
  const sentences = once(second, (json) => spansOf(JSON.parse(json)));
  const attributions = once(third, (json) => (JSON.parse(json) as PackedAttribution[]).map(unpackAttribution));
  const people = once(fourth, (json) => (JSON.parse(json) as PackedPerson[]).map(unpackPerson));
  const timexes = once(fifth, (json) => (JSON.parse(json) as PackedTimex[]).map(unpackTimex));
  return {
    get paragraphs() {
      return paragraphs();
    },
    get sentences() {
      return sentences();
    },
    get attributions() {
      return attributions();
    },
    get people() {
      return people();
    },
    get timexes() {
      return timexes();
    },
  };
}

type PackedAttribution = ReturnType<typeof packAttribution>;
type PackedPerson = ReturnType<typeof packPerson>;
type PackedTimex = ReturnType<typeof packTimex>;

function packAttribution(attribution: Attribution) {
  const { spans, type, stance, speech, cue, mention, rule, speaker, speakerBasis } = attribution;
  return [flat(spans), type, stance, speech, bounds(cue), bounds(mention), rule, speaker, speakerBasis] as const;
}

function unpackAttribution(packed: PackedAttribution): Attribution {
  const [spans, type, stance, speech, cue, mention, rule, speaker, speakerBasis] = packed;
  return {
    spans: spansOf(spans),
    type,
    stance,
    speech,
    cue: spanOf(cue),
    mention: spanOf(mention),
    rule,
    speaker,
    speakerBasis,
  };
}

function packPerson({ name, kind, gender, aliases, roles, mentions }: Person) {
  return [name, kind, gender, aliases, roles, flat(mentions)] as const;
}

function unpackPerson([name, kind, gender, aliases, roles, mentions]: PackedPerson): Person {
  return { name, kind, gender, aliases, roles, mentions: spansOf(mentions) };
}

function packTimex({ start, end, type, value, mod, anchor, scheduled, rule }: Timex) {
  return [start, end, type, value, mod, anchor && packAnchor(anchor), scheduled, rule] as const;
}

function unpackTimex([start, end, type, value, mod, anchor, scheduled, rule]: PackedTimex): Timex {
  return {
    start,
    end,
    type,
    value,
    mod,
    anchor: anchor && { value: anchor[0], basis: anchor[1], span: spanOf(anchor[2]) },
    scheduled,
    rule,
  };
}

function packAnchor({ value, basis, span }: NonNullable<Timex["anchor"]>) {
  return [value, basis, bounds(span)] as const;
}

function bounds(span: Span | null): readonly [start: number, end: number] | null {
  return span && [span.start, span.end];
}

function spanOf(bounds: readonly [start: number, end: number] | null): Span | null {
  return bounds && { start: bounds[0], end: bounds[1] };
}

/** Start, end, start, end ... */
function flat(spans: readonly Span[]): readonly number[] {
  const numbers: number[] = [];
  for (const { start, end } of spans) numbers.push(start, end);
  return numbers;
}

function spansOf(numbers: readonly number[]): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < numbers.length; i += 2) spans.push({ start: numbers[i]!, end: numbers[i + 1]! });
  return spans;
}
