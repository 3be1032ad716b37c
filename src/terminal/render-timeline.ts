import { count } from "../answering/wording.ts";
import { type Group, groupByDate } from "../timeline/group.ts";
import { dateLabel, explainDate } from "../timeline/labels.ts";
import type { Timeline, TimelineEntry } from "../timeline/timeline.ts";
import { renderSource } from "./render-passage.ts";
import { printable, type Style } from "./style.ts";

/** A timeline as lines of text: year, month, day and what happened then, and how each was dated; what is to come last. */
export function renderTimeline({ entries, undated, omitted = 0 }: Timeline, style: Style): string {
  const rest = [
    ...(omitted > 0 ? [`${count(omitted, "more dated passage")} left out; ask for a topic or a time.`] : []),
    ...(undated > 0 ? [`${count(undated, "matching passage")} without a date.`] : []),
  ];
  if (entries.length === 0) return ["Nothing dated found.", ...rest].join(" ");
  const past = groupByDate(entries.filter(({ scheduled }) => !scheduled));
  const scheduled = groupByDate(entries.filter(({ scheduled }) => scheduled));
  return [
    ...past.flatMap((group) => renderGroup(group, 0, style)),
    ...(scheduled.length > 0 ? [style.bold("Scheduled or announced")] : []),
    ...scheduled.flatMap((group) => renderGroup(group, 0, style)),
    ...rest.map((line) => style.dim(line)),
  ].join("\n\n");
}

function renderGroup({ label, entries, groups }: Group, depth: number, style: Style): string[] {
  const heading = `${"  ".repeat(depth)}${style.bold(label)}`;
  const [first, ...others] = entries.map((entry) => renderEntry(entry, label, style));
  return [
    first === undefined ? heading : `${heading}\n${first}`,
    ...others,
    ...groups.flatMap((group) => renderGroup(group, depth + 1, style)),
  ];
}

function renderEntry(entry: TimelineEntry, heading: string, style: Style): string {
  const { text, speaker, sources, passage } = entry;
  const label = dateLabel(entry);
  const others = sources.filter((id) => id !== passage.article).map((id) => `[${id}]`);
  return [
    ...(label === heading ? [] : [`    ${style.bold(label)}`]),
    ...printable(text)
      .split("\n")
      .map((line) => `    ${style.accent("│")} ${line}`),
    ...(speaker === null ? [] : [`    — ${style.bold(printable(speaker))}`]),
    `    ${style.dim(printable(explainDate(entry)))}`,
    `    ${style.dim(renderSource(passage))}`,
    ...(others.length > 0 ? [`    ${style.dim(`also told in ${others.map(printable).join(" ")}`)}`] : []),
  ].join("\n");
}
