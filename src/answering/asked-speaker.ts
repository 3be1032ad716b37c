import type { Scope } from "../corpus/scope.ts";
import { findSpeakers } from "../reading/find-speaker.ts";

/**
 * The names in `scope` that `words` may mean ("Peskov", "the Kremlin's spokesman"), most quoted first.
 *
 * One name is an answer, several are a question back, none is an unknown speaker.
 */
export function findAskedSpeaker(words: string, scope: Scope): string[] {
  return findSpeakers(words, scope.speakers).map(({ name }) => name);
}

/** True when `words` name somebody whom an article quotes. */
export function isQuoted(words: string, scope: Scope): boolean {
  const names = new Set(findAskedSpeaker(words, scope));
  return names.size > 0 && scope.speakers.some(({ name, quotations }) => quotations > 0 && names.has(name));
}
