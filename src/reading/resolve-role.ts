import type { Person } from "./reading.ts";
import { type Office, parseOffice } from "./roles.ts";
import { genderOfTitle } from "./titles.ts";

/**
 * Who of `people` a noun phrase without a name means ("the Presidential Spokesperson"): the only one whose role has the same noun
 * and conflicts in neither country nor office. Indefinite phrases ("a White House spokesperson") mean nobody.
 */
export function resolveRole(text: string, people: readonly Person[]): Person | null {
  const office = definiteOffice(text);
  if (office === null) return null;
  const gender = genderOfTitle(text.split(/\s/).find((word) => genderOfTitle(word) !== null) ?? "");
  const matching = people.filter(
    (person) =>
      person.kind === "person" &&
      (gender === null || person.gender === null || person.gender === gender) &&
      person.roles.some((role) => isSameOffice(office, parseOffice(role))),
  );
  return matching.length === 1 ? matching[0]! : null;
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
