import { join } from "node:path";
import type { Article } from "../article.ts";
import type { Holding } from "../holding.ts";
import { type Corrections, NO_CORRECTIONS } from "../reading/reading.ts";
import { loadModel } from "../reading/wink.ts";
import { type Problem, parseArticleBytes } from "./article-file.ts";
import { articleId, isServerId, isSlug, type Place, parseArticleId } from "./article-id.ts";
import { ArticleReader } from "./article-reader.ts";
import { type Change, type Limits, type Refusal, refused } from "./changes.ts";
import { parseCorrections } from "./corrections-file.ts";
import { Duplicates, type Printed } from "./duplicate.ts";
import type { Disk } from "./durable.ts";
import { holdingOf } from "./held.ts";
import { LastStart } from "./last-start.ts";
import { Library } from "./library.ts";
import type { KnownArticle } from "./pack-articles.ts";
import { readingKey } from "./readings.ts";
import { ScopeFolder, type Version } from "./scope-folder.ts";
import { storageFailure, unreadable } from "./storage-failure.ts";

export const HIDDEN = ".hidden";

/** Bytes of an article's file that somebody put into the folder. */
const LARGEST = 4 * 2 ** 20;

/**
 * What every change of the corpus works on: the files, the articles in memory, and the one way from the first to the
 * second. The changes themselves stand in files of their own.
 */
export class Workshop {
  readonly root: string;
  readonly disk: Disk;
  readonly limits: Limits;
  readonly reader: ArticleReader;
  readonly library = new Library();
  readonly duplicates = new Duplicates();
  /** What is wrong with files now, by path. */
  readonly problems = new Map<string, Problem[]>();
  readonly #held = new Map<string, Printed>();
  readonly #folders = new Map<string | null, ScopeFolder>();
  /** The last change of each scope: one at a time within this process, the lock file between processes. */
  readonly #last = new Map<string | null, Promise<unknown>>();
  readonly #lastStart: LastStart;

  private constructor(root: string, disk: Disk, limits: Limits, reader: ArticleReader) {
    this.root = root;
    this.disk = disk;
    this.limits = limits;
    this.reader = reader;
    this.#lastStart = new LastStart(root);
  }

  static open(root: string, disk: Disk, limits: Limits): Workshop {
    return new Workshop(root, disk, limits, ArticleReader.open(root));
  }

  /** Before a scope's articles are read. */
  recall(server: string | null): void {
    this.#lastStart.recall(server, this.library);
  }

  /** Every article is in memory. */
  async loaded(): Promise<void> {
    await this.reader.loaded();
    await this.#lastStart.loaded(this.library);
  }

  /** Does now what takes long and would be done when it is first needed. */
  async prepare(): Promise<void> {
    const { library } = this;
    const reading = this.reader.prepare();
    // Follow-up questions are understood with it on this thread.
    loadModel();
    this.duplicates.settle();
    await library.prepare();
    await reading;
  }

  folder(server: string | null): ScopeFolder {
    if (server !== null && !isServerId(server)) throw new RangeError(`not a server id: ${JSON.stringify(server)}`);
    let folder = this.#folders.get(server);
    if (folder === undefined) {
      folder = new ScopeFolder(this.disk, server === null ? this.root : join(this.root, server));
      this.#folders.set(server, folder);
    }
    return folder;
  }

  /** The article as `server` may change it: its own, read from the disk. A refusal says why not. */
  async own(server: string | null, id: string): Promise<{ place: Place; holding: Holding; version: Version } | Change> {
    const holding = this.library.scope(server).get(id);
    const place = parseArticleId(id);
    if (place === null || holding === undefined) return noSuchArticle(id);
    if (place.server !== server) {
      const message =
        "This article is shared by all servers; it can be hidden here, but only who runs the bot can change it.";
      return refused("shared", message, holding);
    }
    const version = await this.folder(server).read(place.slug);
    // Its file went or changed outside and the watcher has not told yet.
    if (version?.revision !== holding.revision) await this.load(place);
    const current = this.library.scope(server).get(id);
    return version === null || current === undefined ? noSuchArticle(id) : { place, holding: current, version };
  }

