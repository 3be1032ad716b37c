import { type TerminalCommand, UsageError } from "../command.ts";

/** `remove ID`: takes an article out; `restore ID` brings it back. */
export const remove: TerminalCommand = {
  name: "remove",
  usage: "ID",
  summary: "take an article out; restore brings it back",
  options: {},
  async run(words, _options, { corpus, server, now }) {
    const [id] = words;
    if (id === undefined) throw new UsageError("Which article? Use it so: remove ID (see list)");
    const change = await corpus.remove(server, id, null, { by: "terminal", at: now().toISOString() });
    if (change.kind === "refused") throw new UsageError(change.message);
    return { status: 0, text: `Removed [${id}]. To undo: restore ${id}`, json: { removed: id } };
  },
};
