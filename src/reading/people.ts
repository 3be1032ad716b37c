import type { Analysis } from "./analysis.ts";
import { isForename } from "./forenames.ts";
import { linkAcronyms, mergeNicknames } from "./merge-people.ts";
import type { Name } from "./name-chunk.ts";
import { findNames } from "./names.ts";
import { isBody, isOrganisationNoun } from "./organisation-nouns.ts";
import { agrees, type Bearers, type Draft, draftOf, note, push } from "./person-draft.ts";
import { isPlace, soundsLikeCountry } from "./places.ts";
import type { Person } from "./reading.ts";
import { Slips } from "./slips.ts";

/** More people of one surname than this are told apart by nothing. */
const MOST_NAMESAKES = 20;

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
  const bySurname: Bearers = new Map();
  mergeNicknames(drafts, owners);
  const byFirst: Bearers = new Map();
  /** "the University" after "University of Southern Indiana" */
  const byNoun: Bearers = new Map();
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
