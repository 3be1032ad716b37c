import type { Scope } from "../corpus/scope.ts";
import type { Holding } from "../holding.ts";
import { datesIn, dayNumber } from "../reading/dated-sentences.ts";
import { attributionsOver } from "../reading/overlapping.ts";
import type { Attribution } from "../reading/reading.ts";
import type { Where } from "../retrieval/passage-index.ts";
import { overlaps, type Span } from "../span.ts";
import type { RankQuery } from "./rank.ts";

/** Where an answer may stand. */
export type Place = Where & {
  /** No other articles come into question; `undefined`: all may. */
  readonly among?: ReadonlySet<string>;
};

/**
 * Where an answer to `query` may stand: its outlet, its days, its speaker's statements, nothing shown before;
 * `undefined`: anywhere.
 */
export function whereOf(query: RankQuery, scope: Scope): Place | undefined {
  const { speaker, exclude = [] } = query;
  const publisher = query.publisher?.toLowerCase() ?? null;
  const isDated = query.since !== null || query.until !== null;
  const ofWhole = !isDated && speaker === null && exclude.length === 0;
  if (ofWhole && publisher === null) return undefined;
  const among = speaker === null ? undefined : articlesOf(speaker, scope);
  const ofDays = daysOf(query);
  const known = new Map<string, ((sentence: number) => boolean) | null>();
  const find = (id: string): ((sentence: number) => boolean) | null => {
    const holding = among?.has(id) === false ? undefined : scope.get(id);
    if (holding === undefined) return null;
    if (publisher !== null && holding.article.publisher?.toLowerCase() !== publisher) return null;
    if (ofWhole) return EVERY;
    const isWithin = ofDays(holding);
    if (isWithin === null) return null;
    const { sentences } = holding.reading;
    const shown = exclude.filter(({ article }) => article === id);
    return (number) => {
      const span = sentences[number];
      if (span === undefined || !isWithin(span) || shown.some((stretch) => overlaps(stretch, span))) return false;
      return speaker === null || statementIn(holding, span, speaker) !== null;
    };
  };
  const sentencesOf = (id: string) => {
    let found = known.get(id);
    if (found === undefined) {
      found = find(id);
      known.set(id, found);
    }
    return found;
  };
  return { sentencesOf, ...(among !== undefined && { among }) };
}

const byName = new WeakMap<Scope["speakers"], Map<string, ReadonlySet<string>>>();

/** The articles that name whoever is called so in `scope`. */
export function articlesOf(speaker: string, { speakers }: Scope): ReadonlySet<string> {
  const asked = byName.get(speakers) ?? new Map<string, ReadonlySet<string>>();
  byName.set(speakers, asked);
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

/** Tells which stretches of an article are of the days asked for: all when it was published then; `null`: none. */
function daysOf({ since, until }: RankQuery): (holding: Holding) => ((stretch: Span) => boolean) | null {
  if (since === null && until === null) return () => EVERY;
  const [from, to] = [since === null ? 0 : dayNumber(since), until === null ? 99_999_999 : dayNumber(until)];
  return (holding) => {
    const published = holding.article.published?.value;
    const day = published === undefined ? null : dayNumber(published);
    if (day !== null && day >= from && day <= to) return EVERY;
    const { dates, days } = datesIn(holding);
    const named: Span[] = [];
    for (let i = 0; i < dates.length; i++) {
      if (days[2 * i + 1]! >= from && days[2 * i]! <= to) named.push(dates[i]!.timex);
    }
    return named.length === 0 ? null : (stretch) => named.some((timex) => overlaps(timex, stretch));
  };
}

const EVERY = () => true;
