import type { Scope } from "../corpus/scope.ts";
import type { Holding } from "../holding.ts";
import { attributionsOver } from "../reading/overlapping.ts";
import type { Attribution } from "../reading/reading.ts";
import type { Where } from "../retrieval/passage-index.ts";
import { overlaps, type Span } from "../span.ts";
import type { RankQuery } from "./rank.ts";

/** Where an answer may stand. */
export type Place = Where & {
  /** No other articles come into question, whatever `article` says; `undefined`: all may. */
  readonly among?: ReadonlySet<string>;
};

/**
 * Where an answer to `query` may stand: its outlet, its days, its speaker's statements, nothing shown before;
 * `undefined`: anywhere.
 */
export function whereOf(query: RankQuery, scope: Scope): Place | undefined {
  const publisher = query.publisher?.toLowerCase() ?? null;
  const among = query.speaker === null ? undefined : articlesOf(query.speaker, scope);
  const articles = new Map<string, boolean>();
  const fits = (id: string): boolean => {
    if (among?.has(id) === false) return false;
    const holding = scope.get(id);
    if (holding === undefined) return false;
    if (publisher !== null && holding.article.publisher?.toLowerCase() !== publisher) return false;
    return isWithin(query, holding, { start: 0, end: holding.article.body.length });
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
  if (among !== undefined) return { among, article, sentence };
  if (dated || query.exclude?.length) return { article, sentence };
  return publisher === null ? undefined : { article };
}

const known = new WeakMap<Scope["speakers"], Map<string, ReadonlySet<string>>>();

/** The articles that name whoever is called so in `scope`. */
export function articlesOf(speaker: string, { speakers }: Scope): ReadonlySet<string> {
  const asked = known.get(speakers) ?? new Map<string, ReadonlySet<string>>();
  known.set(speakers, asked);
  let articles = asked.get(speaker);
  if (articles === undefined) {
    articles = new Set(speakers.filter(({ name }) => name === speaker).flatMap(({ articles }) => articles));
    asked.set(speaker, articles);
  }
  return articles;
}

/** What `speaker` says in the sentence, `null` when that is nothing. */
export function statementIn({ reading }: Holding, sentence: Span, speaker: string): Attribution | null {
  const here = (attribution: Attribution) => attribution.spans.some((span) => overlaps(span, sentence));
  const around = attributionsOver(reading, sentence);
  return around.find((attribution) => attribution.speaker === speaker && here(attribution)) ?? null;
}

function isWithin({ since, until }: RankQuery, holding: Holding, sentence: Span): boolean {
  if (since === null && until === null) return true;
  const within = (value: string) =>
    (since === null || value >= since) && (until === null || value <= until || value.startsWith(until));
  const { published } = holding.article;
  if (published !== null && within(published.value)) return true;
  return holding.reading.timexes.some(
    (timex) => timex.value !== null && overlaps(timex, sentence) && within(timex.value) && /^\d{4}/.test(timex.value),
  );
}
