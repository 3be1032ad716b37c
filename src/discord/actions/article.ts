import type { ModalSubmitInteraction } from "discord.js";
import { isArchive, previewArchive } from "../archives.ts";
import { actOf, extractedFrom, previewSource, previewTask, tellChange } from "../articles.ts";
import type { Attached } from "../attachments.ts";
import type { Action, Call, Reply, Services } from "../command.ts";
import { customId } from "../custom-id.ts";
import type { Task } from "../pending.ts";
import { notice } from "../render/components.ts";
import { escapeMarkdown } from "../render/escape.ts";
import { field, modal } from "../render/modal.ts";
import { OVER, tell } from "../replies.ts";
import { fieldOf } from "./follow-up.ts";

const NO_TEXT = "An archive holds many articles; add it with /article add.";

type Writing = Extract<Task, { kind: "add" | "edit" }>;

function writing(id: string, call: Call, { pending }: Services): Writing | null {
  const task = pending.find(id, call.server, call.member, call.now.getTime());
  return task?.kind === "add" || task?.kind === "edit" ? task : null;
}

/** The text, file and fields that a moderator handed over in the modal of `/article add` or `edit`. */
export const handedArticle: Action = {
  name: "article-text",
  waits: "private",
  async run({ interaction, args: [id = ""] }, call, services) {
    const task = writing(id, call, services);
    if (task === null) return tell(OVER);
    const submitted = interaction as ModalSubmitInteraction;
    const given = givenIn(submitted);
    const handed = { attached: fileOf(submitted, "file"), text: fieldOf(submitted, "text") };
    const { attached } = handed;
    if (attached !== undefined && isArchive(attached)) {
      return task.kind === "add" ? previewArchive(id, attached, call, services) : tell(NO_TEXT);
    }
    if (task.kind === "add") return previewTask(id, task, handed, given, call, services);
    const holding = call.scope.get(task.article);
    if (holding === undefined) return tell("The article is gone; somebody removed it.");
    const { id: _, ...draft } = holding.article;
    const how = { title: null, publisher: null, author: null, url: null, published: null };
    // A modal gives white space back otherwise than it got it: a text that nobody touched stays as it is.
    const untouched = handed.attached === undefined && isSame(handed.text, draft.body);
    if (!untouched) return previewTask(id, task, handed, withOld(given, draft), call, services);
    return previewSource(id, task, { kind: "page", extracted: extractedFrom({ draft, how }) }, given, call, services);
  },
};

/** Stores what was previewed. */
export const saveArticle: Action = {
  name: "article-save",
  waits: "update",
  async run({ args: [id = ""] }, call, services): Promise<Reply> {
    const task = writing(id, call, services);
    if (task?.made == null) return tell(OVER);
    const { corpus, pending } = services;
    const { draft } = task.made;
    const change =
      task.kind === "add"
        ? await corpus.add(call.server, draft, actOf(call))
        : await corpus.edit(call.server, task.article, draft, task.expected, actOf(call));
    if (change.kind === "refused") return tellChange(change, "", services);
    pending.end(id, call.server);
    const done = task.kind === "add" ? "Added" : "Saved as the new version";
    const warning = change.warning === null ? "" : `\n⚠️ ${escapeMarkdown(change.warning)}`;
    const ask = "Everybody can ask about it now. /article history undoes it.";
    return {
      kind: "update",
      view: notice(`### ${done}\n${escapeMarkdown(change.article.title)}\n-# ${ask}${warning}`),
    };
  },
};

/** Opens the modal in which title, outlet, author, link and date are put right. */
export const correctArticle: Action = {
  name: "article-correct",
  waits: "modal",
  run({ args: [id = ""] }, call, services) {
    const task = writing(id, call, services);
    if (task?.made == null) return tell(OVER);
    const { title, publisher, author, url, published } = task.made.draft;
    return {
      kind: "modal",
      modal: modal(customId("article-again", id), "Correct the article", [
        field("title", "Title", { value: title, most: 500, isRequired: true }),
        field("publisher", "Outlet", { value: publisher ?? "", most: 200 }),
        field("author", "Author", { value: author ?? "", most: 200 }),
        field("url", "Link", { value: url ?? "", most: 500 }),
        field("published", "Date of publication", {
          value: published?.value ?? "",
          most: 40,
          description: "Such as 2022-01-17 or 17 January 2022",
        }),
      ]),
    };
  },
};

