/**
 * How often each name may do something: at most `perMinute` at once, refilled evenly (token bucket).
 *
 * Holds at most `most` names; the one that asked longest ago is forgotten first, which only ever allows more.
 */
export class RateLimit {
  readonly #perMinute: number;
  readonly #most: number;
  readonly #buckets = new Map<string, { left: number; at: number }>();

  constructor(perMinute: number, most = 10_000) {
    this.#perMinute = perMinute;
    this.#most = most;
  }

  /** Takes one; gives 0, or how many seconds to wait for the next. `now` in milliseconds. */
  take(name: string, now: number): number {
    const known = this.#buckets.get(name);
    const refilled = known === undefined ? this.#perMinute : known.left + ((now - known.at) / 60_000) * this.#perMinute;
    const left = Math.min(this.#perMinute, refilled);
    this.#buckets.delete(name);
    this.#buckets.set(name, { left: left < 1 ? left : left - 1, at: now });
    if (this.#buckets.size > this.#most) this.#buckets.delete(this.#buckets.keys().next().value!);
    return left < 1 ? Math.ceil(((1 - left) * 60) / this.#perMinute) : 0;
  }
}
