import { count } from "../../answering/wording.ts";
import type { TerminalCommand } from "../command.ts";
import { printable } from "../style.ts";

/** `speakers [NAME]`: who is named or quoted, most quoted first. */
export const speakers: TerminalCommand = {
  name: "speakers",
  usage: "[NAME]",
  summary: "who is quoted here, and how often",
  options: {},
  run(words, _options, { scope, style }) {
    const wanted = words.join(" ").toLowerCase();
    const found = scope.speakers
      .filter(({ aliases }) => aliases.some((alias) => alias.toLowerCase().includes(wanted)))
      .filter(({ quotations }) => quotations > 0 || wanted !== "");
    const lines = found.map(({ name, roles, quotations, articles }) => {
      const role = roles[0] === undefined ? "" : style.dim(`, ${printable(roles[0])}`);
      const counts = `${count(quotations, "quotation")} in ${count(articles.length, "article")}`;
      return `${style.bold(printable(name))}${role}: ${counts}`;
    });
    const nobody = wanted === "" ? "Nobody is quoted here yet." : `Nobody here is called "${printable(wanted)}".`;
    return {
      status: found.length > 0 ? 0 : 1,
      text: lines.join("\n") || nobody,
      json: { speakers: found.map(({ kind: _, aliases: __, ...speaker }) => speaker) },
    };
  },
};
