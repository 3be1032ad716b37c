import { ButtonStyle } from "discord.js";
import { count } from "../../answering/wording.ts";
import type { HistoryEntry } from "../../corpus/changes.ts";
import type { OlderVersion } from "../../corpus/history.ts";
import { serverOf } from "../../corpus/library.ts";
import type { Report } from "../../corpus/report.ts";
import type { Scope } from "../../corpus/scope.ts";
import type { Holding } from "../../holding.ts";
import { passageAround } from "../../passage.ts";
import { customId } from "../custom-id.ts";
import { refTo } from "../passage-ref.ts";
import { pageOf } from "./answer.ts";
import { button, container, menu, row, text, type View } from "./components.ts";
import { inline, quoteBlock } from "./escape.ts";
import { LONGEST_BLOCK, pageAt, paginate } from "./paging.ts";
import type { Block } from "./passage.ts";
import { renderTurning } from "./turning.ts";
import { wordPublished } from "./words.ts";

const ON_A_PAGE = 12;
const ENTRIES = 15;

/** This server's own articles, newest first, and how many shared ones there are. */
export function renderArticleList(scope: Scope, server: string, page: number, owner: string): View {
  const own = scope.holdings.filter(({ article: { id } }) => serverOf(id) === server);
  const shared = scope.holdings.length - own.length;
  const head = `### ${count(own.length, "article")} of this server\n-# and ${count(shared, "shared article")}, which /sources lists too`;
  const pages = paginate(
    own.map((holding) => ({ components: [text(renderOwn(holding))] })),
    ON_A_PAGE,
  );
  const { page: shown, at } = pageAt(pages, page);
  return pageOf(head, shown, renderTurning("articles", at, pages.length, owner));
}

function renderOwn({ article: { id, title, publisher, published }, reading, revision }: Holding): string {
  const facts = [
    wordPublished(published),
    publisher && inline(publisher, 60),
    count(reading.sentences.length, "passage"),
    count(reading.attributions.length, "quotation"),
    `${inline(id.replace(/^\d+\//, ""), 80)} ${revision.slice(0, 6)}`,
  ];
  return `**${inline(title, 160)}**\n-# ${facts.filter((fact) => fact).join(" · ")}`;
}

/** What was just removed, with the way back. */
export function renderRemoved(title: string, task: string): View {
  const head = `### Removed\n${inline(title, 250)}\n-# Nobody finds it any more. /article restore brings it back, at any time.`;
  return { components: [container(text(head)), row(button("Undo", customId("article-restore", task)))] };
}

/** Who did what, newest first; `task` lets one go back to an older version. */
export function renderHistory(
  entries: readonly HistoryEntry[],
  versions: readonly OlderVersion[],
  task: string | null,
): View {
  if (entries.length === 0) return { components: [container(text("Nothing was changed here yet."))] };
  const lines = entries.slice(0, ENTRIES).map(({ at, by, action, title, detail, imported }) => {
    // A time stamp that each reader sees in their own time zone.
    const when = Number.isNaN(Date.parse(at)) ? inline(at, 30) : `<t:${Math.floor(Date.parse(at) / 1000)}:f>`;
    const who = /^\d+$/.test(by) ? `member ${by}` : inline(by, 40);
    return `${when} **${inline(action, 20)}** ${inline(title, 80)} · ${who}${detail ? `, ${inline(detail, 60)}` : ""}${imported ? ", from an archive" : ""}`;
  });
  const more = entries.length > ENTRIES ? [`-# and ${entries.length - ENTRIES} earlier`] : [];
  const back =
    task === null
      ? null
      : menu(
          customId("article-restore", task),
          "Go back to an older version …",
          versions.map(({ revision, title, at }) => ({
            label: title,
            value: revision,
            description: `${at?.slice(0, 16).replace("T", " ") ?? "date unknown"} · ${revision}`,
          })),
        );
  const body = container(text(["### History", ...lines, ...more].join("\n")));
  return { components: [body, ...(back === null ? [] : [back])] };
}

/** The open reports, oldest first, each with its quotation and what can be done. */
export function renderReports(reports: readonly Report[], scope: Scope, task: string): View {
  const [page = []] = paginate(reports.flatMap((report) => renderReport(report, scope, task)));
  const left = reports.length - page.length;
  const more = left > 0 ? `\n-# ${left} more after these` : "";
  return pageOf(`### ${count(reports.length, "report")} of a wrong speaker${more}`, page, []);
}

function renderReport({ id, article, quotation, speaker }: Report, scope: Scope, task: string): Block[] {
  const holding = scope.get(article);
  const at = holding?.article.body.indexOf(quotation) ?? -1;
  const passage = holding && at >= 0 ? passageAround(holding, { start: at, end: at + quotation.length }) : null;
  const shown = quoteBlock(quotation);
  const words = shown.length < LONGEST_BLOCK / 2 ? shown : "-# (a long quotation)";
  const under = `shown as ${speaker === null ? "nobody’s" : `**${inline(speaker, 100)}**’s`} · ${inline(holding?.article.title ?? article, 120)}`;
  const correct =
    passage && passage.attributions.length > 0
      ? button("Correct", customId("correct", refTo(passage), task), { style: ButtonStyle.Primary })
      : null;
  return [
    {
      components: [text(`${words}\n-# ${under}`), row(correct, button("Dismiss", customId("dismiss", task, id)))],
    },
  ];
}
