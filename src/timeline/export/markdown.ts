import { type Group, groupByDate } from "../group.ts";
import { dateLabel, explainDate } from "../labels.ts";
import type { Timeline, TimelineEntry } from "../timeline.ts";

/** The timeline as a Markdown document: a heading a year and month, each entry quoted whole, scheduled things last. */
export function renderTimelineMarkdown({ entries, undated, omitted }: Timeline): string {
  const scheduled = entries.filter((entry) => entry.scheduled);
  const blocks = ["# Timeline", ...renderGroups(groupByDate(entries.filter((entry) => !entry.scheduled)), 2)];
  if (scheduled.length > 0) {
    blocks.push("## Scheduled or announced", ...scheduled.map(renderEntry));
  }
  const notes = [
    ...(undated > 0 ? [`Passages without a date: ${undated}.`] : []),
    ...(omitted === undefined ? [] : [`Dated passages left out: ${omitted}.`]),
  ];
  return `${[...blocks, ...notes].join("\n\n")}\n`;
}

function renderGroups(groups: readonly Group[], level: number): string[] {
  return groups.flatMap(({ label, entries, groups: inner }) => [
    // A day is named by its entries.
    ...(level > 3 ? [] : [`${"#".repeat(level)} ${label}`]),
    ...entries.map(renderEntry),
    ...renderGroups(inner, level + 1),
  ]);
}

function renderEntry(entry: TimelineEntry): string {
  const { text, speaker, passage, sources } = entry;
  const quoted = escapeMarkdown(text)
    .split(/\r\n?|\n|\u2028|\u2029/)
    .map((line) => `> ${line}`);
  const title = escapeMarkdown(passage.title);
  const link =
    passage.url !== null && /^https?:\/\//.test(passage.url)
      ? `[${title}](<${passage.url.replace(/[<>\s]/g, encodeURIComponent)}>)`
      : title;
  const from = [
    ...(speaker === null ? [] : [escapeMarkdown(speaker)]),
    ...(passage.publisher === null ? [] : [escapeMarkdown(passage.publisher)]),
    ...(passage.published === null ? [] : [passage.published.value]),
    link,
    ...(sources.length > 1
      ? [`and ${sources.length - 1} more: ${sources.slice(1).map(escapeMarkdown).join(", ")}`]
      : []),
  ];
  return [
    `**${dateLabel(entry)}** (${escapeMarkdown(explainDate(entry))})`,
    "",
    ...quoted,
    "",
    `— ${from.join(" · ")}`,
  ].join("\n");
}

/** Undone by any Markdown reader: the words are seen as they stand in the article. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~-]/g, "\\$&").replace(/^(\s*\d+)([.)])/gm, "$1\\$2");
}
