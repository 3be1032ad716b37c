import type { Span } from "../span.ts";
import { isAlsoForename, isForenameAt } from "./also-forenames.ts";
import type { Analysis } from "./analysis.ts";
import { type Gender, genderOfForename, isForename } from "./forenames.ts";
import { isNeverName, isRegion, isThing } from "./not-names.ts";
import { isAcronym, isBody, isOrganisationNoun } from "./organisation-nouns.ts";
import { isPlace } from "./places.ts";
import { genderOfTitle, isAlsoName, isHonorific, isPostnominal, isTitle } from "./titles.ts";
import { findWords, type Word } from "./words.ts";

/** One place where the article names somebody or something. The span holds the bare name: no title, no possessive. */
export type Name = Span & {
  readonly words: readonly string[];
  /** `null`: a single word that only the rest of the article can explain. */
  readonly kind: "person" | "organisation" | "place" | null;
  readonly gender: Gender;
  /** Title or role directly before the name, as written: "Russian Presidential Spokesperson". */
  readonly role: Span | null;
  /** "Mr", "Ms": kept for who has no other name. */
  readonly honorific: string | null;
  /** Preceded by "the". */
  readonly definite: boolean;
  readonly possessive: boolean;
  /** Preceded by "in", "at", "near". */
  readonly located: boolean;
};

/** In words. */
const LONGEST = 14;
const PARTICLE = /^(?:de|von|van|der|den|bin|ibn|la|del|della|da|dos|di|du|le|el|al|ter|ten|zu|y)$/;
const CONNECTOR = /^(?:of|for|on|the|&)$/;
const PARTY =
  /^(?:Republicans?|Democrats?|Democratic|Libertarian|Conservative|Labour|Tory|Liberal|Green|Socialist|GOP|Independent|White|State|Federal|National|Foreign|Presidential|Former|Ex|Then|Senior|Top|Longtime|Billionaire)$/;

/**
 * Every name in the article, in reading order.
 *
 * Capitalised words that stand side by side are one chunk; titles, places and bodies at its front are told from the name behind them.
 */
export function findNames({ body, paragraphs, sentences }: Analysis): Name[] {
  const lower = new Set<string>();
  const inner = new Set<string>();
  const openings = new Map(sentences.map(({ start, tokens }) => [start, tokens[0]?.pos]));
  const paragraphsOfWords = paragraphs.map((paragraph) => findWords(body, paragraph));
  const initial = ({ start }: Word) => openings.has(start) || (start > 0 && standsBehindMark(body, start));
  for (const words of paragraphsOfWords) {
    if (isHeadline(words)) continue;
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
    if (!initial(word) || isHonorific(word.text) || isTitle(word.text) || inner.has(word.text)) return true;
    if (isForename(word.text) && next?.capital && next.joined) return true;
    if (isAcronym(word.text)) return true;
    const alone = !(next?.capital === true && next.joined);
    // "Officials", "Critics": a plural that opens a sentence is a name only when it is one elsewhere.
    if (lower.has(word.text.toLowerCase()) || (alone && /[^s]s$/.test(word.text))) return false;
    return !alone || openings.get(word.start) === "PROPN";
  };
  return paragraphsOfWords.flatMap((words) => {
    if (isHeadline(words))
      return words
        .filter(({ text }) => inner.has(text) && !isNeverName(text))
        .map((word) => named([word], null, false, null));
    const names: Name[] = [];
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
    return names;
  });
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
  const organisation = isOrganisationNoun(text) || (isTitle(text) && !isHonorific(text));
  for (let length = 1; length <= 3; length++) {
    const word = words[from + length - 1];
    if (word === undefined || !word.joined) return 0;
    if (word.capital && isTitle(text) && isForenameAt(words, from + length - 1, false)) return length;
    if (word.capital) return isNeverName(word.text) && word.text !== "May" ? 0 : length;
    if (word.possessive || !(PARTICLE.test(word.text) || (organisation && CONNECTOR.test(word.text)))) return 0;
  }
  return 0;
}

