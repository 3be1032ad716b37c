import type { Double } from "../discord/double/double.ts";
import type { Fault } from "../discord/double/rest.ts";

/** Discord misbehaving for a moment. */
export type Trouble = { readonly name: string; begin(double: Double, spoil: Spoil): void };

/** Lets the next callbacks fail that way, and remembers whose they were. */
export type Spoil = (times: number, act: Fault["act"]) => void;

export const TROUBLES: readonly Trouble[] = [
  { name: "op 7, reconnect", begin: ({ gateway }) => gateway.signal(7, null) },
  { name: "429", begin: (_double, spoil) => spoil(5, limit(false)) },
  { name: "socket cut", begin: ({ gateway }) => gateway.close("cut") },
  { name: "burst of 502", begin: (_double, spoil) => spoil(12, { status: 502 }) },
  { name: "op 9, resumable", begin: ({ gateway }) => gateway.signal(9, true) },
  { name: "connection reset", begin: (_double, spoil) => spoil(5, "reset") },
  { name: "close 4000", begin: ({ gateway }) => gateway.close(4000) },
  { name: "global 429", begin: (_double, spoil) => spoil(5, limit(true)) },
  { name: "answered and reset", begin: (_double, spoil) => spoil(5, "reset after") },
  { name: "close 4009", begin: ({ gateway }) => gateway.close(4009) },
  { name: "hang", begin: (_double, spoil) => spoil(2, "hang") },
  { name: "zombie", begin: ({ gateway }) => gateway.freeze() },
  {
    name: "outage of a server",
    begin: ({ gateway, guilds }) => {
      const [[id, guild] = ["", null]] = guilds;
      gateway.dispatch("GUILD_DELETE", { id, unavailable: true });
      setTimeout(() => gateway.dispatch("GUILD_CREATE", guild), 500);
    },
  },
  { name: "op 9, session gone", begin: ({ gateway }) => gateway.signal(9, false) },
];

function limit(global: boolean): Fault["act"] {
  const headers = { "retry-after": "0.1", ...(global ? { "x-ratelimit-global": "true" } : {}) };
  return { status: 429, body: { message: "You are being rate limited.", retry_after: 0.1, global }, headers };
}

/** Puts a fault on the callbacks of interactions; `victims` collects their tokens. */
export function createSpoil(double: Double, victims: Set<string>): Spoil {
  return (times, act) => {
    const path = /^\/interactions\/\d+\/([^/]+)\/callback/;
    const test = path.test.bind(path);
    path.test = (route: string) => {
      const matches = test(route);
      if (matches) victims.add(path.exec(route)![1]!);
      return matches;
    };
    double.rest.faults.push({ method: "POST", path, times, act });
  };
}
