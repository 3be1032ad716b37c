import { genderOfForename } from "./forenames.ts";
import type { Name } from "./name-chunk.ts";
import { agrees, type Bearers, type Draft, push } from "./person-draft.ts";

// Two names of one person or body that share no form.

/** "Ken Starr" is Kenneth Starr: one forename begins with the other, and nothing tells two genders. */
export function mergeNicknames(drafts: Map<string, Draft>, owners: (Draft | null)[]): void {
  const bySurname: Bearers = new Map();
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
export function linkAcronyms(names: readonly Name[], owners: (Draft | null)[]): void {
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
