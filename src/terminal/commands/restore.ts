import { type TerminalCommand, UsageError } from "../command.ts";

/** `restore ID`: undoes a removal, or goes back to an older revision. */
export const restore: TerminalCommand = {
  name: "restore",
  usage: "ID [REVISION]",
  summary: "undo a removal, or go back to an older revision",
  options: {},
  async run(words, _options, { corpus, server, now }) {
    const [id, revision] = words;
    if (id === undefined) throw new UsageError("Which article? Use it so: restore ID");
    const change = await corpus.restore(server, id, revision ?? null, { by: "terminal", at: now().toISOString() });
    if (change.kind === "refused") throw new UsageError(change.message);
    return { status: 0, text: `Restored [${id}].`, json: { restored: id, revision: change.revision } };
  },
};
