import type { Holding } from "../holding.ts";
import { datesIn } from "../reading/dated-sentences.ts";
import { directoryOf } from "../reading/directory.ts";
import type { PackedShelf } from "../retrieval/packed-shelf.ts";
import { createScopeIndex } from "../retrieval/scope-index.ts";
import { Shelf } from "../retrieval/shelf.ts";
import { textOf } from "../span.ts";
import { inOrder, type Scope } from "./scope.ts";
import { View } from "./view.ts";

/** The server an article belongs to, `null` for a shared one. */
export function serverOf(id: string): string | null {
  const slash = id.indexOf("/");
  return slash < 0 ? null : id.slice(0, slash);
}

/** Every article that is loaded, and the scopes over them. In memory only; `scope-folder.ts` makes it durable. */
export class Library {
  readonly #holdings = new Map<string, Holding>();
  /** By owner, newest first; a list is replaced and never changed, so that a scope keeps what it had. */
  readonly #owned = new Map<string | null, readonly Holding[]>();
  /** By owner: what came since `#owned` was last asked for; many in a row are put in order once. */
  readonly #came = new Map<string | null, Holding[]>();
  /** The shared articles that a server does not want. */
  readonly #hidden = new Map<string, ReadonlySet<string>>();
  /** How many bytes of text each owner has. */
  readonly #bytes = new Map<string | null, number>();
  readonly #scopes = new Map<string | null, Scope>();
  /** Every article is indexed once, on its owner's shelf. */
  readonly #shelves = new Map<string | null, Shelf>();
  /** Kept from one scope of a server to the next: only the articles that came or went are looked at. */
  readonly #views = new Map<string | null, View>();
  #version = 0;
  #isPrepared = false;

  /** How many articles there are, of all servers. */
  get size(): number {
    return this.#holdings.size;
  }

