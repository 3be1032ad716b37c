import { termsOf } from "../retrieval/terms.ts";
import type { AnswerKind } from "./answer-kind.ts";
import { WEIGHTS } from "./weights.ts";
import type { Beside, Found, Why } from "./why.ts";

/**
 * Why a passage was chosen, in words, what counted most first: `All 2 words looked for stand in it (NATO, border); it
 * is a statement by Dmitry Peskov.` Plain text, not escaped; `null` when nothing was weighed.
 */
export function wordEvidence(passage: Found): string | null {
  const { why, text } = passage;
  if (why === undefined) return null;
  const told = why.evidence
    .toSorted((a, b) => b.value - a.value)
    .map(({ kind, value }) => PHRASES[kind]?.(value / (WEIGHTS[kind] ?? 1), why, passage) ?? null);
  const parts = [wordWords(why.topic, text), ...told].filter((part) => part !== null);
  if (parts.length === 0) return null;
  const sentence = parts.join("; ");
  return `${sentence[0]!.toUpperCase()}${sentence.slice(1)}.`;
}

/** In what way a passage is about what was asked although it does not say the words; `null` when it says them. */
export function wordBeside({ why }: Found): string | null {
  if (why?.beside === undefined) return null;
  return `not in these words: “${why.topic}” stands in ${BESIDE[why.beside]}`;
}

const BESIDE: Readonly<Record<Beside, string>> = {
  title: "the title",
  lead: "the first sentence of the article",
  before: "the sentence before",
  after: "the sentence after",
};

/** What one kind of evidence says, by how much there is of it (0..1); `null` when it says nothing. */
type Phrase = (measure: number, why: Why, passage: Found) => string | null;

/** `words` and `coverage` are told by naming the words; every other kind of evidence has its phrase here. */
const PHRASES: Readonly<Record<string, Phrase>> = {
  statement: (measure, _, { speaker }) => {
    if (measure === 0) return null;
    if (speaker === null) return "somebody known by name says it";
    return measure === 1 ? `it is a statement by ${speaker}` : `${speaker} is quoted in it, though not as stating it`;
  },
  shown: () => "it was shown last, and the question is about it",
  "nearest-date": () => "it holds the date nearest to what was shown last",
  "same-article": () => "it stands in an article that was shown last",
  "day-before": () => "it tells of a day before what was shown last",
  "day-after": () => "it tells of a day after what was shown last",
  lead: (measure, { beside }) =>
    beside === "lead" ? "the first sentence of its article has them" : measure === 1 ? "it opens its article" : null,
  before: () => "the sentence before it has them",
  after: () => "the sentence after it has them",
  article: (measure) => (measure >= 0.5 ? "its article as a whole speaks of it" : null),
  title: (measure) =>
    measure === 0 ? null : `the title of its article ${measure > 0.99 ? "names it" : "names part of it"}`,
  neighbours: (measure) => (measure > 0 ? "the sentences beside it hold words it lacks itself" : null),
  expected: (measure, { expects }) => (measure > 0 && expects !== null ? EXPECTED[expects] : null),
  definition: (measure) => (measure > 0 ? "it says what it is" : null),
  phrase: (measure) =>
    measure === 0 ? null : `${measure === 1 ? "the" : "some of the"} words in quotation marks stand in it in a row`,
  question: (measure) => (measure > 0 ? "against it: it asks something itself" : null),
  latest: (measure) => (measure === 1 ? "its article is the newest of those found" : null),
};

const EXPECTED: Readonly<Record<AnswerKind, string | null>> = {
  person: "it names somebody, as the question wants",
  name: "it holds a name, as the question wants",
  place: "it names a place, as the question wants",
  date: "it holds a date, as the question wants",
  year: "it holds a year, as the question wants",
  number: "it holds a number, as the question wants",
  duration: "it tells how long, as the question wants",
  amount: "it holds an amount, as the question wants",
  reason: "it gives a reason, as the question wants",
  statement: "it tells what somebody said, as the question wants",
  definition: null,
};

function wordWords(topic: string, text: string): string | null {
  const asked = [...new Map(termsOf(topic).map(({ term, form }) => [term, form]))];
  if (asked.length === 0) return null;
  const here = new Set(termsOf(text).map(({ term }) => term));
  const held = asked.filter(([term]) => here.has(term)).map(([, form]) => form);
  if (held.length === 0) return "none of the words looked for stands in it";
  const [every, words] = [held.length === asked.length, held.join(", ")];
  if (asked.length === 1) return `the word looked for stands in it (${words})`;
  const some = every ? `all ${asked.length}` : `${held.length} of ${asked.length}`;
  return `${some} words looked for ${held.length === 1 ? "stands" : "stand"} in it (${words})`;
}
