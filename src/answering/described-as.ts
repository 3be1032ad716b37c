import { newestFirst, type Scope } from "../corpus/scope.ts";
import type { Holding } from "../holding.ts";
import type { Person } from "../reading/reading.ts";
import { termsOf } from "../retrieval/terms.ts";
import { genderIn } from "./gender-in.ts";
import { anybody, headOf, isOtherKind, ofAnyGender, officesMeant } from "./role-words.ts";

/** So many articles are looked at. */
const ARTICLES = 20;

/** More than so many who are only near the words are told apart by nothing. */
const MOST = 5;

/** So many who speak in an article are looked at. */
const SPEAKING = 20;

/** So much of the first sentence is looked at, in UTF-16 code units. */
const LEAD = 1000;

/** So many places where somebody is named are looked at in an article. */
const MENTIONS = 20;

/** How far from a name its description is looked for, in UTF-16 code units. */
const NEAR = 90;

/** What stands right before a name: "police inspector ", "the coach of the team, ". */
const BEFORE = /((?:[\p{L}\p{N}'’-]+ ){0,6}[\p{L}\p{N}'’-]+),? $/u;

/** What stands in apposition behind it: ", the last keeper of the lighthouse". */
const BEHIND = /^, ([^,.;:“”"()\n]{2,80})/u;

/** The noun of a description stands at its end or before one of these. */
const NOUNS = /[\p{L}'’-]+(?= (?:of|for|at|from|in|with|on|who)\b)|[\p{L}'’-]+$/gu;

/**
 * The names of those whom the articles quote and describe as `words` do ("the lighthouse keeper", "the embassy guy"),
 * by a role or by what stands beside a name. What the words tell besides the office stands there too or, when it does for
 * nobody, in the same article; where they tell no office ("the bus guy"), it begins with that. The newest article first.
 */
export function describedAs(words: string, scope: Scope): string[] {
  const head = headOf(words);
  if (head === null) return [];
  const gender = anybody(head);
  const offices = gender === undefined ? officesMeant(head) : null;
  const besides = termsIn(words).filter((term) => term !== termsIn(head)[0]);
  const withAll = besides.map((term) => new Set(scope.index.articlesWith(term)));
  const anyOffice = (offices ?? []).flatMap(termsIn).flatMap((term) => scope.index.articlesWith(term));
  const ids = new Set(withAll[0] ?? anyOffice);
  const exact = new Set<string>();
  const near = new Set<string>();
  const common = [...ids].filter((id) => withAll.every((others) => others.has(id)));
  for (const holding of newestFirst(common, scope).slice(0, ARTICLES)) {
    const { article, reading } = holding;
    // "The ferry guy" of an article about a ferry, not of one that has a ferry somewhere.
    const lead = article.body.slice(0, reading.sentences[0]?.end).slice(0, LEAD);
    const begins = termsIn(`${article.title} ${lead}`);
    const isAbout = besides.every((term) => begins.includes(term));
    const speaking = new Set(reading.attributions.flatMap(({ speaker, speech }) => (speech && speaker) || []));
    for (const name of [...speaking].slice(0, SPEAKING)) {
      const person = reading.people.find((each) => each.kind === "person" && isCalled(name, each));
      if (person === undefined) continue;
      const descriptions = descriptionsOf(person, holding);
      const fitting = descriptions.filter(
        (text) => offices === null || nounsOf(text).some((noun) => offices.includes(noun)),
      );
      if (fitting.length === 0 && offices !== null) continue;
      const theirs = gender == null ? null : genderIn(name, scope);
      if (theirs !== null && theirs !== gender) continue;
      const told = termsIn(fitting.join(" "));
      if (besides.every((term) => told.includes(term))) exact.add(name);
      else if (offices === null ? isAbout : fitting.some((text) => !isOtherKind(words, text))) near.add(name);
    }
  }
  return exact.size > 0 ? [...exact] : near.size > MOST ? [] : [...near];
}

function isCalled(name: string, person: Person): boolean {
  return person.name === name || person.aliases.includes(name) || name.endsWith(` ${person.name}`);
}

/** Roles, and what stands beside the name wherever it stands. */
function descriptionsOf({ roles, mentions }: Person, { article: { body } }: Holding): string[] {
  const beside = mentions.slice(0, MENTIONS).flatMap(({ start, end }) => {
    const before = BEFORE.exec(body.slice(Math.max(0, start - NEAR), start).replace(/^.*[.;:!?“”"()\n]/su, ""));
    const behind = BEHIND.exec(body.slice(end, end + NEAR));
    return [before?.[1] ?? "", behind?.[1] ?? ""];
  });
  return [...roles, ...beside].filter((text) => text !== "");
}

function nounsOf(description: string): string[] {
  return [...description.matchAll(NOUNS)].map(([noun]) => ofAnyGender(noun));
}

function termsIn(text: string): string[] {
  return termsOf(text).map(({ term }) => term);
}
