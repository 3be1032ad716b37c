import { findAskedSpeaker } from "../answering/asked-speaker.ts";
import { coverageOf } from "../answering/coverage.ts";
import { rank } from "../answering/rank.ts";
import { articlesOf } from "../answering/where.ts";
import { newestFirst, type Scope } from "../corpus/scope.ts";
import type { Holding } from "../holding.ts";
import { type Passage, passageAround, type Words } from "../passage.ts";
import { datesAt, datesIn, type SentenceDate, type SentenceDates } from "../reading/dated-sentences.ts";
import { attributionsOver } from "../reading/overlapping.ts";
import type { Anchor, Attribution } from "../reading/reading.ts";
import { contains, overlaps, type Span, textOf } from "../span.ts";
import { askedRange, type DateRange } from "./dates-in-words.ts";
import { mergeSameEvents } from "./merge.ts";

/** How exact a date is. */
export type Granularity = "day" | "week" | "month" | "quarter" | "season" | "half" | "year" | "decade" | "century";

/** Something dated, in the article's own words. */
export type TimelineEntry = {
  /** TIMEX3 value, never finer than `granularity`. */
  readonly value: string;
  readonly granularity: Granularity;
  readonly approximate: boolean;
  /** Announced for a day after the article's publication. */
  readonly scheduled: boolean;
  readonly passage: Passage;
  /** The sentence that holds the date. */
  readonly text: string;
  readonly speaker: string | null;
  readonly timex: Words;
  readonly anchor: Anchor | null;
  readonly dateRule: string;
  /** Ids of all articles that tell it. */
  readonly sources: readonly string[];
};

export type Timeline = {
  /** In order of time; a coarse date stands before the finer ones of its period. */
  readonly entries: readonly TimelineEntry[];
  /** Matching passages without a dated timex. */
  readonly undated: number;
  /** Dated passages beyond the most that are given; of very many, those that tell the same count each. */
  readonly omitted?: number;
  /** What was wrong with the request, and what to write instead; there are no entries then. */
  readonly message?: string;
};

export type TimelineRequest = {
  readonly topic?: string;
  readonly speaker?: string;
  readonly since?: string;
  readonly until?: string;
  /** ISO date that "last week" in `since` and `until` counts from. */
  readonly today: string;
};

/** A dated sentence before its passage is cut. */
export type Dated = SentenceDate & {
  readonly holding: Holding;
  readonly attribution: Attribution | null;
  readonly sources: readonly string[];
};

const MOST = 1000;
/** So many dated sentences are compared for telling the same; those after them are left out. */
const COMPARED = 1200;
/** With a topic: so many of the best. */
const MOST_ON_TOPIC = 50;
/** A sentence is on the topic when it holds, its title counted in, at least this share of it. */
const ENOUGH = 0.5;

/** The dated sentences of `scope` that fit `request`, in order of time, the same event from several articles once. */
export function timeline(request: TimelineRequest, scope: Scope): Timeline {
  const steps = timelineInSteps(request, scope);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same; others have their turn in between. */
export async function timelineInTurns(request: TimelineRequest, scope: Scope): Promise<Timeline> {
  const steps = timelineInSteps(request, scope);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await new Promise(setImmediate);
  }
}

function* timelineInSteps(request: TimelineRequest, scope: Scope): Generator<undefined, Timeline> {
  const range = askedRange(request);
  if (typeof range === "string") return { entries: [], undated: 0, message: range };
  const speaker = speakerOf(request.speaker, scope);
  if (typeof speaker === "object" && speaker !== null) return { entries: [], undated: 0, message: speaker.message };
  const topic = request.topic?.trim() ?? "";
  const found: Found[] = [];
  let [undated, beyond] = [0, 0];
  for (const { holding, dates, undated: without } of candidates(topic, speaker, scope)) {
    undated += without;
    for (const date of dates) {
      if (!within(date, range)) continue;
      if (found.length < COMPARED) found.push({ date, holding });
      else beyond++;
    }
  }
  yield;
  const dated = found.map((each) => withSpeech(each, speaker));
  yield;
  const merged = mergeSameEvents(dated);
  yield;
  const kept = merged.slice(0, topic === "" ? MOST : MOST_ON_TOPIC).sort(inTime);
  const omitted = merged.length - kept.length + beyond;
  return { entries: kept.map(toEntry), undated, ...(omitted > 0 && { omitted }) };
}

