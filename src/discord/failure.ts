import { randomInt } from "node:crypto";
import { DiscordAPIError, RESTJSONErrorCodes } from "discord.js";

/** Letters and digits that nobody mistakes for one another. */
const LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

/** A short word that a member can pass on and that stands beside the cause in the log. */
export function newReference(): string {
  return Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
}

/** What a failed request to Discord means for the one who runs the bot, when it is a known case; else `null`. */
export function adviceFor(error: unknown): string | null {
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
        ? "Discord refused the token: reset it in the Developer Portal and set it anew."
        : null;
  }
}

/** Discord will not take an answer any more, so that there is no use in apologising either. */
export function isTooLate(error: unknown): boolean {
  const codes: unknown[] = [
    RESTJSONErrorCodes.UnknownInteraction,
    RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
    RESTJSONErrorCodes.InvalidWebhookToken,
  ];
  return error instanceof DiscordAPIError && codes.includes(error.code);
}
