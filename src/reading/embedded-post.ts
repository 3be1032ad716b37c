import type { Span } from "../span.ts";
import { findWrittenDays } from "./timexes/chrono.ts";
import { calendarDay } from "./timexes/iso.ts";

/** The line that signs an embedded post: "— The Hill (@thehill) January 17, 2022". */
const SIGNATURE = /^\s*[—–―-]{1,2}\s?[^\n]{1,80}\(@\w{1,30}\)\s{1,3}([^\n]{6,40}?)\s*$/u;

/**
 * The day that signs an embedded post, when `line` is such a signature: ISO, and where it stands in `line`.
 * The post is the paragraph before.
 */
export function postDate(line: string): (Span & { readonly value: string }) | null {
  if (line.length > 200) return null;
  const signature = SIGNATURE.exec(line);
  if (signature === null) return null;
  const day = findWrittenDays(line).at(-1);
  if (day === undefined || day.year === null || day.end < line.trimEnd().length) return null;
  return { start: day.start, end: day.end, value: calendarDay(day.year, day.month, day.day) };
}
