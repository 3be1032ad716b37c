import type { CompletedQuestion } from "../conversation/complete-question.ts";
import { findNounPhrases } from "../conversation/noun-phrases.ts";
import type { Scope } from "../corpus/scope.ts";
import type { Holding } from "../holding.ts";
import { intervalOf } from "../reading/timexes/interval.ts";
import { addDays } from "../reading/timexes/iso.ts";
import { contains, overlaps, type Span } from "../span.ts";
import type { DateRange } from "../timeline/dates-in-words.ts";
import { timeline } from "../timeline/timeline.ts";
import type { Answer, Turn } from "./answer.ts";
import { datedPassage } from "./passages.ts";
import { ENOUGH, nothing } from "./silence.ts";
import type { Asked } from "./understand.ts";
import type { Found } from "./why.ts";

/** So many passages are shown. */
const PASSAGES = 10;

/**
 * The days before or after what was shown first in `turn`, for a question that asks for those; `null` for any other, and
 * when nothing tells its day. What somebody was asked for said counts from the day of publication; else the dates in its
 * words do, or the nearest one told before them.
 */
export function rangeAround(
  asks: CompletedQuestion["asks"],
  { question, shown: [first] }: Turn,
  scope: Scope,
): DateRange | null {
  const holding = asks === "before" || asks === "after" ? first && scope.get(first.article) : undefined;
  const days =
    holding === undefined
      ? []
      : datesOf(holding, question.speaker === null ? first! : null).flatMap((value) => intervalOf(value) ?? []);
  if (days.length === 0) return null;
  const earliest = days.map((day) => day.first).sort()[0]!;
  const latest = days
    .map((day) => day.last)
    .sort()
    .at(-1)!;
  return asks === "before" ? { since: null, until: addDays(earliest, -1) } : { since: addDays(latest, 1), until: null };
}

/** The dates told in or before `shown`, else that of publication. */
function datesOf({ article, reading }: Holding, shown: Span | null): string[] {
  const dates = reading.timexes.filter(({ type, value }) => type === "DATE" && /^\d{4}/.test(value ?? ""));
  const within = shown === null ? [] : dates.filter((date) => contains(shown, date));
  const before = shown === null ? [] : dates.filter(({ end }) => end <= shown.start).slice(-1);
  const near = within.length > 0 ? within : before;
  return near.length > 0
    ? near.map(({ value }) => value!)
    : article.published === null
      ? []
      : [article.published.value];
}

/** What the articles tell of the days before or after what was shown, on what it was about; the nearest day first. */
export function answerAround({ question, query }: Asked, scope: Scope, { shown }: Turn, today: string): Answer {
  const { since, until } = question;
  const { topic } = query;
  const days = { ...(since !== null && { since }), ...(until !== null && { until }) };
  // What happened before or after happened to the same things, but was something else: "repaired" after "cracked".
  const things = findNounPhrases(topic).map(({ text }) => text);
  const topics = [topic, things.join(" ")].filter((words) => words !== "");
  const found = topics.map((words) => timeline({ topic: words, today, ...days }, scope).entries);
  const entries = found.find(({ length }) => length > 0) ?? [];
  const passages: Found[] = [];
  for (const { passage, speaker } of since === null ? entries.toReversed() : entries) {
    const isSame = (other: Span & { readonly article: string }) =>
      other.article === passage.article && overlaps(other, passage);
    if (shown.slice(0, 1).some(isSame) || passages.some(isSame)) continue;
    const evidence = [{ kind: since === null ? "day-before" : "day-after", value: 1 }];
    passages.push({ ...passage, speaker, why: { topic, expects: "date", evidence } });
    if (passages.length === PASSAGES) break;
  }
  if (passages.length === 0) return nothing(question, "outside-dates", []);
  return { kind: "passages", question, confidence: ENOUGH, passages };
}

/** "When was that?": the passage shown last, and what tells its date; `null` when it is no longer there. */
export function answerWhen(
  { text, carried }: CompletedQuestion,
  asked: string,
  scope: Scope,
  { question, shown }: Turn,
): Answer | null {
  const [first] = shown;
  const holding = first && scope.get(first.article);
  if (first === undefined || holding === undefined) return null;
  const passages = datedPassage(holding, first).map((passage, i): Found => {
    const evidence = [{ kind: i === 0 ? "shown" : "nearest-date", value: 1 }];
    return { ...passage, speaker: i === 0 ? first.speaker : null, why: { topic: "", expects: "date", evidence } };
  });
  return {
    kind: "passages",
    question: { ...question, text: asked, frame: "when", completed: text, carried },
    confidence: 1,
    passages,
  };
}
