import type { Corrections } from "../../reading/reading.ts";
import { parseArticleBytes } from "../article-file.ts";
import { isSlug } from "../article-id.ts";
import type { Draft } from "../changes.ts";
import { formatCorrections, parseCorrections } from "../corrections-file.ts";
import { unsuitableFields } from "../draft.ts";
import { printOf } from "../duplicate.ts";
import type { Refused } from "../extract/extracted.ts";
import { type KeptFolder, revisionOf } from "../scope-folder.ts";
import { type ArticleEntries, HIDDEN, HISTORY, MANIFEST, parseManifest, REPORTS, sortEntries } from "./contents.ts";
import { type HistoryLine, parseHistoryLine, parseReports, type Refusal, type ReportLine } from "./log-lines.ts";
import { type Entry, openZip } from "./zip.ts";
import { shown, type ZipLimits } from "./zip-checks.ts";

/** An article's file as it was, and what stands in it. */
export type PackedVersion = { readonly draft: Draft; readonly bytes: Uint8Array; readonly revision: string };

/** One article of an archive, checked: everything of it can be stored. */
export type PackedArticle = {
  readonly slug: string;
  /** `null`: it was removed. */
  readonly live: (PackedVersion & { readonly print: string }) | null;
  readonly corrections: { readonly value: Corrections; readonly text: string } | null;
  readonly kept: readonly {
    readonly folder: KeptFolder;
    readonly revision: string;
    readonly title: string;
    readonly bytes: Uint8Array;
  }[];
};

/** What comes out of an archive, in this order; `refused` names what was left out of it. */
export type Part =
  | ({ readonly kind: "refused" } & Refused)
  | ((
      | { readonly kind: "opened"; readonly server: string | null; readonly articles: number }
      | { readonly kind: "articles"; readonly articles: readonly PackedArticle[] }
      | { readonly kind: "history"; readonly lines: readonly HistoryLine[] }
      | { readonly kind: "reports"; readonly lines: readonly ReportLine[] }
      | { readonly kind: "hidden"; readonly slugs: readonly string[] }
    ) & { readonly refused: readonly Refusal[] });

export type ArchiveLimits = ZipLimits & {
  readonly articleBytes: number;
  /** ISO time: nothing in the archive may lie after it. */
  readonly now: string;
};

const ARTICLES_TOGETHER = 20;
const BYTES_TOGETHER = 1_000_000;
const LINES_TOGETHER = 500;
/** Beside the text of an article: its front matter. */
const FRONT = 20_000;
const SMALL = 100_000;
const LOG = 32_000_000;

/**
 * Takes an archive apart, whatever it is: checks every name, size and byte. Parts are made when they are asked for.
 *
 * Takes time; call it on a thread of its own, through `openArchive`.
 */
export async function* readArchive(archive: Uint8Array, limits: ArchiveLimits): AsyncGenerator<Part, void> {
  const entries = await openZip(archive, limits);
  if ("refused" in entries) return void (yield { kind: "refused", ...entries });
  const { articles, others, unknown } = sortEntries(entries);
  const text = (name: string, most: number) => readText(others.get(name)!, most);
  const manifest = others.has(MANIFEST) ? await text(MANIFEST, SMALL) : null;
  if (manifest === null) {
    const refused = `The archive holds no ${MANIFEST}, so export did not make it; add its articles as files instead.`;
    return void (yield { kind: "refused", refused });
  }
  const parsed = manifest.refused === null ? parseManifest(manifest.text) : { refused: sentence(manifest.refused) };
  if ("refused" in parsed) return void (yield { kind: "refused", ...parsed });
  const foreign = unknown.map(({ name }) => ({ name, message: "is nothing that export makes; it is left out" }));
  const { server } = parsed;
  yield { kind: "opened", server, articles: articles.length, refused: foreign };
  yield* readArticles(articles, limits);

  if (others.has(HISTORY)) {
    const history = await text(HISTORY, LOG);
    yield* readHistory(history.text.split("\n"), server, limits.now, history.refused);
  }
  if (others.has(REPORTS)) {
    const reports = await text(REPORTS, LOG);
    const refused: Refusal[] = reports.refused === null ? [] : [reports.refused];
    const lines = parseReports(reports.text.split("\n"), server, limits.now, (line, why) =>
      refused.push({ name: `${REPORTS}, line ${line}`, message: why }),
    );
    const stand = standsIn(articles, limits);
    const kept: ReportLine[] = [];
    for (const line of lines) {
      if (line.slug === null || (await stand(line.slug, line.report.quotation))) kept.push(line);
      else refused.push({ name: REPORTS, message: `reports words that do not stand in ${line.slug}` });
    }
    for (const some of groups(kept, LINES_TOGETHER)) yield { kind: "reports", lines: some, refused: [] };
    yield { kind: "reports", lines: [], refused };
  }
  if (others.has(HIDDEN)) {
    const hidden = await text(HIDDEN, SMALL);
    const slugs = hidden.text.split("\n").filter((line) => line !== "");
    const bad = slugs.filter((slug) => !isSlug(slug));
    const refused = bad.map((line) => ({ name: HIDDEN, message: `names ${shown(line)}, which is no article` }));
    if (hidden.refused !== null) refused.push(hidden.refused);
    yield { kind: "hidden", slugs: slugs.filter(isSlug), refused };
  }
}