  /** Takes articles in; one with the same id is replaced. */
  put(...holdings: readonly (Holding & { readonly key?: string })[]): void {
    const replaced = new Set(holdings.flatMap(({ article }) => this.#holdings.get(article.id) ?? []));
    for (const holding of holdings) {
      const { article, key } = holding;
      const before = this.#holdings.get(article.id)?.article;
      this.#weigh(article.id, -1);
      this.#holdings.set(article.id, holding);
      this.#weigh(article.id, 1);
      if (this.#isPrepared) lookAt(holding);
      // A correction changes no word.
      if (before?.body === article.body && before.title === article.title) continue;
      this.#shelf(serverOf(article.id)).add({
        id: article.id,
        title: article.title,
        ...(key !== undefined && { print: `${key} ${article.title}` }),
        get sentences() {
          return holding.reading.sentences.map((sentence) => textOf(article.body, sentence));
        },
      });
    }
    const ids = new Set(holdings.map(({ article }) => article.id));
    for (const owner of new Set([...ids].map(serverOf))) {
      if (replaced.size > 0) this.#drop(owner, replaced);
      const came = this.#came.get(owner) ?? [];
      this.#came.set(owner, came);
      came.push(...holdings.filter(({ article }) => serverOf(article.id) === owner));
      this.#changed(owner, ids);
    }
  }

  /**
   * From now on what each article tells is at hand, and who is who, rather than unpacked and found for all of them at
   * once when somebody asks first. Lets others go on meanwhile.
   */
  async prepare(): Promise<void> {
    this.#isPrepared = true;
    for (const shelf of this.#shelves.values()) shelf.prepare();
    for (const [i, holding] of [...this.#holdings.values()].entries()) {
      lookAt(holding);
      if (i % 20 === 0) await new Promise(setImmediate);
    }
    for (const server of this.#shelves.keys()) {
      const { speakers, holdings } = this.scope(server);
      directoryOf(speakers);
      for (const [i, holding] of holdings.entries()) {
        if (i % 100 === 0) await new Promise(setImmediate);
        lookAt(holding);
      }
    }
  }

  remove(id: string): void {
    const holding = this.#holdings.get(id);
    if (holding === undefined) return;
    this.#weigh(id, -1);
    this.#holdings.delete(id);
    const owner = serverOf(id);
    this.#shelf(owner).remove(id);
    this.#drop(owner, new Set([holding]));
    this.#changed(owner, [id]);
  }

  /** From now on `server` does not see these shared articles. */
  hide(server: string, ids: ReadonlySet<string>): void {
    const before = this.hidden(server);
    this.#hidden.set(server, ids);
    this.#changed(server, [...before, ...ids]);
  }

  hidden(server: string | null): ReadonlySet<string> {
    return (server !== null && this.#hidden.get(server)) || NOTHING;
  }

  /** True when `server` can see the article with this id. */
  sees(server: string | null, id: string): boolean {
    const owner = serverOf(id);
    return this.#holdings.has(id) && (owner === null ? !this.hidden(server).has(id) : owner === server);
  }

  /** The articles of one owner, newest first; `null`: the shared ones. */
  ownedBy(owner: string | null): readonly Holding[] {
    return this.#of(owner);
  }

  /** How many those are. Does not put in order what just came, as a bulk asks for it again and again. */
  countOf(owner: string | null): number {
    return (this.#owned.get(owner)?.length ?? 0) + (this.#came.get(owner)?.length ?? 0);
  }

  /** The bytes of all texts of one owner, in UTF-8. */
  bytesOf(owner: string | null): number {
    return this.#bytes.get(owner) ?? 0;
  }

  /** What `server` can see; `null` for the shared articles alone, which is all that most servers see. */
  scope(server: string | null): Scope {
    const known = this.#scopes.get(server);
    if (known !== undefined) return known;
    const hidden = new Set([...this.hidden(server)].filter((id) => this.#holdings.has(id)));
    const sees = ({ article }: Holding) => !hidden.has(article.id);
    const shared = hidden.size === 0 ? this.#of(null) : this.#of(null).filter(sees);
    const seen = server === null ? shared : merge(shared, this.#of(server));
    const viewer = server !== null && hidden.size === 0 && this.#of(server).length === 0 ? null : server;
    const view = this.#view(viewer);
    view.follow((id) => (this.sees(viewer, id) ? this.#holdings.get(id)! : null));
    const { who } = view;
    const holdings = seen.map((holding) => view.resolved(holding));
    const scope: Scope = {
      server,
      version: this.#version,
      holdings,
      get: (id) => (this.sees(server, id) ? view.resolved(this.#holdings.get(id)!) : undefined),
      index: createScopeIndex(
        (server === null ? [null] : [null, server]).map((owner) => this.#shelf(owner)),
        hidden,
      ),
      get speakers() {
        return who.list();
      },
    };
    this.#scopes.set(server, scope);
    return scope;
  }

  /** Before its articles are put: what an earlier process found in them. */
  recall(owner: string | null, shelf: PackedShelf): void {
    this.#shelf(owner).recall(shelf);
  }

  /** The owners of more than `few` articles that were not recalled, with what is to be recalled the next time. */
  *unkept(few: number): Generator<[string | null, PackedShelf]> {
    for (const [owner, shelf] of this.#shelves) {
      if (shelf.fresh > few && shelf.articles.size > 0) yield [owner, shelf.pack()];
    }
  }

  #of(owner: string | null): readonly Holding[] {
    const owned = this.#owned.get(owner) ?? [];
    const came = this.#came.get(owner);
    if (came === undefined) return owned;
    this.#came.delete(owner);
    const all = merge(owned, came.sort(inOrder));
    this.#owned.set(owner, all);
    return all;
  }

  #drop(owner: string | null, gone: ReadonlySet<Holding>): void {
    this.#owned.set(
      owner,
      this.#of(owner).filter((holding) => !gone.has(holding)),
    );
  }

  #shelf(owner: string | null): Shelf {
    let shelf = this.#shelves.get(owner);
    if (shelf === undefined) {
      shelf = new Shelf();
      if (this.#isPrepared) shelf.prepare();
      this.#shelves.set(owner, shelf);
    }
    return shelf;
  }

  #view(server: string | null): View {
    let view = this.#views.get(server);
    if (view === undefined) {
      const ids = [...this.#of(null), ...(server === null ? [] : this.#of(server))].map(({ article }) => article.id);
      view = new View(ids);
      this.#views.set(server, view);
    }
    return view;
  }

  #weigh(id: string, sign: 1 | -1): void {
    const holding = this.#holdings.get(id);
    if (holding === undefined) return;
    const owner = serverOf(id);
    this.#bytes.set(owner, this.bytesOf(owner) + sign * Buffer.byteLength(holding.article.body));
  }

  /** The articles `ids` of `owner` came, went or were replaced, or its server sees them no longer or again. */
  #changed(owner: string | null, ids: Iterable<string>): void {
    this.#version++;
    if (owner === null) this.#scopes.clear();
    else this.#scopes.delete(owner);
    for (const [server, view] of this.#views) if (owner === null || owner === server) view.change(ids);
  }
}

const NOTHING: ReadonlySet<string> = new Set();

/** Unpacks and finds what one question may look at in thousands of articles. */
function lookAt(holding: Holding): void {
  datesIn(holding);
  void holding.reading.attributions;
}

/** Two lists in order, as one in order. */
function merge(a: readonly Holding[], b: readonly Holding[]): readonly Holding[] {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const merged: Holding[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    merged.push(j === b.length || (i < a.length && inOrder(a[i]!, b[j]!) <= 0) ? a[i++]! : b[j++]!);
  }
  return merged;
}
