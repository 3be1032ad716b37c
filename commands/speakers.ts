import { InteractionContextType, SlashCommandBuilder } from "discord.js";
import type { SlashCommand } from "../src/discord/command.ts";
import { shortId } from "../src/discord/custom-id.ts";
import { completeSpeaker } from "../src/discord/options.ts";
import { renderSpeakers } from "../src/discord/render/speakers.ts";

/** `/speakers`: who is quoted here, and how often. */
export const speakers: SlashCommand = {
  definition: new SlashCommandBuilder()
    .setName("speakers")
    .setDescription("Who is quoted in the articles, and how often")
    .setContexts(InteractionContextType.Guild)
    .addStringOption((option) =>
      option.setName("name").setDescription("Everybody of this name").setAutocomplete(true).setMaxLength(100),
    )
    .toJSON(),
  isPrivate: () => false,
  run(interaction, { scope, member }) {
    const name = interaction.options.getString("name") ?? "";
    return { kind: "message", view: renderSpeakers(scope, name, 0, shortId(member)), isPrivate: false };
  },
  complete: (interaction, { scope }) => completeSpeaker(interaction.options.getFocused(), scope),
};
