import { type Client, Events, type Message } from "discord.js";
import { type Connection, createClient } from "./client.ts";
import type { Command, Services } from "./command.ts";
import { Dispatch } from "./dispatch.ts";
import { answerMention } from "./mentions.ts";
import { inviteLink } from "./permissions.ts";
import { registerCommands } from "./register.ts";

export type BotOptions = Omit<Connection, "log"> & {
  readonly token: string;
  /** Register the commands on this server alone; `null`: everywhere. */
  readonly developmentServer: string | null;
  /** Questions a minute that one member may ask. */
  readonly asksPerMinute: number;
  readonly commands: readonly Command[];
  /** Called once, when the connection is lost for good; the message says what to do. */
  readonly onEnd?: (error: Error) => void;
  /** Called when the bot was removed from a server. */
  readonly onLeave?: (server: string) => void;
};

/** One server asks at most as often as this many of its members. */
const BUSY_MEMBERS = 15;

export type Bot = {
  readonly client: Client<true>;
  /** Takes nothing new, finishes or apologises for what is open, then leaves. */
  stop(): Promise<void>;
};

/**
 * Connects, registers the commands when they differ, and answers from then on.
 *
 * Rejects with an error whose message says what to do when Discord does not let the bot in.
 */
export async function startBot(options: BotOptions, services: Services): Promise<Bot> {
  const { log } = services;
  const client = createClient({ api: options.api, log });
  const perMember = options.asksPerMinute;
  const dispatch = new Dispatch(
    { commands: options.commands, limits: { perMember, perServer: perMember * BUSY_MEMBERS } },
    services,
  );
  client.on(Events.InteractionCreate, (interaction) => dispatch.take(interaction));
  client.on(Events.MessageCreate, (message: Message) => {
    // discord.js forgets its token after one 401, whatever caused that, and could never send a message again.
    client.rest.setToken(options.token);
    return answerMention(message, dispatch, services);
  });
  client.on(Events.GuildDelete, ({ id }) => options.onLeave?.(id));
  client.on(Events.ShardDisconnect, ({ code }) => options.onEnd?.(new Error(wordClosing(code))));

  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  try {
    await Promise.race([client.login(options.token).then(() => ready), closedForGood(client)]);
  } catch (cause) {
    await client.destroy();
    throw new Error(wordLogin(cause), { cause });
  }
  const connected = client as Client<true>;
  const place = { application: connected.application.id, server: options.developmentServer };
  const definitions = options.commands.map(({ definition }) => definition);
  try {
    const changed = await registerCommands(connected.rest, place, definitions);
    log.info({ changed, commands: definitions.length }, "Commands registered");
  } catch (err) {
    log.error({ err }, "The commands could not be registered; those that Discord has go on working");
  }
  const servers = connected.guilds.cache.size;
  log.info({ as: connected.user.tag, servers, invite: inviteLink(place.application) }, "Verbatim is ready");
  return {
    client: connected,
    async stop() {
      await dispatch.stop(5000);
      await connected.destroy();
    },
  };
}

/** Rejects when Discord closes the connection with a code after which trying again is of no use. */
function closedForGood(client: Client): Promise<never> {
  return new Promise((_, reject) => {
    client.once(Events.ShardDisconnect, ({ code }) => reject(new Error(wordClosing(code))));
  });
}

function wordClosing(code: number): string {
  switch (code) {
    case 4004:
      return "Discord refused the token; reset it in the Developer Portal (Bot, Reset Token) and put the new one into DISCORD_TOKEN.";
    case 4013:
    case 4014:
      return "Discord refused the intents; none of them is privileged, so check that the token belongs to a bot account.";
    default:
      return `Discord closed the connection for good (code ${code}); start again, and look at https://discordstatus.com when it happens again.`;
  }
}

function wordLogin(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  const { code, status } = cause as { code?: unknown; status?: unknown };
  if (code === "TokenInvalid" || status === 401 || /authentication failed/i.test(message)) return wordClosing(4004);
  if (/session/i.test(message) && /remain|limit/i.test(message)) {
    return `Discord allows no more connections today (${message}); something restarted the bot over and over. Wait for the reset, and find out what.`;
  }
  if (/^Discord /.test(message)) return message;
  return `Discord cannot be reached (${message}); check the network, and DISCORD_API if it is set.`;
}
