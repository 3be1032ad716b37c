import { termsOf } from "../retrieval/terms.ts";

/** What kind of thing a question asks for. */
export type AnswerKind =
  | "person"
  | "place"
  | "name"
  | "date"
  | "year"
  | "duration"
  | "amount"
  | "number"
  | "reason"
  | "statement"
  | "definition";

/** First match decides, so the narrower patterns stand first. Tried on the question in small letters. */
const PATTERNS: readonly (readonly [AnswerKind, RegExp])[] = [
  [
    "statement",
    /\b(what|how) (did|does|do|has|have|had|was|is|were) .*\b(say|says|said|saying|told|tell|think|thinks|react|respond|comment|claim|call|deny|describe|announce|warn)\b/,
  ],
  ["reason", /^(and )?why\b|\bwhat (was |is )?the reason|\bfor what reason\b|\bhow come\b/],
  ["year", /\b(what|which) years?\b/],
  ["date", /^(and )?when\b|\bsince when\b|\b(what|which) (day|date|month|time|century|decade|season|week)s?\b/],
  ["duration", /\bhow long\b|\bhow old\b|\b(what|which) age\b/],
  [
    "amount",
    /\bhow much\b|\bwhat (percent|percentage|share|proportion|price|cost|fee|amount)\b|\bhow (expensive|costly)\b|\bmonetary value\b/,
  ],
  [
    "number",
    /\bhow (many|far|big|tall|high|large|deep|fast|heavy|wide|often|few|cold|hot|warm)\b|\bwhat (number|distance|size|height|speed|temperature|population)\b/,
  ],
  [
    "definition",
    /^(what|who)('s| is| are| was| were) ((a|an|the|some) )?[\p{L}\p{N}.'’/-]+( [\p{L}\p{N}.'’/-]+)?\s*\?*$|\bwhat does .*\b(mean|stand for)\b|\bdefinition of\b|\bmeaning of\b/u,
  ],
  [
    "place",
    /^(and )?where\b|\b(what|which) (country|countries|city|cities|place|places|state|town|region|province|village|area|continent|capital|location|nation|island|county|nationality)\b/,
  ],
  [
    "person",
    /\b(who|whose|whom)\b|\b(what|which) (person|man|woman|president|minister|leader|actor|actress|author|king|queen|marine)\b/,
  ],
  [
    "name",
    /\b(what|which) (company|organi[sz]ation|team|group|party|newspaper|ship|film|movie|book|university|school|river|tribe|conflict|war|agency|bank|airline|band|museum|award|law|act|religion|language)\b|\bwhat (is|was|are|were) the names?\b|\bwhat is [^ ]+('s| the) (real |nick)?name\b/,
  ],
];

/** The kind of answer `question` expects, `null` when its words do not tell. */
export function answerKindOf(question: string): AnswerKind | null {
  const text = question.trim().toLowerCase().replace(/\s+/g, " ").slice(0, 500);
  return PATTERNS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** The words of a question that say what is wanted and seldom stand in the answer: "what *year*", "the *name* of". */
const WANTED_WORDS =
  /\b(?:what|which)(?: is| was| are| were)?(?: the)? (kind|type|sort|year|month|day|date|time|country|city|state|town|place|name|person|number|percentage|percent|amount|reason|color|colour)s?\b|\bhow (long|old|far|big|tall|high|large|deep|fast|heavy|often|wide|cold|hot|warm)\b|\b(mean|stand) ?(?:for)?\b/g;

export function wantedWords(question: string): string[] {
  return [...question.toLowerCase().matchAll(WANTED_WORDS)].map(
    (match) => match.slice(1).find((word) => word !== undefined)!,
  );
}

/** The same as terms. */
export function wantedTerms(question: string): ReadonlySet<string> {
  return new Set(wantedWords(question).flatMap((word) => termsOf(word).map(({ term }) => term)));
}

/** How much a word that only says what is wanted counts. */
export const WANTED = 0.3;
