import { intervalOf } from "../reading/timexes/interval.ts";
import { weekdayOf } from "../reading/timexes/iso.ts";
import type { Granularity, TimelineEntry } from "./timeline.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");
const WEEKDAYS = "Mon Tue Wed Thu Fri Sat Sun".split(" ");
const SEASONS: Readonly<Record<string, string>> = { SP: "Spring", SU: "Summer", FA: "Autumn", WI: "Winter" };

/** "January 2022". */
export function monthLabel(month: string): string {
  return `${MONTHS[Number(month.slice(5, 7)) - 1]} ${year(month)}`;
}

/** "Mon 17 Jan 2022". */
export function dayLabel(day: string): string {
  const month = MONTHS[Number(day.slice(5, 7)) - 1]!.slice(0, 3);
  return `${WEEKDAYS[weekdayOf(day) - 1]} ${Number(day.slice(8))} ${month} ${year(day)}`;
}

/** A date at its true granularity: "Mon 17 Jan 2022", "January 2022", "Q4 2021", "1990s"; "≈" before an approximate one. */
export function dateLabel({
  value,
  granularity,
  approximate,
}: Pick<TimelineEntry, "value" | "granularity" | "approximate">): string {
  return `${approximate ? "≈ " : ""}${periodLabel(value, granularity)}`;
}

/** "Week of 10 Jan 2022", "Winter 2021–22", "19th century". */
export function periodLabel(value: string, granularity: Granularity): string {
  return LABELS[granularity](value);
}

const LABELS: Readonly<Record<Granularity, (value: string) => string>> = {
  day: dayLabel,
  week: (value) => `${value.endsWith("-WE") ? "Weekend" : "Week"} of ${dayLabel(intervalOf(value)!.first).slice(4)}`,
  month: monthLabel,
  quarter: (value) => `${value.slice(5)} ${year(value)}`,
  half: (value) => `${value.endsWith("1") ? "First" : "Second"} half of ${year(value)}`,
  season: (value) => {
    const next = String(Number(value.slice(0, 4)) + 1).slice(2);
    return `${SEASONS[value.slice(5)]} ${year(value)}${value.endsWith("WI") ? `–${next}` : ""}`;
  },
  year,
  decade: (value) => `${Number(value)}0s`,
  century: (value) => `${ordinal(Number(value) + 1)} century`,
};

function year(value: string): string {
  return String(Number(value.slice(0, 4)));
}

function ordinal(number: number): string {
  const suffix = number % 100 >= 11 && number % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${suffix}`;
}

/**
 * How the date came about, in one line: `"Yesterday", published 2022-01-17 → 2022-01-16 (day-word)`. A date that is
 * written out has nothing before the arrow.
 */
export function explainDate({ timex, anchor, value, dateRule }: TimelineEntry): string {
  const against =
    anchor === null
      ? ""
      : anchor.basis === "published"
        ? `, published ${anchor.value}`
        : `, counted from ${anchor.value}`;
  return `"${timex.text.replace(/\s+/g, " ")}"${against} → ${value} (${dateRule})`;
}
