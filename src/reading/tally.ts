import type { Fact } from "./facts.ts";
import type { Speaker } from "./speakers.ts";

/** What all articles of a scope say of one key, counted; articles come and go without the others being looked at. */
export class Tally {
  readonly facts = new Map<string, Fact>();
  readonly #names = new Map<string, number>();
  readonly #roles = new Map<string, number>();
  readonly #forms = new Map<string, number>();
  #mentions = 0;
  #quotations = 0;

  /** Gives the forms that no article used for this key before. */
  add(article: string, fact: Fact): readonly string[] {
    this.facts.set(article, fact);
    return this.#count(fact, 1);
  }

  /** Gives the forms that no article uses for this key any more. */
  remove(article: string): readonly string[] {
    const fact = this.facts.get(article);
    if (fact === undefined) return [];
    this.facts.delete(article);
    return this.#count(fact, -1);
  }

  /** The most frequent of its names, the shorter of two. */
  get name(): string {
    return mostFrequent(this.#names)[0]!;
  }

  /** Every form that an article uses for this key. */
  get forms(): Iterable<string> {
    return this.#forms.keys();
  }

  /** As a speaker; `isOwn` tells the forms that mean nobody else. `null` when no article is left. */
  speaker(isOwn: (form: string) => boolean): Speaker | null {
    const first = this.facts.values().next().value;
    if (first === undefined) return null;
    const { name, facts } = this;
    const others = [...this.#forms.keys()].filter((form) => form !== name && isOwn(form));
    return {
      name,
      kind: first.kind,
      aliases: [name, ...others],
      roles: mostFrequent(this.#roles),
      mentions: this.#mentions,
      quotations: this.#quotations,
      // Somebody may be named in thousands, and hardly anybody is asked for them.
      get articles() {
        return [...facts.keys()].sort();
      },
    };
  }

  /** The forms that came or went with it. */
  #count(fact: Fact, by: 1 | -1): readonly string[] {
    count(this.#names, fact.name, by);
    for (const role of fact.roles) count(this.#roles, role, by);
    this.#mentions += by * fact.mentions;
    this.#quotations += by * fact.quotations;
    return fact.forms.filter((form) => count(this.#forms, form, by) === (by === 1 ? 1 : 0));
  }
}

function count(counts: Map<string, number>, value: string, by: number): number {
  const left = (counts.get(value) ?? 0) + by;
  if (left === 0) counts.delete(value);
  else counts.set(value, left);
  return left;
}

/** Most frequent first, then the shorter, then by code unit. */
function mostFrequent(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].sort(([a, m], [b, n]) => n - m || a.length - b.length || (a < b ? -1 : 1)).map(([value]) => value);
}
