import { handOn } from "./directory.ts";
import type { Speaker } from "./speakers.ts";

/** What articles that leave open who is meant tell of somebody. */
export type Gains = { mentions: number; quotations: number; readonly articles: Set<string> };

/** Somebody by what the articles tell under the own name, `null` for nothing, and by what others leave open. */
type Told = { readonly alone: Speaker | null; readonly gains: Gains | undefined };

/** The speakers of one scope in their order, kept from one change to the next: only whom it touched is put in anew. */
export class SpeakerList {
  #speakers: readonly Speaker[] = [];
  readonly #listed = new Map<string, Told & { readonly speaker: Speaker }>();

  /** Most quoted first; never changed, but replaced. */
  get speakers(): readonly Speaker[] {
    return this.#speakers;
  }

  /** Follows what is told now of some, by key; gives the list. */
  follow(changed: Iterable<Told & { readonly key: string }>): readonly Speaker[] {
    const gone = new Set<Speaker>();
    const came: Speaker[] = [];
    for (const { key, alone, gains } of changed) {
      const before = this.#listed.get(key);
      if (before !== undefined && before.alone === alone && isSame(before.gains, gains)) continue;
      if (before !== undefined) gone.add(before.speaker);
      this.#listed.delete(key);
      if (alone === null) continue;
      const speaker = gains === undefined ? alone : withGains(alone, gains);
      this.#listed.set(key, { speaker, alone, gains });
      came.push(speaker);
    }
    if (gone.size === 0 && came.length === 0) return this.#speakers;
    const others = this.#speakers.filter((speaker) => !gone.has(speaker));
    const list = merge(others, came.sort(mostQuotedFirst));
    handOn(this.#speakers, list, gone, came);
    this.#speakers = list;
    return list;
  }
}

function isSame(a: Gains | undefined, b: Gains | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  const counts = a.mentions === b.mentions && a.quotations === b.quotations && a.articles.size === b.articles.size;
  return counts && [...a.articles].every((id) => b.articles.has(id));
}

function withGains(speaker: Speaker, { mentions, quotations, articles }: Gains): Speaker {
  return {
    ...speaker,
    mentions: speaker.mentions + mentions,
    quotations: speaker.quotations + quotations,
    get articles() {
      return [...new Set([...speaker.articles, ...articles])].sort();
    },
  };
}

/** Two lists in order, as one in order. */
function merge(a: readonly Speaker[], b: readonly Speaker[]): Speaker[] {
  const merged: Speaker[] = [];
  let i = 0;
  for (const speaker of b) {
    while (i < a.length && mostQuotedFirst(a[i]!, speaker) <= 0) merged.push(a[i++]!);
    merged.push(speaker);
  }
  while (i < a.length) merged.push(a[i++]!);
  return merged;
}

/** The order of a scope's speakers. */
export function mostQuotedFirst(a: Speaker, b: Speaker): number {
  if (a.quotations !== b.quotations) return b.quotations - a.quotations;
  if (a.mentions !== b.mentions) return b.mentions - a.mentions;
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0;
}
