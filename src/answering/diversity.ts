import { termsOf } from "../retrieval/terms.ts";
import { textOf } from "../span.ts";
import type { RankedHit } from "./rank.ts";

/** How many hits are compared with each other; what comes later is seldom seen. */
const COMPARED = 30;

/** Sharing this part of their terms, two sentences read the same; or say the same. */
const SAME_WORDS = 0.8;
const SAME_MATTER = 0.4;

/**
 * `hits` (best first) without those that read as a better one does. One that says what a better one of the same
 * article says stands behind the other articles.
 */
export function diversify(hits: readonly RankedHit[]): RankedHit[] {
  const kept: { hit: RankedHit; terms: ReadonlySet<string> }[] = [];
  const later: RankedHit[] = [];
  for (const hit of hits.slice(0, COMPARED)) {
    const text = textOf(hit.holding.article.body, hit.span).slice(0, 1000);
    const terms = new Set(termsOf(text).map(({ term }) => term));
    const likeness = kept.map((other) => ({ other, shared: likenessOf(terms, other.terms) }));
    if (likeness.some(({ shared }) => shared >= SAME_WORDS)) continue;
    const said = likeness.some(
      ({ other, shared }) => shared >= SAME_MATTER && other.hit.holding.article.id === hit.holding.article.id,
    );
    if (said) later.push(hit);
    else kept.push({ hit, terms });
  }
  return [...kept.map(({ hit }) => hit), ...later, ...hits.slice(COMPARED)];
}

/** Jaccard: the shared terms among all of both; nothing is like nothing. */
function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const term of a) if (b.has(term)) shared++;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}
