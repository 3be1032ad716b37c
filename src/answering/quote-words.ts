import type { Span } from "../span.ts";

/** A word of a quotation: where it stands, and the form in which it is compared. */
export type QuoteWord = Span & { readonly form: string; readonly text: string };

/**
 * Dotted acronyms; numbers with sign and separators; words with apostrophes inside; signs that change the sense. What the
 * look-ahead and `[a-zA-Z]+` match the rest would match as well, more slowly.
 */
const WORD =
  /(?=.\.)\p{Lu}(?:\.\p{Lu})+(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])[-−–]?\p{N}+(?:[.,:]\p{N}+)*|(?:[a-zA-Z]+[\p{L}\p{M}\p{N}]*|[\p{L}\p{M}\p{N}]+)(?:['’ʼ][\p{L}\p{M}]+)*|[$€£¥%°?]/gu;

const PLAIN = /^[a-zA-Z]+$/;

/**
 * The words of `text` in order; offsets count from `base`.
 *
 * Two words are the same when their `form` is: case, accents, the shape of an apostrophe and the dots of an acronym do
 * not count, nor does any punctuation but a question mark, a minus before a number, and the signs of money and share.
 */
export function quoteWords(text: string, base = 0): QuoteWord[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    start: base + match.index,
    end: base + match.index + match[0].length,
    text: match[0],
    form: formOf(match[0]),
  }));
}

function formOf(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  const folded = word
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/^[−–]/, "-");
  if (/^-?\p{N}/u.test(folded)) return folded.replace(/,(?=\p{N}{3}(?!\p{N}))/gu, "");
  return folded.replace(/\./g, "");
}

/** True when one is a short acronym and the other a small word ("US" and "us"): the same letters, another word. */
export function differsInCase(a: QuoteWord, b: QuoteWord): boolean {
  // A longer word in capitals is shouted, not another word.
  const acronym = (word: string) => /^\p{Lu}(?:\.?\p{Lu}){1,3}$/u.test(word);
  const small = (word: string) => /^\p{Ll}+$/u.test(word);
  return (acronym(a.text) && small(b.text)) || (small(a.text) && acronym(b.text));
}
