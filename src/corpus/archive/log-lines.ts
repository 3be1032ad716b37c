import { parseArticleId } from "../article-id.ts";
import type { Act, HistoryEntry } from "../changes.ts";
import type { Report } from "../report.ts";
import { reportId } from "../report-id.ts";

/** Something in an archive that is not taken, by its name, and why: to be said after the name. */
export type Refusal = { readonly name: string; readonly message: string };

/** One line of the history in an archive. */
export type HistoryLine = {
  readonly entry: HistoryEntry;
  /** The server's own article it is about; `null`: a shared one. */
  readonly slug: string | null;
};

/** One report in an archive, and what closed it. */
export type ReportLine = {
  readonly report: Omit<Report, "id">;
  readonly slug: string | null;
  readonly closed: Act | null;
};

const ACTIONS = ["added", "edited", "removed", "restored", "corrected", "hidden", "shown", "imported"];
const ENTRY = ["at", "by", "action", "article", "revision", "title", "detail", "imported"];
const REPORT = ["at", "by", "article", "quotation", "speaker", "imported"];
const CLOSED = ["closed", "at", "by", "imported"];
const LONGEST = 2_000;

/** A line of the history as `export` writes it; what it says of its own import is left out. */
export function parseHistoryLine(line: string, server: string | null, now: string): HistoryLine | string {
  const value = objectIn(line, ENTRY);
  if (typeof value === "string") return value;
  const { at, by, action, article, revision, title, detail } = value as Record<string, string | undefined>;
  const wrong = wrongAct(value, now) ?? wrongText({ article, title, ...(detail !== undefined && { detail }) });
  if (wrong !== null) return wrong;
  if (!ACTIONS.includes(action!)) return `has an action that is not known (${JSON.stringify(action)})`;
  if (typeof revision !== "string" || !/^[0-9a-f]{12}$/.test(revision)) return "has no revision";
  const slug = slugIn(article!, server, action === "hidden" || action === "shown");
  if (slug === undefined) return "is about the article of another server";
  const entry = { at, by, action, article, revision, title, ...(detail !== undefined && { detail }) } as HistoryEntry;
  return { entry, slug };
}

/** The reports in the lines of an archive, each with what closed it. `refuse` is told the line's number and what is wrong. */
export function parseReports(
  lines: readonly string[],
  server: string | null,
  now: string,
  refuse: (line: number, why: string) => void,
): ReportLine[] {
  const reports = new Map<string, ReportLine>();
  for (const [i, line] of lines.entries()) {
    if (line === "") continue;
    const parsed = parseReportLine(line, server, now);
    if (typeof parsed === "string") refuse(i + 1, parsed);
    else if ("report" in parsed) reports.set(reportId(parsed.report), parsed);
    else {
      const { closed, by, at } = parsed;
      const report = reports.get(closed);
      if (report === undefined) refuse(i + 1, "closes a report that is not in the archive");
      else reports.set(closed, { ...report, closed: { at, by } });
    }
  }
  return [...reports.values()];
}

function parseReportLine(
  line: string,
  server: string | null,
  now: string,
): ReportLine | (Act & { closed: string }) | string {
  const value = objectIn(line, line.includes('"closed"') ? [...CLOSED, ...REPORT] : REPORT);
  if (typeof value === "string") return value;
  const { at, by, article, quotation, speaker, closed } = value as Record<string, string | null | undefined>;
  const wrong = wrongAct(value, now);
  if (wrong !== null) return wrong;
  if (typeof closed === "string") return { closed, at: at!, by: by! };
  const bad = wrongText({ article, quotation, ...(speaker !== null && { speaker }) });
  if (bad !== null) return bad;
  const slug = slugIn(article!, server, true);
  if (slug === undefined) return "is about the article of another server";
  const report = { at: at!, by: by!, article: article!, quotation: quotation!, speaker: speaker ?? null };
  return { report, slug, closed: null };
}

function objectIn(line: string, fields: readonly string[]): object | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "is not JSON";
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "is no JSON object";
  const foreign = Object.keys(value).find((key) => !fields.includes(key));
  return foreign === undefined ? value : `has a field that is not known (${JSON.stringify(foreign.slice(0, 80))})`;
}

/** Who and when, as Discord and this program write them; nothing lies ahead. */
function wrongAct(value: object, now: string): string | null {
  const { at, by } = value as { at?: unknown; by?: unknown };
  if (typeof at !== "string" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) || Number.isNaN(Date.parse(at))) {
    return "has no time";
  }
  if (at > now) return `lies ahead (${at})`;
  return typeof by === "string" && /^(?:\d{17,20}|terminal)$/.test(by) ? null : "does not say who";
}

function wrongText(fields: Readonly<Record<string, unknown>>): string | null {
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value !== "string" || value === "") return `has no ${name}`;
    if (value.length > LONGEST) return `has too long a ${name} (${value.length} characters, at most ${LONGEST})`;
  }
  return null;
}

/** The own article of `server` with this id, `null` for a shared one, `undefined` for anything else. */
function slugIn(id: string, server: string | null, mayBeShared: boolean): string | null | undefined {
  const place = parseArticleId(id);
  if (place === null) return undefined;
  if (place.server === server) return place.slug;
  return place.server === null && mayBeShared ? null : undefined;
}
