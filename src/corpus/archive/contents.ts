import { isServerId, isSlug } from "../article-id.ts";
import type { Refused } from "../extract/extracted.ts";
import type { KeptFolder } from "../scope-folder.ts";
import type { Entry } from "./zip.ts";

/** Says that the archive is one of ours, in which format, and whose articles it holds. */
export const MANIFEST = "verbatim.json";
export const HISTORY = "history.jsonl";
export const REPORTS = "reports.jsonl";
export const HIDDEN = "hidden.txt";

const FORMAT = "verbatim-archive";
/** Goes up when an older reader would misunderstand a newer archive. */
const VERSION = 1;

/** Where an archive keeps older and removed versions, and where a server's folder does. */
export const KEPT = { "revisions/": ".revisions", "removed/": ".removed" } as const;

/** The files of one article in an archive. */
export type ArticleEntries = {
  readonly slug: string;
  live: Entry | null;
  corrections: Entry | null;
  readonly kept: {
    readonly folder: KeptFolder;
    readonly revision: string;
    readonly entry: Entry;
  }[];
};

export type Contents = {
  /** By name. */
  readonly articles: readonly ArticleEntries[];
  readonly others: ReadonlyMap<string, Entry>;
  /** What an archive of ours does not hold. */
  readonly unknown: readonly Entry[];
};

export function formatManifest(server: string | null): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, server }, null, 2)}\n`;
}

/** Whose articles they are; a refusal when this is no archive of ours, or one of a later Verbatim. */
export function parseManifest(text: string): { readonly server: string | null } | Refused {
  const none = { refused: `${MANIFEST} in the archive is not as export writes it; export the articles anew.` };
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch {
    return none;
  }
  if (typeof manifest !== "object" || manifest === null) return none;
  const { format, version, server } = manifest as Record<string, unknown>;
  if (format !== FORMAT || !Number.isSafeInteger(version)) return none;
  if (version !== VERSION) {
    return {
      refused: `The archive has format ${version}, and this Verbatim reads format ${VERSION}; update it first.`,
    };
  }
  if (server !== null && (typeof server !== "string" || !isServerId(server))) return none;
  return { server };
}

/** Sorts the files of an archive by what they are. */
export function sortEntries(entries: readonly Entry[]): Contents {
  const articles = new Map<string, ArticleEntries>();
  const others = new Map<string, Entry>();
  const unknown: Entry[] = [];
  const of = (slug: string) => {
    const found = articles.get(slug) ?? { slug, live: null, corrections: null, kept: [] };
    articles.set(slug, found);
    return found;
  };
  for (const entry of entries) {
    const { name } = entry;
    const [, folder, slug = "", revision, kind] =
      /^(removed\/|revisions\/)?([^/@.]+)(?:@([0-9a-f]{12}))?\.(md|corrections\.yaml)$/.exec(name) ?? [];
    if ([MANIFEST, HISTORY, REPORTS, HIDDEN].includes(name)) others.set(name, entry);
    else if (!isSlug(slug)) unknown.push(entry);
    else if (folder !== undefined && revision !== undefined && kind === "md") {
      of(slug).kept.push({ folder: KEPT[folder as keyof typeof KEPT], revision, entry });
    } else if (folder !== undefined || revision !== undefined) unknown.push(entry);
    else if (kind === "md") of(slug).live = entry;
    else of(slug).corrections = entry;
  }
  return { articles: [...articles.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1)), others, unknown };
}
