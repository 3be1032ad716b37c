import type { Expression } from "./expression.ts";

/** One "on Monday" or "yesterday" to so many other dates is still a history. */
const PER_DEICTIC = 15;
const FEWEST_YEARS = 3;

/**
 * True for a history rather than the day's news: years are named, most of them not the year of writing or the one
 * before, and nothing is told by "Monday", "yesterday" or "today".
 */
export function isNarrative(expressions: readonly Expression[], published: string | null): boolean {
  const writing = published === null ? null : Number(published.slice(0, 4));
  let [far, near, deictic] = [0, 0, 0];
  for (const { meaning } of expressions) {
    const year = yearOf(meaning);
    if (meaning.kind === "weekday" || (meaning.kind === "unit" && meaning.unit === "day")) deictic++;
    else if (year === null) continue;
    else if (writing === null || year < writing - 1) far++;
    else near++;
  }
  if (writing === null) return far > 0;
  return far >= FEWEST_YEARS && far >= 2 * near && deictic * PER_DEICTIC <= expressions.length;
}

function yearOf(meaning: Expression["meaning"]): number | null {
  if (meaning.kind === "fixed") return /^\d{4}/.test(meaning.value) ? Number(meaning.value.slice(0, 4)) : null;
  return meaning.kind === "calendar" || meaning.kind === "part" ? meaning.year : null;
}
