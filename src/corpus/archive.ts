import { Unzip, UnzipInflate, zip } from "fflate";
import type { Article } from "../article.ts";
import { parseArticleBytes } from "./article-file.ts";
import { isSlug, slugOf } from "./article-id.ts";
import { addArticles } from "./articles.ts";
import type { Act, Change } from "./changes.ts";
import { formatCorrections, parseCorrections } from "./corrections-file.ts";
import { HISTORY, type Workshop } from "./workshop.ts";

/** What became of the files of an archive or a folder. */
export type Summary = {
  readonly added: readonly string[];
  /** Names of files whose text or address was there already. */
  readonly duplicates: readonly string[];
  readonly refused: readonly { readonly name: string; readonly message: string }[];
};

export type Progress = (done: number, all: number) => void;

const TOGETHER = 50;
/** Deflate makes at most a thousand times as much of it. */
const SLICE = 8_192;

/** All files of a scope as a ZIP archive: articles, corrections, history, what was removed and replaced. */
export async function exportScope(shop: Workshop, server: string | null): Promise<Uint8Array> {
  const folder = shop.folder(server);
  const files: Record<string, Uint8Array> = {};
  for (const { article } of shop.library.ownedBy(server)) {
    const slug = article.id.split("/").at(-1)!;
    const version = await folder.read(slug);
    if (version === null) continue;
    files[`${slug}.md`] = version.bytes;
    const corrections = await folder.text(`${slug}.corrections.yaml`);
    if (corrections !== "") files[`${slug}.corrections.yaml`] = Buffer.from(corrections);
  }
  for (const { slug, revision } of await folder.removed()) {
    const bytes = await folder.readRemoved(slug, revision);
    if (bytes !== null) files[`removed/${slug}@${revision}.md`] = bytes;
  }
  for (const { slug, revision } of await folder.revisions()) {
    const bytes = await folder.readRevision(slug, revision);
    if (bytes !== null) files[`revisions/${slug}@${revision}.md`] = bytes;
  }
  const history = await folder.text(HISTORY);
  if (history !== "") files["history.jsonl"] = Buffer.from(history);
  // On a thread of its own: answers go on meanwhile.
  return new Promise((resolve, reject) => {
    zip(files, { level: 6, consume: false }, (error, bytes) => (error === null ? resolve(bytes) : reject(error)));
  });
}

/**
 * Adds the articles of an archive that `exportScope` made (or of any ZIP of article files), with their corrections.
 *
 * What is there already stays as it is. Removed and replaced versions in the archive are for reading, not for undo.
 */
export async function importArchive(
  shop: Workshop,
  server: string | null,
  archive: Uint8Array,
  act: Act,
  progress?: Progress,
): Promise<Summary | { readonly refused: string }> {
  const files = await unpack(archive, shop.limits.bytes);
  if ("refused" in files) return files;
  const names = [...files.keys()].filter((name) => name.endsWith(".md"));
  if (names.length === 0) return { refused: "The archive holds no article files (.md); add one that export made." };
  const summary = {
    added: [] as string[],
    duplicates: [] as string[],
    refused: [] as { name: string; message: string }[],
  };
  for (let at = 0; at < names.length; at += TOGETHER) {
    const parsed = names
      .slice(at, at + TOGETHER)
      .map((name) => ({ name, article: parseArticleBytes(name, "", files.get(name)!) }));
    const good = parsed.filter((file): file is { name: string; article: Article } => !Array.isArray(file.article));
    for (const { name, article } of parsed) {
      if (Array.isArray(article))
        summary.refused.push({ name, message: article.map(({ message }) => message).join(" ") });
    }
    const slugs = good.map(({ name, article }) =>
      isSlug(name.slice(0, -3)) ? name.slice(0, -3) : slugOf(article.title),
    );
    const drafts = good.map(({ article: { id: _, ...draft } }) => draft);
    for (const [i, change] of (await addArticles(shop, server, drafts, act, slugs)).entries()) {
      const { name } = good[i]!;
      if (change.kind === "done") {
        summary.added.push(change.article.id);
        await restoreCorrections(shop, server, change, files.get(name.replace(/\.md$/, ".corrections.yaml")));
      } else if (change.reason === "duplicate") summary.duplicates.push(name);
      else summary.refused.push({ name, message: change.message });
    }
    progress?.(Math.min(at + TOGETHER, names.length), names.length);
  }
  return summary;
}

async function restoreCorrections(
  shop: Workshop,
  server: string | null,
  { article, revision }: Extract<Change, { kind: "done" }>,
  bytes: Uint8Array | undefined,
): Promise<void> {
  if (bytes === undefined) return;
  const { corrections, problems } = parseCorrections("", new TextDecoder().decode(bytes));
  if (problems.length > 0) return;
  await shop.changing(server, async (folder) => {
    await folder.write(`${article.id.split("/").at(-1)}.corrections.yaml`, formatCorrections(corrections));
    shop.put(await shop.hold(article, revision, corrections));
    return null;
  });
}

/** The articles and corrections in a ZIP archive, up to `bytes` altogether, whatever it claims of itself. */
async function unpack(archive: Uint8Array, bytes: number): Promise<Map<string, Uint8Array> | { refused: string }> {
  const files = new Map<string, Uint8Array[]>();
  let total = 0;
  let damaged = false;
  const unzip = new Unzip((file) => {
    if (!/^[^/\\]+\.(?:md|corrections\.yaml)$/.test(file.name)) return;
    const parts: Uint8Array[] = [];
    files.set(file.name, parts);
    file.ondata = (error, part) => {
      damaged ||= error !== null;
      if (error !== null) return;
      total += part.length;
      parts.push(part);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    // In slices, so that answers go on meanwhile and a bomb is noticed early.
    for (let at = 0; at < archive.length && total <= bytes && !damaged; at += SLICE) {
      unzip.push(archive.subarray(at, at + SLICE), at + SLICE >= archive.length);
      await new Promise(setImmediate);
    }
  } catch {
    damaged = true;
  }
  if (total > bytes) return { refused: "The archive is too large for this server's limit; add it in parts." };
  if (damaged) return { refused: "The archive is damaged; add one that export made." };
  return new Map([...files].map(([name, parts]) => [name, Buffer.concat(parts)]));
}
