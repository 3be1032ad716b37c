import type { Span } from "../span.ts";
import type { Analysis } from "./analysis.ts";
import { type Gender, genderOfForename, isForename } from "./forenames.ts";
import { findNames, type Name } from "./names.ts";
import { isPlace } from "./places.ts";
import type { Person } from "./reading.ts";
import { findRoles } from "./roles.ts";
import { genderOfTitle } from "./titles.ts";

type Draft = {
  words: readonly string[];
  name: string;
  kind: Person["kind"];
  aliases: Set<string>;
  roles: string[];
  mentions: Span[];
  votes: { f: number; m: number };
};

/**
 * Everybody the article names, in the order of their first mention.
 *
 * A short form belongs to the one longer name that ends (or begins) with it; where two people could be meant the gender decides, and
 * when that does not either, the form belongs to nobody.
 */
export function findPeople(analysis: Analysis): Person[] {
  const names = withoutPlaces(findNames(analysis));
  const drafts = new Map<string, Draft>();
  const owners: (Draft | null)[] = names.map(() => null);
  for (const [i, name] of names.entries()) {
    if (name.kind === null || (name.kind === "person" && name.words.length === 1)) continue;
    const draft = draftOf(drafts, name.kind, name.words);
    owners[i] = draft;
    note(draft, name, analysis.body);
  }
  const bySurname = new Map<string, Draft[]>();
  mergeNicknames(drafts, owners);
  const byFirst = new Map<string, Draft[]>();
  for (const draft of drafts.values()) {
    if (draft.kind === "place") continue;
    if (draft.kind === "person") {
      for (let i = 1; i < draft.words.length; i++) push(bySurname, draft.words.slice(i).join(" "), draft);
    }
    if (draft.kind === "person" || draft.words.length > 1) push(byFirst, draft.words[0]!, draft);
  }
  for (const [i, name] of names.entries()) {
    if (owners[i] !== null) continue;
    const form = name.words.join(" ");
    const owner = ownerOf(
      name,
      bySurname.get(form) ?? [],
      (byFirst.get(form) ?? []).filter(({ kind }) => kind === "person"),
    );
    if (owner === "ambiguous") continue;
    if (owner !== null) {
      owners[i] = owner;
      note(owner, name, analysis.body);
      if (form !== owner.name) owner.aliases.add(form);
    } else if (name.kind === "person" || name.honorific !== null) {
      const draft = draftOf(drafts, "person", name.honorific === null ? name.words : [name.honorific, ...name.words]);
      owners[i] = draft;
      if (!bySurname.has(form)) bySurname.set(form, [draft]);
      note(draft, name, analysis.body);
      if (name.honorific !== null) draft.aliases.add(form);
    } else {
      const draft = draftOf(drafts, name.definite ? "organisation" : "person", name.words);
      owners[i] = draft;
      note(draft, name, analysis.body);
    }
  }
  linkAcronyms(names, owners);
  return [...new Set(owners)]
    .filter((draft) => draft !== null)
    .filter(({ mentions }) => mentions.length > 0)
    .map(({ name, kind, aliases, roles, mentions, votes }) => ({
      name,
      kind,
      gender: kind !== "person" || votes.f === votes.m ? null : votes.f > votes.m ? "f" : "m",
      aliases: [...aliases],
      roles,
      mentions: mentions.sort((a, b) => a.start - b.start),
    }));
}

/** "Wisconsin Trump" is Trump where the article knows a Trump by another forename; Paris Hilton stays whole. */
function withoutPlaces(names: readonly Name[]): Name[] {
  const placed = ({ words, kind }: Name) =>
    kind === "person" && words.length === 2 && isPlace(words[0]!) && !isForename(words[0]!);
  const surnames = new Set(
    names.filter((name) => name.words.length > 1 && !placed(name)).map(({ words }) => words.at(-1)),
  );
  return names.map((name) => {
    if (!placed(name) || !surnames.has(name.words[1])) return name;
    return { ...name, words: name.words.slice(1), start: name.end - name.words[1]!.length, kind: null };
  });
}

function draftOf(drafts: Map<string, Draft>, kind: Person["kind"], words: readonly string[]): Draft {
  const bare = kind === "person" ? words.filter((word) => !/^(?:\p{Lu}\.|Jr\.?|Sr\.?|II|III)$/u.test(word)) : words;
  // "Hillary Rodham Clinton" is Hillary Clinton: who shares the first and the last word is one person.
  const key =
    kind === "person" && bare.length > 1
      ? `person ${bare[0]} ${bare.at(-1)}`
      : `${kind} ${words.join(" ").toLowerCase()}`;
  const known = drafts.get(key);
  const name = words.join(" ");
  if (known !== undefined) {
    if (name !== known.name) known.aliases.add(name);
    return known;
  }
  const draft: Draft = { words: bare, name, kind, aliases: new Set(), roles: [], mentions: [], votes: { f: 0, m: 0 } };
  drafts.set(key, draft);
  return draft;
}

