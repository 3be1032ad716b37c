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
    return { refused: `${place} cannot be read: ${wordFileError(error, "file")}.` };
  }
}

/** Why a file or folder that was named could not be opened; `missing`: what does not exist when nothing is found there. */
export function wordFileError(error: unknown, missing: "file" | "folder"): string {
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return `there is no such ${missing}`;
    case "EISDIR":
      return "it is a folder";
    case "EACCES":
    case "EPERM":
      return "this user may not";
    default:
      return `${code}`;
  }
}
