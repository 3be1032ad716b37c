import { intervalOf } from "../../reading/timexes/interval.ts";
import { explainDate } from "../labels.ts";
import type { Timeline, TimelineEntry } from "../timeline.ts";

const COLUMNS: readonly (readonly [string, (entry: TimelineEntry) => string])[] = [
  ["date", ({ value }) => value],
  ["first_day", ({ value }) => intervalOf(value)!.first],
  ["last_day", ({ value }) => intervalOf(value)!.last],
  ["granularity", ({ granularity }) => granularity],
  ["approximate", ({ approximate }) => (approximate ? "yes" : "no")],
  ["scheduled", ({ scheduled }) => (scheduled ? "yes" : "no")],
  ["text", ({ text }) => text],
  ["speaker", ({ speaker }) => speaker ?? ""],
  ["how_dated", explainDate],
  ["title", ({ passage }) => passage.title],
  ["publisher", ({ passage }) => passage.publisher ?? ""],
  ["published", ({ passage }) => passage.published?.value ?? ""],
  ["url", ({ passage }) => passage.url ?? ""],
  ["sources", ({ sources }) => sources.join(" ")],
];

/**
 * The timeline as CSV (RFC 4180, CRLF, a byte order mark so that spreadsheets read it as UTF-8). A cell that a
 * spreadsheet would take for a formula gets a leading apostrophe (OWASP, CSV Injection).
 */
export function renderTimelineCsv({ entries }: Timeline): string {
  const rows = [COLUMNS.map(([name]) => name), ...entries.map((entry) => COLUMNS.map(([, of]) => cell(of(entry))))];
  return `\uFEFF${rows.map((row) => `${row.join(",")}\r\n`).join("")}`;
}

function cell(text: string): string {
  const safe = /^[\s\u00a0]*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
