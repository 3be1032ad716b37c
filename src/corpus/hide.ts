import { type Act, type Change, refused } from "./changes.ts";
import { recordChange } from "./history.ts";
import { HIDDEN, noSuchArticle, type Workshop } from "./workshop.ts";

/** Hides a shared article from one server, or shows it there again. */
export function hideArticle(shop: Workshop, server: string, id: string, hidden: boolean, act: Act): Promise<Change> {
  return shop.changing(server, async (folder) => {
    const holding = shop.library.scope(null).get(id);
    if (holding === undefined) {
      return shop.library.scope(server).get(id) === undefined
        ? noSuchArticle(id)
        : refused("unsuitable", "This is the server's own article; remove it instead of hiding it.");
    }
    await shop.loadHidden(server);
    const ids = new Set(shop.library.hidden(server));
    const { article, revision } = holding;
    if (ids.has(id) !== hidden) {
      if (hidden) ids.add(id);
      else ids.delete(id);
      try {
        await folder.write(HIDDEN, [...ids, ""].join("\n"));
      } finally {
        await shop.loadHidden(server);
      }
      const warning = await recordChange(shop, server, act, hidden ? "hidden" : "shown", [holding]);
      return { kind: "done", article, revision, warning };
    }
    return { kind: "done", article, revision, warning: null };
  });
}