async function* readArticles(all: readonly ArticleEntries[], limits: ArchiveLimits): AsyncGenerator<Part, void> {
  let articles: PackedArticle[] = [];
  let refused: Refusal[] = [];
  let bytes = 0;
  for (const [i, entries] of all.entries()) {
    const article = await readArticle(entries, limits, refused);
    if (article !== null) {
      articles.push(article);
      for (const version of [article.live ?? [], article.kept].flat()) bytes += version.bytes.length;
    }
    const last = i === all.length - 1;
    if (!last && bytes < BYTES_TOGETHER && articles.length + refused.length < ARTICLES_TOGETHER) continue;
    yield { kind: "articles", articles, refused };
    [articles, refused, bytes] = [[], [], 0];
  }
}

/** `null` when the article as a whole cannot be taken; what was left out, and why, goes into `refused`. */
async function readArticle(
  { slug, live: liveEntry, corrections: correctionsEntry, kept: keptEntries }: ArticleEntries,
  limits: ArchiveLimits,
  refused: Refusal[],
): Promise<PackedArticle | null> {
  const refuse = ({ name }: Entry, message: string) => {
    refused.push({ name, message });
    return null;
  };
  let live: PackedArticle["live"] = null;
  if (liveEntry !== null) {
    const version = await readVersion(liveEntry, limits);
    if (typeof version === "string") return refuse(liveEntry, version);
    live = { ...version, print: printOf(version.draft.body) };
  }
  let corrections: PackedArticle["corrections"] = null;
  if (correctionsEntry !== null) {
    const text = await readText(correctionsEntry, SMALL);
    if (text.refused !== null) return refuse(correctionsEntry, text.refused.message);
    const { corrections: value, problems } = parseCorrections("", text.text);
    if (problems.length > 0) return refuse(correctionsEntry, problems[0]!.message);
    corrections = { value, text: formatCorrections(value) };
  }
  const kept: PackedArticle["kept"][number][] = [];
  for (const { folder, revision, entry } of keptEntries) {
    const version = await readVersion(entry, limits);
    if (typeof version === "string") refuse(entry, version);
    else if (version.revision !== revision) refuse(entry, "is not the version that its name says");
    else kept.push({ folder, revision, title: version.draft.title, bytes: version.bytes });
  }
  if (live !== null || kept.length > 0) return { slug, live, corrections, kept };
  if (correctionsEntry !== null && keptEntries.length === 0) {
    refuse(correctionsEntry, "corrects an article that is not in the archive");
  }
  return null;
}

async function readVersion(entry: Entry, limits: ArchiveLimits): Promise<PackedVersion | string> {
  if (entry.size > limits.articleBytes + FRONT) {
    return `is too long (${entry.size} bytes, at most ${limits.articleBytes}).`;
  }
  const bytes = await entry.unpack();
  if (typeof bytes === "string") return bytes;
  const article = parseArticleBytes("", "", bytes);
  if (Array.isArray(article)) return article.map(({ message }) => message).join(" ");
  const { id: _, ...draft } = article;
  const refusal = unsuitableFields(draft, limits.articleBytes);
  return refusal?.kind === "refused" ? refusal.message : { draft, bytes, revision: revisionOf(bytes) };
}

function* readHistory(
  all: readonly string[],
  server: string | null,
  now: string,
  damaged: Refusal | null,
): Generator<Part, void> {
  if (damaged !== null) yield { kind: "history", lines: [], refused: [damaged] };
  let number = 0;
  for (const some of groups(all, LINES_TOGETHER)) {
    const lines: HistoryLine[] = [];
    const refused: Refusal[] = [];
    for (const text of some) {
      number++;
      if (text === "") continue;
      const line = parseHistoryLine(text, server, now);
      if (typeof line === "string") refused.push({ name: `${HISTORY}, line ${number}`, message: line });
      else lines.push(line);
    }
    yield { kind: "history", lines, refused };
  }
}

/** Tells whether words stand in some version of an article in the archive: what a report may be about. */
function standsIn(articles: readonly ArticleEntries[], limits: ArchiveLimits) {
  const known = new Map(articles.map((one) => [one.slug, one]));
  let [last, bodies] = ["", [] as string[]];
  return async (slug: string, words: string): Promise<boolean> => {
    if (slug !== last) {
      const { live, kept } = known.get(slug) ?? { live: null, kept: [] };
      bodies = [];
      for (const entry of [...(live === null ? [] : [live]), ...kept.map((one) => one.entry)]) {
        const version = await readVersion(entry, limits);
        if (typeof version !== "string") bodies.push(version.draft.body);
      }
      last = slug;
    }
    return bodies.some((body) => body.includes(words));
  };
}

type Text = { readonly text: string; readonly refused: Refusal | null };

/** The text of an entry; "" when it is refused. */
async function readText(entry: Entry, most: number): Promise<Text> {
  const no = (message: string) => ({ text: "", refused: { name: entry.name, message } });
  if (entry.size > most) return no(`is too long (${entry.size} bytes, at most ${most})`);
  const bytes = await entry.unpack();
  if (typeof bytes === "string") return no(bytes);
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), refused: null };
  } catch {
    return no("is not UTF-8");
  }
}

function sentence({ name, message }: Refusal): string {
  return `${name} in the archive ${message}.`;
}

function* groups<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}
