import { ApplicationCommandType, ContextMenuCommandBuilder, InteractionContextType } from "discord.js";
import { isArchive, previewArchive } from "../src/discord/archives.ts";
import { previewTask } from "../src/discord/articles.ts";
import type { MessageCommand } from "../src/discord/command.ts";
import { MODERATOR } from "../src/discord/permissions.ts";

/** Right-click on a message › Apps › Add to corpus: its attached text, the article it links to, or its own words. */
export const addToCorpus: MessageCommand = {
  definition: new ContextMenuCommandBuilder()
    .setName("Add to corpus")
    .setType(ApplicationCommandType.Message)
    .setContexts(InteractionContextType.Guild)
    .setDefaultMemberPermissions(MODERATOR)
    .toJSON(),
  isPrivate: () => true,
  run(interaction, call, services) {
    const { content, attachments } = interaction.targetMessage;
    const file = attachments.find(({ name }) => /\.(?:txt|text|md|markdown|html?|zip)$/i.test(name));
    const attached = file && { name: file.name, url: file.url, size: file.size };
    const task = { kind: "add", made: null } as const;
    const id = services.pending.begin(call.server, call.member, task, call.now.getTime());
    if (attached !== undefined && isArchive(attached)) return previewArchive(id, attached, call, services);
    return previewTask(id, task, { attached, text: content }, {}, call, services);
  },
};
