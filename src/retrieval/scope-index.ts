import { inverseFrequency, saturation } from "./bm25.ts";
import type {
  ArticleCounts,
  Frequency,
  Hit,
  Match,
  PassageIndex,
  QueryTerm,
  Statistics,
  Where,
} from "./passage-index.ts";
import { countsIn, countsOf, type Shelf, type ShelvedArticle } from "./shelf.ts";
import { termsOf } from "./terms.ts";

/** Postings one search may read before it leaves out the remaining, commonest terms; keeps a search in milliseconds. */
const POSTINGS = 5_000;

/** How many sentences, by a first rough score, are scored exactly. */
const ROUGH = 400;

type Rough = { readonly shelf: number; readonly sentence: number; score: number };

/** The index of one scope: the union of `shelves` without the articles in `hidden`. Nothing is copied. */
export function createScopeIndex(shelves: readonly Shelf[], hidden: ReadonlySet<string> = new Set()): PassageIndex {
  const { statistics, hiddenWords } = countScope(shelves, hidden);

  function frequency(term: string): Frequency {
    const less = hiddenWords.get(term);
    let [sentences, articles] = [-(less?.sentences ?? 0), -(less?.articles ?? 0)];
    for (const shelf of shelves) {
      const word = shelf.word(term);
      sentences += word?.sentences ?? 0;
      articles += word?.articles ?? 0;
    }
    return { sentences, articles };
  }

  /** Sentences with one of the rarer terms, scored as if each stood there once. */
  function candidates(query: readonly QueryTerm[], where: Where | undefined): Rough[] {
    const terms = query
      .map(({ term, weight }) => ({ term, weight, sentences: frequency(term).sentences }))
      .filter(({ sentences }) => sentences > 0)
      .sort((a, b) => a.sentences - b.sentences);
    const found = shelves.map(() => new Map<number, number>());
    let [read, kept] = [0, ROUGH];
    for (const { term, weight, sentences } of terms) {
      if (read > 0 && read + sentences > POSTINGS) {
        // What the words left out tell is only known once a sentence is scored exactly.
        kept = POSTINGS;
        break;
      }
      read += sentences;
      const worth = weight * inverseFrequency(sentences, statistics.sentences);
      for (const [i, shelf] of shelves.entries()) visit(shelf, term, worth, found[i]!, where);
    }
    return found.flatMap((scores, shelf) =>
      best(scores, kept).map(([sentence, score]) => ({ shelf, sentence, score })),
    );
  }

  /** Adds to `scores` what `term` is worth in each sentence that holds it and lies in the scope and in `where`. */
  function visit(
    shelf: Shelf,
    term: string,
    worth: number,
    scores: Map<number, number>,
    where: Where | undefined,
  ): void {
    const { owners } = shelf;
    const mean = statistics.sentenceLength;
    // Sentences of one article come one after the other.
    let [last, fits]: [ShelvedArticle | null, boolean] = [null, false];
    shelf.visit(term, (sentence) => {
      const article = owners[sentence]!;
      if (article !== last) {
        last = article;
        fits = !hidden.has(article.id) && (where === undefined || where.article(article.id));
      }
      if (!fits) return;
      const at = sentence - article.first;
      const before = scores.get(sentence);
      if (before === undefined && where?.sentence !== undefined && !where.sentence(article.id, at)) return;
      const length = article.ends[at]! - (at === 0 ? 0 : article.ends[at - 1]!);
      scores.set(sentence, (before ?? 0) + worth * saturation(1, length, mean));
    });
  }

  function match(query: readonly QueryTerm[], limit: number, where?: Where): Match[] {
    const worth = query.map(
      ({ term, weight }) => weight * inverseFrequency(frequency(term).sentences, statistics.sentences),
    );
    const numbers = shelves.map((shelf) => query.map(({ term }) => shelf.word(term)?.number ?? -1));
    const scored = candidates(query, where).map(({ shelf, sentence }) => {
      const owner = shelves[shelf]!.owners[sentence]!;
      const at = sentence - owner.first;
      const { counts, length } = countsIn(owner, at, numbers[shelf]!);
      let score = 0;
      for (const [i, count] of counts.entries())
        score += worth[i]! * saturation(count, length, statistics.sentenceLength);
      return { article: owner.id, sentence: at, score, owner, shelf };
    });
    const around = new Map<ShelvedArticle, ArticleCounts>();
    return scored
      .sort(bestFirst)
      .slice(0, limit)
      .map(({ article, sentence, score, owner, shelf }): Match => {
        let counts = around.get(owner);
        if (counts === undefined) {
          counts = countsOf(owner, numbers[shelf]!);
          around.set(owner, counts);
        }
        return { article, sentence, score, around: counts };
      });
  }

  return {
    statistics,
    frequency,
    match,
    search(text, limit) {
      return match(queryOf(text), limit).map(({ article, sentence, score }) => ({ article, sentence, score }));
    },
    spellings(term) {
      const distance = term.length < 4 ? 0 : term.length < 8 ? 1 : 2;
      if (distance === 0) return [];
      const near = new Map(shelves.flatMap((shelf) => shelf.near(term, distance).map((word) => [word.term, word])));
      return [...near.values()]
        .filter((word) => frequency(word.term).sentences > 0)
        .sort(
          (a, b) =>
            Number(b.term[0] === term[0]) - Number(a.term[0] === term[0]) ||
            frequency(b.term).sentences - frequency(a.term).sentences ||
            (a.term < b.term ? -1 : 1),
        )
        .map(({ form }) => form);
    },
  };
}

/** The terms of `text`, each once. */
export function queryOf(text: string, weight = 1): QueryTerm[] {
  return [...new Set(termsOf(text).map(({ term }) => term))].map((term) => ({ term, weight }));
}

function bestFirst(a: Hit, b: Hit): number {
  return b.score - a.score || (a.article < b.article ? -1 : a.article > b.article ? 1 : a.sentence - b.sentence);
}

/** The `limit` highest scores, in no order; of equal ones the latest. */
function best(scores: Map<number, number>, limit: number): [number, number][] {
  if (scores.size <= limit) return [...scores];
  const floor = Float64Array.from(scores.values()).sort()[scores.size - limit]!;
  const kept: [number, number][] = [];
  const ties: [number, number][] = [];
  for (const entry of scores) {
    if (entry[1] > floor) kept.push(entry);
    else if (entry[1] === floor) ties.push(entry);
  }
  return [...kept, ...ties.slice(kept.length - limit)];
}

/** The numbers of the scope, and by how much the hidden articles lower the shelves' frequencies. */
function countScope(
  shelves: readonly Shelf[],
  hidden: ReadonlySet<string>,
): { statistics: Statistics; hiddenWords: Map<string, Frequency> } {
  let [sentences, articles, length] = [0, 0, 0];
  const hiddenWords = new Map<string, Frequency>();
  for (const shelf of shelves) {
    sentences += shelf.sentences;
    articles += shelf.articles.size;
    length += shelf.length;
    for (const id of hidden) {
      const article = shelf.articles.get(id);
      if (article === undefined) continue;
      sentences -= article.ends.length;
      articles -= 1;
      length -= article.terms.length;
      for (const [{ term }, inSentences] of shelf.wordsOf(article)) {
        const before = hiddenWords.get(term) ?? { sentences: 0, articles: 0 };
        hiddenWords.set(term, { sentences: before.sentences + inSentences, articles: before.articles + 1 });
      }
    }
  }
  const statistics = {
    sentences,
    articles,
    sentenceLength: length / Math.max(1, sentences),
    articleLength: length / Math.max(1, articles),
  };
  return { statistics, hiddenWords };
}
