import type { ScopeFolder } from "../scope-folder.ts";

/** What the folder has under one name; letters' case does not count, as on some disks. */
export type Here = {
  readonly slug: string;
  isLive: boolean;
  isCorrected: boolean;
  readonly removed: Set<string>;
  readonly revisions: Set<string>;
};

export function nothingAt(slug: string): Here {
  return { slug, isLive: false, isCorrected: false, removed: new Set(), revisions: new Set() };
}

/** What a folder has, by name. */
export async function placesIn(folder: ScopeFolder): Promise<Map<string, Here>> {
  const here = new Map<string, Here>();
  const at = (slug: string) => {
    const found = here.get(slug.toLowerCase()) ?? nothingAt(slug);
    here.set(slug.toLowerCase(), found);
    return found;
  };
  const { articles, corrected } = await folder.files();
  for (const slug of articles) at(slug).isLive = true;
  for (const slug of corrected) at(slug).isCorrected = true;
  for (const { folder: where, slug, revision } of await folder.kept()) {
    at(slug)[where === ".removed" ? "removed" : "revisions"].add(revision);
  }
  return here;
}
