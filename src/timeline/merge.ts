import { termsOf } from "../retrieval/terms.ts";
import type { Dated } from "./timeline.ts";

/** Two sentences with the same date tell the same event when they share this much of the shorter one's terms. */
const ALIKE = 0.6;
const FEWEST_SHARED = 4;
/** How many entries of one date a new one is compared with; keeps a day with thousands of entries linear. */
const REACH = 100;

/** `terms`: found when it is first compared. */
type Event = Dated & { readonly sources: string[]; terms?: ReadonlySet<string> };

/**
 * The same list with each event once: sentences of different articles that tell the same of the same date are one
 * entry, the first, with all their articles as sources. A date named twice in one sentence is one entry as well.
 */
export function mergeSameEvents(found: readonly Dated[]): Dated[] {
  const merged: Event[] = [];
  const byDate = new Map<string, Event[]>();
  for (const dated of found) {
    const { holding, value } = dated;
    const event: Event = { ...dated, sources: [...dated.sources] };
    const others = byDate.get(value) ?? [];
    const same = others.slice(-REACH).find((other) => tellsTheSame(other, event));
    if (same === undefined) {
      others.push(event);
      byDate.set(value, others);
      merged.push(event);
    } else if (!same.sources.includes(holding.article.id)) {
      same.sources.push(holding.article.id);
    }
  }
  return merged;
}

const SAYING = new Set(["said", "say", "told", "tell", "ad"]);

/** What the sentence tells besides the date, which they share, and that somebody said so. */
function eventTerms({ holding, sentence, timex }: Dated): ReadonlySet<string> {
  const { body } = holding.article;
  const words = `${body.slice(sentence.start, timex.start)} ${body.slice(timex.end, sentence.end)}`;
  const terms = new Set<string>();
  for (const { term } of termsOf(words)) if (!SAYING.has(term)) terms.add(term);
  return terms;
}

function tellsTheSame(a: Event, b: Event): boolean {
  if (a.holding === b.holding) return a.sentence.start === b.sentence.start;
  const [speaker, other] = [a.attribution?.speaker ?? null, b.attribution?.speaker ?? null];
  if (speaker !== null && other !== null && speaker !== other) return false;
  a.terms ??= eventTerms(a);
  b.terms ??= eventTerms(b);
  const [fewer, more] = a.terms.size < b.terms.size ? [a.terms, b.terms] : [b.terms, a.terms];
  let mayLack = fewer.size - Math.max(FEWEST_SHARED, ALIKE * fewer.size);
  for (const term of fewer) {
    if (mayLack < 0) return false;
    if (!more.has(term)) mayLack--;
  }
  return mayLack >= 0;
}