/** The corrections, previewed again. */
export const correctedArticle: Action = {
  name: "article-again",
  waits: "update",
  async run({ interaction, args: [id = ""] }, call, services) {
    const task = writing(id, call, services);
    if (task?.made == null) return tell(OVER);
    const given = givenIn(interaction as ModalSubmitInteraction);
    const extracted = extractedFrom(task.made);
    const cleared = {
      ...extracted,
      // An emptied field is taken at its word.
      publisher: given.publisher ? extracted.publisher : null,
      author: given.author ? extracted.author : null,
      url: given.url ? extracted.url : null,
      published: given.published === extracted.published?.value ? extracted.published : null,
    };
    const { published, ...others } = given;
    const kept = cleared.published === null ? given : others;
    const reply = await previewSource(id, task, { kind: "page", extracted: cleared }, kept, call, services);
    return reply.kind === "message" && interaction.isModalSubmit() && interaction.isFromMessage()
      ? asUpdate(reply, services, id, call)
      : reply;
  },
};

export const cancelArticle: Action = {
  name: "article-cancel",
  waits: "update",
  run({ args: [id = ""] }, call, services) {
    const { pending } = services;
    const task = pending.find(id, call.server, call.member, call.now.getTime());
    if (task?.kind !== "archive" && writing(id, call, services) === null) return tell(OVER);
    pending.end(id, call.server);
    return { kind: "update", view: notice("Cancelled; nothing was stored.") };
  },
};

/** Puts a removed article back, or goes back to an older version of one (chosen in a menu). */
export const restoreArticle: Action = {
  name: "article-restore",
  waits: "update",
  async run({ args: [id = ""], values: [revision = null] }, call, services) {
    const { corpus, pending } = services;
    const task = pending.find(id, call.server, call.member, call.now.getTime());
    if (task?.kind !== "restore") return tell(OVER);
    const change = await corpus.restore(call.server, task.article, revision, actOf(call));
    if (change.kind === "refused") return tellChange(change, "", services);
    pending.end(id, call.server);
    const done = revision === null ? "It is back" : "Back to the older version";
    return { kind: "update", view: notice(`### ${done}\n${escapeMarkdown(change.article.title)}`) };
  },
};

/** A refusal stays a message of its own; a preview takes the place of the one before. */
function asUpdate(reply: Extract<Reply, { kind: "message" }>, services: Services, id: string, call: Call): Reply {
  return writing(id, call, services) !== null && reply.view.components.length > 1
    ? { kind: "update", view: reply.view }
    : reply;
}

function givenIn(interaction: ModalSubmitInteraction) {
  const names = ["title", "publisher", "author", "url", "published"] as const;
  const given: { [name in (typeof names)[number]]?: string } = {};
  for (const name of names) {
    const value = fieldOf(interaction, name).trim();
    if (value !== "") given[name] = value;
  }
  return given;
}

function withOld(
  given: ReturnType<typeof givenIn>,
  old: { readonly author: string | null; readonly url: string | null },
): ReturnType<typeof givenIn> {
  return { ...(old.author && { author: old.author }), ...(old.url && { url: old.url }), ...given };
}

function isSame(typed: string, body: string): boolean {
  const plain = (text: string) => text.replace(/\s+/g, " ").trim();
  return plain(typed) === "" || plain(typed) === plain(body);
}

function fileOf(interaction: ModalSubmitInteraction, name: string): Attached | undefined {
  const field = interaction.fields.fields.get(name);
  const file = field !== undefined && "attachments" in field ? field.attachments?.first() : undefined;
  return file && { name: file.name, url: file.url, size: file.size };
}
