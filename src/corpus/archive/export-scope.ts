import { join } from "node:path";
import { formatCorrections, parseCorrections } from "../corrections-file.ts";
import type { Refused } from "../extract/extracted.ts";
import { historyEntries } from "../history.ts";
import { reportLines } from "../report.ts";
import type { ScopeFolder } from "../scope-folder.ts";
import { HIDDEN, type Workshop } from "../workshop.ts";
import * as contents from "./contents.ts";
import { pack } from "./pack.ts";

/** An archive, and the files that could not go into it. */
export type Exported = { readonly bytes: Uint8Array; readonly leftOut: readonly string[] };

/**
 * Everything of a scope as a ZIP archive: articles, corrections, removed and replaced versions, history, reports, what
 * is hidden. Not what is derived from them. The same state gives the same bytes.
 */
export async function exportScope(shop: Workshop, server: string | null): Promise<Exported | Refused> {
  const leftOut: string[] = [];
  const bytes = await pack(filesOf(shop, server, leftOut));
  if (bytes !== null) return { bytes, leftOut };
  return {
    refused: `A ZIP archive cannot hold so much; who runs the bot can copy the folder of its files instead.`,
  };
}

async function* filesOf(
  shop: Workshop,
  server: string | null,
  leftOut: string[],
): AsyncGenerator<readonly [string, Uint8Array]> {
  const folder = shop.folder(server);
  yield [contents.MANIFEST, Buffer.from(contents.formatManifest(server))];
  const { articles, corrected, foreign } = await folder.files();
  leftOut.push(...foreign.map((name) => join(folder.path, name)));
  for (const slug of [...new Set([...articles, ...corrected])].sort()) {
    const version = await folder.read(slug);
    if (version !== null) yield [`${slug}.md`, version.bytes];
    yield* correctionsOf(folder, slug, leftOut);
  }
  // After the articles: what is replaced or removed meanwhile is in it twice, and not never.
  const kept = await folder.kept();
  for (const [prefix, place] of Object.entries(contents.KEPT).sort()) {
    for (const { slug, revision } of kept.filter((one) => one.folder === place).sort(byName)) {
      const bytes = await folder.readKept(place, slug, revision);
      if (bytes !== null) yield [`${prefix}${slug}@${revision}.md`, bytes];
    }
  }
  const history = await historyEntries(shop, server);
  if (history.length > 0) yield [contents.HISTORY, linesOf(history)];
  const reports = await reportLines(shop, server);
  if (reports.length > 0) yield [contents.REPORTS, linesOf(reports)];
  const hidden = (await folder.text(HIDDEN)).trim();
  if (hidden !== "") yield [contents.HIDDEN, Buffer.from(`${hidden}\n`)];
}

/** In the one form that corrections are written in, whatever form a person gave them. */
async function* correctionsOf(
  folder: ScopeFolder,
  slug: string,
  leftOut: string[],
): AsyncGenerator<readonly [string, Uint8Array]> {
  const name = `${slug}.corrections.yaml`;
  const text = await folder.text(name);
  const { corrections, problems } = parseCorrections(name, text);
  if (problems.length > 0) leftOut.push(join(folder.path, name));
  else if (text.trim() !== "") yield [name, Buffer.from(formatCorrections(corrections))];
}

function linesOf(values: readonly object[]): Uint8Array {
  return Buffer.from(values.map((value) => `${JSON.stringify(value)}\n`).join(""));
}

function byName(a: { slug: string; revision: string }, b: { slug: string; revision: string }): number {
  return `${a.slug}@${a.revision}` < `${b.slug}@${b.revision}` ? -1 : 1;
}
