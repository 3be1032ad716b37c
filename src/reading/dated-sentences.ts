import type { Holding } from "../holding.ts";
import { contains, type Span, textOf } from "../span.ts";
import { datelineLength } from "./dateline.ts";
import { postDate } from "./embedded-post.ts";
import type { Timex } from "./reading.ts";
import { type Interval, intervalOf } from "./timexes/interval.ts";

/** A date that a sentence tells. */
export type SentenceDate = {
  /** Index into the reading's sentences. */
  readonly at: number;
  /** That sentence, or the whole post when the sentence signs one. */
  readonly sentence: Span;
  readonly timex: Timex;
  /** TIMEX3 value without a time of day. */
  readonly value: string;
  readonly interval: Interval;
};

export type SentenceDates = {
  /** In reading order. */
  readonly dates: readonly SentenceDate[];
  /** The first and the last day of each of them, one after the other, as {@link dayNumber}; a decade or more has none. */
  readonly days: Int32Array;
  /** How many sentences tell no date. */
  readonly undated: number;
};

/** Corrections and other articles change attributions; the dates last as long as the list of expressions. */
const known = new WeakMap<readonly Timex[], SentenceDates>();

/** The dates of an article's events by its sentences; found once, whatever the number of servers that see it. */
export function datesIn(holding: Holding): SentenceDates {
  let found = known.get(holding.reading.timexes);
  if (found === undefined) {
    found = findDates(holding);
    known.set(holding.reading.timexes, found);
  }
  return found;
}

/** The dates of one sentence, by its place among the reading's sentences. */
export function datesAt(holding: Holding, at: number): SentenceDate[] {
  const { dates } = datesIn(holding);
  let [low, high] = [0, dates.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dates[middle]!.at < at) low = middle + 1;
    else high = middle;
  }
  const found: SentenceDate[] = [];
  for (; dates[low]?.at === at; low++) found.push(dates[low]!);
  return found;
}

/** 20220117 for "2022-01-17": thousands are compared for one question. */
export function dayNumber(day: string): number {
  return Number(day.replaceAll("-", ""));
}

/** Within nothing. */
const NO_DAYS = [99_999_999, 0] as const;

type Day = Pick<SentenceDate, "value" | "interval"> & { readonly days: readonly [first: number, last: number] };

/** Thousands of articles name the same days. */
const dayOf = new Map<string, Day | null>();

/** What a value covers, `null` when that is no stretch of days. */
function readValue(timex: string): Day | null {
  let day = dayOf.get(timex);
  if (day === undefined) {
    const interval = intervalOf(timex);
    const value = timex.replace(/T.*$/, "");
    const isShort = /^\d{4}/.test(value);
    day = interval && {
      value,
      interval,
      days: isShort ? [dayNumber(interval.first), dayNumber(interval.last)] : NO_DAYS,
    };
    if (dayOf.size >= 50_000) dayOf.clear();
    dayOf.set(timex, day);
  }
  return day;
}

function findDates(holding: Holding): SentenceDates {
  const { sentences, timexes } = holding.reading;
  const dates: SentenceDate[] = [];
  const days: number[] = [];
  let [at, dated, last] = [0, 0, -1];
  for (const timex of timexes) {
    while (at < sentences.length - 1 && timex.start >= sentences[at]!.end) at++;
    if ((timex.type !== "DATE" && timex.type !== "TIME") || timex.value === null) continue;
    const day = readValue(timex.value);
    if (day === null) continue;
    const sentence = withItsPost(holding, sentences[at]!);
    // The date of "PORT ELLEN, March 4, 2021 (Wire) - " is the article's, no event's.
    if (timex.start < sentence.start + datelineLength(textOf(holding.article.body, sentence))) continue;
    dates.push({ at, sentence, timex, value: day.value, interval: day.interval });
    days.push(...day.days);
    if (at !== last) dated++;
    last = at;
  }
  return { dates, days: Int32Array.from(days), undated: sentences.length - dated };
}

/**
 * The sentence, or the whole post when the sentence signs one ("— The Hill (@thehill) January 17, 2022"): its date
 * is that of the words above it.
 */
function withItsPost({ article, reading }: Holding, sentence: Span): Span {
  if (postDate(textOf(article.body, sentence)) === null) return sentence;
  const at = reading.paragraphs.findIndex((paragraph) => contains(paragraph, sentence));
  const post = reading.paragraphs[at - 1];
  return post === undefined ? sentence : { start: post.start, end: sentence.end };
}
