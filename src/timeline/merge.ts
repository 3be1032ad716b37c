import { termsOf } from "../retrieval/terms.ts";
import type { Dated } from "./timeline.ts";

/** Two sentences with the same date tell the same event when they share this much of the shorter one's terms. */
const ALIKE = 0.6;
const FEWEST_SHARED = 4;
/** How many entries of one date a new one is compared with; keeps a day with thousands of entries linear. */
const REACH = 100;

/**
 * The same list with each event once: sentences of different articles that tell the same of the same date are one
 * entry, the first, with all their articles as sources. A date named twice in one sentence is one entry as well.
 */
export function mergeSameEvents(found: readonly Dated[]): Dated[] {
  const merged: (Dated & { sources: string[] })[] = [];
  const byDate = new Map<string, { at: number; terms: ReadonlySet<string> }[]>();
  for (const dated of found) {
    const { holding, value } = dated;
    const terms = eventTerms(dated);
    const others = byDate.get(value) ?? [];
    const same = others.slice(-REACH).find(({ at, terms: known }) => tellsTheSame(merged[at]!, dated, known, terms));
    if (same === undefined) {
      others.push({ at: merged.length, terms });
      byDate.set(value, others);
      merged.push({ ...dated, sources: [...dated.sources] });
    } else if (!merged[same.at]!.sources.includes(holding.article.id)) {
      merged[same.at]!.sources.push(holding.article.id);
    }
  }
  return merged;
}

const SAYING = new Set(["said", "say", "told", "tell", "ad"]);

/** What the sentence tells besides the date, which they share, and that somebody said so. */
function eventTerms({ holding, sentence, timex }: Dated): ReadonlySet<string> {
  const { body } = holding.article;
  const words = `${body.slice(sentence.start, timex.start)} ${body.slice(timex.end, sentence.end)}`;
  return new Set(
    termsOf(words)
      .map(({ term }) => term)
      .filter((term) => !SAYING.has(term)),
  );
}

function tellsTheSame(a: Dated, b: Dated, first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  if (a.holding === b.holding) return a.sentence.start === b.sentence.start;
  const [speaker, other] = [a.attribution?.speaker ?? null, b.attribution?.speaker ?? null];
  if (speaker !== null && other !== null && speaker !== other) return false;
  let shared = 0;
  for (const term of second) if (first.has(term)) shared++;
  return shared >= FEWEST_SHARED && shared >= ALIKE * Math.min(first.size, second.size);
}
