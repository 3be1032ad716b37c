import { given, type TerminalCommand, UsageError } from "../command.ts";
import { sourceAt } from "../source.ts";
import { printable } from "../style.ts";

/** `edit ID [FILE]`: another title, outlet, author, address, date or text; the old version is kept. */
export const edit: TerminalCommand = {
  name: "edit",
  usage: "ID [FILE] [--title TEXT] [--outlet NAME] [--author NAME] [--url LINK] [--date YYYY-MM-DD]",
  summary: "change an article's title, outlet, author, address, date or text; the old version is kept",
  options: {
    title: { type: "string" },
    outlet: { type: "string" },
    author: { type: "string" },
    url: { type: "string" },
    date: { type: "string" },
  },
  async run(words, options, { corpus, scope, server, now }) {
    const [id, file] = words;
    const holding = scope.get(id ?? "");
    if (id === undefined) throw new UsageError('Which article? Use it so: edit ID --title "..." (see list)');
    if (holding === undefined) throw new UsageError(`There is no article "${printable(id)}"; see list.`);
    const changes = given(options, "title", "outlet", "author", "url", "date");
    if (file === undefined && Object.keys(changes).length === 0) {
      throw new UsageError(`What should change? Use it so: edit ${id} --title "..."`);
    }
    const { outlet, date, ...rest } = changes;
    const { id: _, ...before } = holding.article;
    const draft = {
      ...before,
      ...rest,
      ...(outlet !== undefined && { publisher: outlet }),
      ...(date !== undefined && { published: { value: date, basis: "stated" as const } }),
      ...(file !== undefined && { body: await bodyOf(file) }),
    };
    const act = { by: "terminal", at: now().toISOString() };
    const change = await corpus.edit(server, id, draft, holding.revision, act);
    if (change.kind === "refused") throw new UsageError(change.message);
    const text = `Changed [${id}]; the old version is kept. To undo: restore ${id} ${holding.revision}`;
    return { status: 0, text, json: { edited: id, revision: change.revision, before: holding.revision } };

    async function bodyOf(place: string): Promise<string> {
      const source = await sourceAt(place);
      const preview = "refused" in source ? source : await corpus.preview(server, source);
      if ("refused" in preview) throw new UsageError(preview.refused);
      return preview.draft.body;
    }
  },
};
