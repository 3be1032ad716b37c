import { setTimeout as wait } from "node:timers/promises";
import { Refused } from "./refusal.ts";

export type TurnLimits = {
  /** Fetches that one server (`null`: the terminal) may have under way. */
  readonly perServer: number;
  /** Milliseconds from the end of one request to the start of the next to the same host. */
  readonly betweenMs: number;
  /** Requests that may queue for one host. */
  readonly queue: number;
};

/** Keeps fetches few: at most some at once for a server, and one after the other, with a wait, to a host. */
export class Turns {
  readonly #limits: TurnLimits;
  readonly #servers = new Map<string | null, number>();
  readonly #hosts = new Map<string, { last: Promise<unknown>; length: number }>();

  constructor(limits: TurnLimits) {
    this.#limits = limits;
  }

  /** Runs `fetch` as one of `server`'s; throws {@link Refused} when it has too many under way. */
  async ofServer<T>(server: string | null, fetch: () => Promise<T>): Promise<T> {
    const running = this.#servers.get(server) ?? 0;
    if (running >= this.#limits.perServer) {
      throw new Refused("busy", `${running} links are being read for this server already: try again in a moment.`);
    }
    this.#servers.set(server, running + 1);
    try {
      return await fetch();
    } finally {
      const left = this.#servers.get(server)! - 1;
      if (left === 0) this.#servers.delete(server);
      else this.#servers.set(server, left);
    }
  }

  /** Runs `request` when the host's turn comes; throws {@link Refused} when too many wait. */
  async ofHost<T>(host: string, request: () => Promise<T>): Promise<T> {
    const queue = this.#hosts.get(host) ?? { last: Promise.resolve(), length: 0 };
    if (queue.length >= this.#limits.queue) {
      throw new Refused("busy", `Many links to ${host} are waiting already: try again in a minute.`);
    }
    queue.length++;
    this.#hosts.set(host, queue);
    const result = queue.last.then(request);
    const pause = async () => {
      await wait(this.#limits.betweenMs, undefined, { ref: false });
      if (--queue.length === 0) this.#hosts.delete(host);
    };
    queue.last = result.then(pause, pause);
    return await result;
  }
}
