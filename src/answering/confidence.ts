import { saturation } from "../retrieval/bm25.ts";
import { termsOf } from "../retrieval/terms.ts";
import type { Candidate, Search } from "./evidence/evidence.ts";
import { expected } from "./evidence/expected.ts";
import { title } from "./evidence/words.ts";

/** Signs that the first candidates answer; each 0..1 or near it. */
export type Signs = {
  /** The part of the question that the first sentence holds; rare words count twice over. */
  readonly coverage: number;
  /** The same, with what stands beside the sentence or elsewhere in its article counted in part. */
  readonly nearby: number;
  /** BM25+ of the first sentence against that of one holding every word once. */
  readonly words: number;
  /** One of the first three holds what is expected; a half when nothing certain is. */
  readonly expected: number;
  readonly definition: number;
  readonly title: number;
  /** Of the names in the question, the part that stands in the first sentence or beside it; a half when it has none. */
  readonly names: number;
  /** How rare the question's rarest word is; 1: it occurs nowhere. */
  readonly rarity: number;
  /** Logarithm of the number of words. */
  readonly length: number;
};

/**
 * Weights of the signs in a logistic regression, and its constant, fitted by `npm run fit` on the development halves
 * of trecqa-abst, wikiqa-abst and squad2-abst together, each set counting the same.
 */
export const SIGN_WEIGHTS: Readonly<Record<keyof Signs, number>> = {
  coverage: 2.01,
  nearby: 1.52,
  words: 1.16,
  expected: 0.9,
  definition: 1.39,
  title: 0.96,
  names: 0.87,
  rarity: 1.38,
  length: 0.98,
};
export const CONSTANT = -7.07;

/** From here on the hits are shown as an answer: where the mean of the sets' macro F1 is highest. */
export const ANSWER = 0.5;

/** Words near the sentence tell less than words in it. */
const BESIDE = 0.6;
const IN_ARTICLE = 0.4;

/** The probability, 0..1, that `candidates` (best first) answer what was searched for. */
export function confidenceIn(candidates: readonly Candidate[], search: Search): number {
  if (candidates.length === 0) return 0;
  const signs = signsOf(candidates, search);
  return isTopical(search)
    ? // No set has such questions: a passage that holds the whole topic is right, one that holds half is even odds.
      logistic(6 * signs.nearby - 3)
    : logistic(CONSTANT + sum(Object.keys(signs) as (keyof Signs)[], (sign) => SIGN_WEIGHTS[sign] * signs[sign]));
}

export function signsOf(candidates: readonly Candidate[], search: Search): Signs {
  const { worth, statistics, query } = search;
  const first = candidates[0]!;
  const { sentences, title: titleCounts, whole } = first.match.around;
  const own = sentences[first.match.sentence]!;
  const held = (i: number) => Number(own.counts[i]! > 0);
  const beside = (i: number) =>
    [sentences[first.match.sentence - 1], sentences[first.match.sentence + 1], titleCounts].some(
      (counts) => (counts?.counts[i] ?? 0) > 0,
    );
  const terms = [...worth.keys()];
  const named = namesIn(query.topic);
  const names = terms.filter((i) => named.has(search.terms[i]!.term));
  const all = sum(terms, (i) => worth[i]!);
  const squares = sum(terms, (i) => worth[i]! ** 2);
  const part = (holds: (i: number) => number) =>
    squares === 0 ? 1 : sum(terms, (i) => worth[i]! ** 2 * holds(i)) / squares;
  const certain = query.expects !== null && query.expects !== "definition";
  const { sentences: total, sentenceLength } = statistics;
  return {
    coverage: part(held),
    nearby: part((i) => held(i) || (beside(i) ? BESIDE : whole.counts[i]! > 0 ? IN_ARTICLE : 0)),
    words: all === 0 ? 1 : Math.min(2, first.match.score / (all * saturation(1, sentenceLength, sentenceLength))),
    expected: certain ? Math.max(...candidates.slice(0, 3).map((each) => expected.measure(each, search))) : 0.5,
    definition: Number(query.expects === "definition"),
    title: title.measure(first, search),
    names: names.length === 0 ? 0.5 : names.filter((i) => held(i) > 0 || beside(i)).length / names.length,
    rarity: Math.max(0, ...worth) / Math.log(2 * total + 2),
    length: Math.log(1 + terms.length),
  };
}

/** The terms that are written with a capital; the first word has one anyway. */
function namesIn(question: string): ReadonlySet<string> {
  const after = termsOf(question.trim().replace(/^\S+/, ""));
  return new Set(after.filter(({ form }) => /^\p{Lu}/u.test(form)).map(({ term }) => term));
}

/** Asks for what is said on a topic, not for a fact: keywords, or the statements of a speaker. */
function isTopical({ query }: Search): boolean {
  return query.speaker !== null || query.expects === "statement" || !QUESTION.test(query.topic);
}

const QUESTION =
  /\b(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|name)\b/i;

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
