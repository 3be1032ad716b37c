import type { Span } from "../../span.ts";
import type { Anchor, Timex } from "../reading.ts";
import type { Expression, Meaning, Shift, Unit } from "./expression.ts";
import { intervalOf } from "./interval.ts";
import { addDays, addMonths, dayOf, isDay, pad, quarterOf, toDays, weekdayOf, weekOf } from "./iso.ts";
import type { Tense } from "./tense.ts";

/** What is known while the expressions of one text are resolved, in reading order. */
export type Memory = {
  /** Day of writing, or `null`. */
  readonly published: string | null;
  /** A history rather than the day's news: dates lean on the last one named, not on the day of writing. */
  readonly narrative: boolean;
  /** The last date named, with its place. */
  last: { readonly value: string; readonly span: Span } | null;
  /** The year that holds for dates named without one, and where it stands. */
  year: { readonly value: number; readonly span: Span } | null;
  /** The quarter last named. */
  quarter: { readonly value: string; readonly span: Span } | null;
};

type Resolved = { readonly value: string | null; readonly anchor: Anchor | null; readonly rule: string };

/** The expression's value against what is known; remembers it for those that follow. */
export function resolve(expression: Expression, tense: Tense, memory: Memory): Timex {
  const { start, end, type, mod, clock, meaning } = expression;
  const { value, anchor, rule } = resolveMeaning(meaning, expression.rule, tense, memory);
  const timed = value !== null && clock !== null && isDay(value) ? `${value}${clock}` : value;
  const interval = value === null ? null : intervalOf(value);
  if ((type === "DATE" || type === "TIME") && interval !== null) {
    memory.last = { value: value!, span: { start, end } };
    // "A year earlier" looks back from the quarter reported on and is not itself the one reported on.
    if (/-Q\d$/.test(value!) && meaning.kind !== "offset") memory.quarter = { value: value!, span: { start, end } };
    const year = Number(value!.slice(0, 4));
    if (/^\d{4}/.test(value!) && (memory.narrative || namesYear(meaning))) {
      memory.year = { value: year, span: { start, end } };
    }
  }
  return {
    start,
    end,
    type,
    value: timed,
    mod,
    anchor,
    scheduled:
      interval !== null &&
      memory.published !== null &&
      interval.first > memory.published &&
      (tense === "future" || tense === "infinitive" || meaning.kind !== "fixed"),
    rule,
  };
}

function namesYear(meaning: Meaning): boolean {
  return meaning.kind === "fixed" || ("year" in meaning && meaning.year !== null);
}

