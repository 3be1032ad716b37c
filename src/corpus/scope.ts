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