function note(draft: Draft, name: Name, body: string): void {
  draft.mentions.push({ start: name.start, end: name.end });
  if (draft.kind !== "person") return;
  if (name.gender !== null) draft.votes[name.gender]++;
  for (const role of findRoles(body, name)) {
    const gender = genderOfTitle(role.split(/\s/).at(-1)!);
    if (gender !== null) draft.votes[gender]++;
    if (!draft.roles.includes(role)) draft.roles.push(role);
  }
}

function ownerOf(name: Name, bySurname: readonly Draft[], byFirst: readonly Draft[]): Draft | "ambiguous" | null {
  const agreeing = bySurname.filter((draft) => agrees(name.gender, draft));
  if (agreeing.length === 1) return agreeing[0]!;
  if (agreeing.length > 1) {
    const [most, second] = agreeing.toSorted((a, b) => b.mentions.length - a.mentions.length);
    const [many, few] = [most!.mentions.length, second!.mentions.length];
    // Whom the article brings in first and names most often is called by the surname alone, the others by forename too.
    const first = agreeing.every((other) => other === most || other.mentions[0]!.start > most!.mentions[0]!.start);
    if (many >= 3 * few || (first && many > few)) return most!;
    return "ambiguous";
  }
  if (bySurname.length === 0 && byFirst.length === 1 && agrees(name.gender, byFirst[0]!)) return byFirst[0]!;
  return bySurname.length === 0 && byFirst.length > 1 ? "ambiguous" : null;
}

function agrees(gender: Gender, { votes, words }: Draft): boolean {
  if (gender === null) return true;
  const known =
    votes.f === votes.m ? (isForename(words[0]!) ? genderOfForename(words[0]!) : null) : votes.f > votes.m ? "f" : "m";
  return known === null || known === gender;
}

/** "Ken Starr" is Kenneth Starr: one forename begins with the other, and nothing tells two genders. */
function mergeNicknames(drafts: Map<string, Draft>, owners: (Draft | null)[]): void {
  const bySurname = new Map<string, Draft[]>();
  for (const draft of drafts.values()) if (draft.kind === "person") push(bySurname, draft.words.at(-1)!, draft);
  const merged = new Map<Draft, Draft>();
  for (const bearers of bySurname.values()) {
    if (bearers.length !== 2) continue;
    const [long, short] = bearers[0]!.words[0]!.length >= bearers[1]!.words[0]!.length ? bearers : bearers.toReversed();
    const nickname = short!.words[0]!;
    if (nickname.length < 3 || !long!.words[0]!.startsWith(nickname) || !agrees(genderOfForename(nickname), long!))
      continue;
    const [name, alias] =
      short!.mentions[0]!.start < long!.mentions[0]!.start ? [short!.name, long!.name] : [long!.name, short!.name];
    long!.name = name;
    long!.aliases.add(alias);
    for (const alias of short!.aliases) long!.aliases.add(alias);
    long!.mentions.push(...short!.mentions);
    for (const role of short!.roles) if (!long!.roles.includes(role)) long!.roles.push(role);
    short!.mentions.length = 0;
    merged.set(short!, long!);
  }
  if (merged.size === 0) return;
  for (const [key, draft] of drafts) if (merged.has(draft)) drafts.delete(key);
  for (const [i, owner] of owners.entries()) if (owner !== null) owners[i] = merged.get(owner) ?? owner;
}

/** "World Health Organization (WHO)", or the initials of a body named elsewhere in full. */
function linkAcronyms(names: readonly Name[], owners: (Draft | null)[]): void {
  const initials = new Map<string, Draft>();
  for (const draft of owners) {
    if (draft?.kind !== "organisation" || draft.words.length < 2) continue;
    initials.set(
      draft.words
        .filter((word) => /^\p{Lu}/u.test(word))
        .map((word) => word[0])
        .join(""),
      draft,
    );
  }
  for (const [i, { words }] of names.entries()) {
    const own = owners[i];
    if (own?.kind !== "organisation" || words.length > 1) continue;
    const long = initials.get(words[0]!.replaceAll(".", ""));
    if (long === undefined || long === own) continue;
    owners[i] = long;
    long.aliases.add(words[0]!);
    long.mentions.push({ start: names[i]!.start, end: names[i]!.end });
  }
}

function push(map: Map<string, Draft[]>, key: string, draft: Draft): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [draft]);
  else if (!list.includes(draft)) list.push(draft);
}