function resolveMeaning(meaning: Meaning, rule: string, tense: Tense, memory: Memory): Resolved {
  const { published, last } = memory;
  const fromPublished: Anchor | null = published === null ? null : { value: published, basis: "published", span: null };
  const fromLast: Anchor | null = last === null ? null : { value: last.value, basis: "mentioned", span: last.span };
  /** The day that relative expressions count from. */
  const lastDay = last === null ? null : intervalOf(last.value)!.first;
  const here = memory.narrative ? (lastDay ?? published) : published;
  const hereAnchor = memory.narrative && lastDay !== null ? fromLast : fromPublished;
  const against = (anchor: Anchor | null, why: string, value: (day: string) => string | null): Resolved => {
    const day = anchor === null ? null : intervalOf(anchor.value)!.first;
    return day === null
      ? { value: null, anchor: null, rule }
      : { value: value(day), anchor, rule: why === "" ? rule : `${rule}, ${why}` };
  };

  switch (meaning.kind) {
    case "fixed":
      return { value: meaning.value, anchor: null, rule };
    case "unit":
      return against(meaning.unit === "day" && meaning.shift === 0 ? fromPublished : hereAnchor, "", (day) =>
        shiftUnit(day, meaning.unit, meaning.shift),
      );
    case "weekday": {
      if (here === null) return { value: null, anchor: null, rule };
      const { weekday, shift } = meaning;
      if (shift !== null && shift !== 0)
        return against(hereAnchor, shift < 0 ? "last" : "next", (day) => nearWeekday(day, weekday, shift, true));
      if (shift === 0) return against(hereAnchor, "this week", (day) => addDays(day, weekday - weekdayOf(day)));
      if (memory.narrative && hereAnchor === fromLast)
        return against(fromLast, "after the date named", (day) => nearWeekday(day, weekday, 1, false));
      const coming = tense === "future";
      return against(hereAnchor, coming ? "coming" : "same day or last", (day) =>
        nearWeekday(day, weekday, coming ? 1 : -1, false),
      );
    }
    case "calendar": {
      const { month, day, year } = meaning;
      const value = (y: number) => calendarValue(y, month, day);
      if (year !== null) return { value: value(year), anchor: null, rule };
      if (meaning.yearShift !== undefined)
        return against(hereAnchor, "year said", (on) => value(Number(on.slice(0, 4)) + meaning.yearShift!));
      if (meaning.shift !== undefined)
        return against(hereAnchor, "", (on) => value(shiftedYear(on, month, meaning.shift!)));
      const known = inheritedYear(memory, month);
      if (known !== null) return { value: value(known.year), anchor: known.anchor, rule: `${rule}, year named before` };
      if (published === null) return { value: null, anchor: null, rule };
      if (day === null) return against(fromPublished, tense ?? "no tense", (on) => value(monthYear(on, month, tense)));
      return against(fromPublished, "nearest", (on) =>
        value(nearestYear(on, month, day, meaning.weekday ?? null, tense)),
      );
    }
    case "feast": {
      const { dayIn, year, shift } = meaning;
      if (year !== null) return { value: dayIn(year), anchor: null, rule };
      return against(hereAnchor, "", (on) => {
        const y = Number(on.slice(0, 4));
        const days = [y - 1, y, y + 1].map(dayIn);
        if (shift === -1 || tense === "past") return days.findLast((d) => d <= on) ?? null;
        if (shift === 1 || tense === "future") return days.find((d) => d >= on) ?? null;
        return nearest(days, on);
      });
    }
    case "part": {
      const { part, year, yearShift, shift } = meaning;
      if (year !== null) return { value: `${pad(year, 4)}-${part}`, anchor: null, rule };
      return against(hereAnchor, yearShift === undefined ? (tense ?? "no tense") : "year said", (on) => {
        const y = Number(on.slice(0, 4));
        if (yearShift !== undefined) return `${pad(y + yearShift, 4)}-${part}`;
        return partValue(on, part, shift, tense);
      });
    }
    case "offset": {
      if (meaning.unit === "year" && memory.quarter !== null && meaning.amount === -1) {
        const { value, span } = memory.quarter;
        return {
          value: `${pad(Number(value.slice(0, 4)) - 1, 4)}${value.slice(4)}`,
          anchor: { value, basis: "mentioned", span },
          rule: `${rule}, quarter named before`,
        };
      }
      const anchor = meaning.from === "mentioned" ? (fromLast ?? fromPublished) : hereAnchor;
      return against(anchor, "", (on) => shiftUnit(on, meaning.unit, meaning.amount));
    }
    case "same": {
      if (meaning.unit === "quarter" && memory.quarter !== null) {
        return { value: memory.quarter.value, anchor: { ...memory.quarter, basis: "mentioned" }, rule };
      }
      return against(fromLast, "", (on) => shiftUnit(on, meaning.unit, 0));
    }
    default:
      return meaning satisfies never;
  }
}

/** The `unit` that holds `day`, moved by `shift`, at its own granularity. */
function shiftUnit(day: string, unit: Unit | "weekend", shift: number): string | null {
  const year = Number(day.slice(0, 4));
  switch (unit) {
    case "day":
      return addDays(day, Math.round(shift));
    case "week":
      return weekOf(addDays(day, Math.round(shift * 7)));
    case "weekend":
      // The last weekend begun, this week's, or the next.
      return `${weekOf(addDays(day, shift * 7 + (shift < 0 && weekdayOf(day) >= 6 ? 7 : 0)))}-WE`;
    case "month":
      return addMonths(day.slice(0, 7), Math.round(shift));
    case "quarter": {
      const month = addMonths(`${day.slice(0, 4)}-${pad(quarterOf(day) * 3)}`, shift * 3);
      return `${month.slice(0, 4)}-Q${Number(month.slice(5)) / 3}`;
    }
    case "year":
      return pad(Math.round(year + shift), 4);
    case "decade":
      return Math.abs(shift) >= 1 && !Number.isInteger(shift / 1) ? null : pad(Math.floor(year / 10) + shift, 3);
    case "century":
      return pad(Math.floor(year / 100) + shift, 2);
    default:
      return null;
  }
}

