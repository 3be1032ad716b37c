import { ApplicationCommandType, ContextMenuCommandBuilder, InteractionContextType } from "discord.js";
import { answerVerify } from "../src/discord/answering.ts";
import type { MessageCommand } from "../src/discord/command.ts";
import { tell } from "../src/discord/replies.ts";

/** Right-click on a message › Apps › Check this quote: the same as `/verify`, for the member alone. */
export const checkQuote: MessageCommand = {
  definition: new ContextMenuCommandBuilder()
    .setName("Check this quote")
    .setType(ApplicationCommandType.Message)
    .setContexts(InteractionContextType.Guild)
    .toJSON(),
  isPrivate: () => true,
  run(interaction, call, services) {
    const quote = quotationIn(interaction.targetMessage.content);
    if (quote === "") return tell("There are no words in this message to check.");
    return answerVerify({ quote }, call, services, true);
  },
};

/** The longest stretch in quotation marks when there is one of some length, else the whole message. */
function quotationIn(content: string): string {
  const quoted = content.match(/[“"„«][^“”"„«»]{12,}[”"“»]/g) ?? [];
  const longest = quoted.sort((a, b) => b.length - a.length)[0];
  return (longest ?? content).trim();
}
