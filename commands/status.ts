import { InteractionContextType, SlashCommandBuilder } from "discord.js";
import type { SlashCommand } from "../src/discord/command.ts";
import { MODERATOR } from "../src/discord/permissions.ts";
import { renderStatus } from "../src/discord/render/status.ts";

/** `/status`: what is loaded for this server, what is wrong with its files and how the bot is doing, for moderators. */
export const status: SlashCommand = {
  definition: new SlashCommandBuilder()
    .setName("status")
    .setDescription("What is loaded here, what is wrong with files, how the bot is doing")
    .setContexts(InteractionContextType.Guild)
    .setDefaultMemberPermissions(MODERATOR)
    .toJSON(),
  isPrivate: () => true,
  run: (_interaction, { scope, server }, { corpus, activity }) => ({
    kind: "message",
    view: renderStatus({
      scope,
      hidden: corpus.hidden(server).length,
      questions: activity.questions(server),
      problems: corpus.problemsOf(server),
      started: activity.started,
      memory: process.memoryUsage.rss(),
    }),
    isPrivate: true,
  }),
};
