import { join } from "node:path";
import type { Problem } from "./article-file.ts";
import { isServerId, isSlug, type Place, slugOf } from "./article-id.ts";
import { namesIn } from "./durable.ts";
import type { Workshop } from "./workshop.ts";

/** How many files are read at the same time. */
const TOGETHER = 32;

/** Reads every article of the corpus into memory, after cleaning up; gives what was cleaned, one sentence each. */
export async function loadAll(shop: Workshop, progress?: (done: number, all: number) => void): Promise<string[]> {
  const notes: string[] = [];
  const places: (Place & { corrected: boolean })[] = [];
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
      shop.recall(server);
    } catch (error) {
      if (server === null) throw new Error(`The corpus folder ${shop.root} cannot be read.`, { cause: error });
      const code = (error as NodeJS.ErrnoException).code ?? String(error);
      shop.problems.set(folder.path, [{ path: folder.path, line: null, message: `cannot be read (${code}).` }]);
    }
  }
  const many = places.length > TOGETHER;
  const readFrom = (from: number) =>
    Promise.all(places.slice(from, from + TOGETHER).map((place) => shop.readHolding(place, place.corrected, many)));
  for (let [done, reading] = [0, readFrom(0)]; done < places.length; ) {
    const read = await reading;
    done += read.length;
    // The next are read while these are indexed.
    reading = readFrom(done);
    shop.put(...read.filter((holding) => holding !== null && holding !== "broken"));
    progress?.(done, places.length);
  }
  await shop.loaded();
  return notes;
}

/** The articles of one scope's folder; a file with an impossible name becomes a problem. */
async function placesIn(shop: Workshop, server: string | null): Promise<(Place & { corrected: boolean })[]> {
  const folder = shop.folder(server);
  const places: (Place & { corrected: boolean })[] = [];
  const names = new Set(await namesIn(shop.disk, folder.path));
  for (const name of names) {
    if (!name.endsWith(".md") || name.startsWith(".")) continue;
    const slug = name.slice(0, -3);
    if (isSlug(slug)) places.push({ server, slug, corrected: names.has(`${slug}.corrections.yaml`) });
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
