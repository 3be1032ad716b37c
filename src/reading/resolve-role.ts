import { isOrganisationNoun } from "./organisation-nouns.ts";
import type { Person } from "./reading.ts";
import { type Office, parseOffice } from "./roles.ts";
import { genderOfTitle } from "./titles.ts";

/** The people of an article by the noun of their roles. */
export type RoleIndex = ReadonlyMap<string, readonly { readonly person: Person; readonly office: Office }[]>;

/** More holders of a role than this are told apart by nothing. */
const MOST_HOLDERS = 50;

export function indexRoles(people: readonly Person[]): RoleIndex {
  const index = new Map<string, { person: Person; office: Office }[]>();
  for (const person of people) {
    for (const role of person.kind === "person" ? person.roles : []) {
      const office = parseOffice(role);
      if (office === null) continue;
      const known = index.get(office.head);
      if (known === undefined) index.set(office.head, [{ person, office }]);
      else known.push({ person, office });
    }
  }
  return index;
}

/**
 * Who a noun phrase without a name means ("the Presidential Spokesperson"): the only one in the article whose role has the same noun
 * and conflicts in neither country nor office. Indefinite phrases ("a White House spokesperson") mean nobody.
 */
export function resolveRole(text: string, roles: RoleIndex): Person | null {
  const asked = definiteOffice(text);
  const holders = asked === null ? [] : (roles.get(asked.head) ?? []);
  if (asked === null || holders.length > MOST_HOLDERS) return null;
  const gender = genderOfTitle(text.split(/\s/).find((word) => genderOfTitle(word) !== null) ?? "");
  const matching = new Set<Person>();
  for (const { person, office } of holders) {
    const agrees = gender === null || person.gender === null || person.gender === gender;
    if (agrees && isSameOffice(asked, office)) matching.add(person);
  }
  return matching.size === 1 ? [...matching][0]! : null;
}

/** Which body "the agency" means: the only one in the article with that word in its name. */
export function resolveBody(text: string, people: readonly Person[]): Person | null {
  const noun = /^the (\p{Ll}{3,20})$/iu.exec(text)?.[1];
  if (noun === undefined) return null;
  const word = noun[0]!.toUpperCase() + noun.slice(1);
  if (!isOrganisationNoun(word)) return null;
  const bodies = people.filter(({ kind, name }) => kind === "organisation" && name.split(" ").includes(word));
  return bodies.length === 1 ? bodies[0]! : null;
}

/** The people of an article by what a label in capitals calls them: the whole name, or a surname (`null`: two have it). */
export function indexLabels(people: readonly Person[]): Map<string, Person | null> {
  const labels = new Map<string, Person | null>();
  const persons = people.filter(({ kind }) => kind === "person");
  for (const person of persons) {
    const surname = person.name.slice(person.name.lastIndexOf(" ") + 1).toUpperCase();
    labels.set(surname, labels.has(surname) ? null : person);
  }
  for (const person of persons) if (person.name.includes(" ")) labels.set(person.name.toUpperCase(), person);
  return labels;
}

/** Whom the label means, by the whole of it or by its last word. */
export function resolveLabel(label: string, labels: ReadonlyMap<string, Person | null>): Person | null {
  const own = label.toUpperCase();
  return labels.get(own) ?? labels.get(own.slice(own.lastIndexOf(" ") + 1)) ?? null;
}

/** The office that a mention names as somebody's only one; `null` for "a spokesman", "his lawyer", "officials". */
export function definiteOffice(mention: string): Office | null {
  if (
    /^(?:an?|another|one|some|any|two|three|several|his|her|their|my|our|no|many|most|other|every|each)\b/i.test(
      mention,
    )
  )
    return null;
  return parseOffice(mention);
}

/** True when both roles have the same noun and nothing that narrows one contradicts the other. */
export function isSameOffice(a: Office, b: Office | null): boolean {
  if (b === null || a.head !== b.head || a.former !== b.former) return false;
  if (a.country !== null && b.country !== null && a.country !== b.country) return false;
  const compatible = (x: readonly string[], y: readonly string[]) =>
    x.length === 0 || y.length === 0 || x.some((word) => y.includes(word));
  if (a.names.length > 0 && !a.names.some((name) => b.names.includes(name) || b.modifiers.includes(name))) return false;
  return compatible(a.modifiers, [...b.modifiers, ...b.names]);
}
