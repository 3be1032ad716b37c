import { type Span, textOf } from "../span.ts";
import { isNeverName } from "./not-names.ts";
import { isAcronym, isBody, isOrganisationNoun } from "./organisation-nouns.ts";
import { isVague } from "./people.ts";
import { isPlace } from "./places.ts";
import type { Person } from "./reading.ts";
import { isPostnominal, isTitle } from "./titles.ts";
import { findWords, type Word } from "./words.ts";

/** Whom the words of a mention name, before anything but the names of the article was looked at. */
export type MentionHead =
  | { readonly kind: "person"; readonly person: Person }
  /** A name that stands nowhere else in the article. */
  | { readonly kind: "name"; readonly name: string; readonly organisation: boolean }
  | { readonly kind: "pronoun"; readonly word: string; readonly start: number }
  /** A noun that says what somebody is: "the Presidential Spokesperson". */
  | { readonly kind: "role"; readonly text: string }
  | { readonly kind: "unnamed" };

/** Who stands in the article where: entries by the offset of a mention's first code unit, and of its last. */
export type NameIndex = { readonly at: (offset: number) => { readonly person: Person; readonly span: Span } | null };

const PRONOUN = /^(?:he|she|it|they|i|we|you|him|her|them|his|hers|their|its|himself|herself|who|me|us|my|our)$/i;
const BOUNDARY =
  /^(?:of|for|at|from|in|with|on|to|by|who|whose|whom|which|that|and|or|as|under|about|along|including|during|after|against|speaking|representing|told|said|last|earlier|later|recently|this|today|yesterday|tonight|also|then|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/i;
const WRITING = /^(?:tweet|post|letter|email|e-mail|message|memo|note|statement|op-ed|essay|blog)s?$/;
const GROUP =
  /^(?:Republicans?|Democrats?|Libertarians?|Conservatives?|Tories|Liberals|Independents|Muslims?|Christians?|Jews|Catholics|Latinos?|Hispanics?)$/;

/**
 * The head of the mention: the last noun before its first comma, preposition or relative clause. Neither the possessor
 * ("Trump's campaign") nor the object ("a spokesman for Trump") is the head; a name in apposition is ("the judge, Gonzalo Curiel,").
 */
export function headOfMention(body: string, mention: Span, names: NameIndex): MentionHead {
  const words = findWords(body, mention);
  const first = words[0];
  if (first === undefined) return { kind: "unnamed" };
  if (words.length === 1 && PRONOUN.test(first.text) && !isAcronym(first.text))
    return { kind: "pronoun", word: first.text.toLowerCase(), start: first.start };
  const end = segmentEnd(body, words, 0, names);
  // "Robert Fenn MP"
  const last = words[end > 2 && isPostnominal(words[end - 1]!.text) ? end - 2 : end - 1]!;
  const entity = names.at(last.start);
  // "Ann Lund and Carl Novak": what both said is neither one's alone.
  if (entity?.person.kind === "person" && words[end]?.text === "and" && words[end]!.joined) return { kind: "unnamed" };
  const whole = end === words.length;
  // "Ann Lund's tweet read": what somebody writes speaks for nobody else.
  const writer = WRITING.test(last.text) && words[end - 2]?.possessive ? names.at(words[end - 2]!.start) : null;
  if (writer !== null) return { kind: "person", person: writer.person };
  if (entity !== null && (!last.possessive || whole)) return { kind: "person", person: entity.person };
  if (entity === null && last.capital && (!last.possessive || whole)) {
    const raw = rawName(words.slice(0, end));
    // A single word that opens a sentence ("Officials") is a name only when the names of the article know it.
    if (
      raw !== null &&
      !(raw.name === first.text && /(?:^|[\n.!?"”—–-]\s*)$/.test(body.slice(Math.max(0, first.start - 3), first.start)))
    )
      return raw;
  }
  const apposed = end < words.length && !last.possessive ? apposedPerson(body, words, end, names) : null;
  if (apposed !== null) return { kind: "person", person: apposed };
  return { kind: "role", text: textOf(body, { start: first.start, end: roleEnd(body, words, end) }) };
}

/** The person whose name follows the role that ends before `end`: "Trump's lawyer, Michael Cohen". */
function apposedPerson(body: string, words: readonly Word[], end: number, names: NameIndex): Person | null {
  const [role, next] = [words[end - 1]!, words[end]!];
  const personAt = (from: number, to: number) => {
    const word = words[to - 1]!;
    const entity = word.possessive || BOUNDARY.test(words[from]!.text) ? null : names.at(word.start);
    // "a spokeswoman, Mairi McLean": whom a role explains is a person.
    return entity?.person.kind === "person" && (isTitle(role.text) || !isVague(entity.person)) ? entity : null;
  };
  const to = segmentEnd(body, words, end, names);
  if (/^(?:, | [—–-] ?)$/.test(body.slice(role.end, next.start))) {
    const beside = personAt(end, to);
    if (beside !== null) return beside.person;
  }
  // "the ambassador at the time, John Herbst": the name is all that stands behind the last comma.
  const comma = words.findLastIndex((word, i) => i > end && body.slice(words[i - 1]!.end, word.start) === ", ");
  if (comma > 0 && segmentEnd(body, words, comma, names) === words.length) {
    const behind = personAt(comma, words.length);
    if (behind !== null) return behind.person;
  }
  const inner = names.at(words[to - 1]!.start);
  if (inner?.person.kind !== "person" || words[to - 1]!.possessive) return null;
  // "chairman of the RNC Reince Priebus": the name stands behind the body, not behind the preposition.
  if (/^(?:of|for|at|from|in|on)$/.test(next.text)) return standsBehindBody(words, inner.span) ? inner.person : null;
  // "Former Secretary of State and presidential frontrunner Hillary Clinton"
  const before = words.findLast(({ end }) => end < inner.span.start);
  return next.text === "and" && isTitle(role.text) && before !== undefined && isTitle(before.text)
    ? inner.person
    : null;
}

/** Index behind the last word of the noun phrase that begins at `from`. */
function segmentEnd(body: string, words: readonly Word[], from: number, names: NameIndex): number {
  for (let i = from + 1; i < words.length; i++) {
    // "University of Texas president": no end within a name.
    const name = names.at(words[i]!.start);
    if (name !== null && name.span.start < words[i]!.start) continue;
    const gap = body.slice(words[i - 1]!.end, words[i]!.start).replace(/^[’']s?/, "");
    if (BOUNDARY.test(words[i]!.text) || /[^\s"“”]/.test(gap)) return i;
  }
  return words.length;
}

function standsBehindBody(words: readonly Word[], name: Span): boolean {
  const before = words.findLast(({ end }) => end < name.start);
  return (
    before?.capital === true && (isOrganisationNoun(before.text) || isAcronym(before.text) || isPlace(before.text))
  );
}

/** The role goes on over "for the Kremlin", to the first comma. */
function roleEnd(body: string, words: readonly Word[], from: number): number {
  let end = words[from - 1]!.end;
  for (const word of words.slice(from)) {
    if (/[^\s’'s]/.test(body.slice(end, word.start)) || /^(?:who|that|which|and|or)$/.test(word.text)) break;
    end = word.end;
  }
  return end;
}

function rawName(words: readonly Word[]): Extract<MentionHead, { kind: "name" }> | null {
  let from = words.length;
  while (from > 0 && words[from - 1]!.capital && (from === words.length || words[from]!.joined)) from--;
  const capitals = words.slice(from).filter(({ text }, i) => i > 0 || !isNeverName(text));
  const name = capitals.slice(capitals.findLastIndex(({ text }) => isTitle(text)) + 1);
  const last = name.at(-1);
  if (last === undefined || GROUP.test(last.text) || isTitle(last.text) || isNeverName(last.text)) return null;
  const text = name.map(({ text }) => text).join(" ");
  const definite = words[from - 1]?.text.toLowerCase() === "the" || words[from]?.text === "The";
  const organisation = isBody(last.text) || isOrganisationNoun(last.text) || isPlace(last.text) || definite;
  return { kind: "name", name: text, organisation };
}
