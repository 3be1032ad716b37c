import { InteractionContextType, SlashCommandBuilder } from "discord.js";
import { answerTimeline } from "../src/discord/answering.ts";
import type { SlashCommand } from "../src/discord/command.ts";
import {
  completeSpeaker,
  given,
  isAskedInPrivate,
  privateOption,
  sinceOption,
  speakerOption,
  untilOption,
} from "../src/discord/options.ts";

/** `/timeline`: what happened when, each entry in the article's own words. */
export const timeline: SlashCommand = {
  definition: new SlashCommandBuilder()
    .setName("timeline")
    .setDescription("What happened when, in order, and how each date is known")
    .setContexts(InteractionContextType.Guild)
    .addStringOption((option) => option.setName("topic").setDescription("About what").setMaxLength(200))
    .addStringOption(speakerOption)
    .addStringOption(sinceOption)
    .addStringOption(untilOption)
    .addBooleanOption(privateOption)
    .toJSON(),
  isPrivate: isAskedInPrivate,
  run(interaction, call, services) {
    const request = { ...given(interaction.options, "topic", "speaker", "since", "until"), today: call.today };
    return answerTimeline(request, call, services, this.isPrivate(interaction));
  },
  complete: (interaction, { scope }) => completeSpeaker(interaction.options.getFocused(), scope),
};
