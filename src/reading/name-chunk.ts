import type { Span } from "../span.ts";
import { isAlsoForename } from "./also-forenames.ts";
import { type Gender, genderOfForename, isForename } from "./forenames.ts";
import { isNeverName, isRegion, isThing } from "./not-names.ts";
import { isAcronym, isBody, isOrganisationNoun } from "./organisation-nouns.ts";
import { isPlace } from "./places.ts";
import { genderOfTitle, isAlsoName, isHonorific, isPostnominal, isTitle } from "./titles.ts";
import type { Word } from "./words.ts";

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

/** What joins the words of a body: "Bank of England". */
export const CONNECTOR = /^(?:of|for|on|the|&)$/;
const PARTY =
  /^(?:Republicans?|Democrats?|Democratic|Libertarian|Conservative|Labour|Tory|Liberal|Green|Socialist|GOP|Independent|White|State|Federal|National|Foreign|Presidential|Former|Ex|Then|Senior|Top|Longtime|Billionaire)$/;

/** The names in a chunk of capitalised words, `definite` behind "the": "Washington Post" whole, "House Speaker Paul Ryan" from its third word. */
export function readChunk(all: readonly Word[], definite: boolean): Name[] {
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

/** The name that `words` are; what of `chunk` stands before them is its title. */
export function named(
  words: readonly Word[],
  chunk: readonly Word[] | null,
  definite: boolean,
  kind: Name["kind"],
): Name {
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
