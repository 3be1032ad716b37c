import { OAuth2Scopes, PermissionFlagsBits, PermissionsBitField } from "discord.js";

/** Who may change the articles, unless a server's own integration settings say otherwise. */
export const MODERATOR = PermissionFlagsBits.ManageMessages;

/** What the bot needs in a server, and why. */
export const NEEDED = [
  ["View Channel", PermissionFlagsBits.ViewChannel, "to see where it is mentioned"],
  ["Send Messages", PermissionFlagsBits.SendMessages, "to answer when it is mentioned or replied to"],
  ["Send Messages in Threads", PermissionFlagsBits.SendMessagesInThreads, "the same in threads"],
  ["Read Message History", PermissionFlagsBits.ReadMessageHistory, "to reply to a message"],
  ["Attach Files", PermissionFlagsBits.AttachFiles, "for passages too long for a message, exports and pictures"],
] as const;

/** The link that adds the bot to a server with exactly what it needs. */
export function inviteLink(application: string): string {
  const permissions = new PermissionsBitField(NEEDED.map(([, bit]) => bit)).bitfield;
  const scope = [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join("+");
  return `https://discord.com/oauth2/authorize?client_id=${application}&scope=${scope}&permissions=${permissions}`;
}
