import { randomInt } from "node:crypto";
import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from "discord.js";

/** Letters and digits that nobody mistakes for one another. */
const LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

/** A short word that a member can pass on and that stands beside the cause in the log. */
export function newReference(): string {
  return Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
}

/** What a failed request to Discord means for the one who runs the bot, when it is a known case; else `null`. */
export function adviceFor(error: unknown): string | null {
  if (error instanceof RateLimitError)
    return "Discord limits how often the bot may answer, for longer than it waits for an answer. Is it asked very often?";
  if (error instanceof HTTPError)
    return "Discord has trouble of its own; look at https://discordstatus.com when it goes on.";
  if (!(error instanceof DiscordAPIError)) return null;
  switch (error.code) {
    case RESTJSONErrorCodes.UnknownInteraction:
      return "Discord no longer took the answer: it came more than 3 seconds after the question. Is the machine busy?";
    case RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged:
      return "The interaction was answered already. Does a second process run with the same token?";
    case RESTJSONErrorCodes.MissingAccess:
      return "The bot cannot see that channel: give it the permission View Channel there.";
    case RESTJSONErrorCodes.MissingPermissions:
      return "A permission is missing in that channel: Send Messages, Send Messages in Threads, Read Message History or Attach Files.";
    case RESTJSONErrorCodes.InvalidWebhookToken:
      return "The answer came more than 15 minutes after the question.";
    default:
      return error.status === 401
        ? "Discord refused the token. When it was reset, the connection is closed too and the bot ends; else it goes on."
        : null;
  }
}

/** Discord will not take an answer any more, so that there is no use in apologising either. */
export function isTooLate(error: unknown): boolean {
  const codes: unknown[] = [
    RESTJSONErrorCodes.UnknownInteraction,
    RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
    RESTJSONErrorCodes.InvalidWebhookToken,
    RESTJSONErrorCodes.UnknownWebhook,
  ];
  return error instanceof RateLimitError || (error instanceof DiscordAPIError && codes.includes(error.code));
}
