import { inverseFrequency, saturation } from "./bm25.ts";
import { countsOf, type Places } from "./counts.ts";
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
import type { Shelf, ShelvedArticle } from "./shelf.ts";
import { termsOf } from "./terms.ts";

/** Sentences one search may find before the remaining, commonest terms find no more of them; keeps a search in milliseconds. */
const POSTINGS = 5_000;

/** So many of the scores tell what a likely one is: one that no more than these pass. */
const [SAMPLE, LIKELY] = [1_024, 64];

/** A term of a query with what it tells in this scope. */
type Told = {
  readonly term: string;
  readonly worth: number;
  /** Rare enough to find sentences; a common one adds to the scores of those that are found. */
  readonly finds: boolean;
};

type Found = Hit & { readonly owner: ShelvedArticle; readonly shelf: number };

/**
 * The index of one scope: the union of `shelves` without the articles in `hidden`. Nothing is copied. `findable` for tests.
 */
export function createScopeIndex(
  shelves: readonly Shelf[],
  hidden: ReadonlySet<string> = new Set(),
  findable = POSTINGS,
): PassageIndex {
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

  /** The terms that stand somewhere, the rarest first. */
  function inOrder(query: readonly QueryTerm[]): Told[] {
    let read = 0;
    return query
      .map(({ term, weight }) => ({ term, weight, sentences: frequency(term).sentences }))
      .filter(({ sentences, weight }) => sentences > 0 && weight > 0)
      .sort((a, b) => a.sentences - b.sentences)
      .map(({ term, weight, sentences }, i) => {
        read += sentences;
        const worth = weight * inverseFrequency(sentences, statistics.sentences);
        return { term, worth, finds: i === 0 || read <= findable };
      });
  }

  /** The best `limit` sentences with one of the rarer terms of `query`, best first. */
  function best(query: readonly QueryTerm[], limit: number, where: Where | undefined): Found[] {
    const terms = inOrder(query);
    const found: Found[] = [];
    let floor = 0;
    const keepBest = () => {
      found.sort(inRank).length = limit;
      floor = found.at(-1)?.score ?? floor;
    };
    for (const [i, shelf] of shelves.entries()) {
      const scores = zeros(shelf.owners.length);
      const numbers = terms.flatMap((term) => visit(shelf, term, scores));
      // Sentences of one article come one after the other.
      let last: ShelvedArticle | null = null;
      let fits: ((sentence: number) => boolean) | null = null;
      let above = Number.POSITIVE_INFINITY;
      // The likeliest first: they raise the floor, and `where` is asked of few others.
      for (const least of where === undefined ? [0] : [likelyScore(numbers, scores), 0]) {
        for (const number of numbers) {
          const score = scores[number]!;
          if (score < floor || score < least || score >= above) continue;
          const owner = shelf.owners[number]!;
          if (owner !== last) {
            last = owner;
            fits = hidden.has(owner.id) ? null : where === undefined ? EVERY : where.sentencesOf(owner.id);
          }
          const sentence = number - owner.first;
          if (fits === null || !fits(sentence)) continue;
          found.push({ article: owner.id, sentence, score, owner, shelf: i });
          if (found.length >= 2 * limit) keepBest();
        }
        if (found.length >= limit) keepBest();
        above = least;
      }
    }
    return found.sort(inRank).slice(0, limit);
  }

  /**
   * Adds to `scores`, by number of the sentence, what `term` is worth in each that holds it; a common one only in those
   * that have a score ("continue", Moffat and Zobel 1996). The sentences that had none.
   */
  function visit(shelf: Shelf, { term, worth, finds }: Told, scores: Float64Array): number[] {
    const postings = shelf.word(term)?.postings ?? [];
    const { lengths } = shelf;
    const found: number[] = [];
    for (let i = 0; i < postings.length; i++) {
      const sentence = postings[i]!;
      const before = scores[sentence]!;
      if (before === 0 && !finds) continue;
      let count = 1;
      while (postings[i + 1] === sentence) {
        count++;
        i++;
      }
      if (before === 0) found.push(sentence);
      scores[sentence] = before + worth * saturation(count, lengths[sentence]!, statistics.sentenceLength);
    }
    return found;
  }

  function placesOf(terms: readonly { readonly term: string }[]): Places[] {
    return shelves.map((shelf) => {
      const places = new Map<number, number>();
      for (const [i, { term }] of terms.entries()) {
        const word = shelf.word(term);
        if (word !== undefined) places.set(word.number, i);
      }
      return places;
    });
  }

  function match(query: readonly QueryTerm[], limit: number, where?: Where): Match[] {
    const places = placesOf(query);
    const around = new Map<ShelvedArticle, ArticleCounts>();
    return best(query, limit, where).map(({ article, sentence, score, owner, shelf }): Match => {
      let counts = around.get(owner);
      if (counts === undefined) {
        counts = countsOf(owner, places[shelf]!, query.length);
        around.set(owner, counts);
      }
      return { article, sentence, score, around: counts };
    });
  }

  return {
    statistics,
    frequency,
    match,
    articlesWith(term) {
      const ids = new Set<string>();
      for (const shelf of shelves) {
        for (const sentence of shelf.word(term)?.postings ?? []) ids.add(shelf.owners[sentence]!.id);
      }
      return [...ids].filter((id) => !hidden.has(id));
    },
    search(text, limit) {
      const found = best(queryOf(text), limit, undefined);
      return found.map(({ article, sentence, score }) => ({ article, sentence, score }));
    },
    spellings(term) {
      const distance = term.length < 4 ? 0 : term.length < 8 ? 1 : 2;
      if (distance === 0) return [];
      const near = new Map(
        shelves.flatMap((shelf) => {
          const swapped = swaps(term).flatMap((other) => shelf.word(other) ?? []);
          return [...shelf.near(term, distance), ...swapped].map((word) => [word.term, word]);
        }),
      );
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

/** The term with two letters behind the first changed over, the slip of the hand that counts as two edits. */
function swaps(term: string): string[] {
  return Array.from(term.slice(2), (letter, i) => term.slice(0, i + 1) + letter + term[i + 1] + term.slice(i + 3));
}

const EVERY = () => true;

/** The score that few of the sentences have or pass. */
function likelyScore(numbers: readonly number[], scores: Float64Array): number {
  const sample = new Float64Array(Math.min(SAMPLE, numbers.length));
  for (let i = 0; i < sample.length; i++)
    sample[i] = scores[numbers[Math.floor((i * numbers.length) / sample.length)]!]!;
  return sample.sort().at(-LIKELY) ?? 0;
}

let scores = new Float64Array(0);

/** `length` zeros and more; the same array each time, filled anew. */
function zeros(length: number): Float64Array {
  if (scores.length < length) scores = new Float64Array(length + (length >> 3));
  return scores.fill(0, 0, length);
}

/** The terms of `text`, each once. */
export function queryOf(text: string, weight = 1): QueryTerm[] {
  return [...new Set(termsOf(text).map(({ term }) => term))].map((term) => ({ term, weight }));
}

function inRank(a: Hit, b: Hit): number {
  return b.score - a.score || (a.article < b.article ? -1 : a.article > b.article ? 1 : a.sentence - b.sentence);
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