type Found = { readonly date: SentenceDate; readonly holding: Holding };

/** Sentences, or all of an article. */
type Candidate = Pick<SentenceDates, "dates" | "undated"> & { readonly holding: Holding };

/** What fits the topic and the speaker; on a topic as `/ask` ranks, else the newest article first. */
function* candidates(topic: string, speaker: string | null, scope: Scope): Iterable<Candidate> {
  if (topic === "" && speaker === null) {
    for (const holding of scope.holdings) {
      const { dates, undated } = datesIn(holding);
      yield { holding, dates, undated };
    }
    return;
  }
  const sentences =
    topic === "" ? everySentence(newestFirst(articlesOf(speaker!, scope), scope)) : sentencesOn(topic, scope);
  for (const { holding, at } of sentences) {
    const dates = datesAt(holding, at);
    const sentence = dates[0]?.sentence ?? holding.reading.sentences[at]!;
    const said = speaker === null || attributionsIn(sentence, holding).some((each) => each.speaker === speaker);
    if (said) yield { holding, dates, undated: dates.length === 0 ? 1 : 0 };
  }
}

type Place = { readonly holding: Holding; readonly at: number };

function* everySentence(holdings: readonly Holding[]): Iterable<Place> {
  for (const holding of holdings) for (const at of holding.reading.sentences.keys()) yield { holding, at };
}

/** Best first. */
function* sentencesOn(topic: string, scope: Scope): Iterable<Place> {
  const covers = coverageOf(topic, scope);
  const query = { topic, speaker: null, since: null, until: null, expects: null };
  for (const { holding, sentence, span } of rank(query, scope).hits) {
    if (covers(`${holding.article.title} ${textOf(holding.article.body, span)}`) < ENOUGH) continue;
    yield { holding, at: sentence };
  }
}

function attributionsIn(sentence: Span, { reading }: Holding): readonly Attribution[] {
  return attributionsOver(reading, sentence).filter(({ spans }) => spans.some((span) => overlaps(span, sentence)));
}

/** The date with the quotation it stands in, or else with what the asked speaker, or anybody, says in the sentence. */
function withSpeech({ date, holding }: Found, speaker: string | null): Dated {
  const said = attributionsIn(date.sentence, holding);
  const attribution =
    said.find(({ spans }) => spans.some((span) => contains(span, date.timex))) ??
    said.find((attribution) => speaker === null || attribution.speaker === speaker) ??
    null;
  return { ...date, holding, attribution, sources: [holding.article.id] };
}

function toEntry({ holding, sentence, timex, value, interval, attribution, sources }: Dated): TimelineEntry {
  const { body } = holding.article;
  const speaker = attribution?.speaker ?? null;
  return {
    value,
    granularity: interval.granularity,
    // "Early on Tuesday" is still that Tuesday.
    approximate: timex.mod !== null && (interval.granularity !== "day" || timex.mod === "APPROX"),
    scheduled: timex.scheduled,
    passage: { ...passageAround(holding, sentence), speaker },
    text: textOf(body, sentence),
    speaker,
    timex: { start: timex.start, end: timex.end, text: textOf(body, timex) },
    anchor: timex.anchor,
    dateRule: timex.rule,
    sources,
  };
}

/** By the first day; of those that begin together the longest first; then as the articles tell them. */
function inTime(a: Dated, b: Dated): number {
  return (
    compare(a.interval.first, b.interval.first) ||
    compare(b.interval.last, a.interval.last) ||
    compare(a.holding.article.published?.value ?? "", b.holding.article.published?.value ?? "") ||
    compare(a.holding.article.id, b.holding.article.id) ||
    a.timex.start - b.timex.start
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function within(date: SentenceDate, { since, until }: DateRange): boolean {
  return (since === null || date.interval.last >= since) && (until === null || date.interval.first <= until);
}

/** The name meant, `null` when none was asked for. */
function speakerOf(words: string | undefined, scope: Scope): string | null | { readonly message: string } {
  if (words === undefined || words.trim() === "") return null;
  const names = findAskedSpeaker(words.trim(), scope);
  if (names.length === 0) return { message: `Nobody called "${words}" speaks in these articles.` };
  if (names.length > 1) return { message: `"${words}" may be ${names.slice(0, 5).join(", ")}; write the whole name.` };
  return names[0]!;
}
