import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Refused } from "../corpus/extract/extracted.ts";
import type { Source } from "../corpus/extract/source.ts";

export function isLink(place: string): boolean {
  return /^https?:/i.test(place);
}

/** The link or file that was named on the command line. */
export async function sourceAt(place: string): Promise<Source | Refused> {
  if (isLink(place)) return { kind: "link", link: place };
  try {
    return { kind: "file", name: basename(place), bytes: await readFile(place) };
  } catch (error) {
    return { refused: `${place} cannot be read (${(error as NodeJS.ErrnoException).code}).` };
  }
}