  /** Runs one change of a scope alone, and turns what the disk may answer into a refusal. */
  changing<T>(server: string | null, work: (folder: ScopeFolder) => Promise<T>): Promise<T | Change> {
    const folder = this.folder(server);
    return this.#inTurn(server, async () => {
      try {
        return await folder.locked(() => work(folder));
      } catch (cause) {
        return this.failed(cause);
      }
    });
  }

  /** What the disk or a thread answered, as a refusal; throws what is neither's. */
  failed(cause: unknown): Refusal {
    return { ...refused("storage", storageFailure(cause, this.root)), cause };
  }

  #inTurn<T>(server: string | null, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(server) ?? Promise.resolve();
    const turn = before.then(work, work);
    this.#last.set(server, turn);
    return turn;
  }

  /** Follows a change that was made outside this process. */
  follow(place: Place): Promise<"added" | "changed" | "removed" | "same" | "broken"> {
    return this.#inTurn(place.server, async () => {
      const id = articleId(place);
      const before = this.#held.get(id);
      const holding = await this.readHolding(place, true);
      if (holding === "broken") return "broken";
      if (holding === null) {
        this.remove(id);
        return before === undefined ? "same" : "removed";
      }
      this.put(holding);
      return before === undefined ? "added" : before === holding ? "same" : "changed";
    });
  }

  /** The same for the list of a server's hidden articles. */
  followHidden(server: string): Promise<void> {
    return this.#inTurn(server, () => this.loadHidden(server));
  }

  /** Drops what was derived from the articles of `server`, and all readings. */
  async forgetDerived(server: string): Promise<void> {
    await this.reader.forget();
    await this.#lastStart.forget(server);
  }

  /** Ends when the changes that are under way are made. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#last.values());
    await this.reader.close();
    await this.#lastStart.keepWords(this.library);
  }

  /** Brings memory in line with the files of one article. A broken file is a problem, and the last good version stays. */
  async load(place: Place, corrected = true): Promise<void> {
    const holding = await this.readHolding(place, corrected);
    if (holding === null) this.remove(articleId(place));
    else if (holding !== "broken") this.put(holding);
  }

  /**
   * The article as its files have it now; `null` when it is not there. `corrected`: it may have corrections. `starting`:
   * it is one of many, and nobody waits for anything else.
   */
  async readHolding(place: Place, corrected: boolean, starting = false): Promise<Printed | "broken" | null> {
    const folder = this.folder(place.server);
    const id = articleId(place);
    const path = folder.pathOf(place.slug);
    this.problems.delete(path);
    try {
      const known = corrected ? undefined : this.#lastStart.article(place.server, id);
      if (known !== undefined && folder.holdsNow(place.slug, known.file)) {
        return await this.#holdKnown(place, known, starting);
      }
      const version = starting ? folder.readNow(place.slug) : await folder.read(place.slug);
      if (version === null) return null;
      if (version.bytes.length > LARGEST) throw Object.assign(new Error("too large"), { code: "EFBIG" });
      const article = parseArticleBytes(path, id, version.bytes);
      if (!Array.isArray(article)) {
        const corrections = corrected ? await this.corrections(place) : NO_CORRECTIONS;
        const holding = await this.hold(article, version.revision, corrections, starting);
        const { revision, key } = holding;
        if (!corrected) this.#lastStart.know(place.server, { article, revision, key, file: version.bytes });
        return holding;
      }
      this.problems.set(path, article);
    } catch (error) {
      this.problems.set(path, [{ path, line: null, message: unreadable(error, LARGEST) }]);
    }
    return "broken";
  }

  /** The article as an earlier process took it out of the very same file. */
  async #holdKnown(place: Place, known: KnownArticle, many: boolean): Promise<Printed> {
    const { article, revision, key } = known;
    this.#lastStart.know(place.server, known);
    return holdingOf(article, revision, await this.reader.derive(article, NO_CORRECTIONS, { many, key }));
  }

  /** The article with its reading. */
  async hold(article: Article, revision: string, corrections: Corrections, many = false): Promise<Printed> {
    const held = this.#held.get(article.id);
    if (held?.revision === revision && held.key === readingKey(article, corrections)) return held;
    return holdingOf(article, revision, await this.reader.derive(article, corrections, { many }));
  }

  /** From here on the articles are found. */
  put(...holdings: readonly Printed[]): void {
    const changed = holdings.filter((holding) => this.#held.get(holding.article.id) !== holding);
    for (const holding of changed) {
      this.duplicates.put(holding);
      this.#held.set(holding.article.id, holding);
    }
    this.library.put(...changed);
  }

  remove(id: string): void {
    this.duplicates.remove(id);
    this.#held.delete(id);
    this.library.remove(id);
  }

  async corrections(place: Place): Promise<Corrections> {
    const folder = this.folder(place.server);
    const name = `${place.slug}.corrections.yaml`;
    const path = join(folder.path, name);
    const { corrections, problems } = parseCorrections(path, await folder.text(name));
    if (problems.length > 0) this.problems.set(path, problems);
    else this.problems.delete(path);
    return corrections;
  }

  /** The hidden shared articles of a server, as its file names them. */
  async loadHidden(server: string): Promise<void> {
    const lines = (await this.folder(server).text(HIDDEN)).split("\n");
    this.library.hide(server, new Set(lines.filter((line) => isSlug(line))));
  }
}

export function noSuchArticle(id: string): Change {
  return refused("no-such-article", `There is no article ${JSON.stringify(id.slice(0, 100))} here.`);
}
