import { definiteOffice, isSameOffice } from "./resolve-role.ts";
import { parseOffice } from "./roles.ts";
import type { Speaker } from "./speakers.ts";

/**
 * The speakers that a member's words can mean, most quoted first: a name, a part of one, a role ("the Kremlin's spokesman").
 *
 * One is an answer, several are a question back, none is somebody the articles do not name.
 */
export function findSpeakers(words: string, speakers: readonly Speaker[]): Speaker[] {
  const asked = fold(words).replace(/^(?:the|mr|mrs|ms|miss|dr|president|minister) /, "");
  if (asked === "") return [];
  const { byForm, byWord, inOrder } = directoryOf(speakers);
  const exact = byForm.get(asked) ?? [];
  const wanted = asked.split(" ");
  // Whoever is meant by a part of a name has its last word in it.
  const near = byWord.get(wanted.at(-1)!) ?? [];
  // Whoever has the surname is meant as much as somebody the articles call by nothing else.
  const surname = near.filter((speaker) => speaker.kind === "person" && foldName(speaker).endsWith(` ${asked}`));
  const bySurname = [...new Set([...exact, ...surname])];
  if (bySurname.length > 0) return preferQuoted(bySurname);
  const inName = near.filter((speaker) => {
    const have = foldName(speaker).split(" ");
    return wanted.every((word) => have.includes(word));
  });
  if (inName.length > 0) return preferQuoted(inName);
  const office = definiteOffice(words.replace(/^the /i, ""));
  if (office === null) return [];
  return inOrder.filter((speaker) => officesOf(speaker).some((other) => isSameOffice(office, other)));
}

/** The speakers of one scope by what they are called, folded. */
type Directory = {
  readonly byForm: ReadonlyMap<string, Speaker[]>;
  readonly byWord: ReadonlyMap<string, Speaker[]>;
  readonly inOrder: readonly Speaker[];
};

// A list of speakers lives as long as its scope, a speaker longer: only what changed is folded anew.
const directories = new WeakMap<readonly Speaker[], Directory>();
const forms = new WeakMap<Speaker, readonly string[]>();
const offices = new WeakMap<Speaker, readonly ReturnType<typeof parseOffice>[]>();

function directoryOf(speakers: readonly Speaker[]): Directory {
  const known = directories.get(speakers);
  if (known !== undefined) return known;
  const [byForm, byWord] = [new Map<string, Speaker[]>(), new Map<string, Speaker[]>()];
  const enter = (map: Map<string, Speaker[]>, key: string, speaker: Speaker) => {
    const entry = map.get(key);
    if (entry === undefined) map.set(key, [speaker]);
    else entry.push(speaker);
  };
  for (const speaker of speakers) {
    for (const form of new Set(formsOf(speaker))) enter(byForm, form, speaker);
    for (const word of new Set(foldName(speaker).split(" "))) enter(byWord, word, speaker);
  }
  const directory = { byForm, byWord, inOrder: speakers };
  directories.set(speakers, directory);
  return directory;
}

/** Folded; the name first. */
function formsOf(speaker: Speaker): readonly string[] {
  let folded = forms.get(speaker);
  if (folded === undefined) {
    folded = [speaker.name, ...speaker.aliases].map(fold);
    forms.set(speaker, folded);
  }
  return folded;
}

function foldName(speaker: Speaker): string {
  return formsOf(speaker)[0]!;
}

function officesOf(speaker: Speaker): readonly ReturnType<typeof parseOffice>[] {
  let parsed = offices.get(speaker);
  if (parsed === undefined) {
    parsed = speaker.roles.map(parseOffice);
    offices.set(speaker, parsed);
  }
  return parsed;
}

/** Bodies and places with the same word in them are no alternative to a person, nor is one who never spoke to one who did by that very name. */
function preferQuoted(speakers: Speaker[]): Speaker[] {
  const full = speakers.filter(({ name }) => name.includes(" "));
  return full.length === 0 ? speakers : speakers.filter(({ name, quotations }) => name.includes(" ") || quotations > 0);
}

/** Lower case, without accents, full stops and possessive endings. */
function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’']s?\b/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
