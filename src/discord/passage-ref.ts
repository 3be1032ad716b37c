import { createHash } from "node:crypto";
import type { Scope } from "../corpus/scope.ts";
import type { Holding } from "../holding.ts";
import type { Passage } from "../passage.ts";
import type { Span } from "../span.ts";

const ARTICLE = 10;
const WORDS = 6;

/** A passage in a few characters, for a custom_id: which article, where, and a check of the words there. */
export function refTo({ article, start, end, text }: Pick<Passage, "article" | "start" | "end" | "text">): string {
  return `${hash(article, ARTICLE)}.${start.toString(36)}.${end.toString(36)}.${hash(text, WORDS)}`;
}

/** An article in a few characters. */
export function articleRef(id: string): string {
  return hash(id, ARTICLE);
}

/**
 * The article and the stretch that `ref` names, looked up in `scope` alone; `null` when the article is gone, is another
 * server's, or no longer holds those words there.
 */
export function findPassage(ref: string, scope: Scope): { holding: Holding; span: Span } | null {
  const [article = "", from = "", to = "", words = ""] = ref.split(".");
  const holding = findArticle(article, scope);
  const [start, end] = [Number.parseInt(from, 36), Number.parseInt(to, 36)];
  if (holding === null || !(start >= 0 && start < end && end <= holding.article.body.length)) return null;
  return hash(holding.article.body.slice(start, end), WORDS) === words ? { holding, span: { start, end } } : null;
}

/** The article of `scope` that `ref` names, or `null`. */
export function findArticle(ref: string, scope: Scope): Holding | null {
  let refs = known.get(scope);
  if (refs === undefined) {
    refs = new Map(scope.holdings.map((holding) => [articleRef(holding.article.id), holding]));
    known.set(scope, refs);
  }
  return refs.get(ref) ?? null;
}

const known = new WeakMap<Scope, Map<string, Holding>>();

function hash(text: string, length: number): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, length);
}
