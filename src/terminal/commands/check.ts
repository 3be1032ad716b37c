import { count } from "../../answering/wording.ts";
import type { TerminalCommand } from "../command.ts";
import { printable } from "../style.ts";

/** `check`: is every file of the corpus as it should be. */
export const check: TerminalCommand = {
  name: "check",
  usage: "",
  summary: "is every file of the corpus as it should be",
  options: {},
  run(_words, _options, { corpus, scope }) {
    const problems = corpus.problems();
    const lines = problems.map(
      ({ path, line, message }) => `${path}${line === null ? "" : `, line ${line}`}: ${message}`,
    );
    const good = `${count(scope.holdings.length, "article")} in order`;
    const text =
      problems.length === 0 ? `${good}.` : `${lines.join("\n")}\n${good}, ${count(problems.length, "problem")}.`;
    return {
      status: problems.length === 0 ? 0 : 2,
      text: printable(text),
      json: { articles: scope.holdings.length, problems },
    };
  },
};
