import type { Gender } from "../reading/forenames.ts";
import { parseOffice } from "../reading/roles.ts";

// Made by hand from how people talk: plain English, nothing of any corpus.

/** Words for somebody of whom only the rest of the phrase tells what they are: "the embassy guy". */
const ANYBODY: ReadonlyMap<string, Gender> = new Map<string, Gender>([
  ...["guy", "man", "dude", "bloke", "chap", "fella", "fellow", "gentleman", "lad", "boy"].map(
    (word): [string, Gender] => [word, "m"],
  ),
  ...["lady", "woman", "gal", "girl", "lass"].map((word): [string, Gender] => [word, "f"]),
  ...["person", "one", "somebody", "someone"].map((word): [string, Gender] => [word, null]),
]);

const HEADS = "head director manager president chairman chief executive ceo leader owner founder governor commander";

/** Words for an office that articles call otherwise. */
const LOOSE: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    boss: HEADS,
    chief: HEADS,
    head: HEADS,
    leader: "leader head chairman president chief",
    owner: "owner proprietor founder",
    cop: "police policeman officer inspector detective sergeant commissioner",
    doc: "doctor physician",
    pm: "premier minister",
    lawyer: "lawyer attorney solicitor counsel",
    scientist: "scientist researcher professor biologist physicist chemist",
    expert: "expert analyst professor researcher",
    pal: "friend",
    kid: "pupil boy girl child student",
    skipper: "captain",
  }).map(([word, means]) => [word, means.split(" ")]),
);

/** The noun of a phrase that says who is meant: "guy" of "the guy from the embassy". */
export function headOf(words: string): string | null {
  return wordsOf(words.replace(/ (?:of|for|at|from|in|with|who|on)\b.*$/i, "")).at(-1) ?? null;
}

/** The gender that a word for anybody tells; `undefined` when the word tells an office. */
export function anybody(head: string): Gender | undefined {
  return ANYBODY.get(head);
}

/** What articles may call the office of that word, itself first; the gender of the word apart. */
export function officesMeant(head: string): string[] {
  return [head, ...(LOOSE.get(head) ?? [])].map(ofAnyGender);
}

/** "Fisherwoman", "fishermen": the same office. */
export function ofAnyGender(word: string): string {
  return word.toLowerCase().replace(/(?<=\p{L}{3})(?:wom[ae]n|m[ae]n|person|people)$/u, "person");
}

/** True for a word by which people are asked for, not things. */
export function isRoleWord(word: string): boolean {
  return ANYBODY.has(word) || LOOSE.has(word) || parseOffice(word) !== null;
}

/** The words in small letters, each as it is written. */
export function wordsOf(text: string): string[] {
  return Array.from(text.toLowerCase().matchAll(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu), ([word]) =>
    word.replace(/['’]s?$/, ""),
  );
}

/** The prime minister is not the foreign minister: both have words before the noun, and none in common. */
export function isOtherKind(asked: string, role: string): boolean {
  const [mine, theirs] = [kindOf(asked), kindOf(role)];
  return mine.length > 0 && theirs.length > 0 && !mine.some((word) => theirs.includes(word));
}

/** The words in small letters before the noun of a role: "foreign" of "Estonia's foreign minister". */
function kindOf(role: string): string[] {
  const before = role
    .replace(/,? (?:of|for|at|from|in) .*$/i, "")
    .split(" ")
    .slice(0, -1);
  return before.filter((word) => /^\p{Ll}[\p{L}-]+$/u.test(word) && !/^(?:the|an?|former|then|new)$/.test(word));
}
