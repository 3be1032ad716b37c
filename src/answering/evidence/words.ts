import { saturation } from "../../retrieval/bm25.ts";
import type { Counts, Statistics } from "../../retrieval/passage-index.ts";
import { type EvidenceKind, share } from "./evidence.ts";

/** BM25+ of the sentence, against the best candidate's. */
export const words: EvidenceKind = {
  kind: "words",
  measure: ({ match }, { bestSentence }) => (bestSentence === 0 ? 0 : match.score / bestSentence),
};

/** How much of the question the sentence holds, each word by how rare it is. */
export const coverage: EvidenceKind = {
  kind: "coverage",
  measure: ({ match }, { worth }) => share(match.around.sentences[match.sentence]!.counts, worth),
};

/** The same for the article's title. */
export const title: EvidenceKind = {
  kind: "title",
  measure: ({ match }, { worth }) => share(match.around.title.counts, worth),
};

/** BM25+ of the whole article, against the best article's. */
export const article: EvidenceKind = {
  kind: "article",
  measure: ({ match }, { bestArticle, articleWorth, statistics }) =>
    bestArticle === 0 ? 0 : scoreArticle(match.around.whole, articleWorth, statistics) / bestArticle,
};

export function scoreArticle({ counts, length }: Counts, worth: readonly number[], statistics: Statistics): number {
  return counts.reduce((sum, count, i) => sum + worth[i]! * saturation(count, length, statistics.articleLength), 0);
}

/** What the sentences before and after it hold of the question. */
export const neighbours: EvidenceKind = {
  kind: "neighbours",
  measure({ match }, { worth }) {
    const { sentences } = match.around;
    const before = sentences[match.sentence - 1];
    const after = sentences[match.sentence + 1];
    const own = sentences[match.sentence]!;
    const near = worth.map((_, i) => (own.counts[i]! > 0 ? 0 : (before?.counts[i] ?? 0) + (after?.counts[i] ?? 0)));
    return share(near, worth);
  },
};
