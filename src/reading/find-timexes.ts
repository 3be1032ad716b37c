import type { Published } from "../article.ts";
import type { Analysis } from "./analysis.ts";
import type { Timex } from "./reading.ts";

/** Every date expression, in reading order, resolved against the publication date or a date named before. */
export function findTimexes(_analysis: Analysis, _published: Published | null): Timex[] {
  return [];
}
