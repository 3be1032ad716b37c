import { lastAtOrBefore, overlaps, type Span } from "../span.ts";
import type { Analysis, Finding } from "./analysis.ts";
import type { NameIndex } from "./mention-head.ts";
import type { Antecedent } from "./pronouns.ts";
import type { Person } from "./reading.ts";
import { indexLabels, indexRoles, type RoleIndex, resolveBody, resolveLabel } from "./resolve-role.ts";

/** The article as it has been told up to some place: who was named where, and who spoke. */
export class Story {
  readonly names: NameIndex;
  readonly #analysis: Analysis;
  readonly #antecedents: Antecedent[];
  readonly #heard: Antecedent[] = [];
  readonly #people: readonly Person[];
  #labels: ReadonlyMap<string, Person | null> | null = null;
  readonly #bodies = new Map<string, Person | null>();
  readonly #verbs = new Map<number, number>();
  readonly #surnames = new Map<string, number>();
  #roles: RoleIndex | null = null;

  constructor(analysis: Analysis, findings: readonly Finding[], people: readonly Person[]) {
    this.#analysis = analysis;
    this.#people = people;
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
    const [inQuotations, inMentions] = [covers(quoted), covers(mentions)];
    let paragraph = -1;
    this.#antecedents = places.map(({ person, span }) => {
      const place = this.placeOf(span.start);
      const { sentence } = place;
      const first = place.paragraph !== paragraph && person.kind === "person";
      if (first) paragraph = place.paragraph;
      const inMention = inMentions(span);
      return {
        person,
        start: span.start,
        sentence,
        paragraph: place.paragraph,
        subject: !inMention && span.start < this.#firstVerb(sentence),
        first,
        speaker: false,
        quoted: inQuotations(span),
        aside: inMention,
        modifier: this.#modifies(sentence, span),
      };
    });
  }

  get roles(): RoleIndex {
    this.#roles ??= indexRoles(this.#people);
    return this.#roles;
  }

  placeOf(offset: number): { sentence: number; paragraph: number } {
    const sentence = Math.max(0, lastAtOrBefore(this.#analysis.sentences, offset));
    return { sentence, paragraph: this.#analysis.sentences[sentence]?.paragraph ?? 0 };
  }

  /** True when two people of the article share the surname. */
  isAmbiguous(name: string): boolean {
    return (this.#surnames.get(name) ?? 0) > 1;
  }

  /** The body that "the agency" means. */
  body(text: string): Person | null {
    let body = this.#bodies.get(text);
    if (body === undefined) {
      body = resolveBody(text, this.#people);
      this.#bodies.set(text, body);
    }
    return body;
  }

  /** Whom the label before a paragraph of an interview or a transcript means. */
  labelled(label: string): Person | null {
    this.#labels ??= indexLabels(this.#people).set("A", this.#interviewee());
    return resolveLabel(label, this.#labels);
  }

  /** The only person with a full name before the first question. */
  #interviewee(): Person | null {
    const question = this.#analysis.body.search(/^Q[.:]/m);
    const named = this.#people.filter(
      ({ kind, name, mentions }) => kind === "person" && name.includes(" ") && mentions[0]!.start < question,
    );
    return named.length === 1 ? named[0]! : null;
  }

  /** Takes in that `person` has spoken, under whatever name. */
  hear({ mention, spans }: Finding, person: Person | null): void {
    if (person === null) return;
    const start = mention?.start ?? spans[0]!.start;
    const { sentence, paragraph } = this.placeOf(start);
    this.#heard.push({
      person,
      start,
      sentence,
      paragraph,
      subject: true,
      first: false,
      speaker: true,
      quoted: false,
      aside: false,
      modifier: false,
    });
  }

  /** Who was named or heard before `offset`, nearest first; nobody from within the quotation itself. */
  *before(offset: number, { spans }: Finding): Iterable<Antecedent> {
    let i = lastAtOrBefore(this.#antecedents, offset);
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

  #firstVerb(sentence: number): number {
    let at = this.#verbs.get(sentence);
    if (at === undefined) {
      const verb = this.#analysis.sentences[sentence]?.tokens.find(({ pos }) => pos === "VERB" || pos === "AUX");
      at = verb?.start ?? Number.POSITIVE_INFINITY;
      this.#verbs.set(sentence, at);
    }
    return at;
  }

  /** True for the name in "Delgado's campaign", "a Delgado supporter": somebody else is meant. */
  #modifies(sentence: number, { end }: Span): boolean {
    const { body } = this.#analysis;
    if (body[end] === "’" || body[end] === "'") return true;
    if (body[end] !== " " || !/^\p{Ll}/u.test(body.slice(end + 1, end + 2))) return false;
    const tokens = this.#analysis.sentences[sentence]?.tokens ?? [];
    return tokens[lastAtOrBefore(tokens, end + 1)]?.pos === "NOUN";
  }
}
