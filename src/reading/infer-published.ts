import type { Published } from "../article.ts";
import { type Span, textOf } from "../span.ts";
import { postDate } from "./embedded-post.ts";
import { findParagraphs } from "./paragraphs.ts";
import { findWrittenDays } from "./timexes/chrono.ts";
import { calendarDay, isDay, weekdayOf } from "./timexes/iso.ts";
import { WEEKDAY, weekdayNumber } from "./timexes/vocabulary.ts";

/** A publication date concluded from the text, the words it rests on, and why. */
export type InferredPublished = {
  readonly published: Published;
  readonly span: Span;
  /** A sentence's end for people: `the post embedded in it is dated "January 17, 2022"`. */
  readonly reason: string;
};

type Clue = Span & { readonly value: string };
type Method = {
  readonly find: (body: string, paragraphs: readonly Span[]) => Clue | null;
  readonly reason: (words: string) => string;
};

const LABEL = /^\W{0,5}(?:(?:first |last )?(?:published|posted|updated|modified|issued)(?: on| at)?|date)\b/i;
/** "MOSCOW, Jan. 17, 2022 (Reuters) - ", "KYIV, 17 January 2022 —". */
const DATELINE = /^[\p{Lu}][\p{L}.,'’/ ]{1,60}?[,(–—-]\s?(?=[^\n]{6,40}(?:\(|[-–—:]))/u;
const DATELINE_REACH = 120;
const EDGE = 5;

/** The surest first: what the article says of itself, then what it was written around. */
const METHODS: readonly Method[] = [
  { find: findLabel, reason: (words) => `it says "${words}" of itself` },
  { find: findDateline, reason: (words) => `its dateline says "${words}"` },
  { find: findLoneDate, reason: (words) => `"${words}" stands on a line of its own` },
  { find: findPost, reason: (words) => `the post embedded in it is dated "${words}"` },
  { find: findLatest, reason: (words) => `the latest day it names is "${words}"` },
];

/** The publication date that the text of an article gives away; `null` when it does not. */
export function inferPublished(body: string): InferredPublished | null {
  const paragraphs = findParagraphs(body);
  for (const { find, reason } of METHODS) {
    const clue = find(body, paragraphs);
    if (clue === null) continue;
    const { start, end, value } = clue;
    const words = body.slice(start, end).replace(/\s+/g, " ");
    const told = weekdayAgrees(body, value);
    return {
      published: { value, basis: "inferred" },
      span: { start, end },
      reason: `${reason(words)}${told === null ? "" : `, and "${told}" was that day`}`,
    };
  }
  return null;
}

function daysIn(body: string, paragraph: Span): Clue[] {
  return findWrittenDays(textOf(body, paragraph)).flatMap(({ start, end, year, month, day }) => {
    const value = year === null ? "" : calendarDay(year, month, day);
    return isDay(value) ? [{ start: paragraph.start + start, end: paragraph.start + end, value }] : [];
  });
}

/** The first and last few paragraphs, where an article speaks of itself. */
function edges(paragraphs: readonly Span[]): Span[] {
  return paragraphs.filter((_, i) => i < EDGE || i >= paragraphs.length - EDGE);
}

function findLabel(body: string, paragraphs: readonly Span[]): Clue | null {
  const labelled = edges(paragraphs).filter((paragraph) =>
    LABEL.test(body.slice(paragraph.start, paragraph.start + 60)),
  );
  // First published, not last updated.
  const found = labelled.flatMap((paragraph) =>
    daysIn(body, { ...paragraph, end: Math.min(paragraph.end, paragraph.start + 100) }),
  );
  return found.reduce<Clue | null>((first, clue) => (first === null || clue.value < first.value ? clue : first), null);
}

function findDateline(body: string, paragraphs: readonly Span[]): Clue | null {
  for (const { start, end } of paragraphs.slice(0, 3)) {
    const head = { start, end: Math.min(end, start + DATELINE_REACH) };
    const place = DATELINE.exec(textOf(body, head));
    const day = place === null ? undefined : daysIn(body, head)[0];
    if (day !== undefined && day.start <= start + place![0].length + 3) return day;
  }
  return null;
}

function findLoneDate(body: string, paragraphs: readonly Span[]): Clue | null {
  for (const paragraph of edges(paragraphs)) {
    if (paragraph.end - paragraph.start > 50) continue;
    const [day] = daysIn(body, paragraph);
    const rest = day === undefined ? "" : textOf(body, paragraph).replace(body.slice(day.start, day.end), "");
    if (
      day !== undefined &&
      !/\p{L}{3}/u.test(rest.replace(new RegExp(WEEKDAY, "i"), "").replace(/GMT|UTC|[AP]M|E[SD]T/gi, ""))
    ) {
      return day;
    }
  }
  return null;
}

function findPost(body: string, paragraphs: readonly Span[]): Clue | null {
  return latest(
    paragraphs.flatMap((paragraph) => {
      const date = postDate(textOf(body, paragraph));
      return date === null ? [] : [{ ...date, start: paragraph.start + date.start, end: paragraph.start + date.end }];
    }),
  );
}

/** Only of a text that also says "Monday" or "today": a history may be of any later day. */
function findLatest(body: string, paragraphs: readonly Span[]): Clue | null {
  if (!/\b(?:today|yesterday|tomorrow|(?:on|last|this) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/i.test(body))
    return null;
  const past = paragraphs.flatMap((paragraph) =>
    daysIn(body, paragraph).filter(
      ({ start }) =>
        !/\b(?:by|until|will|due|scheduled|expected|before|planned)\b/i.test(
          body.slice(Math.max(0, start - 60), start),
        ),
    ),
  );
  const last = latest(past);
  // A year named that is later still: the day belongs to what came before.
  const later =
    last === null ? [] : (body.match(/\b(?:19|20)\d\d\b/g) ?? []).filter((year) => year > last.value.slice(0, 4));
  return later.length === 0 ? last : null;
}

function latest(clues: readonly Clue[]): Clue | null {
  return clues.reduce<Clue | null>((last, clue) => (last === null || clue.value > last.value ? clue : last), null);
}

/** The first "on Monday" of the text, when `day` is that weekday. */
function weekdayAgrees(body: string, day: string): string | null {
  const told = new RegExp(`\\bon\\s(${WEEKDAY})\\b`, "i").exec(body);
  return told !== null && weekdayNumber(told[1]!) === weekdayOf(day) ? told[0] : null;
}
