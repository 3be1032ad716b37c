import { createPostings } from "./minisearch.ts";
import type { ArticleCounts, Counts, IndexedArticle } from "./passage-index.ts";
import { type Term, termsOf } from "./terms.ts";

/** One term of a shelf. */
export type Word = {
  readonly term: string;
  readonly number: number;
  /** As it was first written. */
  readonly form: string;
  sentences: number;
  articles: number;
};

/** The terms of one article, as numbers of words. */
export type ShelvedArticle = {
  readonly id: string;
  /** The number of its first sentence; the others follow. */
  readonly first: number;
  readonly title: Uint32Array;
  /** All sentences, one after the other. */
  readonly terms: Uint32Array;
  /** Where in `terms` each sentence ends. */
  readonly ends: Uint32Array;
};

/** The articles of one owner (a server, or everybody), indexed once for all scopes that hold them. */
export class Shelf {
  /** Number of sentences, and of terms in them. */
  sentences = 0;
  length = 0;
  readonly articles = new Map<string, ShelvedArticle>();
  /** By the number of the sentence; a number is never used twice. */
  readonly owners: (ShelvedArticle | undefined)[] = [];
  readonly #postings = createPostings();
  readonly #words = new Map<string, Word>();
  readonly #byNumber: Word[] = [];

  /** Adds an article; one with the same id is replaced. */
  add({ id, title, sentences }: IndexedArticle): void {
    this.remove(id);
    const read = sentences.map((text) => this.#numbersOf(termsOf(text)));
    const ends = new Uint32Array(read.length);
    const terms = new Uint32Array(read.reduce((sum, { length }) => sum + length, 0));
    let end = 0;
    for (const [i, numbers] of read.entries()) {
      terms.set(numbers, end);
      end += numbers.length;
      ends[i] = end;
    }
    const titleTerms = Uint32Array.from(this.#numbersOf(termsOf(title)));
    const article: ShelvedArticle = { id, first: this.owners.length, title: titleTerms, terms, ends };
    this.articles.set(id, article);
    for (const _ of read) this.owners.push(article);
    this.#postings.add(this.#entriesOf(article));
    this.#count(article, 1);
  }

  /** Forgets an article; an unknown id is no error. */
  remove(id: string): void {
    const article = this.articles.get(id);
    if (article === undefined) return;
    this.articles.delete(id);
    this.#postings.remove(this.#entriesOf(article));
    for (let i = 0; i < article.ends.length; i++) this.owners[article.first + i] = undefined;
    this.#count(article, -1);
  }

  word(term: string): Word | undefined {
    return this.#words.get(term);
  }

  /** The words of an article, each with the number of its sentences that hold it. */
  wordsOf(article: ShelvedArticle): Map<Word, number> {
    const found = new Map<Word, number>();
    for (let i = 0; i < article.ends.length; i++) {
      for (const number of new Set(sentenceOf(article, i))) {
        const word = this.#byNumber[number]!;
        found.set(word, (found.get(word) ?? 0) + 1);
      }
    }
    return found;
  }

  /** Calls `found` with the number of each sentence that holds `term`. */
  visit(term: string, found: (sentence: number) => void): void {
    this.#postings.visit(term, found);
  }

  near(term: string, distance: number): Word[] {
    return [...this.#postings.near(term, distance)].flatMap((near) => this.#words.get(near) ?? []);
  }

  #numbersOf(terms: readonly Term[]): number[] {
    return terms.map(({ term, form }) => {
      let word = this.#words.get(term);
      if (word === undefined) {
        word = { term, number: this.#byNumber.length, form, sentences: 0, articles: 0 };
        this.#words.set(term, word);
        this.#byNumber.push(word);
      }
      return word.number;
    });
  }

  #entriesOf(article: ShelvedArticle): { id: number; terms: string }[] {
    return Array.from(article.ends, (_, i) => ({
      id: article.first + i,
      terms: Array.from(sentenceOf(article, i), (number) => this.#byNumber[number]!.term).join(" "),
    }));
  }

  #count(article: ShelvedArticle, sign: 1 | -1): void {
    this.sentences += sign * article.ends.length;
    this.length += sign * article.terms.length;
    for (const [word, sentences] of this.wordsOf(article)) {
      word.sentences += sign * sentences;
      word.articles += sign;
    }
  }
}

function sentenceOf({ terms, ends }: ShelvedArticle, i: number): Uint32Array {
  return terms.subarray(i === 0 ? 0 : ends[i - 1], ends[i]);
}

/** How often each of `words` (numbers, -1 for none) stands in the article, sentence by sentence. */
export function countsOf(article: ShelvedArticle, words: readonly number[]): ArticleCounts {
  const { title, terms, ends } = article;
  return {
    title: count(title, 0, title.length, words),
    sentences: Array.from(ends, (end, i) => count(terms, i === 0 ? 0 : ends[i - 1]!, end, words)),
    whole: count(terms, 0, terms.length, words),
  };
}

/** The same for one of its sentences. */
export function countsIn({ terms, ends }: ShelvedArticle, sentence: number, words: readonly number[]): Counts {
  return count(terms, sentence === 0 ? 0 : ends[sentence - 1]!, ends[sentence]!, words);
}

function count(terms: Uint32Array, start: number, end: number, words: readonly number[]): Counts {
  const counts = words.map(() => 0);
  for (let i = start; i < end; i++) {
    const at = words.indexOf(terms[i]!);
    if (at >= 0) counts[at]!++;
  }
  return { counts, length: end - start };
}
