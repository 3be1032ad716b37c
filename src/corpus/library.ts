import type { Holding } from "../holding.ts";
import { createScopeIndex } from "../retrieval/scope-index.ts";
import { Shelf } from "../retrieval/shelf.ts";
import { textOf } from "../span.ts";
import type { Scope } from "./scope.ts";

/** The server an article belongs to, `null` for a shared one. */
export function serverOf(id: string): string | null {
  const slash = id.indexOf("/");
  return slash < 0 ? null : id.slice(0, slash);
}

/** Every article that is loaded, and the scopes over them. In memory only; `store.ts` makes it durable. */
export class Library {
  readonly #holdings = new Map<string, Holding>();
  readonly #scopes = new Map<string | null, Scope>();
  /** Every article is indexed once, on its owner's shelf. */
  readonly #shelves = new Map<string | null, Shelf>();
  #version = 0;

  /** Takes an article in; one with the same id is replaced. */
  put(holding: Holding): void {
    const { article, reading } = holding;
    this.#holdings.set(article.id, holding);
    const sentences = reading.sentences.map((sentence) => textOf(article.body, sentence));
    this.#shelf(serverOf(article.id)).add({ id: article.id, title: article.title, sentences });
    this.#changed(article.id);
  }

  remove(id: string): void {
    if (!this.#holdings.delete(id)) return;
    this.#shelf(serverOf(id)).remove(id);
    this.#changed(id);
  }

  /** What `server` can see; `null` for the shared articles alone. */
  scope(server: string | null): Scope {
    const known = this.#scopes.get(server);
    if (known !== undefined) return known;
    const holdings = [...this.#holdings.values()]
      .filter(({ article }) => {
        const owner = serverOf(article.id);
        return owner === null || owner === server;
      })
      .sort((a, b) => newestFirst(a, b));
    const byId = new Map(holdings.map((holding) => [holding.article.id, holding]));
    const shelves = (server === null ? [null] : [null, server]).map((owner) => this.#shelf(owner));
    const hidden = [...this.#shelf(null).articles.keys()].filter((id) => !byId.has(id));
    const scope: Scope = {
      server,
      version: this.#version,
      holdings,
      get: (id) => byId.get(id),
      index: createScopeIndex(shelves, new Set(hidden)),
      speakers: [],
    };
    this.#scopes.set(server, scope);
    return scope;
  }

  #shelf(owner: string | null): Shelf {
    let shelf = this.#shelves.get(owner);
    if (shelf === undefined) {
      shelf = new Shelf();
      this.#shelves.set(owner, shelf);
    }
    return shelf;
  }

  #changed(id: string): void {
    this.#version++;
    const owner = serverOf(id);
    if (owner === null) this.#scopes.clear();
    else this.#scopes.delete(owner);
  }
}

function newestFirst(a: Holding, b: Holding): number {
  const [first, second] = [a.article.published?.value ?? "", b.article.published?.value ?? ""];
  if (first !== second) return first > second ? -1 : 1;
  return a.article.id < b.article.id ? -1 : 1;
}
