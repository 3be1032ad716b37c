import type { ArticleCounts, Counts } from "./passage-index.ts";
import type { ArticleTerms } from "./shelf.ts";

/** The words of a query by their numbers on one shelf, each with its place in the query. */
export type Places = ReadonlyMap<number, number>;

/** How often each word stands in the article, sentence by sentence. */
export function countsOf(article: ArticleTerms, words: Places, size: number): ArticleCounts {
  const { title, terms, ends } = article;
  return {
    title: count(title, 0, title.length, words, size),
    sentences: Array.from(ends, (end, i) => count(terms, i === 0 ? 0 : ends[i - 1]!, end, words, size)),
    whole: count(terms, 0, terms.length, words, size),
  };
}

function count(terms: Uint32Array, start: number, end: number, words: Places, size: number): Counts {
  const counts = new Array<number>(size).fill(0);
  for (let i = start; i < end; i++) {
    const at = words.get(terms[i]!);
    if (at !== undefined) counts[at]!++;
  }
  return { counts, length: end - start };
}
