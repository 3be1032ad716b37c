import { hash } from "node:crypto";
import { dirname, join } from "node:path";
import { isSlug } from "./article-id.ts";
import {
  appendDurably,
  type Disk,
  holdsNow,
  makeFolder,
  moveDurably,
  namesIn,
  readIfThere,
  readNow,
  stage,
  syncFolder,
  UNFINISHED,
  writeDurably,
} from "./durable.ts";
import { lock } from "./lock.ts";

/** One state of an article's file. */
export type Version = { readonly bytes: Uint8Array; readonly revision: string };

/** An older or removed state of an article that is kept for undo. */
export type Kept = { readonly slug: string; readonly revision: string };

export type KeptFolder = ".removed" | ".revisions";

/** The first 12 hex digits of the SHA-256 of a file. */
export function revisionOf(bytes: Uint8Array | string): string {
  return hash("sha256", bytes).slice(0, 12);
}

function versionOf(bytes: Uint8Array | null): Version | null {
  return bytes && { bytes, revision: revisionOf(bytes) };
}

/**
 * The files of one scope: every path, and the order of calls that makes each change all or nothing.
 *
 * Each method that writes has made its change durable when it returns. Call them within `locked`.
 */
export class ScopeFolder {
  readonly #disk: Disk;
  readonly path: string;

  constructor(disk: Disk, path: string) {
    this.#disk = disk;
    this.path = path;
  }

  pathOf(slug: string): string {
    return join(this.path, `${slug}.md`);
  }

