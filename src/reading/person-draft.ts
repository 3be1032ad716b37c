import type { Span } from "../span.ts";
import { type Gender, genderOfForename, isForename } from "./forenames.ts";
import type { Name } from "./name-chunk.ts";
import type { Person } from "./reading.ts";
import { findRoles } from "./roles.ts";
import { genderOfTitle } from "./titles.ts";

/** What the names read so far tell of somebody. */
export type Draft = {
  words: readonly string[];
  name: string;
  kind: Person["kind"];
  aliases: Set<string>;
  roles: Set<string>;
  mentions: Span[];
  votes: { f: number; m: number };
};

/** Drafts by a word or form that may mean them. */
export type Bearers = Map<string, Set<Draft>>;

/** The draft of whoever these words name in full; a new one when they name nobody yet. */
export function draftOf(drafts: Map<string, Draft>, kind: Person["kind"], words: readonly string[]): Draft {
  const bare = kind === "person" ? words.filter((word) => !isAside(word)) : words;
  // A son is not his father. "Hillary Rodham Clinton" is Hillary Clinton: who shares the first and the last word is one person.
  const key =
    kind === "person" && bare.length > 1
      ? `person ${bare[0]} ${bare.at(-1)}${bornLater(words.at(-1)!)}`
      : `${kind} ${words.join(" ").toLowerCase()}`;
  const known = drafts.get(key);
  const name = words.join(" ");
  if (known !== undefined) {
    if (name !== known.name) known.aliases.add(name);
    return known;
  }
  const draft: Draft = {
    words: bare,
    name,
    kind,
    aliases: new Set(),
    roles: new Set(),
    mentions: [],
    votes: { f: 0, m: 0 },
  };
  drafts.set(key, draft);
  return draft;
}

/** True for an initial or a suffix, which tell less of a name than its other words. */
export function isAside(word: string): boolean {
  return word.length <= 3 && /^(?:\p{Lu}\.|Jr\.?|Sr\.?|II|III)$/u.test(word);
}

function bornLater(suffix: string): string {
  return /^(?:Jr\.?|II|III)$/.test(suffix) ? " Jr." : "";
}

/** Takes in that `name` means `draft`. */
export function note(draft: Draft, name: Name, body: string): void {
  draft.mentions.push({ start: name.start, end: name.end });
  if (draft.kind !== "person") return;
  if (name.gender !== null) draft.votes[name.gender]++;
  for (const role of findRoles(body, name)) {
    const gender = genderOfTitle(role.split(/\s/).at(-1)!);
    if (gender !== null) draft.votes[gender]++;
    draft.roles.add(role);
  }
}

/** False when the two genders are known and differ. */
export function agrees(gender: Gender, { votes, words }: Draft): boolean {
  if (gender === null) return true;
  const known =
    votes.f === votes.m ? (isForename(words[0]!) ? genderOfForename(words[0]!) : null) : votes.f > votes.m ? "f" : "m";
  return known === null || known === gender;
}

export function push(map: Bearers, key: string, draft: Draft): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([draft]));
  else known.add(draft);
}
