import { parseArticleBytes } from "./article-file.ts";
import { articleId, parseArticleId } from "./article-id.ts";
import type { HistoryEntry } from "./changes.ts";
import { HISTORY, type Workshop } from "./workshop.ts";

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

/** What was done in a scope, newest first; with an `id`, to one article. Lines that are torn or foreign are left out. */
export async function readHistory(shop: Workshop, server: string | null, id: string | null): Promise<HistoryEntry[]> {
  const entries = parseLines(await shop.folder(server).text(HISTORY)).flatMap((value) => {
    const entry = value as HistoryEntry;
    const whole = [entry.at, entry.by, entry.action, entry.article, entry.revision, entry.title].every(
      (field) => typeof field === "string",
    );
    return whole && (id === null || entry.article === id) ? [entry] : [];
  });
  return entries.reverse();
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
  for (const { slug, revision } of await folder.revisions()) {
    if (slug !== place.slug) continue;
    const title = titleOf(await folder.readRevision(place.slug, revision));
    const entry = history.find((known) => known.revision === revision);
    if (title === null || revision === now) continue;
    versions.push({ revision, title, at: entry?.at ?? null, by: entry?.by ?? null });
  }
  return versions.sort((a, b) => ((a.at ?? "") > (b.at ?? "") ? -1 : 1));
}

/** The objects in a file of JSON lines. */
export function parseLines(text: string): object[] {
  return text.split("\n").flatMap((line) => {
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
