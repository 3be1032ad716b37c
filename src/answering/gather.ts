import { newestFirst, type Scope } from "../corpus/scope.ts";
import { inverseFrequency } from "../retrieval/bm25.ts";
import type { ArticleCounts, Match, QueryTerm } from "../retrieval/passage-index.ts";
import { queryOf } from "../retrieval/scope-index.ts";
import { textOf } from "../span.ts";
import { WANTED, wantedTerms } from "./answer-kind.ts";
import type { Candidate, Search } from "./evidence/evidence.ts";
import { scoreArticle } from "./evidence/words.ts";
import type { RankQuery } from "./rank.ts";
import { type Place, statementIn, whereOf } from "./where.ts";

/** How many sentences are looked at closely. */
const CANDIDATES = 100;

/** How much of a sentence is looked at, in code units; longer ones are tables or hostile. */
const LONGEST = 1000;

/** A word carried over from earlier turns tells half as much as one of the question (research: .3 to .5). */
const CARRIED = 0.5;

/** The sentences that may answer `query`, best match of words first, with what is the same for all of them. */
export function gather(query: RankQuery, scope: Scope): { search: Search; candidates: Candidate[] } {
  const wanted = wantedTerms(query.topic);
  const own = queryOf(query.topic).map(({ term }) => ({ term, weight: wanted.has(term) ? WANTED : 1 }));
  const carried = queryOf(query.context ?? "", CARRIED).filter(({ term }) => own.every((other) => other.term !== term));
  const terms: QueryTerm[] = [...own, ...carried];
  const { statistics } = scope.index;
  const where = whereOf(query, scope);
  const matches =
    terms.length === 0
      ? where === undefined
        ? []
        : everything(scope, where)
      : scope.index.match(terms, CANDIDATES, where);
  const candidates = matches.flatMap((match): Candidate[] => {
    const holding = scope.get(match.article);
    const span = holding?.reading.sentences[match.sentence];
    if (holding === undefined || span === undefined) return [];
    const attribution = query.speaker === null ? null : statementIn(holding, span, query.speaker);
    return [{ match, holding, span, text: textOf(holding.article.body, span).slice(0, LONGEST), attribution }];
  });
  const frequencies = terms.map(({ term }) => scope.index.frequency(term));
  const tells = (frequency: (i: number) => number, total: number) =>
    terms.map(({ weight }, i) => weight * inverseFrequency(frequency(i), total));
  const worth = tells((i) => frequencies[i]!.sentences, statistics.sentences);
  const articleWorth = tells((i) => frequencies[i]!.articles, statistics.articles);
  const articleScores = candidates.map(({ match }) => scoreArticle(match.around.whole, articleWorth, statistics));
  const bestSentence = matches[0]?.score ?? 0;
  const near = candidates.filter(({ match }) => match.score >= bestSentence / 2);
  const dates = [...new Set(near.flatMap(({ holding }) => holding.article.published?.value ?? []))];
  const search = {
    query,
    terms,
    worth,
    articleWorth,
    statistics,
    bestSentence,
    bestArticle: Math.max(0, ...articleScores),
    dates,
  };
  return { search, candidates };
}

/** Without words to look for: every sentence where an answer may stand, newest article first. */
function everything(scope: Scope, where: Place): Match[] {
  const matches: Match[] = [];
  const none = { counts: [], length: 0 };
  const holdings = where.among === undefined ? scope.holdings : newestFirst(where.among, scope);
  for (const { article, reading } of holdings) {
    const fits = where.sentencesOf(article.id);
    if (fits === null) continue;
    const around: ArticleCounts = { title: none, sentences: reading.sentences.map(() => none), whole: none };
    for (const sentence of reading.sentences.keys()) {
      if (!fits(sentence)) continue;
      matches.push({ article: article.id, sentence, score: 0, around });
      if (matches.length === CANDIDATES) return matches;
    }
  }
  return matches;
}
