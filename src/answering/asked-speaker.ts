import type { Scope } from "../corpus/scope.ts";
import { termsOf } from "../retrieval/terms.ts";

/**
 * The names in `scope` that `words` may mean ("Peskov", "the Kremlin's spokesman"), most quoted first.
 *
 * One name is an answer, several are a question back, none is an unknown speaker. A part of a name counts when it is
 * all that was asked; a role when all its words are there.
 */
export function findAskedSpeaker(words: string, scope: Scope): string[] {
  const asked = words.toLowerCase().replace(/^(?:the|mr\.?|mrs\.?|ms\.?) /, "");
  if (asked === "") return [];
  const same = scope.speakers.filter(({ name, aliases }) =>
    [name, ...aliases].some((form) => form.toLowerCase() === asked),
  );
  if (same.length > 0) return same.map(({ name }) => name);
  const wanted = termsOf(words).map(({ term }) => term);
  if (wanted.length === 0) return [];
  const holds = (text: string) => {
    const terms = new Set(termsOf(text).map(({ term }) => term));
    return wanted.every((term) => terms.has(term));
  };
  const inName = scope.speakers.filter(({ name, kind }) => kind === "person" && holds(name));
  if (inName.length > 0) return inName.map(({ name }) => name);
  return scope.speakers.filter(({ name, roles }) => holds([name, ...roles].join(" "))).map(({ name }) => name);
}
