import { ButtonStyle } from "discord.js";
import { count } from "../../answering/wording.ts";
import type { Preview, Quoted } from "../../corpus/preview.ts";
import { customId } from "../custom-id.ts";
import { button, container, MOST_CHARACTERS, row, separator, text, type View } from "./components.ts";
import { inline, quoteBlock } from "./escape.ts";
import { wordDate } from "./words.ts";

/** A sample longer than this is not shown; it is never cut. */
const LONGEST_SAMPLE = 400;
const DATES = 8;

/** What was understood of an article before it goes live, or of one that is there (`task` is null then). */
export function renderPreview(preview: Preview, task: { readonly id: string; readonly isNew: boolean } | null): View {
  const { draft, how, passages, quoted, dated, warnings } = preview;
  const said = (value: string | null, where: string | null) =>
    value === null ? "unknown" : `${inline(value, 120)}${where === null ? "" : ` (${inline(where, 120)})`}`;
  const date = draft.published === null ? null : wordDate(draft.published.value);
  const head = [
    `### ${inline(draft.title, 200)}`,
    `**Outlet**: ${said(draft.publisher, how.publisher)}`,
    `**Date**: ${said(date, how.published)}${draft.published?.basis === "inferred" ? ", inferred" : ""}`,
    ...(draft.url === null ? [] : [`**Link**: ${inline(draft.url, 200)}`]),
    `**Passages**: ${passages} · **quotations**: ${quoted.reduce((sum, one) => sum + one.quotations, 0)}`,
    ...(dated.length === 0 ? [] : [`**Dates**: ${renderDates(preview)}`]),
    ...warnings.slice(0, 6).map((warning) => `⚠️ ${inline(warning, 200)}`),
  ].join("\n");
  const parts = [head];
  let left = MOST_CHARACTERS - 100 - parts[0]!.length;
  let shown = 0;
  for (const person of quoted) {
    const part = renderQuoted(person);
    if (part.length > left || shown === 10) break;
    parts.push(part);
    left -= part.length;
    shown++;
  }
  if (shown < quoted.length) parts.push(`-# and ${quoted.length - shown} more who are quoted`);
  const inside = parts.flatMap((part, i) => (i === 0 ? [text(part)] : [separator(), text(part)]));
  return { components: [container(...inside), ...(task === null ? [] : [renderButtons(task)])] };
}

function renderButtons({ id, isNew }: { readonly id: string; readonly isNew: boolean }) {
  return row(
    button(isNew ? "Add" : "Save as new version", customId("article-save", id), { style: ButtonStyle.Success }),
    button("Correct", customId("article-correct", id)),
    button("Cancel", customId("article-cancel", id)),
  );
}

function renderQuoted({ name, quotations, sample }: Quoted): string {
  const who = name === null ? "**Speaker not known**" : `**${inline(name, 120)}**`;
  const words = sample.length <= LONGEST_SAMPLE ? `\n${quoteBlock(sample)}` : "";
  return `${who}: ${count(quotations, "quotation")}${words}`;
}

function renderDates({ dated }: Preview): string {
  const shown = dated
    .slice(0, DATES)
    .map(({ text: words, value }) => `“${inline(words, 40)}” ${inline(wordDate(value), 20)}`);
  return `${shown.join("; ")}${dated.length > DATES ? `; and ${dated.length - DATES} more` : ""}`;
}
