/** One article as the index takes it. */
export type IndexedArticle = {
  readonly id: string;
  readonly title: string;
  /** The same for the same title and sentences alone; one line. Without it the article is not packed. */
  readonly print?: string;
  /** The text of each sentence, in reading order; looked at only when there is something to find. */
  readonly sentences: readonly string[];
};

/** A sentence that matches; `score` compares within one list only. */
export type Hit = { readonly article: string; readonly sentence: number; readonly score: number };

/** A stemmed term that is looked for; `weight` is 1 for a word of the question, less for one carried over. */
export type QueryTerm = { readonly term: string; readonly weight: number };

/** How often each term of the query (in its order) stands in a stretch of text of `length` terms. */
export type Counts = { readonly counts: readonly number[]; readonly length: number };

/** The words of one article as far as a query is concerned. */
export type ArticleCounts = {
  readonly title: Counts;
  readonly sentences: readonly Counts[];
  readonly whole: Counts;
};

/** A sentence that matches, with the article around it. */
export type Match = Hit & { readonly around: ArticleCounts };

/** How common a term is in the scope: in how many sentences and how many articles it stands. */
export type Frequency = { readonly sentences: number; readonly articles: number };

/** Numbers over the whole scope; lengths are means, in terms. */
export type Statistics = Frequency & { readonly sentenceLength: number; readonly articleLength: number };

/** Narrows a search to some articles, and to some of their sentences. */
export type Where = {
  /** Tells which sentences of an article may be found, by their place in it; `null`: none. */
  sentencesOf(article: string): ((sentence: number) => boolean) | null;
};

/**
 * A search index over the sentences that one server can see: the shared articles it did not hide, and its own.
 *
 * Scores, frequencies and spellings depend on nothing but those articles.
 */
export type PassageIndex = {
  readonly statistics: Statistics;
  frequency(term: string): Frequency;
  /** The ids of the articles with `term` in a sentence, in no order. */
  articlesWith(term: string): string[];
  /** The best `limit` sentences by BM25+, best first; ties by article id, then sentence. No match is an empty list. */
  search(text: string, limit: number): Hit[];
  /** As `search`, for terms with weights, within `where`. */
  match(query: readonly QueryTerm[], limit: number, where?: Where): Match[];
  /** Words of the scope spelt nearly as `term`, as they are written there; the likeliest first. */
  spellings(term: string): string[];
};
