import type { Message } from "discord.js";
import { answerQuestion } from "./answering.ts";
import type { Services } from "./command.ts";
import { type Dispatch, makeCall } from "./dispatch.ts";
import { adviceFor, newReference } from "./failure.ts";
import { notice, type View } from "./render/components.ts";
import { escapeMarkdown } from "./render/escape.ts";
import { payload } from "./respond.ts";

const LONGEST = 1000;

/**
 * Answers a message that mentions the bot, a reply to one of its answers among them, as the next question of the
 * conversation. Any other message is left alone; Discord does not even show the bot its words. Never rejects.
 */
export async function answerMention(message: Message, dispatch: Dispatch, services: Services): Promise<void> {
  const { log } = services;
  try {
    const { client, author, guildId, channelId } = message;
    if (guildId === null || author.bot || message.webhookId !== null || dispatch.isStopping) return;
    if (!message.mentions.users.has(client.user.id)) return;
    const text = message.content.replaceAll(new RegExp(`<@!?${client.user.id}>`, "g"), " ").trim();
    const seconds = dispatch.waitFor(guildId, author.id);
    if (seconds > 0) return;
    if (text === "") {
      await send(message, notice("Ask me something: what did Peskov say about NATO? **/help** tells more."));
      return;
    }
    const call = makeCall({ server: guildId, channel: channelId, member: author.id }, false, services);
    const reply = answerQuestion({ text: text.slice(0, LONGEST + 1), today: call.today }, call, services, false);
    if (reply.kind === "message") await send(message, reply.view);
  } catch (err) {
    const reference = newReference();
    const advice = adviceFor(err);
    log.error(
      { err, what: "mention", reference, server: message.guildId, ...(advice !== null && { advice }) },
      "failed",
    );
    const sorry = `Something went wrong; who runs this bot finds the reason in its log under ${reference}.`;
    if (advice === null) await send(message, notice(escapeMarkdown(sorry))).catch(() => {});
  }
}

async function send(message: Message, view: View): Promise<void> {
  const { flags, ...rest } = payload(view, false);
  await message.reply({
    ...rest,
    flags: flags as never,
    allowedMentions: { parse: [], repliedUser: false },
    failIfNotExists: false,
    // However often it is sent, Discord shows one answer to a message.
    nonce: message.id,
    enforceNonce: true,
  });
}
