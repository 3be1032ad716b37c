import { overlaps, type Span } from "../span.ts";
import type { Analysis, Finding } from "./analysis.ts";
import { headOfMention, type NameIndex } from "./mention-head.ts";
import { type Antecedent, genderOfPronoun, resolvePronoun } from "./pronouns.ts";
import type { Attribution, Person, SpeakerBasis } from "./reading.ts";
import { resolveRole } from "./resolve-role.ts";

type Resolution = {
  readonly speaker: string | null;
  readonly speakerBasis: SpeakerBasis;
  readonly person: Person | null;
};

const NOBODY: Resolution = { speaker: null, speakerBasis: "unnamed", person: null };

/** Each finding with its speaker: by name only when resolved, `null` otherwise. */
export function resolveSpeakers(
  analysis: Analysis,
  findings: readonly Finding[],
  people: readonly Person[],
): Attribution[] {
  const story = new Story(analysis, findings, people);
  const resolutions: Resolution[] = [];
  for (const finding of findings) {
    const resolution = resolve(analysis, story, finding, resolutions);
    resolutions.push(resolution);
    story.hear(finding, resolution.person);
  }
  return findings.map(({ continues: _, ...finding }, i) => ({
    ...finding,
    speaker: resolutions[i]!.speaker,
    speakerBasis: resolutions[i]!.speakerBasis,
  }));
}

function resolve(analysis: Analysis, story: Story, finding: Finding, earlier: readonly Resolution[]): Resolution {
  if (finding.mention === null) {
    const source = finding.continues === null ? undefined : earlier[finding.continues];
    return source === undefined || source.speaker === null ? NOBODY : { ...source, speakerBasis: "continued" };
  }
  const head = headOfMention(analysis.body, finding.mention, story.names);
  switch (head.kind) {
    case "person":
      return {
        speaker: head.person.name,
        speakerBasis: head.person.kind === "person" ? "name" : "organisation",
        person: head.person,
      };
    case "name":
      if (story.isAmbiguous(head.name)) return NOBODY;
      return { speaker: head.name, speakerBasis: head.organisation ? "organisation" : "name", person: null };
    case "pronoun": {
      const gender = genderOfPronoun(head.word);
      if (gender === null) return NOBODY;
      const person = resolvePronoun(gender, story.placeOf(head.start), story.before(head.start, finding));
      return person === null ? NOBODY : { speaker: person.name, speakerBasis: "pronoun", person };
    }
    case "role": {
      const person = resolveRole(head.text, story.people);
      return person === null ? NOBODY : { speaker: person.name, speakerBasis: "role", person };
    }
    case "unnamed":
      return NOBODY;
    default:
      return head satisfies never;
  }
}

/** The article as it has been told up to some place: who was named where, and who spoke. */
class Story {
  readonly names: NameIndex;
  readonly people: readonly Person[];
  readonly #analysis: Analysis;
  readonly #antecedents: Antecedent[];
  readonly #heard: Antecedent[] = [];
  readonly #surnames = new Map<string, number>();

  constructor(analysis: Analysis, findings: readonly Finding[], people: readonly Person[]) {
    this.#analysis = analysis;
    this.people = people;
    const places = people.flatMap((person) => person.mentions.map((span) => ({ person, span, start: span.start })));
    places.sort((a, b) => a.start - b.start);
    this.names = {
      at(offset) {
        const place = places[lastAtOrBefore(places, offset)];
        return place !== undefined && offset < place.span.end ? place : null;
      },
    };
    for (const { name, kind } of people) {
      const surname = name.slice(name.lastIndexOf(" ") + 1);
      if (kind === "person") this.#surnames.set(surname, (this.#surnames.get(surname) ?? 0) + 1);
    }
    const mentions = findings.flatMap(({ mention }) => mention ?? []).sort((a, b) => a.start - b.start);
    const quoted = [...analysis.marked, ...findings.flatMap(({ spans }) => spans)].sort((a, b) => a.start - b.start);
    const covers = (spans: readonly Span[]) => {
      let next = 0;
      let reach = -1;
      return (span: Span) => {
        for (; next < spans.length && spans[next]!.start <= span.start; next++)
          reach = Math.max(reach, spans[next]!.end);
        return reach >= span.end;
      };
    };
    const [inQuotation, inMention] = [covers(quoted), covers(mentions)];
    this.#antecedents = places.map(({ person, span }) => {
      const place = this.placeOf(span.start);
      return {
        person,
        start: span.start,
        ...place,
        subject: this.#standsBeforeVerb(place.sentence, span.start),
        quoted: inQuotation(span),
        speaker: inMention(span),
        possessive: /^[’']/.test(analysis.body.slice(span.end, span.end + 1)),
      };
    });
  }

  placeOf(offset: number): { sentence: number; paragraph: number } {
    const sentence = Math.max(0, lastAtOrBefore(this.#analysis.sentences, offset));
    return { sentence, paragraph: this.#analysis.sentences[sentence]?.paragraph ?? 0 };
  }

  /** True when two people of the article share the surname. */
  isAmbiguous(name: string): boolean {
    return (this.#surnames.get(name) ?? 0) > 1;
  }

  /** Takes in that `person` has spoken, under whatever name. */
  hear({ mention, spans }: Finding, person: Person | null): void {
    if (person === null) return;
    const start = mention?.start ?? spans[0]!.start;
    this.#heard.push({
      person,
      start,
      ...this.placeOf(start),
      subject: true,
      speaker: true,
      quoted: false,
      possessive: false,
    });
  }

  /** Who was named or heard before `offset`, nearest first; nobody from within the quotation itself. */
  *before(offset: number, { spans }: Finding): Iterable<Antecedent> {
    let i = this.#antecedents.length - 1;
    let [low, high] = [0, i];
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (this.#antecedents[middle]!.start < offset) low = middle + 1;
      else high = middle - 1;
    }
    i = high;
    let j = this.#heard.length - 1;
    while (i >= 0 || j >= 0) {
      const [named, heard] = [this.#antecedents[i], this.#heard[j]];
      const takeHeard = heard !== undefined && (named === undefined || heard.start >= named.start);
      const next = takeHeard ? heard : named!;
      if (takeHeard) j--;
      else i--;
      if (next.start >= offset || spans.some((span) => overlaps(span, { start: next.start, end: next.start + 1 })))
        continue;
      yield next;
    }
  }

  #standsBeforeVerb(sentence: number, offset: number): boolean {
    for (const { start, pos } of this.#analysis.sentences[sentence]?.tokens ?? []) {
      if (start >= offset) return true;
      if (pos === "VERB" || pos === "AUX") return false;
    }
    return true;
  }
}

/** Index of the last of `places` (in order) that starts at or before `offset`; -1 when none does. */
function lastAtOrBefore(places: readonly { readonly start: number }[], offset: number): number {
  let [low, high] = [0, places.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.start <= offset) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}
