import { setTimeout as wait } from "node:timers/promises";
import { type Client, DiscordAPIError, Events, type Message, Status } from "discord.js";
import type { Logger } from "pino";
import type { Connection } from "./client.ts";
import type { Command, Services } from "./command.ts";
import { connect } from "./connect.ts";
import { Dispatch } from "./dispatch.ts";
import { answerMention } from "./mentions.ts";
import { inviteLink } from "./permissions.ts";
import { closedForGood, type Refused } from "./refused.ts";
import { registerCommands } from "./register.ts";

export type BotOptions = Omit<Connection, "log"> & {
  readonly token: string;
  /** Register the commands on this server alone; `null`: everywhere. */
  readonly developmentServer: string | null;
  /** Questions a minute that one member may ask. */
  readonly asksPerMinute: number;
  readonly commands: readonly Command[];
  /** Called once, when the connection is lost for good; the message says what to do. */
  readonly onEnd?: (refused: Refused) => void;
  /** Called when the bot was removed from a server. */
  readonly onLeave?: (server: string) => void;
};

/** One server asks at most as often as this many of its members. */
const BUSY_MEMBERS = 15;
/** Milliseconds until the commands are registered again after Discord could not take them. */
const REGISTER_AGAIN = 60_000;

export type Bot = {
  readonly client: Client<true>;
  /** False while the connection is lost and being made again. */
  isConnected(): boolean;
  /** Takes nothing new, finishes or apologises for what is open, then leaves. */
  stop(): Promise<void>;
};

/**
 * Connects, registers the commands when they differ, and answers from then on. Waits while Discord cannot be reached or
 * allows no more connections, and says so in the log.
 *
 * Rejects with a {@link Refused} whose message says what to do when Discord does not let the bot in.
 */
export async function startBot(options: BotOptions, services: Services): Promise<Bot> {
  const { log } = services;
  const perMember = options.asksPerMinute;
  const dispatch = new Dispatch(
    { commands: options.commands, limits: { perMember, perServer: perMember * BUSY_MEMBERS } },
    services,
  );
  const { token, api } = options;
  const client = await connect({ token, api, log }, (tried) => {
    tried.on(Events.InteractionCreate, (interaction) => dispatch.take(interaction));
    tried.on(Events.MessageCreate, (message: Message) => {
      // discord.js forgets its token after one 401, whatever caused that, and could never send a message again.
      tried.rest.setToken(token);
      return answerMention(message, dispatch, services);
    });
    tried.on(Events.GuildCreate, ({ id }) => log.info({ server: id }, "A server added the bot"));
    tried.on(Events.GuildDelete, ({ id }) => {
      log.info({ server: id }, "A server removed the bot");
      options.onLeave?.(id);
    });
    tried.on(Events.GuildUnavailable, ({ id }) => log.info({ server: id }, "A server is out of order at Discord"));
  });
  client.on(Events.ShardDisconnect, ({ code }) => options.onEnd?.(closedForGood(code)));
  const stopping = new AbortController();
  await keepRegistering(client, options, log, stopping.signal);
  const servers = client.guilds.cache.size;
  log.info({ as: client.user.tag, servers, invite: inviteLink(client.application.id) }, "Verbatim is ready");
  return {
    client,
    isConnected: () => client.ws.shards.every(({ status }) => status === Status.Ready),
    async stop() {
      stopping.abort();
      await dispatch.stop(5000);
      await client.destroy();
    },
  };
}

/** Registers the commands when they differ; when Discord cannot take them now, goes on trying meanwhile. */
async function keepRegistering(
  client: Client<true>,
  options: Pick<BotOptions, "token" | "commands" | "developmentServer">,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  const place = { application: client.application.id, server: options.developmentServer };
  const definitions = options.commands.map(({ definition }) => definition);
  try {
    const changed = await registerCommands(client.rest.setToken(options.token), place, definitions);
    log.info({ changed, commands: definitions.length }, "Commands registered");
  } catch (err) {
    log.error({ err }, "The commands could not be registered; those that Discord has go on working");
    // Discord understood and does not want them: the same again would change nothing.
    if (err instanceof DiscordAPIError) return;
    const again = () => keepRegistering(client, options, log, signal);
    void wait(REGISTER_AGAIN, null, { signal, ref: false }).then(again, () => {});
  }
}
