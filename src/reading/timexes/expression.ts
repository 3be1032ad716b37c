import type { Span } from "../../span.ts";
import type { Timex } from "../reading.ts";

export type Unit = "hour" | "minute" | "second" | "day" | "week" | "month" | "quarter" | "year" | "decade" | "century";

/** A stretch of the year or of its weeks: a quarter, a half, a season, a weekend. */
export type Part = "Q1" | "Q2" | "Q3" | "Q4" | "H1" | "H2" | "SP" | "SU" | "FA" | "WI";

/** What a date expression says by itself, before anything is known of the day it was written on. */
export type Meaning =
  /** Needs no anchor: `1998`, `P5Y`, `PRESENT_REF`, `XXXX-WXX-1`. */
  | { readonly kind: "fixed"; readonly value: string }
  /** A month or a day of one; `year` as written, or counted from the anchor's (`yearShift`), or unknown. */
  | {
      readonly kind: "calendar";
      readonly year: number | null;
      readonly month: number;
      readonly day: number | null;
      readonly yearShift?: number;
      /** 1 Monday ... 7 Sunday, when written beside the day; tells the year. */
      readonly weekday?: number;
      /** -1: "last March", 1: "next March". */
      readonly shift?: Shift;
    }
  /** 1 Monday ... 7 Sunday; -1 the last one, 0 this week's, 1 the coming one, `null` unsaid. */
  | { readonly kind: "weekday"; readonly weekday: number; readonly shift: Shift | null }
  /** "last year" (-1), "this month" (0), "tomorrow" (day, 1). */
  | { readonly kind: "unit"; readonly unit: Unit | "weekend"; readonly shift: number }
  /** "two years ago" from the publication, "two days later" from the last date named. */
  | {
      readonly kind: "offset";
      readonly unit: Unit;
      readonly amount: number;
      readonly from: "published" | "mentioned";
    }
  | {
      readonly kind: "part";
      readonly part: Part;
      readonly year: number | null;
      readonly yearShift?: number;
      readonly shift?: Shift;
    }
  /** A time of day alone. */
  | { readonly kind: "clock" }
  /** The period last named: "that year", "the same day"; with `part` one of the year last named: "that summer". */
  | { readonly kind: "same"; readonly unit: Unit; readonly part?: Part }
  /** A feast: its day in a given year. */
  | {
      readonly kind: "feast";
      readonly dayIn: (year: number) => string;
      readonly year: number | null;
      readonly shift?: Shift;
    };

export type Shift = -1 | 0 | 1;

/** A date expression as written. `clock` (`TMO`, `T09:00`) makes a day a time of that day. */
export type Expression = Span & {
  readonly type: Timex["type"];
  readonly meaning: Meaning;
  readonly mod: string | null;
  readonly clock: string | null;
  /** Name of the rule that recognised it. */
  readonly rule: string;
};
