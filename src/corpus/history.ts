import type { Article } from "../article.ts";
import { parseArticleBytes } from "./article-file.ts";
import { articleId, parseArticleId } from "./article-id.ts";
import type { Act, Action, HistoryEntry } from "./changes.ts";
import { storageFailure } from "./storage-failure.ts";
import type { Workshop } from "./workshop.ts";

export const HISTORY = ".history.jsonl";

/** How many lines are looked at in one go: answers must not wait. */
const TOGETHER = 2_000;

/** A removed article that can be restored; when and by whom is unknown when the history does not tell. */
export type RemovedArticle = {
  readonly id: string;
  readonly revision: string;
  readonly title: string;
  readonly at: string | null;
  readonly by: string | null;
};

/** An older version that can be gone back to. */
export type OlderVersion = Omit<RemovedArticle, "id">;

/** Adds to the history; the change is made already, so that a failure is told and undoes nothing. */
export async function recordChange(
  shop: Workshop,
  server: string | null,
  act: Act,
  action: Action,
  holdings: readonly { readonly article: Pick<Article, "id" | "title">; readonly revision: string }[],
  detail?: string,
): Promise<string | null> {
  const lines = holdings.map(({ article, revision }) => {
    const entry: HistoryEntry = {
      at: act.at,
      by: act.by,
      action,
      article: article.id,
      revision,
      title: article.title,
      ...(detail === undefined ? {} : { detail }),
    };
    return JSON.stringify(entry);
  });
  try {
    await shop.folder(server).append(HISTORY, lines.join("\n"));
    return null;
  } catch (error) {
    return `The change is kept, but not its line in the history: ${storageFailure(error, shop.root)}`;
  }
}

/** What was done in a scope, newest first; with an `id`, to one article. Lines that are torn or foreign are left out. */
export async function readHistory(shop: Workshop, server: string | null, id: string | null): Promise<HistoryEntry[]> {
  const entries = (await historyEntries(shop, server)).filter(({ article }) => id === null || article === id);
  // What came in an archive is older than the lines before it.
  return entries.reverse().sort((a, b) => (a.at === b.at ? 0 : a.at > b.at ? -1 : 1));
}

/** The whole lines of a scope's history as they stand in its file. */
export async function historyEntries(shop: Workshop, server: string | null): Promise<HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  const lines = (await shop.folder(server).text(HISTORY)).split("\n");
  for (let at = 0; at < lines.length; at += TOGETHER) {
    if (at > 0) await new Promise(setImmediate);
    for (const value of parseLines(lines.slice(at, at + TOGETHER))) {
      const { at, by, action, article, revision, title, detail, imported } = value as HistoryEntry;
      if (![at, by, action, article, revision, title].every((field) => typeof field === "string")) continue;
      entries.push({
        at,
        by,
        action,
        article,
        revision,
        title,
        ...(typeof detail === "string" && { detail }),
        ...(typeof imported?.by === "string" && { imported: { by: imported.by, at: String(imported.at) } }),
      });
    }
  }
  return entries;
}

/** The removed articles of a scope, the last removed first. */
export async function readRemoved(shop: Workshop, server: string | null): Promise<RemovedArticle[]> {
  const folder = shop.folder(server);
  const history = (await readHistory(shop, server, null)).filter(({ action }) => action === "removed");
  const removed: RemovedArticle[] = [];
  for (const { slug, revision } of await folder.removed()) {
    const id = articleId({ server, slug });
    const title = titleOf(await folder.readRemoved(slug, revision));
    const entry = history.find((known) => known.article === id && known.revision === revision);
    if (title !== null) removed.push({ id, revision, title, at: entry?.at ?? null, by: entry?.by ?? null });
  }
  return removed.sort((a, b) => ((a.at ?? "") > (b.at ?? "") ? -1 : 1));
}

/** The older versions of one article of the server's own, the latest first. */
export async function readVersions(shop: Workshop, server: string | null, id: string): Promise<OlderVersion[]> {
  const place = parseArticleId(id);
  if (place === null || place.server !== server) return [];
  const folder = shop.folder(server);
  const history = await readHistory(shop, server, id);
  const now = (await folder.read(place.slug))?.revision;
  const versions: OlderVersion[] = [];
  const kept = (await folder.kept()).filter(({ slug }) => slug === place.slug);
  for (const [revision, one] of new Map(kept.map((one) => [one.revision, one]))) {
    const title = titleOf(await folder.readKept(one.folder, place.slug, revision));
    const entry = history.find((known) => known.revision === revision);
    if (title === null || revision === now) continue;
    versions.push({ revision, title, at: entry?.at ?? null, by: entry?.by ?? null });
  }
  return versions.sort((a, b) => ((a.at ?? "") > (b.at ?? "") ? -1 : 1));
}

/** The objects in a file of JSON lines. */
export function parseLines(lines: readonly string[]): object[] {
  return lines.flatMap((line) => {
    try {
      const value: unknown = JSON.parse(line);
      return typeof value === "object" && value !== null ? [value] : [];
    } catch {
      return [];
    }
  });
}

function titleOf(bytes: Uint8Array | null): string | null {
  const article = bytes && parseArticleBytes("", "", bytes);
  return article === null || Array.isArray(article) ? null : article.title;
}
