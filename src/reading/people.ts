import type { Span } from "../span.ts";
import type { Analysis } from "./analysis.ts";
import { type Gender, genderOfForename, isForename } from "./forenames.ts";
import { findNames, type Name } from "./names.ts";
import { isBody, isOrganisationNoun } from "./organisation-nouns.ts";
import { isPlace, soundsLikeCountry } from "./places.ts";
import type { Person } from "./reading.ts";
import { findRoles } from "./roles.ts";
import { Slips } from "./slips.ts";
import { genderOfTitle } from "./titles.ts";

/** More people of one surname than this are told apart by nothing. */
const MOST_NAMESAKES = 20;

type Draft = {
  words: readonly string[];
  name: string;
  kind: Person["kind"];
  aliases: Set<string>;
  roles: Set<string>;
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
  const bySurname = new Map<string, Set<Draft>>();
  mergeNicknames(drafts, owners);
  const byFirst = new Map<string, Set<Draft>>();
  /** "the University" after "University of Southern Indiana" */
  const byNoun = new Map<string, Set<Draft>>();
  for (const draft of drafts.values()) {
    if (draft.kind === "person") {
      for (let i = 1; i < draft.words.length; i++) push(bySurname, draft.words.slice(i).join(" "), draft);
      if (draft.words.length > 1) push(byFirst, draft.words[0]!, draft);
    } else if (draft.kind === "organisation" && draft.words.length > 1) {
      for (const word of draft.words) if (isOrganisationNoun(word)) push(byNoun, word, draft);
    }
  }
  const located = new Set(names.flatMap((name) => (name.located ? name.words.join(" ") : [])));
  const slips = new Slips(bySurname.keys());
  for (const [i, name] of names.entries()) {
    if (owners[i] !== null) continue;
    const form = name.words.join(" ");
    const bearers =
      bySurname.get(form) ?? (byFirst.has(form) || name.definite ? undefined : bySurname.get(slips.find(form) ?? ""));
    const owner =
      isOrganisationNoun(form) && !isBody(form)
        ? (onlyOne(byNoun.get(form)) ?? "ambiguous")
        : ownerOf(name, bearers, byFirst.get(form));
    if (owner === "ambiguous") continue;
    if (owner !== null) {
      owners[i] = owner;
      note(owner, name, analysis.body);
      if (form !== owner.name) owner.aliases.add(form);
    } else if (name.kind === "person" || name.honorific !== null) {
      const draft = draftOf(drafts, "person", name.honorific === null ? name.words : [name.honorific, ...name.words]);
      owners[i] = draft;
      if (!bySurname.has(form)) push(bySurname, form, draft);
      note(draft, name, analysis.body);
      if (name.honorific !== null) draft.aliases.add(form);
    } else {
      const draft = draftOf(
        drafts,
        located.has(form) || soundsLikeCountry(form) ? "place" : name.definite ? "organisation" : "person",
        name.words,
      );
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
      roles: [...roles],
      mentions: mentions.sort((a, b) => a.start - b.start),
    }));
}

