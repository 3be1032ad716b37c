import type { Article } from "../../article.ts";
import { type Corrections, NO_CORRECTIONS } from "../../reading/reading.ts";
import { articleId, type Place } from "../article-id.ts";
import { INDEXED } from "../articles.ts";
import type { Act, Change } from "../changes.ts";
import type { Printed } from "../duplicate.ts";
import { serverOf } from "../library.ts";
import { limitRefusal, type Room, roomOf, roomWithout } from "../room.ts";
import type { ScopeFolder } from "../scope-folder.ts";
import type { Workshop } from "../workshop.ts";
import type { Refusal } from "./log-lines.ts";
import { type Here, nothingAt, placesIn } from "./places.ts";
import type { PackedArticle } from "./read-archive.ts";

/** What became of the articles of an archive, or would become of them. */
export type Merged = {
  /** Ids. */
  readonly added: string[];
  /** What stays as it is here. `older`: the archive has another version of it, which is kept beside it. */
  readonly present: { readonly name: string; readonly id: string; readonly older: boolean }[];
  readonly refused: Refusal[];
  /** Removed articles that can now be restored, and older versions that can now be gone back to. */
  removed: number;
  versions: number;
};

type File = { readonly name: string; readonly bytes: Uint8Array | string };

/** What is written for one article, in this order: the last makes it appear. */
type Writing = {
  /** Its name in the archive. */
  readonly packed: string;
  readonly place: Place;
  readonly beside: File[];
  readonly removed: File[];
  readonly live: { readonly article: Article; readonly corrections: Corrections; readonly bytes: Uint8Array } | null;
  readonly title: string;
  readonly revision: string;
};

type Read = Writing & { readonly holding: Printed | null };

/** So few are read on this thread, when none is long. */
const FEW = 10;

/** A server keeps at most so many older versions for each article it may have, when they come in an archive. */
const VERSIONS = 8;

/**
 * Puts the articles of an archive beside those of a scope: nothing there is overwritten, nothing lost. The same archive
 * once more finds what it brought, also when it was interrupted.
 */
export class ArticleMerge {
  readonly merged: Merged = { added: [], present: [], refused: [], removed: 0, versions: 0 };
  /** Where the archive's articles are here, by their names in it. */
  readonly slugs = new Map<string, string>();
  readonly #shop: Workshop;
  readonly #server: string | null;
  readonly #act: Act;
  /** Only finds out what would become of them. */
  readonly #isDry: boolean;
  /** Ids of what the archive and the scope both have now. */
  readonly #ours = new Set<string>();
  #room: Room;
  /** How many older and removed versions there are. */
  #kept = 0;

  constructor(shop: Workshop, server: string | null, act: Act, isDry: boolean) {
    this.#shop = shop;
    this.#server = server;
    this.#act = act;
    this.#isDry = isDry;
    this.#room = roomOf(shop, server, null);
  }

