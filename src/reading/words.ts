import type { Span } from "../span.ts";

/** A word as names need it; `text` has no possessive ending, `start` and `end` do not include it either. */
export type Word = Span & {
  readonly text: string;
  readonly capital: boolean;
  readonly possessive: boolean;
  /** Nothing but one space lies between the word before and this one. */
  readonly joined: boolean;
};

// With its plain letters first, which most words end with: those of all scripts take longer to tell.
const WORD = /\p{L}[A-Za-z\d]*[\p{L}\p{M}\p{N}]*(?:[-’'.&][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*\.?/gu;
const ABBREVIATION =
  /^(?:\p{Lu}|(?:\p{L}\.)+\p{L}|Mrs?|Ms|Messrs|Mme|Dr|Prof|Sens?|Reps?|Govs?|Lt|Col|Maj|Gen|Adm|Capt|Cpl|Sgt|Cmdr|Brig|Pres|Rev|Fr|Hon|St|Jr|Sr|Atty|Supt|Insp)\.$/u;

/** "al-Assad", "d’Estaing": the capital stands behind the article. */
const ARTICLE = /^(?:al|el|d|l)[-’']\p{Lu}/u;

/** The words of `body` within `span`; numbers and marks are none. */
export function findWords(body: string, span: Span): Word[] {
  const words: Word[] = [];
  const text = body.slice(span.start, span.end);
  let before = -2;
  let at = 0;
  // No letter lies between two words, so each is found where it stands; `matchAll` would cost twice as much.
  for (let word of text.match(WORD) ?? []) {
    const index = text.indexOf(word, at);
    at = index + word.length;
    if (word.endsWith(".") && !ABBREVIATION.test(word)) word = word.slice(0, -1);
    let possessive = false;
    let after = index + word.length;
    if (word.endsWith("s")) {
      if (isApostrophe(word[word.length - 2])) {
        word = word.slice(0, -2);
        possessive = true;
      } else if (isApostrophe(text[after]) && /^ \p{L}/u.test(text.slice(after + 1, after + 4))) {
        possessive = true;
        after++;
      }
    }
    const start = span.start + index;
    words.push({
      text: word,
      start,
      end: start + word.length,
      // Neither a handle nor a piece of a link is a name.
      capital: isCapital(word) && !(index > 0 && "/@#_.".includes(text[index - 1]!)),
      possessive,
      joined: index === before + 1 && (text[before] === " " || text[before] === "\u00a0"),
    });
    before = after;
  }
  return words;
}

function isApostrophe(mark: string | undefined): boolean {
  return mark === "'" || mark === "’";
}

/** Asked of every word: most begin with a plain letter, and need no regular expression to tell. */
function isCapital(word: string): boolean {
  const first = word.charCodeAt(0);
  if (first >= 97 && first <= 122) return "aedl".includes(word[0]!) && ARTICLE.test(word);
  if (first <= 90) return true;
  return /^\p{Lu}/u.test(word);
}
