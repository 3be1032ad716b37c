import type { Article } from "../article.ts";
import type { Holding } from "../holding.ts";

/** Who asks for a change and when; both go into the history. */
export type Act = {
  /** A Discord member's id, or "terminal". */
  readonly by: string;
  /** ISO time. */
  readonly at: string;
};

/** An article before it has a place. */
export type Draft = Omit<Article, "id">;

export type RefusalReason =
  /** Not there, removed, or another server's: the three cannot be told apart from outside. */
  | "no-such-article"
  /** Shared articles are changed in the terminal only. */
  | "shared"
  | "duplicate"
  /** Somebody else changed it since; `existing` is how it is now. */
  | "changed"
  | "limit"
  | "unsuitable"
  | "storage";

/** What became of a change. `done` means durable and findable. */
export type Change =
  | {
      readonly kind: "done";
      readonly article: Article;
      readonly revision: string;
      /** A sentence, when something beside the change itself went wrong. */
      readonly warning: string | null;
    }
  | {
      readonly kind: "refused";
      readonly reason: RefusalReason;
      /** One plain sentence. */
      readonly message: string;
      readonly existing: Holding | null;
      /** For the log. */
      readonly cause?: unknown;
    };

export type Refusal = Extract<Change, { kind: "refused" }>;

/** What one server may keep. */
export type Limits = { readonly articles: number; readonly bytes: number; readonly articleBytes: number };

export const LIMITS: Limits = { articles: 5_000, bytes: 100_000_000, articleBytes: 500_000 };

export type Action = "added" | "edited" | "removed" | "restored" | "corrected" | "hidden" | "shown" | "imported";

/** One line of `.history.jsonl`. */
export type HistoryEntry = Act & {
  readonly action: Action;
  readonly article: string;
  /** After the change; of what was removed. */
  readonly revision: string;
  readonly title: string;
  /** What was corrected, in words. */
  readonly detail?: string;
  /** Who brought the line here in an archive, and when: what else it says is the archive's word. */
  readonly imported?: Act;
};

export function refused(reason: RefusalReason, message: string, existing: Holding | null = null): Refusal {
  return { kind: "refused", reason, message, existing };
}
