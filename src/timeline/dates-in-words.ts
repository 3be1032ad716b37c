import type { Analysis } from "../reading/analysis.ts";
import { findTimexes } from "../reading/find-timexes.ts";
import { type Interval, intervalOf } from "../reading/timexes/interval.ts";
import { addDays, addMonths, dayOf } from "../reading/timexes/iso.ts";
import { parseNumber, parseUnit } from "../reading/timexes/vocabulary.ts";

/** ISO dates, both inclusive; `null` is open. */
export type DateRange = { readonly since: string | null; readonly until: string | null };

const LAST_UNITS =
  /^(?:in |over |during |within |for )?(?:the )?(?:last|past|previous) (?:(\w+(?:[- ]\w+)?) )?(day|week|month|year|decade)s$/;
const SEPARATOR =
  /^(?:(?:from|between) )?(.{1,40}?)(?: to | and | until | till | through | – | - |–|\.\.|(?<=\d{4})-(?=\d{4}))(.{1,40})$/;
const OPEN = /^(since|after|from|starting|before|until|till|up to|by|through|to)\s(.+)$/i;

/** The days between two options, each in words; what is wrong with them and what to write instead, if they cannot be read. */
export function askedRange(asked: { since?: string; until?: string; today: string }): DateRange | string {
  const { since, until, today } = asked;
  const read = (words: string | undefined) =>
    words === undefined || words.trim() === "" ? { since: null, until: null } : parseDateRange(words, today);
  const [from, to] = [read(since), read(until)];
  const bad = from === null ? since : to === null ? until : undefined;
  if (from === null || to === null)
    return `"${bad}" is no date; write for example last week, 2021, 3 March or 2022-01-17.`;
  // "since: last week" goes on to today; "until: before 2020" ends there.
  const range = { since: from.since, until: to.until };
  return range.since !== null && range.until !== null && range.since > range.until
    ? `since (${range.since}) is after until (${range.until}).`
    : range;
}

/**
 * The days that `words` name, counted from `today` (ISO): "last week", "2021", "3 March", "since May",
 * "January to March 2021", "the past ten days". A date without a year is the last such day, `today` included; `ahead`,
 * of what is yet to come, the first one after today. `null` when the words name no date.
 */
export function parseDateRange(words: string, today: string, ahead = false): DateRange | null {
  const text = words.trim().replace(/\s+/g, " ");
  if (text === "" || text.length > 100) return null;
  const last = LAST_UNITS.exec(text.toLowerCase());
  if (last !== null) return lastUnits(last[1], last[2]!, today);
  const ends = SEPARATOR.exec(text);
  const between = ends === null ? null : rangeBetween(ends[1]!, ends[2]!, today, ahead);
  if (between !== null) return between;
  const [, open = "", rest = text] = OPEN.exec(text) ?? [];
  const named = rangeOf(rest, today, ahead);
  if (named === null) return null;
  switch (open.toLowerCase()) {
    case "":
      return { since: named.first, until: named.last };
    case "after":
      return { since: addDays(named.last, 1), until: null };
    case "since":
    case "from":
    case "starting":
      return { since: named.first, until: null };
    case "before":
      return { since: null, until: addDays(named.first, -1) };
    default:
      return { since: null, until: named.last };
  }
}

/** "January to March 2021", "3 to 5 March": the first end borrows what it lacks from the second. */
function rangeBetween(from: string, to: string, today: string, ahead: boolean): DateRange | null {
  const until = rangeOf(to, today, ahead);
  if (until === null) return null;
  const year = /\b\d{4}$/.exec(to)?.[0];
  const since =
    (year !== undefined && !/\b\d{4}\b/.test(from) ? rangeOf(`${from} ${year}`, today, ahead) : null) ??
    rangeOf(from, today, ahead) ??
    (/^\d{1,2}(?:st|nd|rd|th)?$/.test(from) ? rangeOf(to.replace(/^\d{1,2}/, from), today, ahead) : null);
  return since === null || since.first > until.last ? null : { since: since.first, until: until.last };
}

/** The one date that is all of `words`. */
function rangeOf(words: string, today: string, ahead: boolean): Interval | null {
  const text = words.replace(/^(?:in|on|during|for|from|of|at) /i, "").replace(/^the year /i, "");
  if (/^\d{4}-\d\d$/.test(text)) return intervalOf(text);
  // Typed in lower case as well: "last monday", "3 march", "may 2021".
  const named = text.replace(
    /(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*/gi,
    (name) => name[0]!.toUpperCase() + name.slice(1).toLowerCase(),
  );
  const full = LENGTHENED.reduce((all, [short, long]) => all.replace(short, long), named);
  const sentence = `In ${full}`;
  const span = { start: 0, end: sentence.length };
  const analysis: Analysis = {
    body: sentence,
    paragraphs: [span],
    marked: [],
    sentences: [{ ...span, tokens: [], paragraph: 0 }],
  };
  const found = findTimexes(analysis, { value: today, basis: "stated" });
  const timex = found.find(({ start, end }) => start <= 3 && end >= sentence.length);
  const interval = timex?.value == null ? null : intervalOf(timex.value);
  if (interval === null) return null;
  const unstated = !/\b\d{4}\b|next|tomorrow|coming|this|from now/i.test(text);
  if (ahead) return unstated || WEEKDAY.test(full) ? comingOf(interval, full, today) : interval;
  return unstated && interval.first > today ? yearBefore(interval) : interval;
}

const LENGTHENED: readonly (readonly [RegExp, string])[] = [
  [/\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\b(?!\.)/, "$1."],
  [/\bMon\b\.?/, "Monday"],
  [/\bTues?\b\.?/, "Tuesday"],
  [/\bWed\b\.?/, "Wednesday"],
  [/\bThu(?:rs?)?\b\.?/, "Thursday"],
  [/\bFri\b\.?/, "Friday"],
  [/\bSat\b\.?/, "Saturday"],
  [/\bSun\b\.?/, "Sunday"],
];

/** The first such day after `today` that words without a year name: a weekday a week later, any other a year later. */
function comingOf(interval: Interval, words: string, today: string): Interval {
  if (interval.last > today || PAST.test(words)) return interval;
  const { first, last, granularity } = interval;
  if (WEEKDAY.test(words)) return { first: addDays(first, 7), last: addDays(last, 7), granularity };
  const on = (day: string) => dayOf(addMonths(day.slice(0, 7), 12), Number(day.slice(8)));
  return { first: on(first), last: on(last), granularity };
}

const WEEKDAY = /^(?:this )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/i;
const PAST = /\b(?:last|past|previous|ago|yesterday|today)\b/i;

function yearBefore({ first, last, granularity }: Interval): Interval {
  const back = (day: string) => dayOf(addMonths(day.slice(0, 7), -12), Number(day.slice(8)));
  return { first: back(first), last: back(last), granularity };
}

function lastUnits(count: string | undefined, unit: string, today: string): DateRange | null {
  const amount = count === undefined ? 1 : /^(?:few|several|couple of|a few)$/.test(count) ? 3 : parseNumber(count);
  if (amount === null) return null;
  const months = { day: 0, week: 0, month: 1, year: 12, decade: 120 }[unit]!;
  const since =
    months > 0
      ? dayOf(addMonths(today.slice(0, 7), -months * amount), Number(today.slice(8)))
      : addDays(today, -amount * (parseUnit(unit) === "week" ? 7 : 1));
  return { since, until: today };
}
