import { ButtonStyle, ComponentType } from "discord.js";
import { count } from "../../answering/wording.ts";
import type { Summary } from "../../corpus/archive/add-archive.ts";
import type { Exported } from "../../corpus/archive/export-scope.ts";
import { wordBrought, wordPresent } from "../../corpus/archive/word-summary.ts";
import { customId } from "../custom-id.ts";
import { button, container, notice, row, text, type View } from "./components.ts";
import { inline } from "./escape.ts";

/** The most that Discord takes of one file, in every server. */
const LARGEST_FILE = 10 * 2 ** 20;
/** So many of each kind are named, the others counted. */
const NAMED = 6;

/** Everything of a server as one file; too large for Discord, who runs the bot can hand it over. */
export function renderExport({ bytes, leftOut }: Exported): View {
  if (bytes.length > LARGEST_FILE) {
    return notice("The archive is larger than Discord takes; who runs the bot can make it with `npm start -- export`.");
  }
  const name = "articles.zip";
  const file = { type: ComponentType.File as const, file: { url: `attachment://${name}` } };
  const lines = [
    "### Every article of this server",
    "With what was corrected, replaced and removed, the history, the reports and what is hidden.",
    "-# /article add takes it back.",
    ...(leftOut.length === 0
      ? []
      : [`⚠️ ${count(leftOut.length, "file")} of this server cannot be read and is left out.`]),
  ];
  return { components: [container(text(lines.join("\n"))), file], files: [{ name, bytes }] };
}

/** What adding an archive would do, before anything is stored. */
export function renderArchivePreview(name: string, summary: Summary, task: string): View {
  const brought = wordBrought(summary);
  const isNew = brought !== "nothing new";
  const head = [
    `### ${inline(name, 100)}`,
    isNew ? `Adding it brings **${brought}**.` : "Everything of it that can be added is here already.",
    ...details(summary),
    "-# Nothing that is here is changed. Nothing is stored yet.",
  ];
  const add = isNew ? button("Add all", customId("archive-add", task), { style: ButtonStyle.Success }) : null;
  return {
    components: [container(text(head.join("\n"))), row(add, button("Cancel", customId("article-cancel", task)))],
  };
}

/** What adding an archive did. */
export function renderArchiveAdded(name: string, summary: Summary): View {
  const { stopped } = summary;
  const lines = [
    stopped === null ? "### Added" : "### Added in part",
    `${inline(name, 100)}: **${wordBrought(summary)}**.`,
    ...details(summary),
    ...(stopped === null ? [] : [`⚠️ ${inline(stopped.message, 300)} Add the archive again to go on.`]),
    "-# /article list shows the articles, /article history who added them.",
  ];
  return notice(lines.join("\n"));
}

function details({ present, refused }: Summary): string[] {
  return [
    ...named(
      `**${present.length}** here already`,
      present.map((one) => `${inline(one.name, 80)} ${wordPresent(one)}`),
    ),
    ...named(
      `**${refused.length}** left out`,
      refused.map(({ name, message }) => `⚠️ ${inline(name, 80)} ${inline(message, 200)}`),
    ),
  ];
}

function named(head: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > NAMED ? [`-# and ${lines.length - NAMED} more`] : [];
  return [head, ...lines.slice(0, NAMED).map((line) => `- ${line}`), ...more];
}
