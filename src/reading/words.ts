import type { Span } from "../span.ts";

/** A word as names need it; `text` has no possessive ending, `start` and `end` do not include it either. */
export type Word = Span & {
  readonly text: string;
  readonly capital: boolean;
  readonly possessive: boolean;
  /** Nothing but one space lies between the word before and this one. */
  readonly joined: boolean;
};

const WORD = /\p{L}[\p{L}\p{M}\p{N}]*(?:[-’'.&][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*\.?/gu;
const ABBREVIATION =
  /^(?:\p{Lu}|(?:\p{L}\.)+\p{L}|Mrs?|Ms|Messrs|Mme|Dr|Prof|Sens?|Reps?|Govs?|Lt|Col|Maj|Gen|Adm|Capt|Cpl|Sgt|Cmdr|Brig|Pres|Rev|Fr|Hon|St|Jr|Sr|Atty|Supt|Insp)\.$/u;

/** The words of `body` within `span`; numbers and marks are none. */
export function findWords(body: string, span: Span): Word[] {
  const words: Word[] = [];
  const text = body.slice(span.start, span.end);
  let before = -2;
  for (const match of text.matchAll(WORD)) {
    let word = match[0];
    if (word.endsWith(".") && !ABBREVIATION.test(word)) word = word.slice(0, -1);
    let possessive = false;
    let after = match.index + word.length;
    if (word.endsWith("s")) {
      const mark = word[word.length - 2];
      if (mark === "'" || mark === "’") {
        word = word.slice(0, -2);
        possessive = true;
      } else if (/^[’'] \p{L}/u.test(text.slice(after, after + 4))) {
        possessive = true;
        after++;
      }
    }
    const start = span.start + match.index;
    words.push({
      text: word,
      start,
      end: start + word.length,
      // Neither a handle nor a piece of a link is a name.
      capital: !/[/@#_.]/.test(text[match.index - 1] ?? "") && /^(?:(?:al|el|d|l)[-’'])?\p{Lu}/u.test(word),
      possessive,
      joined: match.index === before + 1 && /[ \u00a0]/.test(text[before]!),
    });
    before = after;
  }
  return words;
}
