import { type Act, type Change, refused } from "./changes.ts";
import { parseLines } from "./history.ts";
import { reportId } from "./report-id.ts";
import { noSuchArticle, type Workshop } from "./workshop.ts";

export const REPORTS = ".reports.jsonl";
/** A moderators' list that nobody works through must not fill the disk. */
export const OPEN = 200;

/** A member says that a quotation has the wrong speaker. */
export type Report = Act & {
  /** 12 hex digits. */
  readonly id: string;
  readonly article: string;
  /** Verbatim. */
  readonly quotation: string;
  /** Who was shown as its speaker. */
  readonly speaker: string | null;
};

/** Puts a report on the moderators' list of `server`; the same one twice stands there once. */
export function reportSpeaker(
  shop: Workshop,
  server: string | null,
  { article: id, quotation, speaker }: Pick<Report, "article" | "quotation" | "speaker">,
  act: Act,
): Promise<Change> {
  return shop.changing(server, async (folder) => {
    const holding = shop.library.scope(server).get(id);
    if (holding === undefined) return noSuchArticle(id);
    const { article, revision } = holding;
    const words = quotation.slice(0, 2_000);
    if (words === "" || !article.body.includes(words)) {
      return refused("unsuitable", "These words do not stand in the article any more.");
    }
    const open = await readReports(shop, server);
    const same = open.some((report) => report.article === id && report.quotation === words);
    if (!same && open.length >= OPEN) {
      return refused("limit", `The moderators' list holds ${OPEN} reports already; ask a moderator to look at it.`);
    }
    if (!same) {
      const report = { at: act.at, by: act.by, article: id, quotation: words, speaker: speaker?.slice(0, 200) ?? null };
      await folder.append(REPORTS, JSON.stringify(report));
    }
    return { kind: "done", article, revision, warning: null };
  });
}

/** Every report of a scope with what closed it, as its file has them, each followed by its closing. */
export async function reportLines(shop: Workshop, server: string | null): Promise<object[]> {
  const lines = new Map<string, object[]>();
  for (const line of parseLines((await shop.folder(server).text(REPORTS)).split("\n"))) {
    const { at, by, imported } = line as Act & { imported?: unknown };
    const mark = imported === undefined ? {} : { imported };
    if (typeof at !== "string" || typeof by !== "string") continue;
    if ("closed" in line) lines.get(String(line.closed))?.push({ closed: line.closed, at, by, ...mark });
    else {
      const { article, quotation, speaker } = line as Report;
      if (typeof article !== "string" || typeof quotation !== "string") continue;
      lines.set(reportId({ at, article, quotation }), [{ at, by, article, quotation, speaker, ...mark }]);
    }
  }
  return [...lines.values()].flat();
}

/** The open reports of a scope, oldest first. Those about articles that are gone are closed by that. */
export async function readReports(shop: Workshop, server: string | null): Promise<Report[]> {
  const open = new Map<string, Report>();
  const scope = shop.library.scope(server);
  for (const line of parseLines((await shop.folder(server).text(REPORTS)).split("\n"))) {
    if ("closed" in line) {
      open.delete(String(line.closed));
      continue;
    }
    const { at, by, article, quotation, speaker } = line as Report;
    if (![at, by, article, quotation].every((field) => typeof field === "string")) continue;
    if (scope.get(article) === undefined || (speaker !== null && typeof speaker !== "string")) continue;
    const id = reportId({ at, article, quotation });
    open.set(id, { id, at, by, article, quotation, speaker });
  }
  return [...open.values()];
}

/** Takes a report off the list, corrected or not. */
export function closeReport(shop: Workshop, server: string | null, id: string, act: Act): Promise<Change> {
  return shop.changing(server, async (folder) => {
    const report = (await readReports(shop, server)).find((open) => open.id === id);
    const holding = report && shop.library.scope(server).get(report.article);
    if (holding === undefined) return refused("no-such-article", "This report is closed already.");
    await folder.append(REPORTS, JSON.stringify({ closed: id, at: act.at, by: act.by }));
    return { kind: "done", article: holding.article, revision: holding.revision, warning: null };
  });
}
