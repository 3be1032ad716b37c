import { opendir } from "node:fs/promises";
import { sep } from "node:path";
import type { Holding } from "../holding.ts";
import { type Corrections, NO_CORRECTIONS } from "../reading/reading.ts";
import type { Progress, Summary } from "./archive/add-archive.ts";
import type { Exported } from "./archive/export-scope.ts";
import type { Problem } from "./article-file.ts";
import { parseArticleId } from "./article-id.ts";
import { addArticle, editArticle, removeArticle } from "./articles.ts";
import { addAll } from "./bulk.ts";
import { type Act, type Change, type Draft, type HistoryEntry, LIMITS, type Limits } from "./changes.ts";
import { type Correction, correctArticle } from "./correct.ts";
import { DISK, type Disk } from "./durable.ts";
import type { Refused } from "./extract/extracted.ts";
import type { Source } from "./extract/source.ts";
import type { FetchOptions } from "./fetch/fetch-page.ts";
import { forgetServer } from "./forget.ts";
import { hideArticle } from "./hide.ts";
import { type OlderVersion, type RemovedArticle, readHistory, readRemoved, readVersions } from "./history.ts";
import { loadAll } from "./load.ts";
import type { Given, Preview } from "./preview.ts";
import { closeReport, type Report, readReports, reportSpeaker } from "./report.ts";
import { restoreArticle } from "./restore.ts";
import type { Scope } from "./scope.ts";
import { type Noticed, watchCorpus } from "./watch.ts";
import { Workshop } from "./workshop.ts";

export type CorpusOptions = {
  readonly limits?: Limits;
  /** How links are fetched. */
  readonly fetching?: FetchOptions;
  /** The process goes on and answers many: what takes long is done now, and nobody has to wait for it later. */
  readonly lasting?: boolean;
  /** For tests. */
  readonly disk?: Disk;
  /** How many articles were read, while the corpus is opened. */
  readonly progress?: (done: number, all: number) => void;
};

/**
 * The articles of all servers, on the disk and in memory: the one thing the surfaces ask.
 *
 * `server` is a Discord server's id, `null` the shared scope (terminal). Whoever calls has checked that the member may
 * make the change. An article of another server is answered like one that does not exist.
 */
export class Corpus {
  readonly #shop: Workshop;
  readonly #watching: (() => Promise<void>)[] = [];
  readonly #fetching: FetchOptions;
  /** By owner: ends when the bulks that were begun are done. */
  readonly #bulks = new Map<string | null, Promise<unknown>>();
  /** What opening found to clean up, one sentence each. */
  readonly notes: readonly string[];

  private constructor(shop: Workshop, notes: readonly string[], fetching: FetchOptions) {
    this.#shop = shop;
    this.#fetching = fetching;
    this.notes = notes;
  }

  /** Throws an error whose message says what to do when `folder` is missing, unreadable or no folder. */
  static async open(folder: string, options: CorpusOptions = {}): Promise<Corpus> {
    await checkFolder(folder);
    const shop = Workshop.open(folder, options.disk ?? DISK, options.limits ?? LIMITS);
    const notes = await loadAll(shop, options.progress);
    if (options.lasting) await shop.prepare();
    return new Corpus(shop, notes, options.fetching ?? {});
  }

  get folder(): string {
    return this.#shop.root;
  }

  /** How many articles there are, of all servers. */
  get size(): number {
    return this.#shop.library.size;
  }

  /** What `server` can see, as of now. */
  scope(server: string | null): Scope {
    return this.#shop.library.scope(server);
  }

