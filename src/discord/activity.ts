/** What was done since the bot started, by server; in memory alone. */
export class Activity {
  readonly started: Date;
  readonly #questions = new Map<string, number>();

  constructor(started: Date) {
    this.started = started;
  }

  /** A question of `server` was answered. */
  asked(server: string): void {
    this.#questions.set(server, this.questions(server) + 1);
  }

  questions(server: string): number {
    return this.#questions.get(server) ?? 0;
  }

  /** Forgets a server that the bot was removed from. */
  forget(server: string): void {
    this.#questions.delete(server);
  }
}
