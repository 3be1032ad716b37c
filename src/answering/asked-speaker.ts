import type { Scope } from "../corpus/scope.ts";
import { findSpeakers } from "../reading/find-speaker.ts";
import type { Speaker } from "../reading/speakers.ts";

/**
 * The names in `scope` that `words` may mean ("Peskov", "the Kremlin's spokesman"), most quoted first.
 *
 * One name is an answer, several are a question back, none is an unknown speaker.
 */
export function findAskedSpeaker(words: string, scope: Scope): string[] {
  const { sharing, withRole } = candidates(words, scope);
  const named = findSpeakers(words, sharing);
  const found = named.length > 0 || isName(words) ? named : findSpeakers(words, withRole);
  const quoted = found.filter(({ quotations }) => quotations > 0);
  return (quoted.length > 0 ? quoted : found).map(({ name }) => name);
}

/** True when `words` name somebody whom an article quotes. */
export function isQuoted(words: string, scope: Scope): boolean {
  const { sharing } = candidates(words, scope);
  return sharing.length > 0 && findSpeakers(words, sharing).some(({ quotations }) => quotations > 0);
}

/** A role has a word in small letters ("the Kremlin's spokesman"), a name has none. */
function isName(words: string): boolean {
  return !/(?:^|\s)\p{Ll}/u.test(words.replace(/^the /i, "")) && !/['’]s\b/.test(words);
}

type Directory = { readonly byWord: ReadonlyMap<string, readonly Speaker[]>; readonly withRole: readonly Speaker[] };

/** Comparing with every speaker of a large corpus would take longer than the search; kept for as long as the scope is. */
const directories = new WeakMap<readonly Speaker[], Directory>();

function candidates(words: string, { speakers }: Scope): { sharing: Speaker[]; withRole: readonly Speaker[] } {
  let directory = directories.get(speakers);
  if (directory === undefined) {
    directory = directoryOf(speakers);
    directories.set(speakers, directory);
  }
  const sharing = new Set(wordsOf(words).flatMap((word) => directory.byWord.get(word) ?? []));
  // In the order of the scope, so that the most quoted stays first.
  return {
    sharing: speakers.length > 500 ? [...sharing] : speakers.filter((speaker) => sharing.has(speaker)),
    withRole: directory.withRole,
  };
}

function directoryOf(speakers: readonly Speaker[]): Directory {
  const byWord = new Map<string, Speaker[]>();
  for (const speaker of speakers) {
    for (const word of new Set([speaker.name, ...speaker.aliases, ...speaker.roles].flatMap(wordsOf))) {
      const known = byWord.get(word);
      if (known === undefined) byWord.set(word, [speaker]);
      else known.push(speaker);
    }
  }
  return { byWord, withRole: speakers.filter(({ roles }) => roles.length > 0) };
}

const SMALL = new Set(["the", "of", "for", "and", "to", "in", "on", "about", "what", "who", "is", "a", "s"]);

function wordsOf(text: string): string[] {
  const folded = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !SMALL.has(word));
}
