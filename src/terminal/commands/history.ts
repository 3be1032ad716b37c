import { type TerminalCommand, UsageError } from "../command.ts";
import { printable } from "../style.ts";

/** `history [ID]`: who added, changed, corrected and removed what, newest first. */
export const history: TerminalCommand = {
  name: "history",
  usage: "[ID]",
  summary: "who added, changed, corrected or removed what, newest first",
  options: {},
  async run(words, _options, { corpus, server, scope }) {
    const [id = null] = words;
    const entries = await corpus.history(server, id);
    if (id !== null && entries.length === 0 && scope.get(id) === undefined) {
      throw new UsageError(`There is no article "${printable(id)}"; see list.`);
    }
    const lines = entries.map(({ at, by, action, article, revision, title, detail, imported }) => {
      const what = detail === undefined ? title : `${title}: ${detail}`;
      return printable(
        `${at}  ${action} [${article}] ${revision} by ${by}  ${what}${imported ? ` (from an archive that ${imported.by} added ${imported.at.slice(0, 10)})` : ""}`,
      );
    });
    return {
      status: entries.length > 0 ? 0 : 1,
      text: lines.join("\n") || "Nothing was changed yet.",
      json: { history: entries },
    };
  },
};
