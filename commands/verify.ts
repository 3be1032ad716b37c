import { InteractionContextType, SlashCommandBuilder } from "discord.js";
import { answerVerify } from "../src/discord/answering.ts";
import type { SlashCommand } from "../src/discord/command.ts";
import { completeSpeaker, given, isAskedInPrivate, privateOption } from "../src/discord/options.ts";

/** `/verify quote`: is it in the articles word for word, altered, cut, or somebody else's? */
export const verify: SlashCommand = {
  definition: new SlashCommandBuilder()
    .setName("verify")
    .setDescription("Is this quotation in the articles, word for word, and whose is it?")
    .setContexts(InteractionContextType.Guild)
    .addStringOption((option) =>
      option.setName("quote").setDescription("The quotation to check").setMaxLength(2000).setRequired(true),
    )
    .addStringOption((option) =>
      option.setName("speaker").setDescription("Who is said to have said it").setAutocomplete(true).setMaxLength(100),
    )
    .addBooleanOption(privateOption)
    .toJSON(),
  isPrivate: isAskedInPrivate,
  run(interaction, call, services) {
    const quote = interaction.options.getString("quote", true);
    const request = { quote, ...given(interaction.options, "speaker") };
    return answerVerify(request, call, services, this.isPrivate(interaction));
  },
  complete: (interaction, { scope }) => completeSpeaker(interaction.options.getFocused(), scope),
};
