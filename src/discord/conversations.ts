import type { Turn } from "../answering/answer.ts";
import type { Conversations } from "./command.ts";

/** How long a conversation is remembered after its last turn. */
const EXPIRES = 30 * 60_000;
const TURNS = 6;
const PLACES = 10_000;

/** What was asked lately, by place; in memory only. The place that was silent longest is forgotten first. */
export class RecentConversations implements Conversations {
  readonly #places = new Map<string, { readonly turns: readonly Turn[]; readonly at: number }>();

  recall(place: string, now: Date): readonly Turn[] {
    const known = this.#places.get(place);
    return known !== undefined && now.getTime() - known.at < EXPIRES ? known.turns : [];
  }

  remember(place: string, turn: Turn, now: Date): void {
    const turns = [...this.recall(place, now), turn].slice(-TURNS);
    this.#places.delete(place);
    this.#places.set(place, { turns, at: now.getTime() });
    if (this.#places.size > PLACES) this.#places.delete(this.#places.keys().next().value!);
  }

  forget(place: string): void {
    this.#places.delete(place);
  }
}
