import type { Speaker } from "./speakers.ts";

/** The speakers of one list by the words that they are called by: of their names, other forms and roles, folded. */
export class Directory {
  readonly #byWord = new Map<string, Set<Speaker>>();

  add(speaker: Speaker): void {
    for (const word of calledBy(speaker)) {
      const known = this.#byWord.get(word);
      if (known === undefined) this.#byWord.set(word, new Set([speaker]));
      else known.add(speaker);
    }
  }

  remove(speaker: Speaker): void {
    for (const word of calledBy(speaker)) {
      const known = this.#byWord.get(word);
      known?.delete(speaker);
      if (known?.size === 0) this.#byWord.delete(word);
    }
  }

  /** Whoever is called by one of the words of `text`, in no order. */
  sharing(text: string): Set<Speaker> {
    return new Set(wordsOf(text).flatMap((word) => [...(this.#byWord.get(word) ?? [])]));
  }
}

const directories = new WeakMap<readonly Speaker[], Directory>();

/** The directory of a list of speakers; made once, and handed on to the list that comes after it. */
export function directoryOf(speakers: readonly Speaker[]): Directory {
  let directory = directories.get(speakers);
  if (directory === undefined) {
    directory = new Directory();
    for (const speaker of speakers) directory.add(speaker);
    directories.set(speakers, directory);
  }
  return directory;
}

/** Hands the directory of a list on to the one that replaces it. */
export function handOn(
  from: readonly Speaker[],
  to: readonly Speaker[],
  gone: Iterable<Speaker>,
  came: Iterable<Speaker>,
): void {
  const directory = directories.get(from);
  if (directory === undefined) return;
  directories.delete(from);
  for (const speaker of gone) directory.remove(speaker);
  for (const speaker of came) directory.add(speaker);
  directories.set(to, directory);
}

/** A speaker whom no change touched lives on in the next list. */
const known = new WeakMap<Speaker, ReadonlySet<string>>();

function calledBy(speaker: Speaker): ReadonlySet<string> {
  let called = known.get(speaker);
  if (called === undefined) {
    called = new Set([speaker.name, ...speaker.aliases, ...speaker.roles].flatMap(wordsOf));
    known.set(speaker, called);
  }
  return called;
}

const SMALL = new Set(["the", "of", "for", "and", "to", "in", "on", "about", "what", "who", "is", "a", "s"]);

/** The words of a name or role that tell something, without accents and case. */
export function wordsOf(text: string): string[] {
  const folded = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !SMALL.has(word));
}
