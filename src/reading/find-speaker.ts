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
  const forms = new Map(speakers.map((speaker) => [speaker, [speaker.name, ...speaker.aliases].map(fold)]));
  const exact = speakers.filter((speaker) => forms.get(speaker)!.includes(asked));
  // Whoever has the surname is meant as much as somebody the articles call by nothing else.
  const surname = speakers.filter(({ kind, name }) => kind === "person" && fold(name).endsWith(` ${asked}`));
  const bySurname = [...new Set([...exact, ...surname])];
  if (bySurname.length > 0) return preferQuoted(bySurname);
  const wanted = asked.split(" ");
  const inName = speakers.filter(({ name }) => {
    const have = fold(name).split(" ");
    return wanted.every((word) => have.includes(word));
  });
  if (inName.length > 0) return preferQuoted(inName);
  const office = definiteOffice(words.replace(/^the /i, ""));
  if (office === null) return [];
  const inOffice = speakers.filter(({ roles }) => roles.some((role) => isSameOffice(office, parseOffice(role))));
  return inOffice;
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
