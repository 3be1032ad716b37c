import type { Holding } from "../holding.ts";
import { createMiniSearchIndex } from "../retrieval/minisearch.ts";
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
  #version = 0;

  /** Takes an article in; one with the same id is replaced. */
  put(holding: Holding): void {
    this.#holdings.set(holding.article.id, holding);
    this.#changed(holding.article.id);
  }

  remove(id: string): void {
    if (this.#holdings.delete(id)) this.#changed(id);
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
    const index = createMiniSearchIndex();
    for (const { article, reading } of holdings) {
      const sentences = reading.sentences.map(({ start, end }) => article.body.slice(start, end));
      index.add({ id: article.id, title: article.title, sentences });
    }
    const scope: Scope = {
      server,
      version: this.#version,
      holdings,
      get: (id) => byId.get(id),
      index,
      speakers: [],
    };
    this.#scopes.set(server, scope);
    return scope;
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
