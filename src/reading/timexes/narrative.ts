import type { Expression } from "./expression.ts";

/**
 * True for a history rather than the day's news: years are named, most of them not the year of writing or the one
 * before, and hardly anything is told by "Monday", "yesterday" or "last week".
 */
export function isNarrative(expressions: readonly Expression[], published: string | null): boolean {
  const writing = published === null ? Number.POSITIVE_INFINITY : Number(published.slice(0, 4));
  let [far, near, deictic, open] = [0, 0, 0, 0];
  for (const { meaning } of expressions) {
    if (meaning.kind === "weekday" || meaning.kind === "unit") deictic++;
    else if (meaning.kind === "fixed" && /^\d{4}/.test(meaning.value))
      Number(meaning.value.slice(0, 4)) < writing - 1 ? far++ : near++;
    else if (meaning.kind === "calendar") meaning.year === null ? open++ : meaning.year < writing - 1 ? far++ : near++;
  }
  void open;
  return published === null ? far + near > 0 : far >= 3 && far >= 2 * near && far >= 3 * deictic;
}
