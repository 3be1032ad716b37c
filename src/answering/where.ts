import type { Scope } from "../corpus/scope.ts";
import type { Holding } from "../holding.ts";
import type { Attribution } from "../reading/reading.ts";
import type { Where } from "../retrieval/passage-index.ts";
import { overlaps, type Span } from "../span.ts";
import type { RankQuery } from "./rank.ts";

/**
 * Where an answer to `query` may stand: its outlet, its days, its speaker's statements, nothing shown before;
 * `undefined`: anywhere.
 */
export function whereOf(query: RankQuery, scope: Scope): Where | undefined {
  const publisher = query.publisher?.toLowerCase() ?? null;
  const articles = new Map<string, boolean>();
  const fits = (id: string): boolean => {
    const holding = scope.get(id);
    if (holding === undefined) return false;
    if (publisher !== null && holding.article.publisher?.toLowerCase() !== publisher) return false;
    return query.speaker === null || holding.reading.attributions.some(({ speaker }) => speaker === query.speaker);
  };
  const article = (id: string): boolean => {
    let fit = articles.get(id);
    if (fit === undefined) {
      fit = fits(id);
      articles.set(id, fit);
    }
    return fit;
  };
  const sentence = (id: string, number: number): boolean => {
    const holding = scope.get(id)!;
    const span = holding.reading.sentences[number];
    if (span === undefined) return false;
    if (query.speaker !== null && statementIn(holding, span, query.speaker) === null) return false;
    if (query.exclude?.some((shown) => shown.article === id && overlaps(shown, span))) return false;
    return isWithin(query, holding, span);
  };
  const dated = query.since !== null || query.until !== null;
  if (query.speaker !== null || dated || query.exclude?.length) return { article, sentence };
  return publisher === null ? undefined : { article };
}

/** What `speaker` says in the sentence, `null` when that is nothing. */
export function statementIn({ reading }: Holding, sentence: Span, speaker: string): Attribution | null {
  const here = (attribution: Attribution) => attribution.spans.some((span) => overlaps(span, sentence));
  return reading.attributions.find((attribution) => attribution.speaker === speaker && here(attribution)) ?? null;
}

function isWithin({ since, until }: RankQuery, { article, reading }: Holding, sentence: Span): boolean {
  if (since === null && until === null) return true;
  const within = (value: string) =>
    (since === null || value >= since) && (until === null || value <= until || value.startsWith(until));
  if (article.published !== null && within(article.published.value)) return true;
  return reading.timexes.some(
    ({ start, end, value }) =>
      value !== null && /^\d{4}/.test(value) && overlaps({ start, end }, sentence) && within(value),
  );
}
