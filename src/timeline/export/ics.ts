import { createHash } from "node:crypto";
import { intervalOf } from "../../reading/timexes/interval.ts";
import { addDays } from "../../reading/timexes/iso.ts";
import { explainDate } from "../labels.ts";
import type { Timeline, TimelineEntry } from "../timeline.ts";

/** What a calendar can show as a block of days. */
const SHOWN = new Set(["day", "week", "month"]);

/**
 * The timeline as an iCalendar file (RFC 5545): whole-day events, DTEND the day after the last. Dates coarser than a
 * month are left out. UID and DTSTAMP depend on the article only, so that importing again updates instead of doubling.
 */
export function renderTimelineIcs({ entries }: Timeline): string {
  const events = entries.filter(({ granularity }) => SHOWN.has(granularity)).flatMap(event);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Verbatim//Timeline//EN",
    "CALSCALE:GREGORIAN",
    ...events,
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

function event(entry: TimelineEntry): string[] {
  const { passage, speaker, text, timex, approximate, scheduled } = entry;
  const { first, last } = intervalOf(entry.value)!;
  const source = [passage.publisher, passage.title].filter((part) => part !== null).join(": ");
  const description = [text, ...(speaker === null ? [] : [`— ${speaker}`]), source, explainDate(entry)].join("\n");
  return [
    "BEGIN:VEVENT",
    `UID:${createHash("sha256").update(`${passage.article}#${timex.start}`).digest("hex").slice(0, 32)}@verbatim`,
    `DTSTAMP:${compact(passage.published?.value ?? first)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(first)}`,
    `DTEND;VALUE=DATE:${compact(addDays(last, 1))}`,
    `SUMMARY:${escapeText(`${approximate ? "≈ " : ""}${text}`)}`,
    `DESCRIPTION:${escapeText(description)}`,
    ...(passage.url !== null && isUri(passage.url) ? [`URL:${passage.url}`] : []),
    `STATUS:${scheduled ? "TENTATIVE" : "CONFIRMED"}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function compact(date: string): string {
  return date.replaceAll("-", "");
}

function isUri(url: string): boolean {
  return /^https?:\/\/[\x21-\x7e]+$/.test(url);
}

/** TEXT (RFC 5545, 3.3.11); control characters are not allowed in it. */
function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n?|\n|\u2028|\u2029/g, "\\n")
    .replace(/\p{Cc}/gu, " ");
}

/** Lines of at most 75 octets, never cut inside a character (RFC 5545, 3.1). */
function fold(line: string): string {
  const parts: string[] = [];
  let [part, octets] = ["", 0];
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      parts.push(part);
      [part, octets] = ["", 1];
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join("\r\n ");
}
