import { count } from "../../answering/wording.ts";
import type { Timeline, TimelineEntry, TimelineRequest } from "../../timeline/timeline.ts";
import { customId } from "../custom-id.ts";
import { refTo } from "../passage-ref.ts";
import { pageOf } from "./answer.ts";
import { button, section, type View } from "./components.ts";
import { renderControls, type Shown } from "./controls.ts";
import { inline } from "./escape.ts";
import { pageAt, paginate } from "./paging.ts";
import { type Block, renderSource, wholeOrFile } from "./passage.ts";
import { wordDate } from "./words.ts";

/** One page of what happened when, in order, each entry in the article's own words. */
export function renderTimeline({ entries, undated }: Timeline, request: TimelineRequest, shown: Shown): View {
  const head = `### ${renderRequest(request)}`;
  if (entries.length === 0) {
    const nothing = `Nothing dated found${undated > 0 ? `; ${count(undated, "passage")} without a date` : ""}.`;
    return pageOf(`${head}\n${nothing}`, [], renderControls(shown, 1, false));
  }
  const told = [...entries.filter(({ scheduled }) => !scheduled), ...entries.filter(({ scheduled }) => scheduled)];
  const pages = paginate(told.map((entry, i) => renderEntry(entry, told[i - 1])));
  const { page, at } = pageAt(pages, shown.page);
  const facts = [
    count(entries.length, "entry").replace(/entrys$/, "entries"),
    ...(undated > 0 ? [`${count(undated, "passage")} without a date left out`] : []),
    ...(pages.length > 1 ? [`page ${at + 1} of ${pages.length}`] : []),
  ];
  return pageOf(`${head}\n-# ${facts.join(" · ")}`, page, renderControls({ ...shown, page: at }, pages.length, false));
}

function renderRequest({ topic, speaker, since, until }: TimelineRequest): string {
  const parts = [
    topic && `about ${inline(topic, 120)}`,
    speaker && `by ${inline(speaker, 80)}`,
    since && `from ${inline(since, 40)}`,
    until && `until ${inline(until, 40)}`,
  ].filter((part) => part);
  return parts.length === 0 ? "Timeline" : `Timeline ${parts.join(", ")}`;
}

/** An entry with its date, and the headings that begin before it. */
function renderEntry(entry: TimelineEntry, before: TimelineEntry | undefined): Block {
  const { passage, text, speaker, sources, timex } = entry;
  const year = (one: TimelineEntry | undefined) => (one === undefined ? "" : one.value.slice(0, 4));
  const headings = [
    entry.scheduled && !before?.scheduled ? "### Announced" : null,
    year(entry) !== year(before) && /^\d{4}/.test(entry.value) ? `### ${year(entry)}` : null,
  ].filter((heading) => heading !== null);
  const others = new Set(sources).size - 1;
  const below = [
    speaker === null ? null : `**${inline(speaker, 120)}**`,
    renderSource(passage),
    others > 0 ? `-# also told in ${count(others, "more article")}` : null,
  ].filter((line) => line !== null);
  const { content, file } = wholeOrFile({ text, article: passage.article, start: passage.start }, below.join("\n"));
  const date = `**${entry.approximate ? "≈ " : ""}${inline(wordDate(entry.value), 40)}**`;
  const how = button("How dated", customId("dated", refTo(passage), timex.start));
  return { components: [section([...headings, date, content].join("\n"), how)], ...(file && { file }) };
}
