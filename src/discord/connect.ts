import { setTimeout as wait } from "node:timers/promises";
import { type Client, Events, type RESTGetAPIGatewayBotResult, Routes } from "discord.js";
import type { Logger } from "pino";
import { type Connection, createClient } from "./client.ts";
import { closedForGood, refusedLogin, waitForSessions } from "./refused.ts";

/** Milliseconds between two attempts to reach Discord; the last one again and again. */
const PAUSES = [2_000, 5_000, 15_000, 60_000];

/**
 * A client that is connected and has every server; `listen` is called for each that is tried, before anything reaches it.
 * Waits, and says so in the log, while Discord cannot be reached or allows no more connections.
 *
 * Rejects with a `Refused` when Discord does not let the bot in.
 */
export async function connect(
  { token, ...connection }: Connection & { readonly token: string },
  listen: (client: Client) => void,
): Promise<Client<true>> {
  const { log } = connection;
  for (let tries = 1; ; tries++) {
    const client = createClient(connection);
    listen(client);
    try {
      const limits = (await client.rest.setToken(token).get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult;
      const milliseconds = waitForSessions(limits);
      if (milliseconds > 0) await waitForMore(milliseconds, log);
      return await login(client, token);
    } catch (cause) {
      await client.destroy();
      const refused = refusedLogin(cause);
      if (refused !== null) throw refused;
      const pause = PAUSES[Math.min(tries, PAUSES.length) - 1]!;
      log.warn({ err: cause, tries, seconds: pause / 1000 }, UNREACHABLE);
      await wait(pause);
    }
  }
}

const UNREACHABLE =
  "Discord cannot be reached; trying again. Check the network, https://discordstatus.com, and DISCORD_API if it is set";

async function waitForMore(milliseconds: number, log: Logger): Promise<void> {
  const until = new Date(Date.now() + milliseconds).toISOString();
  log.error(
    { until },
    `Discord allows no more connections until ${until}, because something started the bot over and over; find out what. Waiting till then`,
  );
  await wait(milliseconds);
}

async function login(client: Client, token: string): Promise<Client<true>> {
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  const closed = new Promise<never>((_, reject) => {
    client.once(Events.ShardDisconnect, ({ code }) => reject(closedForGood(code)));
  });
  await Promise.race([client.login(token).then(() => ready), closed]);
  return client as Client<true>;
}
