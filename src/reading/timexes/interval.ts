import type { Granularity } from "../../timeline/timeline.ts";
import { addDays, addMonths, isDay, lastDay, mondayOf, pad } from "./iso.ts";

/** First and last day (both inclusive, ISO) of a resolved value, and how exact it is. */
export type Interval = { readonly first: string; readonly last: string; readonly granularity: Granularity };

// Meteorological seasons, as the months they begin in; winter runs into the next year.
const SEASONS: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** The days a TIMEX3 value covers; `null` for what names none (`PRESENT_REF`, `P5Y`, `XXXX-WXX-1`). */
export function intervalOf(value: string): Interval | null {
  const date = value.includes("T") ? value.slice(0, value.indexOf("T")) : value;
  if (date.length === 10) return isDay(date) ? { first: date, last: date, granularity: "day" } : null;
  if (/^\d{4}-\d\d$/.test(date)) return months(date, 1, "month");
  if (/^\d{4}$/.test(date)) return months(`${date}-01`, 12, "year");
  if (/^\d{3}$/.test(date)) return months(`${date}0-01`, 120, "decade");
  if (/^\d{2}$/.test(date)) return months(`${date}00-01`, 1200, "century");
  const part = /^(\d{4})-(?:Q([1-4])|H([12])|(SP|SU|FA|WI)|(W\d\d)(-WE)?)$/.exec(date);
  if (part === null) return null;
  const [, year, quarter, half, season, week, weekend] = part;
  if (quarter !== undefined) return months(`${year}-${pad(Number(quarter) * 3 - 2)}`, 3, "quarter");
  if (half !== undefined) return months(`${year}-${half === "1" ? "01" : "07"}`, 6, "half");
  if (season !== undefined) return months(`${year}-${pad(SEASONS[season]!)}`, 3, "season");
  const monday = mondayOf(`${year}-${week}`);
  return { first: weekend ? addDays(monday, 5) : monday, last: addDays(monday, 6), granularity: "week" };
}

function months(first: string, count: number, granularity: Granularity): Interval | null {
  if (first.slice(5) < "01" || first.slice(5) > "12" || first < "0001") return null;
  const last = addMonths(first, count - 1);
  return { first: `${first}-01`, last: `${last}-${pad(lastDay(last))}`, granularity };
}
