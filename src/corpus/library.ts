import type { Holding } from "../holding.ts";
import { WhoIsWho } from "../reading/speakers.ts";
import { createScopeIndex } from "../retrieval/scope-index.ts";
import { Shelf } from "../retrieval/shelf.ts";
import { textOf } from "../span.ts";
import type { Scope } from "./scope.ts";

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
  /** The shared articles that a server does not want. */
  readonly #hidden = new Map<string, ReadonlySet<string>>();
  readonly #scopes = new Map<string | null, Scope>();
  /** Every article is indexed once, on its owner's shelf. */
  readonly #shelves = new Map<string | null, Shelf>();
  /** Kept from one scope of a server to the next: only the articles that came or went are looked at. */
  readonly #whoIsWho = new Map<string | null, WhoIsWho>();
  #version = 0;

  /** How many articles there are, of all servers. */
  get size(): number {
    return this.#holdings.size;
  }

  /** Takes articles in; one with the same id is replaced. */
  put(...holdings: readonly Holding[]): void {
    for (const holding of holdings) {
      const { article, reading } = holding;
      this.#holdings.set(article.id, holding);
      const sentences = reading.sentences.map((sentence) => textOf(article.body, sentence));
      this.#shelf(serverOf(article.id)).add({ id: article.id, title: article.title, sentences });
    }
    const ids = new Set(holdings.map(({ article }) => article.id));
    for (const owner of new Set([...ids].map(serverOf))) {
      const others = this.#of(owner).filter(({ article }) => !ids.has(article.id));
      const added = holdings.filter(({ article }) => serverOf(article.id) === owner).sort(newestFirst);
      this.#owned.set(owner, merge(others, added));
      this.#changed(owner);
    }
  }

  remove(id: string): void {
    if (!this.#holdings.delete(id)) return;
    const owner = serverOf(id);
    this.#shelf(owner).remove(id);
    this.#owned.set(
      owner,
      this.#of(owner).filter(({ article }) => article.id !== id),
    );
    this.#changed(owner);
  }

  /** From now on `server` does not see these shared articles. */
  hide(server: string, ids: ReadonlySet<string>): void {
    this.#hidden.set(server, ids);
    this.#changed(server);
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

  /** What `server` can see; `null` for the shared articles alone. */
  scope(server: string | null): Scope {
    const known = this.#scopes.get(server);
    if (known !== undefined) return known;
    const hidden = new Set([...this.hidden(server)].filter((id) => this.#holdings.has(id)));
    const sees = ({ article }: Holding) => !hidden.has(article.id);
    const shared = hidden.size === 0 ? this.#of(null) : this.#of(null).filter(sees);
    const seen = server === null ? shared : merge(shared, this.#of(server));
    const who = this.#whoIsWho.get(server) ?? new WhoIsWho();
    this.#whoIsWho.set(server, who);
    who.keep(seen);
    const holdings = seen.map((holding) => lazily(holding, who));
    const byId = new Map(holdings.map((holding) => [holding.article.id, holding]));
    const scope: Scope = {
      server,
      version: this.#version,
      holdings,
      get: (id) => byId.get(id),
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

  #of(owner: string | null): readonly Holding[] {
    return this.#owned.get(owner) ?? [];
  }

  #shelf(owner: string | null): Shelf {
    let shelf = this.#shelves.get(owner);
    if (shelf === undefined) {
      shelf = new Shelf();
      this.#shelves.set(owner, shelf);
    }
    return shelf;
  }

  #changed(owner: string | null): void {
    this.#version++;
    if (owner === null) this.#scopes.clear();
    else this.#scopes.delete(owner);
  }
}

const NOTHING: ReadonlySet<string> = new Set();

/** Two lists in order, as one in order. */
function merge(a: readonly Holding[], b: readonly Holding[]): readonly Holding[] {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const merged: Holding[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    merged.push(j === b.length || (i < a.length && newestFirst(a[i]!, b[j]!) <= 0) ? a[i++]! : b[j++]!);
  }
  return merged;
}

/** A holding that resolves its speakers with the scope's knowledge when its reading is first looked at. */
function lazily(holding: Holding, who: WhoIsWho): Holding {
  let resolved: Holding["reading"] | null = null;
  return {
    ...holding,
    get reading() {
      resolved ??= who.resolve(holding);
      return resolved;
    },
  };
}

function newestFirst(a: Holding, b: Holding): number {
  const [first, second] = [a.article.published?.value ?? "", b.article.published?.value ?? ""];
  if (first !== second) return first > second ? -1 : 1;
  return a.article.id < b.article.id ? -1 : 1;
}
