import { type ClientOptions, CloseCodes, GatewayCloseCodes } from "discord.js";
import type { Logger } from "pino";

export type GatewayManager = Parameters<NonNullable<NonNullable<ClientOptions["ws"]>["buildStrategy"]>>[0];

/** While Discord is away discord.js tries twice a second; the log hears of it this often. */
const TELL_EVERY = 60_000;

type Outage = { readonly began: number; tries: number; told: number };

/** Tells in the log why a connection ended and when it is back. */
export function logConnection(manager: GatewayManager, log: Logger): void {
  const outages = new Map<number, Outage>();
  const reasons = new Map<number, string>();
  const on = (event: string, listener: (payload: Payload) => void) => manager.on(event as never, listener as never);
  on("error", ({ shardId, error }) => reasons.set(shardId, String(error?.message)));
  // The one place where discord.js says why it leaves a connection by itself, such as one that went silent.
  on("debug", ({ shardId, message }) => {
    const reason = /^Destroying shard\n\tReason: (?!none)(.+)/.exec(message ?? "")?.[1];
    if (reason !== undefined) reasons.set(shardId, reason);
  });
  on("closed", ({ shardId, code = 0 }) => {
    const now = Date.now();
    const outage = outages.get(shardId) ?? { began: now, tries: 0, told: Number.NEGATIVE_INFINITY };
    outages.set(shardId, outage);
    outage.tries++;
    if (now - outage.told < TELL_EVERY) return;
    outage.told = now;
    const name = GatewayCloseCodes[code] ?? CloseCodes[code];
    const why = reasons.get(shardId) ?? name ?? "broken off";
    reasons.delete(shardId);
    const { tries } = outage;
    if (tries === 1) log.info({ shard: shardId, code, why }, "The connection to Discord closed");
    else log.warn({ shard: shardId, code, why, tries }, "Still not connected to Discord; trying again");
  });
  const back = (sentence: string) => (payload: Payload) => {
    const { shardId } = payload;
    const outage = outages.get(shardId);
    reasons.delete(shardId);
    if (outage === undefined) return;
    outages.delete(shardId);
    log.info({ shard: shardId, tries: outage.tries, ms: Date.now() - outage.began }, sentence);
  };
  on("resumed", back("Connected to Discord again; it sends what came meanwhile"));
  on("ready", back("Connected to Discord anew; what came meanwhile is lost"));
}

/** What `@discordjs/ws` tells with its events; which fields there are depends on the event. */
type Payload = {
  readonly shardId: number;
  readonly code?: number;
  readonly message?: string;
  readonly error?: Error;
};