/** The names in a chunk: "Washington Post" whole, "House Speaker Paul Ryan" from its third word. */
function readChunk(all: readonly Word[], definite: boolean): Name[] {
  const chunk = all.length > 2 && isPostnominal(all.at(-1)!.text) ? all.slice(0, -1) : all;
  let title = -1;
  for (let i = 0; i < chunk.length - 1; i++) {
    const { text } = chunk[i]!;
    const next = chunk[i + 1]!.text;
    if (!isTitle(text) || (isNeverName(next) && !isAlsoForename(next))) continue;
    if (isAlsoName(text) && i > 0 && !isTitle(chunk[i - 1]!.text) && !isForename(chunk[i + 1]!.text)) continue;
    title = i;
  }
  const last = chunk.at(-1)!;
  let name = chunk.slice(title + 1);
  if (title >= 0) {
    // "Secretary of State John Kerry", "President of the Senate"
    if (CONNECTOR.test(name[0]!.text)) {
      const forename = name.findIndex((word, i) => i > 0 && isForename(word.text));
      if (forename < 0) return name.length > 4 ? [named(name.slice(-2), chunk, false, "person")] : [];
      name = name.slice(forename);
    }
    if (isOrganisationNoun(last.text) || isOrganisationNoun(name[0]!.text)) {
      const body = chunk.filter(({ text }, i) => i > title || !isHonorific(text));
      return [named(body, null, definite, "organisation")];
    }
    if (isTitle(last.text) && !isAlsoName(last.text)) return [];
    return [named(name, chunk, false, "person")];
  }
  if (isTitle(last.text) && !isAlsoName(last.text)) {
    // "White House Press Secretary", "Clinton spokesman": the body or person before the office, if it is one
    return [];
  }
  if (chunk.length === 1) {
    const { text } = last;
    if (isThing(text) || PARTY.test(text)) return [];
    const kind = isBody(text) ? "organisation" : isPlace(text) ? "place" : null;
    return [named(chunk, null, definite, kind)];
  }
  // "Department of Justice", "Institute for Public Health": no thing but a body.
  const isBodyOf = chunk.some(
    ({ text }, i) => isOrganisationNoun(text) && /^(?:of|for)$/.test(chunk[i + 1]?.text ?? ""),
  );
  if (
    (isThing(last.text) && !isBodyOf) ||
    /^(?:Republican|Democrat|Libertarian|Independent|Conservative)s?$/.test(last.text)
  )
    return [];
  if (/^United (?:States|Kingdom|Arab Emirates)$/.test(chunk.map(({ text }) => text).join(" "))) {
    return [named(chunk, null, definite, "place")];
  }
  if (isRegion(last.text)) return [named(chunk, null, definite, "place")];
  const organisation = chunk.findLastIndex(
    ({ text }) => isOrganisationNoun(text) || (isAcronym(text) && !text.includes(".")) || CONNECTOR.test(text),
  );
  const forename = chunk.findIndex(({ text }) => isForename(text));
  if (forename >= 0 && forename < chunk.length - 1 && organisation < forename) {
    const prefix = chunk.slice(0, forename);
    if (
      prefix.every(
        ({ text }) =>
          isPlace(text) || PARTY.test(text) || isBody(text) || isOrganisationNoun(text) || CONNECTOR.test(text),
      ) ||
      organisation >= 0
    ) {
      return [
        ...(organisation >= 0 ? [named(prefix, null, definite, "organisation")] : []),
        named(chunk.slice(forename), forename > 0 ? chunk : null, false, "person"),
      ];
    }
  }
  if (organisation >= 0 || isBody(last.text)) return [named(chunk, null, definite, "organisation")];
  while (name.length > 1 && (PARTY.test(name[0]!.text) || (isPlace(name[0]!.text) && name.length > 2)))
    name = name.slice(1);
  if (
    chunk.every(
      ({ text }) =>
        isPlace(text) || /^(?:New|North|South|West|East|Saudi|Sri|Costa|El|San|Los|Las|St\.|Saint)$/.test(text),
    )
  ) {
    return [named(chunk, null, definite, "place")];
  }
  if (/^(?:New|North|South|West|East|San|Los|Las|Fort|Mount|Lake|St\.|Saint|Santa)$/.test(name[0]!.text))
    return [named(name, null, definite, "place")];
  if (definite) return [named(chunk, null, definite, "organisation")];
  return [named(name, null, definite, name.length > 1 && name.length <= 4 ? "person" : null)];
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

function named(words: readonly Word[], chunk: readonly Word[] | null, definite: boolean, kind: Name["kind"]): Name {
  const [first, last] = [words[0]!, words.at(-1)!];
  const role: Word[] = [];
  let honorific: string | null = null;
  let gender: Gender = null;
  for (const word of chunk ?? []) {
    if (word.end >= first.start) break;
    gender ??= genderOfTitle(word.text);
    if (isHonorific(word.text)) honorific ??= word.text;
    else role.push(word);
  }
  if (kind === "person" && words.length > 1) gender ??= genderOfForename(first.text);
  return {
    start: first.start,
    end: last.end,
    words: words.map(({ text }) => text),
    kind,
    gender,
    role: role.length === 0 ? null : { start: role[0]!.start, end: role.at(-1)!.end },
    honorific,
    definite,
    possessive: last.possessive,
    located: false,
  };
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
