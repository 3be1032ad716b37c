import type { Span } from "../../span.ts";
import type { Anchor, Timex } from "../reading.ts";
import {
  calendarValue,
  monthYear,
  nearest,
  nearestYear,
  nearWeekday,
  partValue,
  shiftedYear,
  shiftUnit,
} from "./choose.ts";
import type { Expression, Meaning } from "./expression.ts";
import { intervalOf } from "./interval.ts";
import { addDays, isDay, pad, weekdayOf } from "./iso.ts";
import { lastNamed, type Memory, remember, toAnchor } from "./memory.ts";
import type { Tense } from "./tense.ts";

type Resolved = Pick<Timex, "value" | "anchor" | "rule">;

/** The value of the expression that stands at `span`, against what is known, which it adds to. `tense` is that of the words around it. */
export function resolve(expression: Expression, span: Span, tense: Tense, memory: Memory): Timex {
  const { type, mod, clock, meaning } = expression;
  const { value, anchor, rule } = resolveMeaning(meaning, expression.rule, tense, memory);
  if (value !== null && (type === "DATE" || type === "TIME")) remember(memory, { value, span }, meaning);
  return {
    start: span.start,
    end: span.end,
    type,
    value: value !== null && clock !== null && isDay(value) ? `${value}${clock}` : value,
    mod,
    anchor,
    scheduled: value !== null && liesAhead(value, tense, memory.published),
    rule,
  };
}

function liesAhead(value: string, tense: Tense, published: string | null): boolean {
  const interval = intervalOf(value);
  if (interval === null || published === null) return false;
  return interval.first > published || (tense === "future" && interval.last > published);
}

function resolveMeaning(meaning: Meaning, rule: string, tense: Tense, memory: Memory): Resolved {
  const { published, narrative } = memory;
  const fromPublished: Anchor | null = published === null ? null : { value: published, basis: "published", span: null };
  /** Counted from the first day of `anchor`; `why` tells how the open part was chosen. */
  const against = (anchor: Anchor | null, why: string, valueOn: (day: string) => string | null): Resolved => {
    if (anchor === null) return { value: null, anchor, rule };
    return { value: valueOn(intervalOf(anchor.value)!.first), anchor, rule: why === "" ? rule : `${rule}, ${why}` };
  };
  const stated = (value: string): Resolved => ({ value, anchor: null, rule });

  switch (meaning.kind) {
    case "fixed":
      return stated(meaning.value);
    case "unit":
      return against(fromPublished, "", (on) => shiftUnit(on, meaning.unit, meaning.shift));
    case "clock": {
      // Of the day its paragraph speaks of, else of the day of writing.
      const day = lastNamed(memory, "day");
      const near = day !== null && day.span!.start >= memory.paragraph;
      return against(near ? day : fromPublished, "", (on) => on);
    }
    case "weekday": {
      const { weekday, shift } = meaning;
      const day = narrative ? lastNamed(memory, "day") : null;
      if (day !== null)
        return against(day, "near the date named", (on) => nearWeekday(on, weekday, shift === -1 ? -1 : 1, false));
      if (shift === 0) return against(fromPublished, "this week", (on) => addDays(on, weekday - weekdayOf(on)));
      if (shift !== null)
        return against(fromPublished, shift < 0 ? "last" : "next", (on) => nearWeekday(on, weekday, shift, true));
      if (tense === "future") return against(fromPublished, "coming", (on) => nearWeekday(on, weekday, 1, false));
      return against(fromPublished, "same day or last", (on) => nearWeekday(on, weekday, -1, false));
    }
    case "calendar": {
      const { month, day, year, yearShift, shift } = meaning;
      const value = (y: number) => calendarValue(y, month, day);
      if (year !== null) return stated(value(year));
      if (yearShift !== undefined) return against(fromPublished, "year said", (on) => value(yearOf(on) + yearShift));
      if (shift !== undefined) return against(fromPublished, "", (on) => value(shiftedYear(on, month, shift)));
      const named = narrative ? toAnchor(memory.last.year) : null;
      if (named !== null) return against(named, "year named before", () => value(nextInOrder(named.value, month)));
      if (day === null) return against(fromPublished, tense ?? "no tense", (on) => value(monthYear(on, month, tense)));
      const weekday = meaning.weekday ?? null;
      return against(fromPublished, "nearest", (on) => value(nearestYear(on, month, day, weekday, tense)));
    }
    case "feast": {
      const { dayIn, year, shift } = meaning;
      if (year !== null) return stated(dayIn(year));
      const named = narrative ? toAnchor(memory.last.year) : null;
      if (named !== null) return against(named, "year named before", (on) => dayIn(yearOf(on)));
      return against(fromPublished, "", (on) => {
        const days = [-1, 0, 1].map((years) => dayIn(yearOf(on) + years));
        if (shift === -1 || tense === "past") return days.findLast((day) => day <= on) ?? null;
        if (shift === 1 || tense === "future") return days.find((day) => day >= on) ?? null;
        return nearest(days, on);
      });
    }
    case "part": {
      const { part, year, yearShift, shift } = meaning;
      if (year !== null) return stated(`${pad(year, 4)}-${part}`);
      if (yearShift !== undefined)
        return against(fromPublished, "year said", (on) => `${pad(yearOf(on) + yearShift, 4)}-${part}`);
      const named = narrative ? toAnchor(memory.last.year) : null;
      if (named !== null) return against(named, "year named before", (on) => `${on.slice(0, 4)}-${part}`);
      return against(fromPublished, tense ?? "no tense", (on) => partValue(on, part, shift, tense));
    }
    case "offset": {
      const quarter = meaning.unit === "year" && meaning.amount === -1 ? toAnchor(memory.quarter) : null;
      if (quarter !== null) {
        return against(quarter, "quarter named before", (on) => `${pad(yearOf(on) - 1, 4)}${quarter.value.slice(4)}`);
      }
      const counted = meaning.from === "mentioned" && memory.last.year !== null;
      return against(counted ? lastNamed(memory, meaning.unit) : fromPublished, "", (on) =>
        shiftUnit(on, meaning.unit, meaning.amount),
      );
    }
    case "same": {
      const quarter = meaning.unit === "quarter" ? toAnchor(memory.quarter) : null;
      return against(quarter ?? lastNamed(memory, meaning.unit), "", (on) =>
        meaning.part === undefined ? shiftUnit(on, meaning.unit, 0) : `${on.slice(0, 4)}-${meaning.part}`,
      );
    }
    default:
      return meaning satisfies never;
  }
}

/** A history goes on in order: January after November 1914 is of 1915. */
function nextInOrder(named: string, month: number): number {
  const { first, granularity } = intervalOf(named)!;
  const before = granularity === "year" ? 0 : Number(first.slice(5, 7));
  return yearOf(first) + (before - month >= 7 ? 1 : 0);
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}
