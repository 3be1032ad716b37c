import type { Article } from "../../article.ts";
import { type Corrections, NO_CORRECTIONS } from "../../reading/reading.ts";
import { articleId, type Place } from "../article-id.ts";
import { FEW, INDEXED } from "../articles.ts";
import type { Act, Change } from "../changes.ts";
import type { Printed } from "../duplicate.ts";
import { recordChange } from "../history.ts";
import { serverOf } from "../library.ts";
import { limitRefusal, type Room, roomOf, roomWithout } from "../room.ts";
import type { KeptFolder, ScopeFolder } from "../scope-folder.ts";
import type { Workshop } from "../workshop.ts";
import type { Refusal } from "./log-lines.ts";
import { type Here, nothingAt, placesIn } from "./places.ts";
import type { PackedArticle, PackedVersion } from "./read-archive.ts";

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

/** Where an archive goes, and who brings it; `isDry`: only finds out what would become of it. */
export type Target = {
  readonly shop: Workshop;
  readonly server: string | null;
  readonly act: Act;
  readonly isDry: boolean;
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

/** A server keeps at most so many older versions for each article it may have, when they come in an archive. */
export const VERSIONS = 8;

/**
 * Puts the articles of an archive beside those of a scope: nothing there is overwritten, nothing lost. The same archive
 * once more finds what it brought, also when it was interrupted.
 */
export class ArticleMerge {
  readonly merged: Merged = { added: [], present: [], refused: [], removed: 0, versions: 0 };
  /** Where the archive's articles are here, by their names in it. */
  readonly slugs = new Map<string, string>();
  readonly #target: Target;
  /** Ids of what the archive and the scope both have now. */
  readonly #ours = new Set<string>();
  #room: Room;
  /** How many older and removed versions there are. */
  #kept = 0;

  constructor(target: Target) {
    this.#target = target;
    this.#room = roomOf(target.shop, target.server, null);
  }

  /** Takes some; a refusal when the disk fails. */
  async take(articles: readonly PackedArticle[]): Promise<Change | null> {
    const { shop, server, isDry } = this.#target;
    const write = async (folder: ScopeFolder) => {
      await this.#write(articles, folder);
      return null;
    };
    return isDry ? write(shop.folder(server)) : shop.changing(server, write);
  }

  async #write(articles: readonly PackedArticle[], folder: ScopeFolder): Promise<void> {
    const { shop, server, isDry } = this.#target;
    if (!isDry) this.#room = roomOf(shop, server, null);
    const here = await placesIn(folder);
    this.#kept = [...here.values()].reduce((sum, { removed, revisions }) => sum + removed.size + revisions.size, 0);
    const writings: Writing[] = [];
    for (const packed of articles) {
      const writing = await this.#decide(packed, folder, here);
      if (writing !== null) writings.push(writing);
    }
    if (isDry || writings.length === 0) return;
    const read = await Promise.all(writings.map((writing) => this.#read(writing, writings.length > FEW)));
    const stored = read.filter((one) => one !== null);
    await this.#store(stored, folder);
  }

  /** Reads the article; `null` when it cannot be read. */
  async #read(writing: Writing, many: boolean): Promise<Read | null> {
    const { shop } = this.#target;
    const { live, revision } = writing;
    if (live === null) return { ...writing, holding: null };
    try {
      return { ...writing, holding: await shop.hold(live.article, revision, live.corrections, many) };
    } catch (cause) {
      const { id } = live.article;
      this.merged.refused.push({ name: id, message: shop.failed(cause).message });
      this.merged.added.splice(this.merged.added.indexOf(id), 1);
      this.slugs.delete(writing.packed);
      return null;
    }
  }

  async #store(writings: readonly Read[], folder: ScopeFolder): Promise<void> {
    const { shop, server, act } = this.#target;
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
    if (told.length > 0) await recordChange(shop, server, act, "imported", told);
  }

  /** What to write for an article; `null` for nothing. Counts it as if that was written. */
  async #decide(packed: PackedArticle, folder: ScopeFolder, here: Map<string, Here>): Promise<Writing | null> {
    const { shop, server } = this.#target;
    const { merged } = this;
    const { live } = packed;
    const name = live === null ? `${packed.slug} (removed)` : `${packed.slug}.md`;
    const found = await this.#find(packed, folder, here);
    const place = { server, slug: found.slug };
    const id = articleId(place);
    const refuse = (message: string) => {
      merged.refused.push({ name, message });
      return null;
    };
    const fileIn = (kept: KeptFolder, { revision, bytes }: Pick<PackedVersion, "revision" | "bytes">): File => ({
      name: `${kept}/${found.slug}@${revision}.md`,
      bytes,
    });
    const isKept = (revision: string) => found.removed.has(revision) || found.revisions.has(revision);
    // Where there is no article, its versions go where they were.
    const missing = packed.kept.filter(({ folder: where, revision }) =>
      found.isLive ? !isKept(revision) : !(where === ".removed" ? found.removed : found.revisions).has(revision),
    );
    if (!this.#mayKeep(missing.length + (found.isLive ? 1 : 0))) {
      return refuse("Too many older versions are kept here already.");
    }

    if (found.isLive) {
      const now = await liveRevision(folder, found);
      const others = live === null || isKept(live.revision) ? missing : [...missing, live];
      const beside = others.filter(({ revision }) => revision !== now).map((one) => fileIn(".revisions", one));
      this.#took(packed, found, here);
      merged.present.push({ name, id, older: live !== null && live.revision !== now });
      merged.versions += beside.length;
      return { packed: packed.slug, place, beside, removed: [], live: null, title: "", revision: "" };
    }

    if (live !== null) {
      const isOther = (one: string) => serverOf(one) === server && !this.#ours.has(one);
      const duplicate = shop.duplicates.find(live.print, live.draft.url, isOther);
      if (duplicate !== null) {
        merged.present.push({ name, id: duplicate.id, older: false });
        return null;
      }
      const refusal = limitRefusal(shop, this.#room, live.bytes.length);
      if (refusal !== null) return refuse(refusal.message);
      this.#room = roomWithout(this.#room, live.bytes.length);
    }
    this.#took(packed, found, here);
    if (live === null && missing.length === 0) {
      merged.present.push({ name, id, older: false });
      return null;
    }
    const filesIn = (kept: KeptFolder) => missing.filter((one) => one.folder === kept).map((one) => fileIn(kept, one));
    const [beside, removed] = [filesIn(".revisions"), filesIn(".removed")];
    const corrections = found.isCorrected ? null : packed.corrections;
    if (corrections !== null) beside.push({ name: `${found.slug}.corrections.yaml`, bytes: corrections.text });
    const where = { packed: packed.slug, place, beside, removed };
    if (live === null) {
      merged.removed += removed.length;
      merged.versions += missing.length - removed.length;
      const last = missing.at(-1)!;
      return { ...where, live: null, title: last.title, revision: last.revision };
    }
    merged.versions += missing.length;
    merged.added.push(id);
    const { draft, bytes, revision } = live;
    // What was corrected here goes before what the archive says.
    const value = found.isCorrected ? await shop.corrections(place) : (corrections?.value ?? NO_CORRECTIONS);
    return { ...where, title: draft.title, revision, live: { article: { id, ...draft }, corrections: value, bytes } };
  }

  /** The place of an article: its own, when one of its versions is there, else the next that is free. */
  async #find(packed: PackedArticle, folder: ScopeFolder, here: Map<string, Here>): Promise<Here> {
    const revisions = [...packed.kept, ...(packed.live ? [packed.live] : [])].map(({ revision }) => revision);
    for (let n = 1; ; n++) {
      const slug = n === 1 ? packed.slug : `${packed.slug.slice(0, 75)}-${n}`;
      if (this.#ours.has(articleId({ server: this.#target.server, slug }))) continue;
      const found = here.get(slug.toLowerCase());
      if (found === undefined) return nothingAt(slug);
      const live = await liveRevision(folder, found);
      const isSame = revisions.some((one) => one === live || found.removed.has(one) || found.revisions.has(one));
      if (isSame) return found;
      // Of an interrupted adding there may be only the corrections.
      const isBare = !found.isLive && found.removed.size + found.revisions.size === 0;
      if (isBare && (await folder.text(`${found.slug}.corrections.yaml`)) === packed.corrections?.text) return found;
    }
  }

  #took(packed: PackedArticle, found: Here, here: Map<string, Here>): void {
    this.slugs.set(packed.slug, found.slug);
    this.#ours.add(articleId({ server: this.#target.server, slug: found.slug }));
    here.set(found.slug.toLowerCase(), found);
    this.#kept += packed.kept.length;
  }

  #mayKeep(more: number): boolean {
    const { shop, server } = this.#target;
    return server === null || more === 0 || this.#kept + more <= VERSIONS * shop.limits.articles;
  }
}

async function liveRevision(folder: ScopeFolder, { isLive, slug }: Here): Promise<string | undefined> {
  return isLive ? (await folder.read(slug))?.revision : undefined;
}
