/** One article as the index takes it. */
export type IndexedArticle = {
  readonly id: string;
  readonly title: string;
  /** The text of each sentence, in reading order. */
  readonly sentences: readonly string[];
};

/** A sentence that matches; `score` compares within one list only. */
export type Hit = { readonly article: string; readonly sentence: number; readonly score: number };

/** A search index of sentences. Scores depend on nothing but the articles it holds. */
export type PassageIndex = {
  /** Adds an article; one with the same id is replaced. */
  add(article: IndexedArticle): void;
  /** Forgets an article's sentences; an unknown id is no error. */
  remove(id: string): void;
  /** The best `limit` sentences, best first; ties by article id, then sentence. No match is an empty list. */
  search(text: string, limit: number): Hit[];
};
