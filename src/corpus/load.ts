import { join } from "node:path";
import type { Problem } from "./article-file.ts";
import { isServerId, isSlug, type Place, slugOf } from "./article-id.ts";
import { LIMITS } from "./changes.ts";
import { DISK, namesIn } from "./durable.ts";
import type { Library } from "./library.ts";
import { Workshop } from "./workshop.ts";

/** Reads every article of the corpus into memory, after cleaning up; gives what was cleaned, one sentence each. */
export async function loadAll(shop: Workshop, progress?: (done: number, all: number) => void): Promise<string[]> {
  const notes: string[] = [];
  const places: Place[] = [];
  for (const server of [null, ...(await servers(shop))]) {
    const folder = shop.folder(server);
    try {
      for (const path of await folder.clean()) notes.push(`${path} was left by an interrupted write and is deleted.`);
    } catch {
      notes.push(`${folder.path} holds leftovers of an interrupted write, which may not be deleted.`);
    }
    try {
      if (server !== null) await shop.loadHidden(server);
      places.push(...(await placesIn(shop, server)));
    } catch (error) {
      if (server === null) throw new Error(`The corpus folder ${shop.root} cannot be read.`, { cause: error });
      const code = (error as NodeJS.ErrnoException).code ?? String(error);
      shop.problems.set(folder.path, [{ path: folder.path, line: null, message: `cannot be read (${code}).` }]);
    }
  }
  for (const [i, place] of places.entries()) {
    await shop.load(place);
    progress?.(i + 1, places.length);
  }
  return notes;
}

/** The articles of one scope's folder; a file with an impossible name becomes a problem. */
async function placesIn(shop: Workshop, server: string | null): Promise<Place[]> {
  const folder = shop.folder(server);
  const places: Place[] = [];
  for (const name of await folder.names()) {
    const slug = name.slice(0, -3);
    if (isSlug(slug)) places.push({ server, slug });
    else shop.problems.set(join(folder.path, name), [badName(join(folder.path, name), slug)]);
  }
  return places;
}

export function badName(path: string, slug: string): Problem {
  const message = `has a name that cannot be an id (letters a-z, digits, - and _, at most 80); rename it to ${slugOf(slug)}.md.`;
  return { path, line: null, message };
}

async function servers(shop: Workshop): Promise<string[]> {
  return (await namesIn(shop.disk, shop.root)).filter(isServerId);
}

/** Reads the articles of the folder `corpus` into a library; a bad file is reported and does not stop the others. */
export async function loadCorpus(corpus: string): Promise<{ library: Library; problems: Problem[] }> {
  const shop = new Workshop(corpus, DISK, LIMITS);
  await loadAll(shop);
  return { library: shop.library, problems: [...shop.problems.values()].flat() };
}
