import { InteractionContextType, SlashCommandBuilder } from "discord.js";
import { answerTimeline } from "../src/discord/answering.ts";
import type { SlashCommand } from "../src/discord/command.ts";
import { completeSpeaker, given } from "../src/discord/options.ts";

/** `/timeline`: what happened when, each entry in the article's own words. */
export const timeline: SlashCommand = {
  definition: new SlashCommandBuilder()
    .setName("timeline")
    .setDescription("What happened when, in order, and how each date is known")
    .setContexts(InteractionContextType.Guild)
    .addStringOption((option) => option.setName("topic").setDescription("About what").setMaxLength(200))
    .addStringOption((option) =>
      option
        .setName("speaker")
        .setDescription("Only what this person or body said")
        .setAutocomplete(true)
        .setMaxLength(100),
    )
    .addStringOption((option) =>
      option.setName("since").setDescription("From when on: 3 March, last week, 2021").setMaxLength(60),
    )
    .addStringOption((option) =>
      option.setName("until").setDescription("Up to when: yesterday, 2022-01-17").setMaxLength(60),
    )
    .addBooleanOption((option) => option.setName("private").setDescription("Show the timeline to you alone"))
    .toJSON(),
  isPrivate: ({ options }) => options.getBoolean("private") ?? false,
  run(interaction, call, services) {
    const request = { ...given(interaction.options, "topic", "speaker", "since", "until"), today: call.today };
    return answerTimeline(request, call, services, this.isPrivate(interaction));
  },
  complete: (interaction, { scope }) => completeSpeaker(interaction.options.getFocused(), scope),
};
