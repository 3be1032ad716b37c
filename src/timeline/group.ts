import { intervalOf } from "../reading/timexes/interval.ts";
import { dayLabel, monthLabel, periodLabel } from "./labels.ts";
import type { TimelineEntry } from "./timeline.ts";

/** A period with what is dated no finer than it, and the periods inside it. */
export type Group = {
  /** `199`, `2022`, `2022-01`, `2022-01-17`. */
  readonly value: string;
  readonly label: string;
  /** Dated to this period as a whole: coarse dates head it. */
  readonly entries: TimelineEntry[];
  readonly groups: Group[];
};

/**
 * The entries by year, month and day, in the order given. What is dated to a quarter, half or season stands at the
 * head of its year, a week at the head of the month it begins in; decades and centuries are groups of their own.
 */
export function groupByDate(entries: readonly TimelineEntry[]): Group[] {
  const top: Group[] = [];
  for (const entry of entries) {
    let groups = top;
    let group: Group | undefined;
    for (const { value, label } of pathOf(entry)) {
      group = groups.find((known) => known.value === value);
      if (group === undefined) {
        group = { value, label, entries: [], groups: [] };
        groups.push(group);
      }
      groups = group.groups;
    }
    group!.entries.push(entry);
  }
  return top;
}

function pathOf({ value, granularity }: TimelineEntry): { value: string; label: string }[] {
  if (granularity === "decade" || granularity === "century") {
    return [{ value, label: periodLabel(value, granularity) }];
  }
  const { first } = intervalOf(value)!;
  const year = { value: first.slice(0, 4), label: String(Number(first.slice(0, 4))) };
  const month = { value: first.slice(0, 7), label: monthLabel(first) };
  switch (granularity) {
    case "day":
      return [year, month, { value: first, label: dayLabel(first) }];
    case "week":
    case "month":
      return [year, month];
    default:
      return [year];
  }
}
