import { createRequire } from "node:module";
import type { Chrono } from "chrono-node/en";
import type { Span } from "../../span.ts";
import { isDay, pad } from "./iso.ts";

/** A day as written: "January 10", "17 Jan 2022", "2022-01-17". */
export type WrittenDay = Span & { readonly year: number | null; readonly month: number; readonly day: number };

// Only where chrono-node is good: days of a month. No refiner, so ranges and clock times are left to others.
const CALENDAR = new Set([
  "ISOFormatParser",
  "ENYearMonthDayParser",
  "SlashDateFormatParser",
  "ENMonthNameLittleEndianParser",
  "ENMonthNameMiddleEndianParser",
]);
let calendar: Chrono | null = null;

/** Loaded when it is first needed: a start that reads nothing need not wait for it. */
function loadCalendar(): Chrono {
  if (calendar === null) {
    const { Chrono, strict } = createRequire(import.meta.url)("chrono-node/en") as typeof import("chrono-node/en");
    const parsers = strict.parsers.filter((parser) => CALENDAR.has(parser.constructor.name));
    calendar = new Chrono({ parsers, refiners: [] });
  }
  return calendar;
}

// Any fixed instant: what depends on it (an implied year) is not used.
const REFERENCE = { instant: new Date(Date.UTC(2000, 0, 1, 12)), timezone: 0 };

const NAME = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
const LIKELY = new RegExp(
  `(?<!\\d[-/.]?)\\d{1,4}[-/.](?:\\d{1,2}|${NAME})[-/.]\\d{1,4}(?![-/.]?\\d)|${NAME}[\\s,-]{0,3}(?:\\d|[a-z]{3,7}(?:th|st|nd|rd))|(?:\\d|st|nd|rd|th)[\\s-]{0,3}(?:of\\s{1,3})?${NAME}`,
  "gi",
);
/** Room around a likely date; chrono-node sees nothing more, so its time is linear in the text. */
const [BEFORE, AFTER] = [16, 48];

/** The days of a month written in `sentence`, in order, spans counting from its beginning. */
export function findWrittenDays(sentence: string): WrittenDay[] {
  const found: WrittenDay[] = [];
  let done = 0;
  // Not `matchAll`: it makes a regular expression anew for every sentence.
  for (let likely = LIKELY.exec(sentence); likely !== null; likely = LIKELY.exec(sentence)) {
    if (likely.index < done) continue;
    let from = Math.max(done, likely.index - BEFORE);
    // Not from the middle of a word or number.
    while (from > done && from < likely.index && /[\w.,/-]/.test(sentence[from - 1]!)) from++;
    const to = likely.index + likely[0].length + AFTER;
    for (const result of loadCalendar().parse(sentence.slice(from, to), REFERENCE)) {
      const day = readResult(result.text, result.start, result.end !== null && result.end !== undefined);
      if (day === null) continue;
      const start = from + result.index + day.skip;
      const end = start + day.length;
      const last = found.at(-1);
      if (last !== undefined && start < last.end) {
        if (end - start > last.end - last.start) found[found.length - 1] = { ...day.date, start, end };
      } else found.push({ ...day.date, start, end });
      done = Math.max(done, end);
    }
    done = Math.max(done, likely.index + likely[0].length);
  }
  return found;
}

type Components = {
  isCertain(name: "year" | "month" | "day"): boolean;
  get(name: "year" | "month" | "day"): number | null;
};

function readResult(text: string, start: Components, isRange: boolean) {
  if (!start.isCertain("month") || !start.isCertain("day")) return null;
  const skip = /^on\s+/i.exec(text)?.[0].length ?? 0;
  let shown = text.slice(skip).replace(/[\s,]+$/, "");
  // "march 3 miles", "may 5 of them": a month's name is capitalised.
  if (/(?<![A-Z])\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/.test(shown)) return null;
  const numbers = shown.match(/\d+/g) ?? [];
  let year = start.isCertain("year") ? start.get("year") : null;
  const [month, day] = [start.get("month")!, start.get("day")!];
  if (/^\d{1,2}[-/.]\d{1,2}/.test(shown)) {
    // Numbers alone: with a four-digit or a slashed two-digit year, and only when it is plain which is the month.
    if (numbers.length !== 3 || shown.includes(".") !== /^\d+\.\d+\.\d{4}$/.test(shown)) return null;
    const [first, second] = [Number(numbers[0]), Number(numbers[1])];
    if (first <= 12 && second <= 12 && first !== second) return null;
  } else if (year !== null && !/\d{4}/.test(shown) && !/-\d\d$/.test(shown)) {
    // "Oct. 23, 30 people": two digits after a comma are no year.
    year = null;
    shown = shown.replace(/[\s,]+\d{1,2}$/, "");
  }
  if (/\d{4}\D*$/.test(shown) && (year === null || year < 1000 || year > 2199)) return null;
  if (!isDay(`${pad(year ?? 2000, 4)}-${pad(month)}-${pad(day)}`)) return null;
  if (isRange)
    shown = shown.replace(
      /^((?:[A-Z][a-z]*\.?\s*)?\d{1,2}(?:st|nd|rd|th)?)\s*(?:[-–]|to|until|through|till)\s*\d{1,2}(?:st|nd|rd|th)?$/i,
      "$1",
    );
  return { date: { year, month, day }, skip, length: shown.length };
}
