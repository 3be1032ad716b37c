import type { Holding } from "../../holding.ts";
import type { Attribution } from "../../reading/reading.ts";
import type { Match, QueryTerm, Statistics } from "../../retrieval/passage-index.ts";
import type { Span } from "../../span.ts";
import type { RankQuery } from "../rank.ts";

/** A sentence that may answer. */
export type Candidate = {
  readonly match: Match;
  readonly holding: Holding;
  readonly span: Span;
  /** Its first 1000 code units. */
  readonly text: string;
  /** What the asked speaker says in it. */
  readonly attribution: Attribution | null;
};

/** What is the same for all candidates of one question. */
export type Search = {
  readonly query: RankQuery;
  readonly terms: readonly QueryTerm[];
  /** What each term tells (weight times inverse frequency) among sentences and among articles. */
  readonly worth: readonly number[];
  readonly articleWorth: readonly number[];
  readonly statistics: Statistics;
  /** The highest scores among the candidates. */
  readonly bestSentence: number;
  readonly bestArticle: number;
  /** The days, each once, on which the candidates were published that match the words at least half as well as the best. */
  readonly dates: readonly string[];
};

/** One kind of evidence that a sentence answers: 0 for none, 1 for as much as there can be. */
export type EvidenceKind = {
  readonly kind: string;
  measure(candidate: Candidate, search: Search): number;
};

/** The part of what all terms tell that the terms with a count tell. */
export function share(counts: readonly number[], worth: readonly number[]): number {
  let [found, total] = [0, 0];
  for (const [i, value] of worth.entries()) {
    total += value;
    if (counts[i]! > 0) found += value;
  }
  return total === 0 ? 0 : found / total;
}
