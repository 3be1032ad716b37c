import { createRequire } from "node:module";
import { IRREGULAR } from "./irregular-verbs.ts";
import { STOP_WORDS } from "./stop-words.ts";

const stem = createRequire(import.meta.url)("wink-porter2-stemmer") as (word: string) => string;

/** A word of a text and what it is indexed as. */
export type Term = { readonly term: string; readonly form: string };

/**
 * Dotted acronyms, numbers with their separators, then letters and digits with apostrophes inside. What the look-ahead and
 * `[a-zA-Z]+` match the rest would match as well, three times slower.
 */
const WORD =
  /(?=.\.)(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])|\d+(?:[.,]\d+)+(?![\p{L}\p{N}])|(?:[a-zA-Z]+[\p{L}\p{N}\p{M}]*|[\p{L}\p{N}\p{M}]+)(?:['’][\p{L}\p{M}]+)*/gu;

/** Longer than any word, and short enough for the stemmer to be quick. */
const LONGEST = 40;

/**
 * The terms of `text` in reading order: words without accents, case or possessive, as Porter 2 stems
 * (snowballstem.org), stop words left out. "US" and "WHO" are acronyms, not stop words, unless all of `text` is capitals.
 */
export function termsOf(text: string): Term[] {
  const terms: Term[] = [];
  const shouted = !/\p{Ll}/u.test(text);
  for (const word of text.match(WORD) ?? []) {
    const term = termOf(shouted && CAPITALS.test(word) ? word.toLowerCase() : word);
    if (term !== null) terms.push(shouted ? { ...term, form: word } : term);
  }
  return terms;
}

/** `text` with `used` in the place of every word `asked`, as written, and of no part of one: "end" is none of "pending". */
export function replaceWord(text: string, asked: string, used: string): string {
  return text.replace(WORD, (word) => (word === asked ? used : word));
}

const CAPITALS = /^\p{Lu}{2,}$/u;
const DOTTED = /^(?:\p{L}\.)+\p{L}$/u;
/** A term for each word, shared: texts have few words that none had before. */
const known = new Map<string, Term | null>();

/** The term of one word, `null` for a stop word. */
function termOf(word: string): Term | null {
  const cached = known.get(word);
  if (cached !== undefined) return cached;
  const term = CAPITALS.test(word) || DOTTED.test(word) ? fold(word) : stemmed(word);
  const found = term === "" ? null : { term, form: word };
  if (known.size >= 50_000) known.clear();
  known.set(word, found);
  return found;
}

function stemmed(word: string): string {
  const folded = fold(word);
  if (STOP_WORDS.has(folded)) return "";
  // The stemmer takes some digits for letters of its own.
  return /\d/.test(folded) ? folded : stem(IRREGULAR.get(folded) ?? folded);
}

function fold(word: string): string {
  return word
    .slice(0, LONGEST)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]s$/, "")
    .replace(/^(\d+)s$/, "$1")
    .replace(/['’,]|\.(?!\d)/g, "");
}
