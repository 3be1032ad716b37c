import type { Article } from "../article.ts";
import type { Scope } from "./scope.ts";

/** A paragraph that only one of two texts has, verbatim. */
export type Difference = { readonly kind: "added" | "removed"; readonly text: string };

/** Beyond this many pairs of paragraphs the order is not looked at. */
const MOST_PAIRS = 4_000_000;

/**
 * What `after` has that `before` has not, and the other way round, paragraph by paragraph in reading order; a changed
 * paragraph is one removed and one added. A paragraph that only moved is both. Equal texts differ in nothing.
 */
export function findDifferences(before: string, after: string): Difference[] {
  let [old, now] = [paragraphsOf(before), paragraphsOf(after)];
  let same = 0;
  while (same < old.length && same < now.length && old[same] === now[same]) same++;
  [old, now] = [old.slice(same), now.slice(same)];
  while (old.length > 0 && old.length * now.length > 0 && old.at(-1) === now.at(-1)) {
    old.pop();
    now.pop();
  }
  if (old.length * now.length > MOST_PAIRS) {
    const [had, has] = [new Set(old), new Set(now)];
    return [
      ...old.filter((text) => !has.has(text)).map((text) => ({ kind: "removed", text }) as const),
      ...now.filter((text) => !had.has(text)).map((text) => ({ kind: "added", text }) as const),
    ];
  }
  return alongCommon(old, now);
}

/** Walks both lists along their longest common subsequence. */
function alongCommon(old: readonly string[], now: readonly string[]): Difference[] {
  const width = now.length + 1;
  const common = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const skipped = Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
      common[i * width + j] = old[i] === now[j] ? common[(i + 1) * width + j + 1]! + 1 : skipped;
    }
  }
  const differences: Difference[] = [];
  for (let i = 0, j = 0; i < old.length || j < now.length; ) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      i++;
      j++;
    } else if (j === now.length || (i < old.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) {
      differences.push({ kind: "removed", text: old[i++]! });
    } else differences.push({ kind: "added", text: now[j++]! });
  }
  return differences;
}

function paragraphsOf(body: string): string[] {
  return body.split(/[\n\r\u2028\u2029]+/).flatMap((line) => line.trim() || []);
}

/** An article with nearly the same words, as outlets print that take them from one agency. */
export type Copy = {
  readonly article: Article;
  /** The part of the shorter text's runs of five words that stand in the other, 0..1. */
  readonly shared: number;
};

/** Runs of this many words are rarely equal by chance (Broder 1997 calls them shingles). */
const RUN = 5;
const NEARLY = 0.6;
const PROBES = 4;

/**
 * The article of `scope` with nearly the same words as `body`, the nearest if several; `null` when there is none.
 *
 * Looks only at articles that the index finds for the longest sentences, so that its time does not grow with the scope;
 * lets others go on between any two steps.
 */
export async function findCopy(body: string, sentences: readonly string[], scope: Scope): Promise<Copy | null> {
  const probes = [...sentences].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, PROBES);
  const candidates = new Set<string>();
  for (const probe of probes) {
    for (const { article } of scope.index.search(probe.slice(0, 300), 4)) candidates.add(article);
    await new Promise(setImmediate);
  }
  const runs = runsOf(body);
  let best: Copy | null = null;
  for (const id of candidates) {
    await new Promise(setImmediate);
    const article = scope.get(id)?.article;
    if (article === undefined) continue;
    const shared = sharedPart(runs, runsOf(article.body));
    if (shared >= NEARLY && shared > (best?.shared ?? 0)) best = { article, shared };
  }
  return best;
}

function sharedPart(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  // A few sentences inside a long article are a quotation of it, not a copy.
  if (small.size < 20 || small.size * 4 < large.size) return 0;
  let both = 0;
  for (const run of small) if (large.has(run)) both++;
  return both / small.size;
}

function runsOf(body: string): Set<string> {
  const words = body.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = new Set<string>();
  for (let i = 0; i + RUN <= words.length; i++) runs.add(words.slice(i, i + RUN).join(" "));
  return runs;
}
