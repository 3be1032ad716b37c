import { invert } from "./invert.ts";
import { Spellings } from "./minisearch.ts";
import { listAt, type PackedLists, type PackedShelf, packLists, unpackLists } from "./packed-shelf.ts";
import type { IndexedArticle } from "./passage-index.ts";
import { type Term, termsOf } from "./terms.ts";

/** One term of a shelf. */
export type Word = {
  readonly term: string;
  readonly number: number;
  /** As it was first written. */
  readonly form: string;
  /** Numbers of the sentences that hold it, ascending, each as often as it stands there. */
  postings: number[];
  sentences: number;
  articles: number;
};

/** The terms of one article, as numbers of words. */
export type ArticleTerms = {
  readonly title: Uint32Array;
  /** All sentences, one after the other. */
  readonly terms: Uint32Array;
  /** Where in `terms` each sentence ends. */
  readonly ends: Uint32Array;
};

export type ShelvedArticle = ArticleTerms & {
  readonly id: string;
  /** Stands for the texts that the terms were found in, "" for unknown ones. */
  readonly print: string;
  /** The number of its first sentence; the others follow. */
  readonly first: number;
};

/** The articles of one owner (a server, or everybody), indexed once for all scopes that hold them. */
export class Shelf {
  /** Number of sentences, and of terms in them. */
  sentences = 0;
  length = 0;
  readonly articles = new Map<string, ShelvedArticle>();
  /** By the number of the sentence; a number is never used twice. */
  readonly owners: (ShelvedArticle | undefined)[] = [];
  /** As well: how many terms it has, at most 65,535. Beside each other, as a search reads many of them. */
  lengths = new Uint16Array(1024);
  readonly #words = new Map<string, Word>();
  readonly #spellings = new Spellings<Word>();
  readonly #byNumber: Word[] = [];
  /** How many of the words are among the spellings: those that are recalled wait until somebody mistypes. */
  #spelt = 0;

  /** Articles whose words are in no postings yet; `null` once somebody has looked for a word: from then on each is posted at once. */
  #waiting: ShelvedArticle[] | null = [];
  /** Where the words of those stood, when somebody first looked: the postings of a word are made of it when it is asked for. */
  #inverted: PackedLists = packLists([]);
  /** What an earlier process found, by print. */
  #recalled: ReadonlyMap<string, ArticleTerms> = new Map();
  /** How many articles were added that were not recalled, since the shelf was packed. */
  fresh = 0;

  /** Adds an article; one with the same id is replaced. */
  add(added: IndexedArticle): void {
    const { id, print = "" } = added;
    this.remove(id);
    const recalled = this.#recalled.get(print);
    if (recalled === undefined) this.fresh++;
    const article: ShelvedArticle = {
      id,
      print,
      first: this.owners.length,
      ...(recalled ?? this.#find(added)),
    };
    this.articles.set(id, article);
    this.#makeRoom(article.ends.length);
    let start = 0;
    for (const end of article.ends) {
      this.lengths[this.owners.length] = Math.min(end - start, 0xffff);
      this.owners.push(article);
      start = end;
    }
    this.sentences += article.ends.length;
    this.length += article.terms.length;
    if (this.#waiting === null) this.#post(article);
    else this.#waiting.push(article);
  }

  #post({ terms, ends, first }: ShelvedArticle): void {
    let at = 0;
    for (const [i, end] of ends.entries()) {
      const sentence = first + i;
      for (; at < end; at++) {
        const word = this.#filled(this.#byNumber[terms[at]!]!);
        const last = word.postings.at(-1) ?? -1;
        if (last < first) word.articles++;
        if (last < sentence) word.sentences++;
        word.postings.push(sentence);
      }
    }
  }

  #postWaiting(): void {
    if (this.#waiting === null) return;
    this.#inverted = invert(this.#waiting, this.#byNumber.length);
    this.#waiting = null;
  }

  #filled(word: Word): Word {
    if (word.postings !== UNFILLED) return word;
    const list = listAt(word.number, this.#inverted);
    // Not `Array.from`: it takes ten times as long, and an article that is added may need a hundred long lists.
    const postings = new Array<number>(list.length);
    let last = -1;
    for (let i = 0; i < list.length; i++) {
      const sentence = list[i]!;
      if (last < this.owners[sentence]!.first) word.articles++;
      if (last < sentence) word.sentences++;
      postings[i] = sentence;
      last = sentence;
    }
    word.postings = postings;
    return word;
  }

  /** Forgets an article; an unknown id is no error. */
  remove(id: string): void {
    const article = this.articles.get(id);
    if (article === undefined) return;
    this.#postWaiting();
    this.articles.delete(id);
    const { first, ends, terms } = article;
    for (const number of new Set(terms)) {
      const word = this.#filled(this.#byNumber[number]!);
      const start = placeOf(first, word.postings);
      const gone = word.postings.splice(start, placeOf(first + ends.length, word.postings) - start);
      word.sentences -= new Set(gone).size;
      word.articles--;
    }
    this.owners.fill(undefined, first, first + ends.length);
    this.sentences -= ends.length;
    this.length -= terms.length;
  }

  #makeRoom(sentences: number): void {
    const needed = this.owners.length + sentences;
    if (needed <= this.lengths.length) return;
    const before = this.lengths;
    this.lengths = new Uint16Array(Math.max(needed, 2 * before.length));
    this.lengths.set(before);
  }

