import { isForenameAt } from "./also-forenames.ts";
import type { Analysis } from "./analysis.ts";
import { isForename } from "./forenames.ts";
import { CONNECTOR, type Name, named, readChunk } from "./name-chunk.ts";
import { isNeverName } from "./not-names.ts";
import { isAcronym, isOrganisationNoun } from "./organisation-nouns.ts";
import { isPlace } from "./places.ts";
import { isHonorific, isTitle } from "./titles.ts";
import { findWords, type Word } from "./words.ts";

/** In words. */
const LONGEST = 14;
const PARTICLE = /^(?:de|von|van|der|den|bin|ibn|la|del|della|da|dos|di|du|le|el|al|ter|ten|zu|y)$/;

/**
 * Every name in the article, in reading order.
 *
 * Capitalised words that stand side by side are one chunk; titles, places and bodies at its front are told from the name behind them.
 */
export function findNames({ body, paragraphs, sentences }: Analysis): Name[] {
  const lower = new Set<string>();
  const inner = new Set<string>();
  const openings = new Map(sentences.map(({ start, tokens }) => [start, tokens[0]?.pos]));
  const paragraphsOfWords = paragraphs.map((paragraph) => {
    const words = findWords(body, paragraph);
    return { words, headline: isHeadline(words) };
  });
  const initial = ({ start }: Word) => openings.has(start) || (start > 0 && standsBehindMark(body, start));
  for (const { words, headline } of paragraphsOfWords) {
    if (headline) continue;
    for (const word of words) {
      if (!word.capital) lower.add(word.text);
      else if (!initial(word)) inner.add(word.text);
    }
  }
  const opensName = (words: readonly Word[], i: number): boolean => {
    const [word, next] = [words[i]!, words[i + 1]];
    if (isNeverName(word.text))
      return word.text === "May" && next === undefined
        ? !openings.has(word.start)
        : isForenameAt(words, i, initial(word));
    if (!initial(word) || inner.has(word.text) || isTitle(word.text)) return true;
    if (isForename(word.text) && next?.capital && next.joined) return true;
    if (isAcronym(word.text)) return true;
    const alone = !(next?.capital === true && next.joined);
    // "Officials", "Critics": a plural that opens a sentence is a name only when it is one elsewhere.
    if (lower.has(word.text.toLowerCase()) || (alone && /[^s]s$/.test(word.text))) return false;
    return !alone || openings.get(word.start) === "PROPN";
  };
  const names: Name[] = [];
  for (const { words, headline } of paragraphsOfWords) {
    if (headline) {
      for (const word of words)
        if (inner.has(word.text) && !isNeverName(word.text)) names.push(named([word], null, false, null));
      continue;
    }
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!;
      if (!word.capital || !opensName(words, i)) continue;
      const chunk = [word];
      while (i + 1 < words.length && chunk.length < LONGEST && !chunk.at(-1)!.possessive) {
        const length = continuation(chunk, words, i + 1);
        if (length === 0) break;
        chunk.push(...words.slice(i + 1, i + 1 + length));
        i += length;
      }
      // "Using Ted Cruz", "Interestingly Blocher": what opens the sentence is no part of the name.
      if (chunk.length > 1 && initial(chunk[0]!) && isOpener(chunk, inner)) chunk.shift();
      const before = words[i - chunk.length];
      const preposition =
        chunk[0]!.joined && before !== undefined && /^(?:in|at|near|outside|around)$/i.test(before.text);
      const found = readChunk(chunk, before?.text.toLowerCase() === "the" && chunk[0]!.joined);
      names.push(...(preposition || isState(chunk, words.slice(i + 1, i + 3)) ? found.map(locate) : found));
    }
  }
  return names;
}

/** Behind an opening mark or bracket, or a colon, bullet or dash with or without a space. */
function standsBehindMark(body: string, start: number): boolean {
  const [further, before] = [body[start - 2] ?? " ", body[start - 1]!];
  return "\"“‘'«([:•*–—-".includes(before) || ("“:•*–—-".includes(further) && /\s/.test(before));
}

function isOpener([first, second]: readonly Word[], inner: ReadonlySet<string>): boolean {
  const { text } = first!;
  if (
    isForename(text) ||
    isTitle(text) ||
    isPlace(text) ||
    isOrganisationNoun(text) ||
    isAcronym(text) ||
    inner.has(text)
  )
    return false;
  // "Said Comey, “...”", but "Said Ahmed"
  if (text === "Said") return inner.has(second!.text);
  return /(?:ing|ed|ly)$/.test(text) || isForename(second!.text) || (isHonorific(second!.text) && !isTitle(text));
}

/** How many of the next words go on with the name: a capitalised one, or particles and connectors before one. */
function continuation(chunk: readonly Word[], words: readonly Word[], from: number): number {
  const { text } = chunk.at(-1)!;
  const organisation = () => isOrganisationNoun(text) || (isTitle(text) && !isHonorific(text));
  for (let length = 1; length <= 3; length++) {
    const word = words[from + length - 1];
    if (word === undefined || !word.joined) return 0;
    if (word.capital && isForenameAt(words, from + length - 1, false) && isTitle(text)) return length;
    if (word.capital) return isNeverName(word.text) && word.text !== "May" ? 0 : length;
    if (word.possessive || !(PARTICLE.test(word.text) || (CONNECTOR.test(word.text) && organisation()))) return 0;
  }
  return 0;
}

/** "Borduk's prime minister", "Borduk's foreign ministry": what only a country has. */
function isState(chunk: readonly Word[], [next, after]: readonly Word[]): boolean {
  if (!chunk.at(-1)!.possessive || next === undefined) return false;
  return (
    /^(?:prime|borders?|parliament|coast|embassy|territory)$/.test(next.text) ||
    (next.text === "foreign" && after?.text === "ministry")
  );
}

/** "in Clarkston", "at Sandy Hook": what no forename or title makes a person is a place. */
function locate(name: Name): Name {
  const unknown =
    name.kind === "person" && name.role === null && name.honorific === null && !isForename(name.words[0]!);
  return { ...name, kind: unknown ? "place" : name.kind, located: true };
}

const SMALL =
  /^(?:with|from|over|after|into|that|than|amid|about|upon|this|under|before|against|between|without|during|says?)$/;

/** A paragraph whose longer words are all capitalised tells nothing about names. */
function isHeadline(words: readonly Word[]): boolean {
  let capitals = 0;
  for (const { text, capital } of words) {
    if (text.length < 4) continue;
    if (capital) capitals++;
    else if (!SMALL.test(text)) return false;
  }
  return capitals >= 4;
}
