import type { Timeline } from "../timeline.ts";

/** The timeline as one JSON value, as `timeline --json` prints it. */
export function renderTimelineJson({ entries, undated, omitted }: Timeline): string {
  return `${JSON.stringify({ entries, undated, ...(omitted !== undefined && { omitted }) }, null, 2)}\n`;
}
