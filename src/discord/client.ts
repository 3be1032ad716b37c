import { Client, Events, GatewayIntentBits, Options, SimpleShardingStrategy } from "discord.js";
import type { Logger } from "pino";
import { type GatewayManager, logConnection } from "./connection-log.ts";
import { createSend } from "./requests.ts";

export type Connection = {
  /** Where Discord's REST lives when not at discord.com; ends in `/api`. The gateway's address comes from there too. */
  readonly api: string | null;
  readonly log: Logger;
};

/** discord.js's client with the two intents, none of them privileged, and the caches that the bot needs. */
export function createClient({ api, log }: Connection): Client {
  const client = new Client({
    // Guilds: which servers and channels there are. GuildMessages: being mentioned and replied to.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    allowedMentions: { parse: [] },
    shards: "auto",
    makeCache: Options.cacheWithLimits({
      ...Object.fromEntries(UNUSED.map((name) => [name, 0])),
      GuildMemberManager: { maxSize: 0, keepOverLimit: ({ id, client: { user } }) => id === user.id },
      UserManager: { maxSize: 0, keepOverLimit: ({ id, client: { user } }) => id === user?.id },
    }),
    rest: {
      ...(api !== null && { api }),
      makeRequest: createSend(log),
      retries: 0,
      // A first answer that would have to wait longer than Discord waits for it.
      rejectOnRateLimit: ({ route, retryAfter }) => route.endsWith("/callback") && retryAfter > 3_000,
    },
    ws: {
      buildStrategy: (manager) => {
        logConnection(manager, log);
        return new SimpleShardingStrategy(guarded(manager, log));
      },
    },
  });
  // Without a listener an error that discord.js reports would end the process.
  client.on(Events.Error, (err) => log.error({ err }, "discord.js reports an error"));
  client.on(Events.Warn, (warning) => log.warn(warning));
  return client;
}

const UNUSED = [
  "ApplicationCommandManager",
  "AutoModerationRuleManager",
  "BaseGuildEmojiManager",
  "DMMessageManager",
  "EntitlementManager",
  "GuildBanManager",
  "GuildEmojiManager",
  "GuildInviteManager",
  "GuildMessageManager",
  "GuildScheduledEventManager",
  "GuildStickerManager",
  "MessageManager",
  "PresenceManager",
  "ReactionManager",
  "ReactionUserManager",
  "StageInstanceManager",
  "ThreadMemberManager",
  "VoiceStateManager",
] as const;

/**
 * A payload without the fields that discord.js counts on makes it throw where nobody catches, which ends the process;
 * here it costs a line in the log.
 */
function guarded(manager: GatewayManager, log: Logger): GatewayManager {
  const emit = manager.emit.bind(manager) as (...args: unknown[]) => boolean;
  manager.emit = ((...args: unknown[]) => {
    try {
      return emit(...args);
    } catch (err) {
      log.warn({ err }, "Left out a payload from Discord that discord.js cannot read");
      return true;
    }
  }) as typeof manager.emit;
  return manager;
}
