import type { Span } from "../../span.ts";
import type { Anchor } from "../reading.ts";
import type { Meaning, Unit } from "./expression.ts";
import { intervalOf } from "./interval.ts";

type Mention = { readonly value: string; readonly span: Span };

/** From what "two days later" can be counted: something at least as exact. */
type Exactness = "day" | "month" | "year";

/** What is known while the expressions of one text are resolved, in reading order. */
export type Memory = {
  /** Day of writing, or `null`. */
  readonly published: string | null;
  /** A history rather than the day's news: dates lean on the last one named, not on the day of writing. */
  readonly narrative: boolean;
  /** The last date named that is exact to the day, to the month or finer, to the year or finer. */
  readonly last: Record<Exactness, Mention | null>;
  /** Where the paragraph that is read begins. */
  paragraph: number;
  /** The last quarter reported on. */
  quarter: Mention | null;
};

export function createMemory(published: string | null, narrative: boolean): Memory {
  return { published, narrative, last: { day: null, month: null, year: null }, paragraph: 0, quarter: null };
}

/** Takes note of a resolved date. */
export function remember(memory: Memory, mention: Mention, meaning: Meaning): void {
  const interval = intervalOf(mention.value);
  if (interval === null) return;
  const { granularity } = interval;
  if (granularity === "decade" || granularity === "century") return;
  memory.last.year = mention;
  if (granularity === "day" || granularity === "month") memory.last.month = mention;
  if (granularity === "day") memory.last.day = mention;
  // "A year earlier" looks back from the quarter reported on and is not itself that quarter.
  if (granularity === "quarter" && meaning.kind !== "offset") memory.quarter = mention;
}

/**
 * The last date named that is exact enough to count `unit`s from it; `null` when there is none, or when the text has
 * gone on to a less exact date elsewhere ("In December ... the next day").
 */
export function lastNamed({ last }: Memory, unit: Unit): Anchor | null {
  const exact = last[unit === "day" ? "day" : isLong(unit) ? "year" : "month"];
  if (exact === null || exact === last.year) return toAnchor(exact);
  const [inner, outer] = [intervalOf(exact.value)!, intervalOf(last.year!.value)!];
  return outer.first <= inner.first && inner.last <= outer.last ? toAnchor(exact) : null;
}

export function toAnchor(mention: Mention | null): Anchor | null {
  return mention === null ? null : { ...mention, basis: "mentioned" };
}

function isLong(unit: Unit): boolean {
  return unit === "year" || unit === "decade" || unit === "century";
}