  /** Takes some; a refusal when the disk fails. */
  async take(articles: readonly PackedArticle[]): Promise<Extract<Change, { kind: "refused" }> | null> {
    const shop = this.#shop;
    if (this.#isDry) {
      await this.#write(articles, shop.folder(this.#server));
      return null;
    }
    const change = await shop.changing(this.#server, async (folder) => {
      await this.#write(articles, folder);
      return null;
    });
    return change?.kind === "refused" ? change : null;
  }

  async #write(articles: readonly PackedArticle[], folder: ScopeFolder): Promise<void> {
    const shop = this.#shop;
    if (!this.#isDry) this.#room = roomOf(shop, this.#server, null);
    const here = await placesIn(folder);
    this.#kept = [...here.values()].reduce((sum, { removed, revisions }) => sum + removed.size + revisions.size, 0);
    const writings: Writing[] = [];
    for (const packed of articles) {
      const writing = await this.#decide(packed, folder, here);
      if (writing !== null) writings.push(writing);
    }
    if (this.#isDry || writings.length === 0) return;
    const read = await Promise.all(writings.map((writing) => this.#read(writing, writings.length > FEW)));
    await this.#store(
      read.flatMap((one) => one ?? []),
      folder,
    );
  }

  /** Reads the article; `null` when it cannot be read. */
  async #read(writing: Writing, many: boolean): Promise<Read | null> {
    const { live, revision } = writing;
    if (live === null) return { ...writing, holding: null };
    try {
      return { ...writing, holding: await this.#shop.hold(live.article, revision, live.corrections, many) };
    } catch (cause) {
      const { id } = live.article;
      this.merged.refused.push({ name: id, message: this.#shop.failed(cause).message });
      this.merged.added.splice(this.merged.added.indexOf(id), 1);
      this.slugs.delete(writing.packed);
      return null;
    }
  }

  async #store(writings: readonly Read[], folder: ScopeFolder): Promise<void> {
    const shop = this.#shop;
    const live = writings.flatMap(({ holding }) => holding ?? []);
    try {
      await folder.place(writings.flatMap(({ beside }) => beside));
      await folder.place(writings.flatMap(({ removed }) => removed));
      await folder.place(
        writings.flatMap(({ place, live }) => (live === null ? [] : [{ name: `${place.slug}.md`, bytes: live.bytes }])),
      );
    } catch (error) {
      // Memory follows whatever the disk holds now.
      for (const { place } of writings) await shop.load(place).catch(() => {});
      throw error;
    }
    for (let at = 0; at < live.length; at += INDEXED) {
      if (at > 0) await new Promise(setImmediate);
      shop.put(...live.slice(at, at + INDEXED));
    }
    const told = writings
      .filter((writing) => writing.live !== null || writing.removed.length > 0)
      .map(({ place, title, revision }) => ({ article: { id: articleId(place), title }, revision }));
    if (told.length > 0) await shop.record(this.#server, this.#act, "imported", told);
  }

  /** What to write for an article; `null` for nothing. Counts it as if that was written. */
  async #decide(packed: PackedArticle, folder: ScopeFolder, here: Map<string, Here>): Promise<Writing | null> {
    const shop = this.#shop;
    const { merged } = this;
    const { live } = packed;
    const name = live === null ? `${packed.slug} (removed)` : `${packed.slug}.md`;
    const found = await this.#find(packed, folder, here);
    const place = { server: this.#server, slug: found.slug };
    const id = articleId(place);
    const isKept = (revision: string) => found.removed.has(revision) || found.revisions.has(revision);
    // Where there is no article, its versions go where they were.
    const missing = packed.kept.filter(({ folder: where, revision }) =>
      found.isLive ? !isKept(revision) : !(where === ".removed" ? found.removed : found.revisions).has(revision),
    );
    const beside: File[] = [];
    const keep = (revision: string, bytes: Uint8Array) =>
      beside.push({ name: `.revisions/${found.slug}@${revision}.md`, bytes });
    const refuse = (message: string) => {
      merged.refused.push({ name, message });
      return null;
    };
    const versions = missing.length + (found.isLive ? 1 : 0);
    if (!this.#mayKeep(versions)) return refuse("Too many older versions are kept here already.");

    if (found.isLive) {
      const now = (await folder.read(found.slug))?.revision;
      const other = live !== null && live.revision !== now && !isKept(live.revision) ? live : null;
      for (const { revision, bytes } of [...missing, ...(other === null ? [] : [other])]) {
        if (revision !== now) keep(revision, bytes);
      }
      this.#took(packed, found, here);
      merged.present.push({ name, id, older: live !== null && live.revision !== now });
      merged.versions += beside.length;
      return { packed: packed.slug, place, beside, removed: [], live: null, title: "", revision: "" };
    }

    if (live !== null) {
      const isOther = (one: string) => serverOf(one) === this.#server && !this.#ours.has(one);
      const duplicate = shop.duplicates.find(live.print, live.draft.url, isOther);
      if (duplicate !== null) {
        merged.present.push({ name, id: duplicate.id, older: false });
        return null;
      }
      const refusal = limitRefusal(shop, this.#room, live.bytes.length);
      if (refusal !== null) return refuse(refusal.message);
      this.#room = roomWithout(this.#room, live.bytes.length);
    } else if (missing.length === 0) {
      this.#took(packed, found, here);
      merged.present.push({ name, id, older: false });
      return null;
    }
    for (const one of missing) if (one.folder === ".revisions") keep(one.revision, one.bytes);
    const removed = missing
      .filter((one) => one.folder === ".removed")
      .map(({ revision, bytes }) => ({ name: `.removed/${found.slug}@${revision}.md`, bytes }));
    const wasCorrected = found.isCorrected;
    if (packed.corrections !== null && !wasCorrected) {
      beside.push({ name: `${found.slug}.corrections.yaml`, bytes: packed.corrections.text });
    }
    this.#took(packed, found, here);
    const where = { packed: packed.slug, place, beside, removed };
    merged.versions += missing.length - removed.length;
    if (live === null) {
      merged.removed += removed.length;
      const last = missing.at(-1)!;
      return { ...where, live: null, title: last.title, revision: last.revision };
    }
    merged.versions += removed.length;
    merged.added.push(id);
    const { draft, bytes, revision } = live;
    // What was corrected here goes before what the archive says.
    const corrections = wasCorrected ? await shop.corrections(place) : (packed.corrections?.value ?? NO_CORRECTIONS);
    return { ...where, title: draft.title, revision, live: { article: { id, ...draft }, corrections, bytes } };
  }

  /** The place of an article: its own, when one of its versions is there, else the next that is free. */
  async #find(packed: PackedArticle, folder: ScopeFolder, here: Map<string, Here>): Promise<Here> {
    const revisions = [...packed.kept.map(({ revision }) => revision), ...(packed.live ? [packed.live.revision] : [])];
    for (let n = 1; ; n++) {
      const slug = n === 1 ? packed.slug : `${packed.slug.slice(0, 75)}-${n}`;
      const found = here.get(slug.toLowerCase());
      if (found === undefined) {
        if (this.#claimed(slug)) continue;
        return nothingAt(slug);
      }
      if (this.#claimed(slug)) continue;
      const live = found.isLive ? (await folder.read(found.slug))?.revision : undefined;
      const isSame = revisions.some((one) => one === live || found.removed.has(one) || found.revisions.has(one));
      if (isSame) return found;
      // Of an interrupted adding there may be only the corrections.
      const isBare = !found.isLive && found.removed.size + found.revisions.size === 0;
      if (isBare && (await folder.text(`${found.slug}.corrections.yaml`)) === packed.corrections?.text) return found;
    }
  }

  #claimed(slug: string): boolean {
    return this.#ours.has(articleId({ server: this.#server, slug }));
  }

  #took(packed: PackedArticle, found: Here, here: Map<string, Here>): void {
    this.slugs.set(packed.slug, found.slug);
    this.#ours.add(articleId({ server: this.#server, slug: found.slug }));
    here.set(found.slug.toLowerCase(), found);
    this.#kept += packed.kept.length;
  }

  #mayKeep(more: number): boolean {
    return this.#server === null || more === 0 || this.#kept + more <= VERSIONS * this.#shop.limits.articles;
  }
}