/** The nearest `weekday` on the side of `sign`; `strictly`: not `day` itself. */
function nearWeekday(day: string, weekday: number, sign: -1 | 1, strictly: boolean): string {
  const ahead = (weekday - weekdayOf(day) + 7) % 7;
  if (ahead === 0) return strictly ? addDays(day, 7 * sign) : day;
  return addDays(day, sign > 0 ? ahead : ahead - 7);
}

function calendarValue(year: number, month: number, day: number | null): string {
  const value = `${pad(year, 4)}-${pad(month)}`;
  return day === null ? value : dayOf(value, day);
}

/** "last March" is the last one well over, "next March" the first to come, "this March" of the same year. */
function shiftedYear(on: string, month: number, shift: Shift): number {
  const [year, now] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))];
  if (shift < 0) return month <= now - 2 ? year : year - 1;
  if (shift > 0) return month > now ? year : year + 1;
  return year;
}

/** The year of a month named alone: to come when the sentence looks forward, else this month or the last such. */
function monthYear(on: string, month: number, tense: Tense): number {
  const [year, now] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))];
  if (tense === "future") return month >= now ? year : year + 1;
  if (tense === "past") return month <= now ? year : year - 1;
  // Nothing said: the nearest.
  return month - now > 6 ? year - 1 : now - month > 6 ? year + 1 : year;
}

/** Days ahead that a sentence in the past tense may still mean. */
const SOON = 60;

function nearestYear(on: string, month: number, day: number, weekday: number | null, tense: Tense): number {
  const now = Number(on.slice(0, 4));
  const days = [now - 1, now, now + 1].map((y) => calendarValue(y, month, day));
  const fitting = weekday === null ? days : days.filter((d) => weekdayOf(d) === weekday);
  const best = nearest(fitting.length === 0 ? days : fitting, on);
  const year = Number(best.slice(0, 4));
  return tense === "past" && weekday === null && toDays(best) - toDays(on) > SOON ? year - 1 : year;
}

function nearest(days: readonly string[], on: string): string {
  const distance = (day: string) => Math.abs(toDays(day) - toDays(on));
  return days.reduce((best, day) => (distance(day) < distance(best) ? day : best));
}

function partValue(on: string, part: string, shift: Shift | undefined, tense: Tense): string {
  const year = Number(on.slice(0, 4));
  const values = [year - 2, year - 1, year, year + 1].map((y) => {
    const value = `${pad(y, 4)}-${part}`;
    return { value, ...intervalOf(value)! };
  });
  const begun = values.findLast(({ first }) => first <= on)!;
  const coming = values.find(({ last }) => last >= on)!;
  const forward = tense === "future" || tense === "infinitive";
  if (shift === -1) return values.findLast(({ last }) => last < on)!.value;
  if (shift === 1) return values.find(({ first }) => first > on)!.value;
  if (shift === 0) return `${pad(year, 4)}-${part}`;
  if (!/^Q/.test(part)) return (forward ? coming : begun).value;
  // Companies speak of the quarter that runs or has just ended even in "expects to report".
  const ahead = Number(part[1]) - quarterOf(on);
  if (ahead <= -2) return `${pad(forward ? year + 1 : year, 4)}-${part}`;
  if (ahead >= 2) return `${pad(forward ? year : year - 1, 4)}-${part}`;
  return `${pad(ahead === 1 && tense === "past" ? year - 1 : year, 4)}-${part}`;
}

/**
 * In a history a year named before holds for the months and days after it. Not in news: there a year belongs to the
 * background, and "in September" beside it is of the year of writing.
 */
function inheritedYear({ year, narrative, last }: Memory, month: number): { year: number; anchor: Anchor } | null {
  if (year === null || !narrative) return null;
  const anchor: Anchor = { value: pad(year.value, 4), basis: "mentioned", span: year.span };
  // A history goes on in order: January after November is of the next year.
  const before = last !== null && /^\d{4}-\d\d/.test(last.value) ? Number(last.value.slice(5, 7)) : null;
  return { year: before !== null && before - month >= 7 ? year.value + 1 : year.value, anchor };
}
