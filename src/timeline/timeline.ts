import type { Passage, Words } from "../passage.ts";
import type { Anchor } from "../reading/reading.ts";

/** How exact a date is. */
export type Granularity = "day" | "week" | "month" | "quarter" | "season" | "half" | "year" | "decade" | "century";

/** Something dated, in the article's own words. */
export type TimelineEntry = {
  /** TIMEX3 value, never finer than `granularity`. */
  readonly value: string;
  readonly granularity: Granularity;
  readonly approximate: boolean;
  /** Announced for a day after the article's publication. */
  readonly scheduled: boolean;
  readonly passage: Passage;
  /** The sentence that holds the date. */
  readonly text: string;
  readonly speaker: string | null;
  readonly timex: Words;
  readonly anchor: Anchor | null;
  readonly dateRule: string;
  /** Ids of all articles that tell it. */
  readonly sources: readonly string[];
};

export type Timeline = {
  /** In order of time; a coarse date stands before the finer ones of its period. */
  readonly entries: readonly TimelineEntry[];
  /** Matching passages without a dated timex. */
  readonly undated: number;
};

export type TimelineRequest = {
  readonly topic?: string;
  readonly speaker?: string;
  readonly since?: string;
  readonly until?: string;
  /** ISO date that "last week" in `since` and `until` counts from. */
  readonly today: string;
};
