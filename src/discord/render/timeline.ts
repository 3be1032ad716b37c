import { ComponentType } from "discord.js";
import { count } from "../../answering/wording.ts";
import { renderTimelinePng } from "../../timeline/export/png.ts";
import { dateLabel } from "../../timeline/labels.ts";
import type { Timeline, TimelineEntry, TimelineRequest } from "../../timeline/timeline.ts";
import { customId } from "../custom-id.ts";
import { refTo } from "../passage-ref.ts";
import { pageOf } from "./answer.ts";
import { button, menu, notice, section, type View } from "./components.ts";
import { renderControls, type Shown } from "./controls.ts";
import { escapeMarkdown, inline } from "./escape.ts";
import { pageAt, paginate } from "./paging.ts";
import { type Block, OWN_WORDS, renderSource, wholeOrFile } from "./passage.ts";

/** One page of what happened when, in order, each entry in the article's own words. */
export async function renderTimeline(timeline: Timeline, request: TimelineRequest, shown: Shown): Promise<View> {
  const { entries, undated, omitted = 0, message } = timeline;
  if (message !== undefined) return notice(inline(message, 1000));
  const head = `### ${renderRequest(request)}`;
  if (entries.length === 0) {
    const nothing = `Nothing dated found${undated > 0 ? `; ${count(undated, "passage")} without a date` : ""}.`;
    return pageOf(`${head}\n${nothing}`, [], renderControls(shown, {}));
  }
  const told = [...entries.filter(({ scheduled }) => !scheduled), ...entries.filter(({ scheduled }) => scheduled)];
  const blocks: Block[] = [];
  for (const [i, entry] of told.entries()) {
    // Finding a long one took its time, and writing it out takes more; others come in between.
    if (i % AT_ONCE === 0) await new Promise(setImmediate);
    blocks.push(renderEntry(entry, told[i - 1]));
  }
  const pages = paginate(blocks);
  const { page, at } = pageAt(pages, shown.page);
  const facts = [
    count(entries.length, "entry").replace(/entrys$/, "entries"),
    ...(undated > 0 ? [`${count(undated, "passage")} without a date left out`] : []),
    ...(omitted > 0 ? [`${omitted} more not shown; narrow it down`] : []),
    ...(pages.length > 1 ? [`page ${at + 1} of ${pages.length}`] : []),
  ];
  const controls = renderControls({ ...shown, page: at }, { pages: pages.length });
  const save = menu(customId("export", shown.key), "Save the whole timeline as …", EXPORTS);
  const view = pageOf(`${head}\n-# ${facts.join(" · ")}`, page, [...(save === null ? [] : [save]), ...controls]);
  return at === 0 && entries.length >= ENOUGH_FOR_A_PICTURE ? withPicture(view, timeline) : view;
}

/** So many entries are written out before others have their turn. */
const AT_ONCE = 250;

const ENOUGH_FOR_A_PICTURE = 3;

const EXPORTS = [
  { label: "Markdown", value: "markdown", description: "a text to read or paste" },
  { label: "Calendar (ICS)", value: "ics", description: "for a calendar program" },
  { label: "Table (CSV)", value: "csv", description: "for a spreadsheet" },
  { label: "JSON", value: "json", description: "for a program" },
  { label: "Picture (SVG)", value: "svg", description: "scales to any size" },
];

async function withPicture({ components, files = [] }: View, timeline: Timeline): Promise<View> {
  const name = "timeline.png";
  const bytes = await renderTimelinePng(timeline);
  const gallery = {
    type: ComponentType.MediaGallery as const,
    items: [{ media: { url: `attachment://${name}` }, description: "The timeline as a chart" }],
  };
  return { components: [components[0]!, gallery, ...components.slice(1)], files: [...files, { name, bytes }] };
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
    speaker === null ? OWN_WORDS : `**${inline(speaker, 120)}**`,
    renderSource(passage),
    others > 0 ? `-# also told in ${count(others, "more article")}` : null,
  ].filter((line) => line !== null);
  const { content, file } = wholeOrFile({ text, article: passage.article, start: passage.start }, below.join("\n"));
  const date = `**${escapeMarkdown(dateLabel(entry))}**`;
  const how = button("How dated", customId("dated", refTo(passage), timex.start));
  return { components: [section([...headings, date, content].join("\n"), how)], ...(file && { file }) };
}
