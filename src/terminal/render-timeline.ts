import { count } from "../answering/wording.ts";
import type { Timeline, TimelineEntry } from "../timeline/timeline.ts";
import { renderSource } from "./render-passage.ts";
import { printable, type Style } from "./style.ts";

/** A timeline as lines of text: what happened under its date, how it was dated, what is still to come last. */
export function renderTimeline({ entries, undated }: Timeline, style: Style): string {
  if (entries.length === 0) {
    return `Nothing dated found${undated > 0 ? `; ${count(undated, "passage")} without a date` : ""}.`;
  }
  const past = entries.filter(({ scheduled }) => !scheduled);
  const scheduled = entries.filter(({ scheduled }) => scheduled);
  const blocks = past.map((entry) => renderEntry(entry, style));
  if (scheduled.length > 0) {
    blocks.push(style.bold("Scheduled or announced"), ...scheduled.map((entry) => renderEntry(entry, style)));
  }
  if (undated > 0) blocks.push(style.dim(`${count(undated, "matching passage")} without a date.`));
  return blocks.join("\n\n");
}

function renderEntry(entry: TimelineEntry, style: Style): string {
  const text = printable(entry.text).split("\n");
  return [
    style.bold(`${entry.approximate ? "≈ " : ""}${entry.value}`),
    ...text.map((line) => `    ${style.accent("│")} ${line}`),
    ...(entry.speaker === null ? [] : [`    — ${style.bold(printable(entry.speaker))}`]),
    `    ${style.dim(`"${printable(entry.timex.text)}" ${renderAnchor(entry)}(${entry.dateRule})`)}`,
    `    ${style.dim(renderSource(entry.passage))}`,
  ].join("\n");
}

function renderAnchor({ anchor, value }: TimelineEntry): string {
  if (anchor === null) return "";
  const basis = anchor.basis === "published" ? "published" : "counted from";
  return `${basis} ${anchor.value} → ${value} `;
}