  /** What is wrong with files now: path, line, what to write. */
  problems(): Problem[] {
    return [...this.#shop.problems.values()].flat();
  }

  /** The same of the files of one server alone. */
  problemsOf(server: string): Problem[] {
    const { path } = this.#shop.folder(server);
    return [...this.#shop.problems].flatMap(([file, problems]) =>
      file === path || file.startsWith(path + sep) ? problems : [],
    );
  }

  /** What the bot understands of a text, a file, a link or an extracted page; stores nothing. */
  async preview(server: string | null, source: Source, given: Given = {}): Promise<Preview | Refused> {
    const { previewArticle } = await import("./preview-article.ts");
    return previewArticle(this.#shop, server, source, given, { ...this.#fetching, server });
  }

  add(server: string | null, draft: Draft, act: Act): Promise<Change> {
    return addArticle(this.#shop, server, draft, act);
  }

  /** Adds many, a few at a time, so that answers go on meanwhile; one outcome each, in order. */
  addAll(server: string | null, drafts: readonly Draft[], act: Act, progress?: Progress): Promise<Change[]> {
    return this.#bulk(server, addAll(this.#shop, server, drafts, act, progress));
  }

  /** `expected`: the revision that the moderator saw. */
  edit(server: string | null, id: string, draft: Draft, expected: string, act: Act): Promise<Change> {
    return editArticle(this.#shop, server, id, draft, expected, act);
  }

  /** `expected`: the revision that the moderator saw; `null` removes whatever is there. */
  remove(server: string | null, id: string, expected: string | null, act: Act): Promise<Change> {
    return removeArticle(this.#shop, server, id, expected, act);
  }

  /** `revision`: the older version to go back to; `null` undoes a removal. */
  restore(server: string | null, id: string, revision: string | null, act: Act): Promise<Change> {
    return restoreArticle(this.#shop, server, id, revision, act);
  }

  /** Corrects a speaker or a date of the server's own article. */
  correct(server: string | null, id: string, correction: Correction, act: Act): Promise<Change> {
    return correctArticle(this.#shop, server, id, correction, act);
  }

  /** What moderators corrected in an article that `server` can see. */
  async corrections(server: string | null, id: string): Promise<Corrections> {
    const place = this.scope(server).get(id) === undefined ? null : parseArticleId(id);
    return place === null ? NO_CORRECTIONS : this.#shop.corrections(place);
  }

  /** Hides a shared article from `server`, or shows it again. */
  hide(server: string, id: string, hidden: boolean, act: Act): Promise<Change> {
    return hideArticle(this.#shop, server, id, hidden, act);
  }

  /** The shared articles that `server` hid. */
  hidden(server: string | null): Holding[] {
    const shared = this.scope(null);
    return [...this.#shop.library.hidden(server)].flatMap((id) => shared.get(id) ?? []);
  }

  /** Any member may say that a speaker is wrong; it reaches the moderators' list. */
  report(server: string | null, report: Pick<Report, "article" | "quotation" | "speaker">, act: Act): Promise<Change> {
    return reportSpeaker(this.#shop, server, report, act);
  }

  reports(server: string | null): Promise<Report[]> {
    return readReports(this.#shop, server);
  }

  closeReport(server: string | null, report: string, act: Act): Promise<Change> {
    return closeReport(this.#shop, server, report, act);
  }

  /** Newest first; `id` narrows it to one article. */
  history(server: string | null, id: string | null = null): Promise<HistoryEntry[]> {
    return readHistory(this.#shop, server, id);
  }

  removed(server: string | null): Promise<RemovedArticle[]> {
    return readRemoved(this.#shop, server);
  }

  /** The versions that `restore` can go back to. */
  versions(server: string | null, id: string): Promise<OlderVersion[]> {
    return readVersions(this.#shop, server, id);
  }

  /** Everything of a scope as a ZIP archive. */
  async export(server: string | null): Promise<Exported | Refused> {
    const { exportScope } = await import("./archive/export-scope.ts");
    return exportScope(this.#shop, server);
  }

  /** What `addArchive` would do; stores nothing. */
  async previewArchive(server: string | null, archive: Uint8Array, act: Act): Promise<Summary | Refused> {
    const { addArchive } = await import("./archive/add-archive.ts");
    return addArchive(this.#shop, server, archive, act, { isDry: true });
  }

  /** Adds everything of an archive that `export` made; what is there already stays as it is. */
  addArchive(server: string | null, archive: Uint8Array, act: Act, progress?: Progress): Promise<Summary | Refused> {
    const added = import("./archive/add-archive.ts").then(({ addArchive }) =>
      addArchive(this.#shop, server, archive, act, progress === undefined ? {} : { progress }),
    );
    return this.#bulk(server, added);
  }

  /** Notices files that people and other processes change, until the corpus is closed. */
  async watch(notice: (noticed: Noticed) => void): Promise<void> {
    this.#watching.push(await watchCorpus(this.#shop, notice));
  }

  /** Deletes everything of a server for good: for the one who runs the bot, when it left the server. */
  async forget(server: string): Promise<Change | null> {
    // What is still being added would come after, and stay.
    await this.#bulks.get(server);
    return forgetServer(this.#shop, server);
  }

  #bulk<T>(server: string | null, bulk: Promise<T>): Promise<T> {
    this.#bulks.set(server, Promise.allSettled([this.#bulks.get(server), bulk]));
    return bulk;
  }

  /** Ends when everything that was begun is on the disk. */
  async close(): Promise<void> {
    await Promise.all(this.#watching.splice(0).map((stop) => stop()));
    await this.#shop.close();
  }
}

async function checkFolder(folder: string): Promise<void> {
  try {
    await (await opendir(folder)).close();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const what =
      code === "ENOENT"
        ? `The corpus folder ${folder} does not exist; make it, or name another one in CORPUS_DIR.`
        : code === "ENOTDIR"
          ? `${folder} is not a folder; name the corpus folder in CORPUS_DIR.`
          : `The corpus folder ${folder} cannot be opened; give this user the permission.`;
    throw new Error(what, { cause });
  }
}
