import { meta, type Page, visible } from "./dom.ts";
import type { Extracted } from "./extracted.ts";
import { type LinkedItem, text } from "./json-ld.ts";

/** A day the page could have been published on. */
type Candidate = {
  readonly value: string;
  readonly how: string;
  readonly basis: "stated" | "inferred";
  /** Given as a moment in UTC, so that the newsroom's own day may be the one before or after. */
  readonly utc: boolean;
};

/** What the page itself says of its dates. */
export type PageDates = { readonly candidates: readonly Candidate[]; readonly changed: string | null };

/** The dates in the page's description of itself, most trusted first; call it while the page is whole. */
export function findDates(page: Page, item: LinkedItem | null): PageDates {
  const modified = text(item?.dateModified) ?? meta(page, "article:modified_time", "og:updated_time") ?? "";
  const candidates = [
    of(text(item?.datePublished), "JSON-LD"),
    of(meta(page, "article:published_time", "og:article:published_time", "article:published"), "OpenGraph"),
    of(text(item?.dateCreated), "JSON-LD"),
    of(meta(page, ...NAMES), "the page's markup"),
    timeElement(page),
  ];
  return { candidates: candidates.filter((one) => one !== null), changed: dayOf(modified)?.value ?? null };
}

const NAMES =
  "datePublished pubdate publishdate publish-date publication_date parsely-pub-date sailthru.date dc.date dc.date.issued dcterms.created date".split(
    " ",
  );

/**
 * The day the article was published: JSON-LD, OpenGraph, `<time>`, a date in the `above` lines (between the heading and
 * the text), the dateline; else concluded from the address or an embedded post. A date that two others agree to
 * contradict (a move to another publishing system, the day the page was made) is not believed; neither is one after
 * the page's last change.
 */
export function choosePublished(
  { candidates, changed }: PageDates,
  above: readonly string[],
  body: string,
  url: string | null,
): Extracted["published"] {
  const written = [...candidates, lineAbove(above), dateline(body)].filter((one) => one !== null);
  const inferred = [fromUrl(url), fromPost(body)].filter((one) => one !== null);
  const all = [...written.filter(({ value }) => changed === null || value <= nextDay(changed)), ...inferred];
  const first = all[0];
  if (first === undefined) return null;
  const against = all.filter(({ value, how }) => value !== first.value && how !== first.how);
  const other = against.find(({ value }) => against.filter((one) => one.value === value).length >= 2);
  const supported = all.some((one) => one.how !== first.how && near(one.value, first.value));
  if (other !== undefined && !supported) return published(other);
  // 23:30 on a Monday in the newsroom is Tuesday in UTC; the article's own "Monday" is what its readers saw.
  const seen = first.utc ? all.find((one) => !one.utc && near(one.value, first.value)) : undefined;
  return published(seen === undefined ? first : { ...seen, basis: "stated" });
}

function published({ value, basis, how }: Candidate): Extracted["published"] {
  return { value, basis, how };
}

