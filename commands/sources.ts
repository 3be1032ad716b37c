import { InteractionContextType, SlashCommandBuilder } from "discord.js";
import type { SlashCommand } from "../src/discord/command.ts";
import { shortId } from "../src/discord/custom-id.ts";
import { renderSources } from "../src/discord/render/sources.ts";

/** `/sources`: which articles there are, newest first. */
export const sources: SlashCommand = {
  definition: new SlashCommandBuilder()
    .setName("sources")
    .setDescription("Which articles there are, newest first")
    .setContexts(InteractionContextType.Guild)
    .toJSON(),
  isPrivate: () => false,
  run: (_interaction, { scope, member }) => ({
    kind: "message",
    view: renderSources(scope, 0, shortId(member)),
    isPrivate: false,
  }),
};
