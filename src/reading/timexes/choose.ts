import type { Shift, Unit } from "./expression.ts";
import { intervalOf } from "./interval.ts";
import { addDays, addMonths, dayOf, pad, quarterOf, toDays, weekdayOf, weekOf } from "./iso.ts";
import type { Tense } from "./tense.ts";

// Which year, week or day is meant when a date leaves it open. All days are ISO; `on` is the day it is counted from.

/** The `unit` that holds `day`, moved by `shift`, at its own granularity. */
export function shiftUnit(day: string, unit: Unit | "weekend", shift: number): string | null {
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
export function nearWeekday(day: string, weekday: number, sign: -1 | 1, strictly: boolean): string {
  const ahead = (weekday - weekdayOf(day) + 7) % 7;
  if (ahead === 0) return strictly ? addDays(day, 7 * sign) : day;
  return addDays(day, sign > 0 ? ahead : ahead - 7);
}

export function calendarValue(year: number, month: number, day: number | null): string {
  const value = `${pad(year, 4)}-${pad(month)}`;
  return day === null ? value : dayOf(value, day);
}

/** "last March" is the last one well over, "next March" the first to come, "this March" of the same year. */
export function shiftedYear(on: string, month: number, shift: Shift): number {
  const [year, now] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))];
  if (shift < 0) return month <= now - 2 ? year : year - 1;
  if (shift > 0) return month > now ? year : year + 1;
  return year;
}

/** The year of a month named alone: to come when the sentence looks forward, else this month or the last such. */
export function monthYear(on: string, month: number, tense: Tense): number {
  const [year, now] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))];
  if (tense === "future") return month >= now ? year : year + 1;
  if (tense === "past") return month <= now ? year : year - 1;
  // Nothing said: the nearest.
  return month - now > 6 ? year - 1 : now - month > 6 ? year + 1 : year;
}

/** Days ahead that a sentence in the past tense may still mean, and days ago one in the future tense. */
const SOON = 60;

export function nearestYear(on: string, month: number, day: number, weekday: number | null, tense: Tense): number {
  const now = Number(on.slice(0, 4));
  const days = [now - 1, now, now + 1].map((y) => calendarValue(y, month, day));
  const fitting = weekday === null ? days : days.filter((d) => weekdayOf(d) === weekday);
  const best = nearest(fitting.length === 0 ? days : fitting, on);
  const year = Number(best.slice(0, 4));
  const ahead = toDays(best) - toDays(on);
  if (weekday !== null) return year;
  if (tense === "past" && ahead > SOON) return year - 1;
  return tense === "future" && ahead < -SOON ? year + 1 : year;
}

export function nearest(days: readonly string[], on: string): string {
  const distance = (day: string) => Math.abs(toDays(day) - toDays(on));
  return days.reduce((best, day) => (distance(day) < distance(best) ? day : best));
}

export function partValue(on: string, part: string, shift: Shift | undefined, tense: Tense): string {
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
