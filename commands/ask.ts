import { InteractionContextType, SlashCommandBuilder } from "discord.js";
import { answerQuestion } from "../src/discord/answering.ts";
import type { SlashCommand } from "../src/discord/command.ts";
import {
  completeOutlet,
  completeSpeaker,
  given,
  isAskedInPrivate,
  privateOption,
  sinceOption,
  speakerOption,
  untilOption,
} from "../src/discord/options.ts";

/** `/ask question`: passages that answer it, word for word, and who said them. */
export const ask: SlashCommand = {
  definition: new SlashCommandBuilder()
    .setName("ask")
    .setDescription("What do the articles say about it, and who said so?")
    .setContexts(InteractionContextType.Guild)
    .addStringOption((option) =>
      option
        .setName("question")
        .setDescription("In plain words: what did Peskov say about NATO")
        .setMaxLength(300)
        .setRequired(true),
    )
    .addStringOption(speakerOption)
    .addStringOption((option) =>
      option.setName("outlet").setDescription("Only articles of this outlet").setAutocomplete(true).setMaxLength(100),
    )
    .addStringOption(sinceOption)
    .addStringOption(untilOption)
    .addBooleanOption(privateOption)
    .toJSON(),
  isPrivate: isAskedInPrivate,
  run(interaction, call, services) {
    const request = {
      text: interaction.options.getString("question", true),
      ...given(interaction.options, "speaker", "outlet", "since", "until"),
      today: call.today,
    };
    return answerQuestion(request, call, services, this.isPrivate(interaction));
  },
  complete(interaction, { scope }) {
    const { name, value } = interaction.options.getFocused(true);
    return name === "outlet" ? completeOutlet(value, scope) : completeSpeaker(value, scope);
  },
};
