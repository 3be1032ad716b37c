import { InteractionContextType, SlashCommandBuilder } from "discord.js";
import type { SlashCommand } from "../src/discord/command.ts";
import { notice } from "../src/discord/render/components.ts";

const HELP = `### Verbatim
I answer with the exact words of the articles and who said them. I write nothing of my own about the news.

**/ask** what did Peskov say about NATO
**/timeline** what happened when, and how each date is known
**/verify** is this quotation in the articles, word for word?
**/speakers** who is quoted · **/sources** which articles there are
**/forget** start afresh

**Follow-ups**: ask again (“and about Ukraine?”), press *Follow up*, mention me, or reply to my answer. Leave the ping on when you reply: without it Discord does not show me your words.
**Under each passage**: *Context* shows its paragraph, *How* tells why this passage, speaker and date, and takes reports of mistakes.
**Right-click a message › Apps**: *Check this quote*; for moderators *Add to corpus*.
**Moderators**: **/article** adds, corrects, removes and restores articles; **/status** tells how it goes.`;

/** `/help`: what one can do here. */
export const help: SlashCommand = {
  definition: new SlashCommandBuilder()
    .setName("help")
    .setDescription("What I can do, and how")
    .setContexts(InteractionContextType.Guild)
    .toJSON(),
  isPrivate: () => true,
  run: () => ({ kind: "message", view: notice(HELP), isPrivate: true }),
};
