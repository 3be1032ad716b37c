import { parseArticleBytes } from "./article-file.ts";
import { articleId, parseArticleId } from "./article-id.ts";
import { done, duplicateRefusal, settled } from "./articles.ts";
import { type Act, type Change, refused } from "./changes.ts";
import { printOf } from "./duplicate.ts";
import { readHistory, recordChange } from "./history.ts";
import { limitRefusal, roomOf } from "./room.ts";
import type { ScopeFolder } from "./scope-folder.ts";
import { noSuchArticle, type Workshop } from "./workshop.ts";

/** Undoes a removal, or (with a `revision`) goes back to an older version; the version of now is kept then. */
export function restoreArticle(
  shop: Workshop,
  server: string | null,
  id: string,
  revision: string | null,
  act: Act,
): Promise<Change> {
  return shop.changing(server, async (folder) => {
    const place = parseArticleId(id);
    if (place === null || place.server !== server) return noSuchArticle(id);
    const current = await folder.read(place.slug);
    const wanted = revision ?? (current === null ? await lastRemoved(shop, server, id) : null);
    const kept = await keptVersion(folder, place.slug, wanted, current === null);
    if (kept === null) {
      if (current === null) return noSuchArticle(id);
      return refused("no-such-article", revision === null ? NOT_REMOVED : NO_OLDER, null);
    }
    const article = parseArticleBytes(folder.pathOf(place.slug), id, kept.bytes);
    if (Array.isArray(article)) return refused("unsuitable", `The kept file is broken: it ${article[0]!.message}`);
    const replaced = shop.library.scope(server).get(id) ?? null;
    const refusal =
      duplicateRefusal(shop, server, article, printOf(article.body), id) ??
      limitRefusal(shop, roomOf(shop, server, replaced), kept.bytes.length);
    if (refusal !== null) return refusal;
    const holding = await shop.hold(article, kept.revision, await shop.corrections(place));
    return settled(shop, [{ article }], async () => {
      if (current !== null) await folder.replace(place.slug, current, kept.bytes);
      else if (kept.removed) await folder.putBack(place.slug, kept.revision);
      else await folder.create([{ slug: place.slug, bytes: kept.bytes }]);
      shop.put(holding);
      return done(holding, await recordChange(shop, server, act, "restored", [holding]));
    });
  });
}

const NOT_REMOVED =
  "This article is there, so there is no removal to undo; to go back to an older version, name its revision from the history.";
const NO_OLDER = "There is no such older version of this article; the history names those that there were.";

/** Several versions may have been removed one after the other. */
async function lastRemoved(shop: Workshop, server: string | null, id: string): Promise<string | null> {
  const history = await readHistory(shop, server, id);
  const removed = (await shop.folder(server).removed()).filter(({ slug }) => articleId({ server, slug }) === id);
  const last = history.find(
    ({ action, revision }) => action === "removed" && removed.some((kept) => kept.revision === revision),
  );
  return last?.revision ?? null;
}

type KeptVersion = { readonly bytes: Uint8Array; readonly revision: string; readonly removed: boolean };

/** The version with that revision, also one that was removed before the article came back; without one the removed, if `gone`. */
async function keptVersion(
  folder: ScopeFolder,
  slug: string,
  revision: string | null,
  gone: boolean,
): Promise<KeptVersion | null> {
  const versions = (await folder.kept()).filter((kept) => kept.slug === slug);
  const one = versions.find((kept) =>
    revision === null ? gone && kept.folder === ".removed" : kept.revision === revision,
  );
  const bytes = one && (await folder.readKept(one.folder, slug, one.revision));
  return bytes ? { bytes, revision: one.revision, removed: one.folder === ".removed" } : null;
}