  /** What `recall` takes. Nothing of articles that were removed is in it. */
  pack(): PackedShelf {
    this.fresh = 0;
    const articles = [...this.articles.values()].filter(({ print }) => print !== "");
    const words: Word[] = [];
    const numbers = new Int32Array(this.#byNumber.length).fill(-1);
    const renumbered = (terms: Uint32Array) =>
      terms.map((number) => {
        if (numbers[number] === -1) numbers[number] = words.push(this.#byNumber[number]!) - 1;
        return numbers[number]!;
      });
    const titles = packLists(articles.map(({ title }) => renumbered(title)));
    const sentences = packLists(articles.map(({ terms }) => renumbered(terms)));
    return {
      terms: words.map(({ term }) => term).join("\n"),
      forms: words.map(({ form }) => form).join("\n"),
      prints: articles.map(({ print }) => print).join("\n"),
      titles,
      sentences,
      ends: packLists(articles.map(({ ends }) => ends)),
    };
  }

  /** For an empty shelf: an article that is added with the same texts as a packed one is not looked through again. */
  recall({ terms, forms, prints, titles, sentences, ends }: PackedShelf): void {
    if (prints === "") return;
    const written = forms.split("\n");
    for (const [i, term] of terms.split("\n").entries()) this.#numberOf({ term, form: written[i]! });
    const [inTitles, inSentences, allEnds] = [titles, sentences, ends].map(unpackLists) as [
      Uint32Array[],
      Uint32Array[],
      Uint32Array[],
    ];
    this.#recalled = new Map(
      prints.split("\n").map((print, i) => [print, { title: inTitles[i]!, terms: inSentences[i]!, ends: allEnds[i]! }]),
    );
  }

  word(term: string): Word | undefined {
    this.#postWaiting();
    const word = this.#words.get(term);
    return word && this.#filled(word);
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

  /** The words in use within `distance` single-letter edits of `term`, itself left out. */
  near(term: string, distance: number): Word[] {
    this.prepare();
    return this.#spellings.near(term, distance).filter((word) => this.#filled(word).sentences > 0);
  }

  /** Does now what would be done when somebody asks first. */
  prepare(): void {
    this.#postWaiting();
    this.#spell();
  }

  /** Takes in how the words are spelt, which is needed for `near` alone. */
  #spell(): void {
    for (; this.#spelt < this.#byNumber.length; this.#spelt++) {
      const word = this.#byNumber[this.#spelt]!;
      this.#spellings.set(word.term, word);
    }
  }

  #find({ title, sentences }: IndexedArticle): ArticleTerms {
    const { all, ends } = packLists(sentences.map((text) => this.#numbersOf(text)));
    const found = { title: Uint32Array.from(this.#numbersOf(title)), terms: all, ends };
    this.#spell();
    return found;
  }

  #numbersOf(text: string): number[] {
    return termsOf(text).map((term) => this.#numberOf(term));
  }

  #numberOf({ term, form }: Term): number {
    let word = this.#words.get(term);
    if (word === undefined) {
      const postings = this.#waiting === null ? [] : UNFILLED;
      word = { term, number: this.#byNumber.length, form, postings, sentences: 0, articles: 0 };
      this.#words.set(term, word);
      this.#byNumber.push(word);
    }
    return word.number;
  }
}

const UNFILLED: number[] = [];

function sentenceOf({ terms, ends }: ShelvedArticle, i: number): Uint32Array {
  return terms.subarray(i === 0 ? 0 : ends[i - 1], ends[i]);
}

/** Where in the ascending list the first number not below `wanted` stands. */
function placeOf(wanted: number, postings: readonly number[]): number {
  let [low, high] = [0, postings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (postings[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
