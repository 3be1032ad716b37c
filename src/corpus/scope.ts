import type { Holding } from "../holding.ts";
import type { Speaker } from "../reading/speakers.ts";
import type { PassageIndex } from "../retrieval/passage-index.ts";

/**
 * What one server can see: the shared articles it did not hide, and its own. Everything computed over several
 * articles (names, offices, how rare a word is, spelling) is computed over one scope and never leaves it.
 */
export type Scope = {
  /** `null`: the shared articles alone (terminal). */
  readonly server: string | null;
  /** Changes with every article that is added, corrected or removed; a key for what is derived from the scope. */
  readonly version: number;
  /** Newest first (by publication date, then id). Attributions are resolved with this scope's knowledge. */
  readonly holdings: readonly Holding[];
  get(id: string): Holding | undefined;
  readonly index: PassageIndex;
  /** Everybody the articles name or quote, most quoted first. */
  readonly speakers: readonly Speaker[];
};

/** The articles with these ids that are in `scope`, in its order. */
export function newestFirst(ids: Iterable<string>, scope: Scope): Holding[] {
  return [...ids].flatMap((id) => scope.get(id) ?? []).sort(inOrder);
}

/** The order of a scope's articles: by publication date, the newest first, then by id. */
export function inOrder(a: Holding, b: Holding): number {
  const [first, second] = [a.article.published?.value ?? "", b.article.published?.value ?? ""];
  if (first !== second) return first > second ? -1 : 1;
  return a.article.id < b.article.id ? -1 : 1;
}
