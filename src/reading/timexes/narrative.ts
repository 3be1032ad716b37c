import type { Expression } from "./expression.ts";

/** One "on Monday" or "yesterday" to so many other dates is still a history. */
const PER_DEICTIC = 15;
const SHORT: ReadonlySet<string> = new Set(["day", "week", "weekend", "month"]);
const FEWEST_YEARS = 3;

const FEWEST_FULL_DATES = 4;

/**
 * True for a history rather than the day's news: nothing is told by "Monday", "yesterday", "today" or "last week", and
 * either most years named are not the year of writing or the one before, or months and days are named with their year.
 */
export function isNarrative(expressions: readonly Expression[], published: string | null): boolean {
  const writing = published === null ? null : Number(published.slice(0, 4));
  let [far, near, full, deictic] = [0, 0, 0, 0];
  for (const { meaning } of expressions) {
    const year = yearOf(meaning);
    if (meaning.kind === "calendar" && year !== null) full++;
    if (meaning.kind === "weekday" || (meaning.kind === "unit" && SHORT.has(meaning.unit))) deictic++;
    else if (year === null) continue;
    else if (writing === null || year < writing - 1) far++;
    else near++;
  }
  if (writing === null) return far > 0;
  if (deictic * PER_DEICTIC > expressions.length) return false;
  return (far >= FEWEST_YEARS && far >= 2 * near) || full >= FEWEST_FULL_DATES;
}

function yearOf(meaning: Expression["meaning"]): number | null {
  if (meaning.kind === "fixed") return /^\d{4}/.test(meaning.value) ? Number(meaning.value.slice(0, 4)) : null;
  return meaning.kind === "calendar" || meaning.kind === "part" ? meaning.year : null;
}
