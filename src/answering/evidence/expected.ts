import { termsOf } from "../../retrieval/terms.ts";
import type { AnswerKind } from "../answer-kind.ts";
import type { Candidate, EvidenceKind, Search } from "./evidence.ts";

const MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December";
const DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday";
const CALENDAR = new RegExp(`^(?:${MONTHS}|${DAYS})$`);
const DATE = new RegExp(
  `\\b(?:1\\d{3}|20\\d\\d)s?\\b|\\b(?:${MONTHS}|${DAYS})\\b|\\b(?:yesterday|today|tomorrow|century|last (?:week|month|year))\\b`,
  "g",
);
const YEAR = /\b(?:1\d{3}|20\d\d)s?\b/g;
const COUNT =
  "\\d[\\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|" +
  "seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?|half|millions?|billions?|trillions?";
const NUMBER = new RegExp(`\\b(?:${COUNT})\\b`, "gi");
const DURATION = new RegExp(
  `\\b(?:${COUNT}|several|few|an?)[- ](?:\\w+[- ])?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))\\b|\\b(?:aged?|since|from|until) (?:${COUNT})\\b`,
  "gi",
);
const AMOUNT = new RegExp(
  `[$£€¥]\\s?\\d[\\d,.]*|\\b(?:${COUNT})\\b(?= ?(?:%|percent|per cent|dollars?|euros?|pounds?|yen|francs?|rubles?|roubles?|million|billion|tons?|tonnes?|barrels?))|\\d+(?:\\.\\d+)?%`,
  "gi",
);
const REASON =
  /\b(?:because|since|due to|owing to|in order to|so that|as a result|caused by|therefore|reason|thanks to|led to)\b/i;
const SAID = /["“”«»]|\b(?:said|says|told|added|according to|announced|denied|claimed|argued|warned|insisted|stated)\b/;
const PLACED = /\b(?:in|at|near|from|to|of|outside|across|around|into|on)\s+(?:the\s+)?((?:\p{Lu}[\p{L}'’.-]*\s*)+)/gu;
const NAME = /\p{Lu}[\p{L}\p{M}'’-]*(?:\s+(?:(?:de|van|von|of|al|bin|the)\s+)?\p{Lu}[\p{L}\p{M}'’.-]*)*/gu;

/** What a question of this kind wants, found in the sentence and not in the question itself. */
export const expected: EvidenceKind = {
  kind: "expected",
  measure(candidate, search) {
    const { expects } = search.query;
    return expects === null ? 0 : FINDERS[expects](candidate, search);
  },
};

const FINDERS: Record<AnswerKind, (candidate: Candidate, search: Search) => number> = {
  person: ({ text }, search) => names(text, search, 2),
  name: ({ text }, search) => names(text, search, 1),
  place: ({ text }, search) =>
    [...text.matchAll(PLACED)].some((match) => isNew(match[1]!, search)) ? 1 : 0.5 * names(text, search, 1),
  date: ({ text }, search) => holdsNew(text, DATE, search),
  year: ({ text }, search) => holdsNew(text, YEAR, search),
  number: ({ text }, search) => holdsNew(text, NUMBER, search),
  duration: ({ text }, search) => Math.max(holdsNew(text, DURATION, search), 0.3 * holdsNew(text, NUMBER, search)),
  amount: ({ text }, search) => Math.max(holdsNew(text, AMOUNT, search), 0.5 * holdsNew(text, NUMBER, search)),
  reason: ({ text }) => (REASON.test(text) ? 1 : 0),
  statement: ({ text }) => (SAID.test(text) ? 1 : 0),
  definition: () => 0,
};

/** A name of `words` words or more that the question does not hold: 1; a shorter one: half. */
function names(text: string, search: Search, words: number): number {
  let value = 0;
  for (const match of text.matchAll(NAME)) {
    const name = match[0];
    const fresh = name.split(/\s+/).filter((word) => !CALENDAR.test(word) && isNew(word, search)).length;
    if (fresh === 0) continue;
    // A capital at the start of the sentence tells nothing.
    const initial = match.index <= 1 && !/\s/.test(name);
    if (initial) continue;
    if (fresh >= words) return 1;
    value = 0.5;
  }
  return value;
}

/** 1 when `pattern` finds something in the sentence that the question does not hold. */
function holdsNew(text: string, pattern: RegExp, search: Search): number {
  for (const match of text.matchAll(pattern)) if (isNew(match[0], search)) return 1;
  return 0;
}

/** None of the words stands in the question. */
function isNew(words: string, { terms }: Search): boolean {
  const found = termsOf(words);
  return (
    (found.length > 0 || /\d/.test(words)) && found.every(({ term }) => terms.every((known) => known.term !== term))
  );
}
