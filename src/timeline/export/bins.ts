import { type Interval, intervalOf } from "../../reading/timexes/interval.ts";
import { addDays, addMonths, pad, toDays, weekdayOf } from "../../reading/timexes/iso.ts";
import type { TimelineEntry } from "../timeline.ts";

export type BinUnit = "day" | "week" | "month" | "year" | "decade" | "century";

/** One column of the picture: the entries that begin in it. */
export type Bin = { readonly first: string; past: number; scheduled: number };

export type Binned = {
  readonly unit: BinUnit;
  readonly bins: readonly Bin[];
  /** Entries before and after the columns, and those too coarse for them. */
  readonly earlier: number;
  readonly later: number;
  readonly coarser: number;
};

const UNITS: readonly BinUnit[] = ["day", "week", "month", "year", "decade", "century"];
const MOST_BINS = 40;
/** Share of the entries that must be exact enough to stand in a column. */
const EXACT_ENOUGH = 0.8;
/** Share of the entries that may be left to "earlier" and "later" so that the rest can be told apart. */
const OUTLYING = 0.1;

/** The entries counted by the finest unit that needs no more than {@link MOST_BINS} columns. */
export function binEntries(entries: readonly TimelineEntry[]): Binned {
  const dated = entries
    .map(({ value, scheduled }) => ({ scheduled, ...intervalOf(value)! }))
    .sort((a, b) => (a.first < b.first ? -1 : 1));
  const most = Math.floor(dated.length * OUTLYING);
  for (const unit of UNITS) {
    const fine = dated.filter((entry) => fits(entry, unit));
    if (fine.length < dated.length * EXACT_ENOUGH) continue;
    const [low, high] = densest(fine, fine.length - Math.min(most, fine.length - 1), unit);
    const bins = columns(fine[low]!.first, fine[high]!.first, unit);
    if (bins === null) continue;
    for (const { first, scheduled } of fine.slice(low, high + 1)) {
      const bin = bins.findLast((candidate) => candidate.first <= first)!;
      if (scheduled) bin.scheduled++;
      else bin.past++;
    }
    return { unit, bins, earlier: low, later: fine.length - 1 - high, coarser: dated.length - fine.length };
  }
  return { unit: "century", bins: [], earlier: 0, later: 0, coarser: dated.length };
}

/** All of them when they fit; else the window of `keep` entries that spans the least time. */
function densest(fine: readonly Interval[], keep: number, unit: BinUnit): [number, number] {
  if (columns(fine[0]!.first, fine.at(-1)!.first, unit) !== null) return [0, fine.length - 1];
  let best = 0;
  const span = (low: number) => toDays(fine[low + keep - 1]!.first) - toDays(fine[low]!.first);
  for (let low = 1; low + keep <= fine.length; low++) if (span(low) < span(best)) best = low;
  return [best, best + keep - 1];
}

function fits({ first, last }: Interval, unit: BinUnit): boolean {
  const days = toDays(last) - toDays(first) + 1;
  return days <= { day: 1, week: 7, month: 31, year: 366, decade: 3653, century: 36525 }[unit];
}

/** Empty columns from the one that holds `first` to the one that holds `last`; `null` when they are too many. */
function columns(first: string, last: string, unit: BinUnit): Bin[] | null {
  const bins: Bin[] = [];
  for (let at = floor(first, unit); at <= last; at = next(at, unit)) {
    if (bins.length === MOST_BINS) return null;
    bins.push({ first: at, past: 0, scheduled: 0 });
  }
  return bins;
}

function floor(date: string, unit: BinUnit): string {
  const year = Number(date.slice(0, 4));
  switch (unit) {
    case "day":
      return date;
    case "week":
      return addDays(date, 1 - weekdayOf(date));
    case "month":
      return `${date.slice(0, 7)}-01`;
    default:
      return `${pad(year - (year % { year: 1, decade: 10, century: 100 }[unit]), 4)}-01-01`;
  }
}

function next(date: string, unit: BinUnit): string {
  if (unit === "day" || unit === "week") return addDays(date, unit === "day" ? 1 : 7);
  const months = { month: 1, year: 12, decade: 120, century: 1200 }[unit];
  return `${addMonths(date.slice(0, 7), months)}-01`;
}
