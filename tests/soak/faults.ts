import type { Double } from "../discord/double/double.ts";

/** Discord misbehaving for a moment. */
export type Trouble = { readonly name: string; begin(double: Double, spoil: Spoil): void };

/** Lets the next callbacks fail that way, and remembers whose they were. */
export type Spoil = (
  times: number,
  act: { status: number; body?: unknown; headers?: Record<string, string> } | "reset" | "hang",
) => void;

export const TROUBLES: readonly Trouble[] = [
  { name: "op 7, reconnect", begin: (double) => double.gateway.signal(7, null) },
  {
    name: "429",
    begin: (_double, spoil) =>
      spoil(5, {
        status: 429,
        body: { message: "You are being rate limited.", retry_after: 0.1, global: false },
        headers: { "retry-after": "0.1", "x-ratelimit-scope": "shared" },
      }),
  },
  { name: "socket cut", begin: (double) => double.gateway.close("cut") },
  { name: "502", begin: (_double, spoil) => spoil(4, { status: 502 }) },
  { name: "op 9, resumable", begin: (double) => double.gateway.signal(9, true) },
  { name: "connection reset", begin: (_double, spoil) => spoil(3, "reset") },
  { name: "close 4000", begin: (double) => double.gateway.close(4000) },
];

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
