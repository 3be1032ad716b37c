import type { Answer, Turn } from "../answering/answer.ts";

/** How much is remembered, and for how long. */
export type Limits = {
  /** Turns of one conversation; the oldest go first. */
  readonly turns: number;
  /** Conversations at once; the one that rested longest goes first. */
  readonly conversations: number;
  /** Milliseconds after which a conversation that rested is forgotten. */
  readonly rest: number;
};

const LIMITS: Limits = { turns: 8, conversations: 2000, rest: 30 * 60 * 1000 };

/**
 * What was asked before, for each conversation by its key (server, channel and member, say). Holds questions and the
 * places of what was shown, never words of articles; bounded, and gone when the program ends.
 *
 * `now` is in milliseconds and must not run backwards.
 */
export class Conversations {
  readonly #limits: Limits;
  /** In the order of the last use, oldest first. */
  readonly #known = new Map<string, { readonly turns: readonly Turn[]; readonly at: number }>();

  constructor(limits: Partial<Limits> = {}) {
    this.#limits = { ...LIMITS, ...limits };
  }

  /** The turns of a conversation, newest last; `null` when there is none, or it rested too long. */
  get(key: string, now: number): readonly Turn[] | null {
    const known = this.#known.get(key);
    if (known === undefined) return null;
    if (now - known.at <= this.#limits.rest) return known.turns;
    this.#known.delete(key);
    return null;
  }

  /** Adds a turn; a question that was refused changes nothing. */
  remember(key: string, answer: Answer, now: number): void {
    if (answer.kind === "refused") return;
    const turns = [...(this.get(key, now) ?? []), turnOf(answer)].slice(-this.#limits.turns);
    this.#known.delete(key);
    this.#known.set(key, { turns, at: now });
    for (const [oldest, { at }] of this.#known) {
      if (this.#known.size <= this.#limits.conversations && now - at <= this.#limits.rest) break;
      this.#known.delete(oldest);
    }
  }

  forget(key: string): void {
    this.#known.delete(key);
  }
}

/** An answer as a follow-up needs it. */
export function turnOf({ question, kind, passages }: Answer): Turn {
  const shown = passages.map(({ article, start, end, speaker }) => ({ article, start, end, speaker }));
  return { question, kind, shown };
}