function of(value: string | null, how: string): Candidate | null {
  const day = dayOf(value ?? "");
  return day === null ? null : { ...day, how, basis: "stated" };
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const MONTH_FIRST = new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, "i");
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${MONTH},?[\\s-]+(\\d{4})\\b`, "i");

/** The first full date in `value`, ISO or in English words; `null` when there is none that can be. */
export function dayOf(value: string): { value: string; utc: boolean } | null {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})(?:$|[T\s].*?(Z|[+-]00:?00)?$|\b)/.exec(value.slice(0, 80));
  if (iso !== null)
    return check(
      iso[1]!,
      Number(iso[2]),
      Number(iso[3]),
      iso[4] !== undefined && !/T00:00(?::00(?:\.0+)?)?(?:Z|\+)/.test(value),
    );
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T|$)/.exec(value) ?? /^(\d{4})\/(\d{2})\/(\d{2})\b/.exec(value);
  if (compact !== null) return check(compact[1]!, Number(compact[2]), Number(compact[3]), false);
  const text = value.slice(0, 400);
  const month = MONTH_FIRST.exec(text);
  const day = DAY_FIRST.exec(text);
  if (day !== null && (month === null || day.index < month.index)) {
    return check(day[3]!, monthOf(day[2]!), Number(day[1]), /\bGMT\b|\bUTC\b/.test(text) && /\d:\d\d/.test(text));
  }
  if (month !== null) return check(month[3]!, monthOf(month[1]!), Number(month[2]), false);
  return null;
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function check(year: string, month: number, day: number, utc: boolean): { value: string; utc: boolean } | null {
  const value = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const date = new Date(`${value}T00:00:00Z`);
  // Newspapers put nothing on the web before 1990; 1970-01-01 is an empty field of a database.
  const possible = Number(year) >= 1990 && Number(year) < 2200 && !Number.isNaN(date.getTime());
  return possible && date.toISOString().startsWith(value) ? { value, utc } : null;
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** The same day or a neighbour. */
function near(one: string, other: string): boolean {
  return Math.abs(Date.parse(one) - Date.parse(other)) <= 86_400_000;
}

const PUBLICATION =
  'time[itemprop="datePublished"], time[pubdate], [itemprop="datePublished"], time[class*="publish"], time.entry-date';

/** A `<time>` marked as publication, else the first before the text that is not marked as something else. */
function timeElement(page: Page): Candidate | null {
  const chosen = [
    ...page.querySelectorAll(PUBLICATION),
    ...[...page.querySelectorAll("time")].filter(
      (time) =>
        time.closest(
          'aside, footer, nav, li, blockquote, [class*="comment"], [class*="related"], [class*="update"]',
        ) === null &&
        !/modified|updated/i.test(`${time.getAttribute("class")} ${time.getAttribute("itemprop")}`) &&
        !/\b(?:updated|modified)\b[^.]{0,12}$/i.test(textBefore(time)),
    ),
  ];
  for (const time of chosen) {
    const written = dayOf(visible(time.textContent));
    const machine = dayOf(time.getAttribute("datetime") ?? time.getAttribute("content") ?? "");
    const day = machine?.utc && written !== null && near(written.value, machine.value) ? written : (machine ?? written);
    if (day !== null) return { ...day, how: "the time on the page", basis: "stated" };
  }
  return null;
}

function textBefore(element: {
  readonly parentNode: { readonly textContent: string } | null;
  readonly textContent: string;
}): string {
  const around = element.parentNode?.textContent ?? "";
  return around.slice(0, Math.max(0, around.indexOf(element.textContent))).slice(-40);
}

/** A date in words under the heading, before what is said of later changes. */
function lineAbove(lines: readonly string[]): Candidate | null {
  for (const line of lines) {
    const day = line.length > 200 ? null : dayOf(line.replace(/\b(?:last )?(?:updated|modified|edited)\b.*$/i, ""));
    if (day !== null) return { ...day, how: "the line under the heading", basis: "stated" };
  }
  return null;
}

/** `MOSCOW, January 17, 2022 (Agency) - ` at the start of the text, or a line that is nothing but a date. */
function dateline(body: string): Candidate | null {
  for (const line of body.split("\n", 3)) {
    const start = /^.{0,100}?(?:\s[-\u2013\u2014]+\s|:\s|$)/.exec(line)?.[0] ?? "";
    const day = /^(?:[\p{Lu}][\p{L}.'\u2019-]*|[,(/\s]|\d)/u.test(start) ? dayOf(start) : null;
    if (day !== null) return { ...day, how: "the dateline", basis: "stated" };
  }
  return null;
}

function fromUrl(url: string | null): Candidate | null {
  const path = url !== null && URL.canParse(url) ? new URL(url).pathname : "";
  const digits =
    /\/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)/.exec(path) ?? /[/-](\d{4})(\d{2})(\d{2})(?:[/.-]|$)/.exec(path);
  const named = /\/(\d{4})\/([a-z]{3})\/(\d{1,2})(?:\/|$)/i.exec(path);
  const day =
    digits !== null
      ? check(digits[1]!, Number(digits[2]), Number(digits[3]), false)
      : named !== null
        ? check(named[1]!, monthOf(named[2]!), Number(named[3]), false)
        : null;
  return day === null ? null : { ...day, how: "the date in the link", basis: "inferred" };
}

/** An embedded post ends in its date; an article is not older than what it shows. */
function fromPost(body: string): Candidate | null {
  const days = [...body.matchAll(/^\u2014 .{1,120}? \(@\w{1,30}\) (.{8,30})$/gm)].flatMap(
    (post) => dayOf(post[1]!) ?? [],
  );
  const last = days
    .map(({ value }) => value)
    .sort()
    .at(-1);
  return last === undefined ? null : { value: last, utc: false, how: "the newest embedded post", basis: "inferred" };
}
