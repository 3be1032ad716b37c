import { GatewayCloseCodes, type RESTGetAPIGatewayBotResult } from "discord.js";

const TOKEN =
  "Discord refused the token; reset it in the Developer Portal (Bot, Reset Token) and put the new one into DISCORD_TOKEN.";
const OUTDATED = "this version of Verbatim is too old for Discord; install the newest one.";

/** Discord does not let the bot in, or not any longer; the message says what to do. */
export class Refused extends Error {
  /** Starting anew mends it. */
  readonly again: boolean;

  constructor(message: string, again = false, options?: ErrorOptions) {
    super(message, options);
    this.again = again;
  }
}

/** What it means that Discord closed the connection with a code after which discord.js does not try again. */
export function closedForGood(code: number): Refused {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return new Refused(TOKEN);
    case GatewayCloseCodes.InvalidShard:
    case GatewayCloseCodes.ShardingRequired:
      return new Refused(
        `Discord wants the bot's servers spread over another number of connections (code ${code}); start again, the number is asked for at every start.`,
        true,
      );
    case GatewayCloseCodes.InvalidAPIVersion:
      return new Refused(`Discord refused the version of its interface (code ${code}): ${OUTDATED}`);
    case GatewayCloseCodes.InvalidIntents:
      return new Refused(`Discord does not know the intents that the bot asks for (code ${code}): ${OUTDATED}`);
    case GatewayCloseCodes.DisallowedIntents:
      return new Refused(
        `Discord refused the intents (code ${code}); none of them is privileged, so check in the Developer Portal that the token belongs to a bot account that is not restricted.`,
      );
    default:
      return new Refused(
        `Discord closed the connection for good (code ${code}); start again, and look at https://discordstatus.com when it happens again.`,
        true,
      );
  }
}

/** What it means that the login failed: for good, or (`null`) only for now. */
export function refusedLogin(cause: unknown): Refused | null {
  if (cause instanceof Refused) return cause;
  const { code, status, message } = cause as { code?: unknown; status?: unknown; message?: unknown };
  const isToken = code === "TokenInvalid" || status === 401 || /authentication failed/i.test(String(message));
  return isToken ? new Refused(TOKEN, false, { cause }) : null;
}

/** Milliseconds until Discord allows as many connections as are needed; 0 when it does now. */
export function waitForSessions({ shards, session_start_limit: limit }: RESTGetAPIGatewayBotResult): number {
  if (limit.remaining >= shards) return 0;
  return Math.min(Math.max(limit.reset_after, 1_000), 24 * 3_600_000);
}
