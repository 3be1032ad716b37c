import { type AutocompleteInteraction, InteractionContextType, SlashCommandBuilder } from "discord.js";
import { serverOf } from "../src/corpus/library.ts";
import { actOf, namedArticle, previewOf, previewTask, tellChange } from "../src/discord/articles.ts";
import type { Call, Choice, Reply, Services, SlashCommand } from "../src/discord/command.ts";
import { customId, shortId } from "../src/discord/custom-id.ts";
import { articleRef } from "../src/discord/passage-ref.ts";
import { MODERATOR } from "../src/discord/permissions.ts";
import { renderExport } from "../src/discord/render/archive.ts";
import { articleModal } from "../src/discord/render/article-modal.ts";
import { renderArticleList, renderHistory, renderRemoved, renderReports } from "../src/discord/render/moderation.ts";
import { renderPreview } from "../src/discord/render/preview.ts";
import { tell } from "../src/discord/replies.ts";

const NONE = "There is no such article here; choose one from the list that appears while you type.";

/** `/article …`: adding, looking at, correcting, removing and restoring articles, for moderators. */
export const article: SlashCommand = {
  definition: new SlashCommandBuilder()
    .setName("article")
    .setDescription("Add, look at, change, remove and restore articles")
    .setContexts(InteractionContextType.Guild)
    .setDefaultMemberPermissions(MODERATOR)
    .addSubcommand((sub) =>
      sub
        .setName("add")
        .setDescription("Add an article: from a link, or opens a form for its text or file")
        .addStringOption((option) => option.setName("link").setDescription("Where the article is").setMaxLength(500)),
    )
    .addSubcommand((sub) => sub.setName("list").setDescription("Which articles this server has added"))
    .addSubcommand((sub) =>
      sub.setName("show").setDescription("What is understood of an article").addStringOption(named),
    )
    .addSubcommand((sub) =>
      sub.setName("edit").setDescription("Change an article; the old version is kept").addStringOption(named),
    )
    .addSubcommand((sub) =>
      sub.setName("remove").setDescription("Remove an article; it can be restored").addStringOption(named),
    )
    .addSubcommand((sub) => sub.setName("restore").setDescription("Put a removed article back").addStringOption(named))
    .addSubcommand((sub) =>
      sub
        .setName("history")
        .setDescription("Who did what, and older versions to go back to")
        .addStringOption((option) => named(option).setRequired(false)),
    )
    .addSubcommand((sub) =>
      sub.setName("hide").setDescription("Hide a shared article here, or show it again").addStringOption(named),
    )
    .addSubcommand((sub) => sub.setName("export").setDescription("All articles of this server as a ZIP archive"))
    .addSubcommand((sub) => sub.setName("reports").setDescription("Wrong speakers that members reported"))
    .toJSON(),
  isPrivate: () => true,
  run(interaction, call, services) {
    const { options } = interaction;
    const name = options.getString("article") ?? "";
    const link = options.getString("link") ?? "";
    const work = SUBCOMMANDS[options.getSubcommand()];
    return work === undefined ? tell(NONE) : work({ name, link }, call, services);
  },
  complete,
};

function named<Option extends { setName(name: string): Option; setDescription(text: string): Option }>(
  option: Option & { setRequired(required: boolean): Option; setAutocomplete(on: true): Option },
) {
  option.setName("article").setDescription("Its title");
  option.setAutocomplete(true);
  return option.setRequired(true) as typeof option;
}

type Work = (
  given: { readonly name: string; readonly link: string },
  call: Call,
  services: Services,
) => Promise<Reply> | Reply;

