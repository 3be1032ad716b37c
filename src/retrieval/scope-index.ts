import { bestFirst } from "./best-first.ts";
import { inverseFrequency, SATURATED, saturation } from "./bm25.ts";
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
import { countsIn, countsOf, lengthOf, type Places, type Shelf, type ShelvedArticle } from "./shelf.ts";
import { termsOf } from "./terms.ts";

/** Sentences one search may find before the remaining, commonest terms find no more of them; keeps a search in milliseconds. */
const POSTINGS = 5_000;

/** A term of a query with what it tells in this scope. */
type Told = { readonly term: string; readonly sentences: number; readonly worth: number };

/** A sentence with one of the rarer terms, and what those are worth in it. */
type Candidate = Hit & { readonly owner: ShelvedArticle; readonly shelf: number };

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

  /** The terms that stand somewhere, the rarest first: those that find sentences, and the common ones that need not. */
  function inOrder(query: readonly QueryTerm[]): { finding: Told[]; common: Told[] } {
    const terms = query
      .map(({ term, weight }) => ({ term, weight, sentences: frequency(term).sentences }))
      .filter(({ sentences }) => sentences > 0)
      .sort((a, b) => a.sentences - b.sentences)
      .map(({ term, weight, sentences }) => ({
        term,
        sentences,
        worth: weight * inverseFrequency(sentences, statistics.sentences),
      }));
    let read = 0;
    let cut = 0;
    for (; cut < terms.length && (cut === 0 || read + terms[cut]!.sentences <= findable); cut++) {
      read += terms[cut]!.sentences;
    }
    return { finding: terms.slice(0, cut), common: terms.slice(cut) };
  }

  /** The sentences with one of `terms` in the articles of the scope and of `where`, scored by them. */
  function candidates(terms: readonly Told[], where: Where | undefined): Candidate[] {
    return shelves.flatMap((shelf, i) => {
      const scores = new Map<number, number>();
      for (const { term, worth } of terms) visit(shelf, term, worth, scores, where);
      return Array.from(scores, ([number, score]): Candidate => {
        const owner = shelf.owners[number]!;
        return { article: owner.id, sentence: number - owner.first, score, owner, shelf: i };
      });
    });
  }

  /** Adds to `scores` what `term` is worth in each sentence that holds it, in the articles of the scope and of `where`. */
  function visit(
    shelf: Shelf,
    term: string,
    worth: number,
    scores: Map<number, number>,
    where: Where | undefined,
  ): void {
    const postings = shelf.word(term)?.postings ?? [];
    // Sentences of one article come one after the other.
    let [last, fits]: [ShelvedArticle | null, boolean] = [null, false];
    for (let i = 0; i < postings.length; ) {
      const sentence = postings[i]!;
      const start = i;
      while (postings[i] === sentence) i++;
      const article = shelf.owners[sentence]!;
      if (article !== last) {
        last = article;
        fits = !hidden.has(article.id) && (where === undefined || where.article(article.id));
      }
      if (!fits) continue;
      const length = lengthOf(article, sentence - article.first);
      const value = worth * saturation(i - start, length, statistics.sentenceLength);
      scores.set(sentence, (scores.get(sentence) ?? 0) + value);
    }
  }

  /**
   * The best `limit` candidates with their whole scores, best first. No sentence is counted in that cannot come among
   * them even if the common terms were worth the most they can be.
   */
  function best(query: readonly QueryTerm[], limit: number, where: Where | undefined): Candidate[] {
    const { finding, common } = inOrder(query);
    const places = placesOf(common);
    // What the common terms are worth at most in a sentence that has room for so many of them.
    const most = [0];
    for (const worth of common.map((term) => term.worth).sort((a, b) => b - a))
      most.push(most.at(-1)! + SATURATED * worth);
    const found: Candidate[] = [];
    let floor = Number.NEGATIVE_INFINITY;
    for (const candidate of bestFirst(candidates(finding, where), inRank)) {
      if (candidate.score + most.at(-1)! < floor) break;
      const { article, sentence, owner, shelf } = candidate;
      if (candidate.score + most[Math.min(common.length, lengthOf(owner, sentence))]! < floor) continue;
      if (where?.sentence?.(article, sentence) === false) continue;
      let { score } = candidate;
      if (common.length > 0) {
        const { counts, length } = countsIn(owner, sentence, places[shelf]!, common.length);
        for (let i = 0; i < counts.length; i++) {
          if (counts[i]! > 0) score += common[i]!.worth * saturation(counts[i]!, length, statistics.sentenceLength);
        }
      }
      if (score < floor) continue;
      found.push({ ...candidate, score });
      if (common.length === 0 && found.length === limit) break;
      if (found.length < 2 * limit) continue;
      found.sort(inRank).length = limit;
      floor = found.at(-1)!.score;
    }
    return found.sort(inRank).slice(0, limit);
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