  /** Runs `work` while no other process writes to this folder. */
  async locked<T>(work: () => Promise<T>): Promise<T> {
    await makeFolder(this.#disk, this.path);
    const release = await lock(join(this.path, ".lock"));
    try {
      return await work();
    } finally {
      release();
    }
  }

  async read(slug: string): Promise<Version | null> {
    return versionOf(await readIfThere(this.#disk, this.pathOf(slug)));
  }

  /** The same, while everything else waits. */
  readNow(slug: string): Version | null {
    return versionOf(readNow(this.#disk, this.pathOf(slug)));
  }

  /** True when the article's file holds exactly `bytes`. */
  holdsNow(slug: string, bytes: Uint8Array): boolean {
    return holdsNow(this.#disk, this.pathOf(slug), bytes);
  }

  /** `wanted`, or the first of `wanted-2`, `wanted-3`, ... that no article has or had: an id never changes its meaning. */
  async freeSlugs(wanted: readonly string[]): Promise<string[]> {
    const names = await namesIn(this.#disk, this.path);
    const kept = [...(await this.#kept(".removed")), ...(await this.#kept(".revisions"))];
    const taken = new Set([...names.map((name) => name.split(".")[0]!), ...kept.map(({ slug }) => slug)]);
    return wanted.map((slug) => {
      let free = slug;
      for (let n = 2; taken.has(free); n++) free = `${slug}-${n}`;
      taken.add(free);
      return free;
    });
  }

  create(articles: readonly { slug: string; bytes: Uint8Array | string }[]): Promise<void> {
    return this.place(articles.map(({ slug, bytes }) => ({ name: `${slug}.md`, bytes })));
  }

  /** Puts new files in place, `name` within this folder; when one fails, none is there. */
  async place(files: readonly { name: string; bytes: Uint8Array | string }[]): Promise<void> {
    const paths = files.map(({ name }) => join(this.path, name));
    const folders = [...new Set(paths.map((path) => dirname(path)))];
    for (const folder of folders) if (folder !== this.path) await makeFolder(this.#disk, folder);
    const made: string[] = [];
    try {
      const staged = await Promise.allSettled(files.map(({ bytes }, i) => stage(this.#disk, paths[i]!, bytes)));
      made.push(...staged.flatMap((result) => (result.status === "fulfilled" ? [result.value] : [])));
      for (const result of staged) if (result.status === "rejected") throw result.reason;
      for (const [i, path] of paths.entries()) {
        await this.#disk.rename(made[i]!, path);
        made[i] = path;
      }
      for (const folder of folders) await syncFolder(this.#disk, folder);
    } catch (error) {
      await Promise.all(made.map((path) => this.#disk.unlink(path).catch(() => {})));
      throw error;
    }
  }

  /** Puts `bytes` in the place of `current`, which is kept. */
  async replace(slug: string, current: Version, bytes: Uint8Array | string): Promise<void> {
    await makeFolder(this.#disk, join(this.path, ".revisions"));
    await writeDurably(this.#disk, this.#keptPath(".revisions", slug, current.revision), current.bytes);
    await writeDurably(this.#disk, this.pathOf(slug), bytes);
  }

  async remove(slug: string, revision: string): Promise<void> {
    await makeFolder(this.#disk, join(this.path, ".removed"));
    await moveDurably(this.#disk, this.pathOf(slug), this.#keptPath(".removed", slug, revision));
  }

  async putBack(slug: string, revision: string): Promise<void> {
    await moveDurably(this.#disk, this.#keptPath(".removed", slug, revision), this.pathOf(slug));
  }

  /** The removed articles, those that are there (again) left out. */
  async removed(): Promise<Kept[]> {
    const names = new Set(await namesIn(this.#disk, this.path));
    return (await this.#kept(".removed")).filter(({ slug }) => !names.has(`${slug}.md`));
  }

  /** Every version that is kept, also of articles that are there. */
  async kept(): Promise<(Kept & { readonly folder: KeptFolder })[]> {
    const [removed, revisions] = [await this.#kept(".removed"), await this.#kept(".revisions")];
    return [
      ...removed.map((kept) => ({ ...kept, folder: ".removed" as const })),
      ...revisions.map((kept) => ({ ...kept, folder: ".revisions" as const })),
    ];
  }

  readRemoved(slug: string, revision: string): Promise<Uint8Array | null> {
    return this.readKept(".removed", slug, revision);
  }

  readKept(folder: KeptFolder, slug: string, revision: string): Promise<Uint8Array | null> {
    return readIfThere(this.#disk, this.#keptPath(folder, slug, revision));
  }

  /** The articles and corrections that are there, by the names of their files. */
  async files(): Promise<{ readonly articles: string[]; readonly corrected: string[]; readonly foreign: string[] }> {
    const articles: string[] = [];
    const corrected: string[] = [];
    const foreign: string[] = [];
    for (const name of await namesIn(this.#disk, this.path)) {
      const [slug = "", ...rest] = name.split(".");
      const kind = rest.join(".");
      if (kind === "md" && isSlug(slug)) articles.push(slug);
      else if (kind === "corrections.yaml" && isSlug(slug)) corrected.push(slug);
      else if (/\.md$/.test(name) && !name.startsWith(".")) foreign.push(name);
    }
    return { articles, corrected, foreign };
  }

  /** The text of a file beside the articles: `.hidden`, `.history.jsonl`, `<slug>.corrections.yaml`; "" when not there. */
  async text(name: string): Promise<string> {
    return new TextDecoder().decode((await readIfThere(this.#disk, join(this.path, name))) ?? new Uint8Array());
  }

  async write(name: string, text: string): Promise<void> {
    await writeDurably(this.#disk, join(this.path, name), text);
  }

  async append(name: string, line: string): Promise<void> {
    await appendDurably(this.#disk, join(this.path, name), line);
  }

  /** Removes what an interrupted write left behind; gives the paths. Nothing is written when there is nothing. */
  async clean(): Promise<string[]> {
    const leftovers = async () => {
      const folders = [this.path, join(this.path, ".revisions"), join(this.path, ".removed")];
      const found = await Promise.all(
        folders.map(async (folder) =>
          (await namesIn(this.#disk, folder)).filter((name) => UNFINISHED.test(name)).map((name) => join(folder, name)),
        ),
      );
      return found.flat();
    };
    if ((await leftovers()).length === 0) return [];
    // Once nobody else writes, whatever is unfinished stays so.
    return this.locked(async () => {
      const paths = await leftovers();
      for (const path of paths) await this.#disk.unlink(path);
      return paths;
    });
  }

  async #kept(folder: string): Promise<Kept[]> {
    const names = await namesIn(this.#disk, join(this.path, folder));
    return names.flatMap((name) => {
      const [slug, revision, ...rest] = name.replace(/\.md$/, "").split("@");
      return isSlug(slug!) && /^[0-9a-f]{12}$/.test(revision ?? "") && rest.length === 0
        ? [{ slug: slug!, revision: revision! }]
        : [];
    });
  }

  #keptPath(folder: KeptFolder, slug: string, revision: string): string {
    return join(this.path, folder, `${slug}@${revision}.md`);
  }
}
