import type { Attribution, Person, Reading, Timex } from "../reading/reading.ts";
import type { Span } from "../span.ts";

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

export function unpackReading(packed: string): Reading {
  return new UnpackedReading(packed);
}

/** Each part is unpacked when it is first looked at. A class, as a start makes thousands: closures would weigh as much again. */
class UnpackedReading implements Reading {
  readonly #packed: string;
  #paragraphs: readonly Span[] | null = null;
  #sentences: readonly Span[] | null = null;
  #attributions: readonly Attribution[] | null = null;
  #people: readonly Person[] | null = null;
  #timexes: readonly Timex[] | null = null;

  constructor(packed: string) {
    this.#packed = packed;
  }

  get paragraphs(): readonly Span[] {
    this.#paragraphs ??= spansOf(this.#part(0));
    return this.#paragraphs;
  }

  get sentences(): readonly Span[] {
    this.#sentences ??= spansOf(this.#part(1));
    return this.#sentences;
  }

  get attributions(): readonly Attribution[] {
    this.#attributions ??= this.#part<PackedAttribution[]>(2).map(unpackAttribution);
    return this.#attributions;
  }

  get people(): readonly Person[] {
    this.#people ??= this.#part<PackedPerson[]>(3).map(unpackPerson);
    return this.#people;
  }

  get timexes(): readonly Timex[] {
    this.#timexes ??= this.#part<PackedTimex[]>(4).map(unpackTimex);
    return this.#timexes;
  }

  #part<Part>(number: number): Part {
    let start = 0;
    for (let i = 0; i < number; i++) start = this.#packed.indexOf("\t", start) + 1;
    const end = this.#packed.indexOf("\t", start);
    return JSON.parse(this.#packed.slice(start, end < 0 ? undefined : end));
  }
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
