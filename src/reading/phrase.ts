import type { Item, Line } from "./line.ts";

/** Items `[from, to)` of a line. */
export type Range = { readonly from: number; readonly to: number };

const TIME =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tonight|tomorrow|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|morning|afternoon|evening|night|day|week|weekend|month|year|noon|midnight|earlier|later|recently|earlier|ago|last|\d{4}|\d{1,2}(?:th|st|nd|rd)?)\.?$/;

/** A word for a time ("Monday", "2016", "last"), which may stand between a verb and what it governs. */
export function isTime({ lower }: Pick<Item, "lower">): boolean {
  return TIME.test(lower);
}

/** A pronoun that is a whole phrase. */
export const PERSONAL = /^(?:he|she|they|it|i|we|you|who)$/;

export function isVerbal({ pos }: Item): boolean {
  return pos === "VERB" || pos === "AUX";
}

export function isNominal({ pos, marked }: Item): boolean {
  return marked !== null || pos === "NOUN" || pos === "PROPN" || pos === "NUM" || pos === "SYM";
}

/** Whether the word can stand inside of a noun phrase. */
export function isPartOfPhrase(item: Item): boolean {
  const { pos, lower, marked } = item;
  if (marked !== null) return true;
  if (isNominal(item) || pos === "DET" || pos === "ADJ") return true;
  if (pos === "PRON")
    return /^(?:his|her|its|their|our|my|your|whose|some|many|most|several|all|both|one|another|other|others|few|each|those|these|that|this)$/.test(
      lower,
    );
  if (pos === "PART") return /^['’]s?$/.test(lower);
  return (
    /^(?:-|–|&|\/|\.|’|')$/.test(lower) ||
    (pos === "ADV" &&
      /^(?:then|former|now|longtime|top|nearly|about|almost|more|than|at|least|very|most|only)$/.test(lower))
  );
}

const SPEAKING =
  /(?:er|or|ist|ian|ant|ent|ee|man|men|woman|women|people|police|guard|mate|author|judge|chief|scholar|critic|analyst|expert|source|parent|official|member|head|spokes\p{L}*|company|firm|bank|group|agency|ministry|government|union|board|council|committee|court|team|campaign|office|department|paper|daily|outlet|report|study|statement|note|letter|post)s?$/u;

/** Whether the phrase may well name somebody who speaks: a name, a pronoun, or a noun for people or bodies. */
export function canSpeak({ items }: Line, { from, to }: Range): boolean {
  return items
    .slice(from, to)
    .some(({ pos, lower }) => pos === "PROPN" || pos === "PRON" || (pos === "NOUN" && SPEAKING.test(lower)));
}
