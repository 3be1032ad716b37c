import { type InteractionReplyOptions, MessageFlags, type RepliableInteraction } from "discord.js";
import type { Reply } from "./command.ts";
import type { View } from "./render/components.ts";

/** How long an answer may take before Discord is told that it is being worked on (it gives up after three seconds). */
const PATIENCE = 1000;

type Waits = "update" | "private" | "public" | "modal";

/**
 * Answers an interaction with what `work` gives: at once when it is quick, else after deferring. What is private or not
 * is settled by the first acknowledgement, so that an answer of the other kind is sent as a message of its own.
 */
export async function respond(interaction: RepliableInteraction, waits: Waits, work: Promise<Reply>): Promise<void> {
  let deferring: Promise<unknown> | null = null;
  const timer = setTimeout(() => {
    if (waits === "modal") return;
    deferring = defer(interaction, waits);
    deferring.catch(() => {});
  }, PATIENCE);
  let reply: Reply;
  try {
    reply = await work;
  } finally {
    clearTimeout(timer);
    await deferring;
  }
  if (deferring === null) await answer(interaction, reply);
  else await answerDeferred(interaction, waits, reply);
}

/** Says something to the member alone, whatever was said before. */
export async function sayPrivately(interaction: RepliableInteraction, view: View): Promise<void> {
  if (!interaction.replied && !interaction.deferred) {
    await interaction.reply(payload(view, true));
    return;
  }
  // A public "is thinking" would stay for ever. (`ephemeral` is null when an update was deferred.)
  if (!interaction.replied && interaction.ephemeral === false) await interaction.deleteReply();
  await interaction.followUp(payload(view, true));
}

/** Interactions with a first acknowledgement on its way to Discord; discord.js only knows when it has arrived. */
const acknowledging = new WeakSet<RepliableInteraction>();

/** True while a second acknowledgement would be one too many. */
export function isBeingAcknowledged(interaction: RepliableInteraction): boolean {
  return acknowledging.has(interaction) && !interaction.replied && !interaction.deferred;
}

async function defer(interaction: RepliableInteraction, waits: Waits): Promise<void> {
  acknowledging.add(interaction);
  if (waits === "update" && "deferUpdate" in interaction) await interaction.deferUpdate();
  else await interaction.deferReply(waits === "private" ? { flags: MessageFlags.Ephemeral } : {});
}

async function answer(interaction: RepliableInteraction, reply: Reply): Promise<void> {
  acknowledging.add(interaction);
  switch (reply.kind) {
    case "message":
      await interaction.reply(payload(reply.view, reply.isPrivate));
      return;
    case "update":
      if (!("update" in interaction)) throw new Error("Only a component's message can be updated.");
      // A modal that no component opened has no message to update; ours all have one.
      await (interaction as Extract<typeof interaction, { update: unknown }>).update(replacement(reply.view) as never);
      return;
    case "modal":
      if (!("showModal" in interaction)) throw new Error("A modal cannot open another.");
      await interaction.showModal(reply.modal);
      return;
    case "delete":
      if (!("deferUpdate" in interaction)) throw new Error("Only a component's message can be deleted.");
      await interaction.deferUpdate();
      await interaction.deleteReply();
      return;
    default:
      reply satisfies never;
  }
}

async function answerDeferred(interaction: RepliableInteraction, waits: Waits, reply: Reply): Promise<void> {
  switch (reply.kind) {
    case "message":
      if (waits === "update") await interaction.followUp(payload(reply.view, reply.isPrivate));
      else if (reply.isPrivate === (waits === "private")) await interaction.editReply(replacement(reply.view));
      else {
        await interaction.deleteReply();
        await interaction.followUp(payload(reply.view, reply.isPrivate));
      }
      return;
    case "update":
      if (waits === "update") await interaction.editReply(replacement(reply.view));
      else throw new Error("An update was deferred as a message.");
      return;
    case "delete":
      await interaction.deleteReply();
      return;
    case "modal":
      throw new Error("A modal can only be the first answer.");
    default:
      reply satisfies never;
  }
}

/** A new message. Nothing in it pings. */
export function payload(view: View, isPrivate: boolean) {
  return {
    components: [...view.components],
    files: filesOf(view),
    flags: isPrivate ? MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral : MessageFlags.IsComponentsV2,
    allowedMentions: { parse: [] },
  } satisfies InteractionReplyOptions;
}

/** In place of what a message held; its files go unless they are sent again. */
function replacement(view: View) {
  return {
    components: [...view.components],
    files: filesOf(view),
    attachments: [],
    flags: MessageFlags.IsComponentsV2 as const,
    allowedMentions: { parse: [] },
  };
}

function filesOf({ files = [] }: View) {
  return files.map(({ name, bytes }) => ({ name, attachment: Buffer.from(bytes) }));
}
