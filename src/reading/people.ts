import type { Analysis } from "./analysis.ts";
import type { Person } from "./reading.ts";

/** Everybody the article names, in the order of their first mention. */
export function findPeople(_analysis: Analysis): Person[] {
  return [];
}
