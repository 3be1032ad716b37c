import { readDrafts, storeDrafts } from "./articles.ts";
import type { Act, Change, Draft } from "./changes.ts";
import type { Workshop } from "./workshop.ts";

/** How many articles are made durable with one sync of the folder. */
const TOGETHER = 50;
/** How many such parts are being read at a time, so that the threads never wait for the disk. */
const AHEAD = 3;

/** Adds many, a few at a time, so that answers go on meanwhile; one outcome each, in order. */
export async function addAll(
  shop: Workshop,
  server: string | null,
  drafts: readonly Draft[],
  act: Act,
  progress?: (done: number, all: number) => void,
): Promise<Change[]> {
  const changes: Change[] = [];
  let asked = 0;
  const readNext = () => {
    const part = drafts.slice(asked, asked + TOGETHER);
    asked += part.length;
    return readDrafts(shop, server, part);
  };
  const reading = Array.from({ length: AHEAD }, readNext);
  while (changes.length < drafts.length) {
    const read = await reading.shift()!;
    // The next are read while these are stored.
    reading.push(readNext());
    changes.push(...(await storeDrafts(shop, server, read, act)));
    progress?.(changes.length, drafts.length);
  }
  return changes;
}
