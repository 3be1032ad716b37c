import type { Scope } from "../corpus/scope.ts";
import { inverseFrequency } from "../retrieval/bm25.ts";
import { termsOf } from "../retrieval/terms.ts";
import { WANTED, wantedTerms } from "./answer-kind.ts";

/** How much of a topic a text speaks of, 0..1: the share of the topic's terms it holds, rare ones counting more. */
export type Coverage = (text: string) => number;

/** The coverage of `topic` with the word statistics of `scope`; a topic without terms is covered by anything. */
export function coverageOf(topic: string, scope: Scope): Coverage {
  const terms = [...new Set(termsOf(topic).map(({ term }) => term))];
  const wanted = wantedTerms(topic);
  const weights = terms.map(
    (term) =>
      (wanted.has(term) ? WANTED : 1) *
      inverseFrequency(scope.index.frequency(term).sentences, scope.index.statistics.sentences),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return (text) => {
    if (total === 0) return 1;
    const held = new Set(termsOf(text).map(({ term }) => term));
    return terms.reduce((sum, term, i) => sum + (held.has(term) ? weights[i]! : 0), 0) / total;
  };
}