const SUBCOMMANDS: Readonly<Record<string, Work>> = {
  add({ link }, call, services) {
    const task = { kind: "add", made: null } as const;
    const id = services.pending.begin(call.server, call.member, task, call.now.getTime());
    if (link !== "") return previewTask(id, task, { link }, {}, call, services);
    return { kind: "modal", modal: articleModal(customId("article-text", id), null) };
  },

  list: (_given, { scope, server, member }) => ({
    kind: "message",
    view: renderArticleList(scope, server, 0, shortId(member)),
    isPrivate: true,
  }),

  show({ name }, { scope }) {
    const holding = namedArticle(name, scope);
    if (holding === null) return tell(NONE);
    return { kind: "message", view: renderPreview(previewOf(holding), null), isPrivate: true };
  },

  edit({ name }, call, services) {
    const holding = namedArticle(name, call.scope);
    if (holding === null) return tell(NONE);
    const { article: old, revision } = holding;
    if (serverOf(old.id) === null) return tell("This article is shared by all servers; it can only be hidden here.");
    const task = { kind: "edit", article: old.id, expected: revision, made: null } as const;
    const id = services.pending.begin(call.server, call.member, task, call.now.getTime());
    return { kind: "modal", modal: articleModal(customId("article-text", id), old) };
  },

  async remove({ name }, call, services) {
    const holding = namedArticle(name, call.scope);
    if (holding === null) return tell(NONE);
    const { id, title } = holding.article;
    const change = await services.corpus.remove(call.server, id, holding.revision, actOf(call));
    if (change.kind === "refused") return tellChange(change, "", services);
    const undo = services.pending.begin(call.server, call.member, { kind: "restore", article: id }, call.now.getTime());
    return { kind: "message", view: renderRemoved(title, undo), isPrivate: true };
  },

  async restore({ name }, call, services) {
    const removed = await services.corpus.removed(call.server);
    const wanted = removed.find(({ id, title }) => articleRef(id) === name || id === name || title === name);
    if (wanted === undefined) return tell("There is no such removed article; choose one from the list.");
    const change = await services.corpus.restore(call.server, wanted.id, null, actOf(call));
    return tellChange(change, `It is back: ${wanted.title}`, services);
  },

  async history({ name }, call, services) {
    const { corpus, pending } = services;
    const holding = name === "" ? null : namedArticle(name, call.scope);
    if (name !== "" && holding === null) return tell(NONE);
    const id = holding?.article.id ?? null;
    const entries = await corpus.history(call.server, id);
    const versions = id === null ? [] : await corpus.versions(call.server, id);
    const task =
      id === null || versions.length === 0
        ? null
        : pending.begin(call.server, call.member, { kind: "restore", article: id }, call.now.getTime());
    return { kind: "message", view: renderHistory(entries, versions, task), isPrivate: true };
  },

  async hide({ name }, call, services) {
    const { corpus } = services;
    const hidden = corpus
      .hidden(call.server)
      .find(({ article: { id, title } }) => articleRef(id) === name || title === name);
    const holding = hidden ?? namedArticle(name, call.scope);
    if (holding === null) return tell(NONE);
    const change = await corpus.hide(call.server, holding.article.id, hidden === undefined, actOf(call));
    const done = hidden === undefined ? "Hidden on this server; /article hide again shows it." : "Shown here again.";
    return tellChange(change, done, services);
  },

  async export(_given, call, services) {
    const exported = await services.corpus.export(call.server);
    if ("refused" in exported) return tell(exported.refused);
    return { kind: "message", view: renderExport(exported), isPrivate: true };
  },

  async reports(_given, call, services) {
    const reports = await services.corpus.reports(call.server);
    const task = services.pending.begin(call.server, call.member, { kind: "reports" }, call.now.getTime());
    return { kind: "message", view: renderReports(reports, call.scope, task), isPrivate: true };
  },
};

/** Titles that hold what was typed: of removed articles for `restore`, of hidden ones too for `hide`. */
async function complete(interaction: AutocompleteInteraction, call: Call, { corpus }: Services): Promise<Choice[]> {
  const sub = interaction.options.getSubcommand(false);
  const typed = interaction.options.getFocused().trim().toLowerCase();
  const own = call.scope.holdings.filter(({ article: { id } }) => (serverOf(id) === null) === (sub === "hide"));
  const holdings =
    sub === "show" ? call.scope.holdings : sub === "hide" ? [...own, ...corpus.hidden(call.server)] : own;
  const found =
    sub === "restore"
      ? await corpus.removed(call.server)
      : holdings.map(({ article: { id, title } }) => ({ id, title }));
  return found
    .filter(({ title }) => title.toLowerCase().includes(typed))
    .slice(0, 25)
    .map(({ id, title }) => ({ name: title, value: articleRef(id) }));
}
