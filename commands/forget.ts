import { InteractionContextType, SlashCommandBuilder } from "discord.js";
import { placeOf } from "../src/discord/answering.ts";
import type { SlashCommand } from "../src/discord/command.ts";
import { tell } from "../src/discord/replies.ts";

/** `/forget`: the next question in this channel starts afresh. */
export const forget: SlashCommand = {
  definition: new SlashCommandBuilder()
    .setName("forget")
    .setDescription("Forget what you asked before in this channel; the next question starts afresh")
    .setContexts(InteractionContextType.Guild)
    .toJSON(),
  isPrivate: () => true,
  run(_interaction, call, { conversations }) {
    conversations.forget(placeOf(call));
    return tell("Forgotten; your next question here starts afresh.");
  },
};
