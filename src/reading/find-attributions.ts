import type { Analysis, Finding } from "./analysis.ts";

/** Everything the article quotes or reports, in reading order. */
export function findAttributions(_analysis: Analysis): Finding[] {
  return [];
}