/** True when nothing but capital letters tells that a person is meant. */
export function isVague({ name, kind, gender, roles }: Person): boolean {
  return kind === "person" && gender === null && roles.length === 0 && !isForename(name.split(" ")[0]!);
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

function bornLater(suffix: string): string {
  return /^(?:Jr\.?|II|III)$/.test(suffix) ? " Jr." : "";
}

function draftOf(drafts: Map<string, Draft>, kind: Person["kind"], words: readonly string[]): Draft {
  const bare = kind === "person" ? words.filter((word) => !/^(?:\p{Lu}\.|Jr\.?|Sr\.?|II|III)$/u.test(word)) : words;
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

function note(draft: Draft, name: Name, body: string): void {
  draft.mentions.push({ start: name.start, end: name.end });
  if (draft.kind !== "person") return;
  if (name.gender !== null) draft.votes[name.gender]++;
  for (const role of findRoles(body, name)) {
    const gender = genderOfTitle(role.split(/\s/).at(-1)!);
    if (gender !== null) draft.votes[gender]++;
    draft.roles.add(role);
  }
}

function ownerOf(
  name: Name,
  bearers: ReadonlySet<Draft> | undefined,
  byFirst: ReadonlySet<Draft> | undefined,
): Draft | "ambiguous" | null {
  if (bearers === undefined) {
    if (byFirst === undefined) return null;
    const only = onlyOne(byFirst);
    return only === null ? "ambiguous" : agrees(name.gender, only) ? only : null;
  }
  if (bearers.size > MOST_NAMESAKES) return "ambiguous";
  const agreeing = [...bearers].filter((draft) => agrees(name.gender, draft));
  if (agreeing.length < 2) return agreeing[0] ?? null;
  const introduced = agreeing.filter(({ mentions }) => mentions[0]!.start < name.start);
  if (introduced.length === 1) return introduced[0]!;
  const [most, second] = agreeing.toSorted((a, b) => b.mentions.length - a.mentions.length);
  const [many, few] = [most!.mentions.length, second!.mentions.length];
  // Whom the article brings in first and names most often is called by the surname alone, the others by forename too.
  const first = agreeing.every((other) => other === most || other.mentions[0]!.start > most!.mentions[0]!.start);
  return many >= 3 * few || (first && many > few) ? most! : "ambiguous";
}

function onlyOne(drafts: ReadonlySet<Draft> | undefined): Draft | null {
  return drafts?.size === 1 ? [...drafts][0]! : null;
}

function agrees(gender: Gender, { votes, words }: Draft): boolean {
  if (gender === null) return true;
  const known =
    votes.f === votes.m ? (isForename(words[0]!) ? genderOfForename(words[0]!) : null) : votes.f > votes.m ? "f" : "m";
  return known === null || known === gender;
}

/** "Ken Starr" is Kenneth Starr: one forename begins with the other, and nothing tells two genders. */
function mergeNicknames(drafts: Map<string, Draft>, owners: (Draft | null)[]): void {
  const bySurname = new Map<string, Set<Draft>>();
  for (const draft of drafts.values()) if (draft.kind === "person") push(bySurname, draft.words.at(-1)!, draft);
  const merged = new Map<Draft, Draft>();
  for (const bearers of bySurname.values()) {
    if (bearers.size !== 2) continue;
    const [one, other] = [...bearers] as [Draft, Draft];
    const [long, short] = one.words[0]!.length >= other.words[0]!.length ? [one, other] : [other, one];
    const nickname = short.words[0]!;
    const shortened = nickname.length >= 3 && nickname !== long.words[0] && long.words[0]!.startsWith(nickname);
    if (!(shortened || isSlip(long, short)) || !agrees(genderOfForename(nickname), long)) continue;
    const shortFirst = shortened
      ? short.mentions[0]!.start < long.mentions[0]!.start
      : short.mentions.length > long.mentions.length;
    const [name, alias] = shortFirst ? [short.name, long.name] : [long.name, short.name];
    long.name = name;
    long.aliases.add(alias);
    for (const alias of short.aliases) long.aliases.add(alias);
    long.mentions.push(...short.mentions);
    for (const role of short.roles) long.roles.add(role);
    short.mentions.length = 0;
    merged.set(short, long);
  }
  if (merged.size === 0) return;
  for (const [key, draft] of drafts) if (merged.has(draft)) drafts.delete(key);
  for (const [i, owner] of owners.entries()) if (owner !== null) owners[i] = merged.get(owner) ?? owner;
}

/** "Kristin" beside "Kristen": one letter in the place of another, in a name that is written so only once. */
function isSlip(a: Draft, b: Draft): boolean {
  const [x, y] = [a.words[0]!, b.words[0]!];
  if (x.length !== y.length || x.length < 5 || Math.min(a.mentions.length, b.mentions.length) > 1) return false;
  return x[0] === y[0] && [...x].filter((letter, i) => letter !== y[i]).length === 1;
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

function push(map: Map<string, Set<Draft>>, key: string, draft: Draft): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([draft]));
  else known.add(draft);
}
