import type { Change } from "./changes.ts";
import type { Workshop } from "./workshop.ts";

/** Deletes a server's folder with everything in it. `null` when it is done. */
export function forgetServer(shop: Workshop, server: string): Promise<Change | null> {
  return shop.changing(server, async (folder) => {
    for (const { article } of shop.library.ownedBy(server)) shop.remove(article.id);
    shop.library.hide(server, new Set());
    await shop.disk.removeFolder(folder.path);
    await shop.forgetDerived(server);
    return null;
  });
}
