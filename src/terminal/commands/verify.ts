import { wordVerdict } from "../../answering/verdict-wording.ts";
import { verify as check } from "../../answering/verify.ts";
import { given, type TerminalCommand, UsageError } from "../command.ts";
import { renderVerdict } from "../render-verdict.ts";

/** `verify QUOTE`: is it in the articles word for word. Status 0 only when it is. */
export const verify: TerminalCommand = {
  name: "verify",
  usage: "QUOTE [--speaker NAME] [--how]",
  summary: "is this quotation in the articles word for word, altered, cut, or credited to somebody else",
  options: { speaker: { type: "string" }, how: { type: "boolean" } },
  run(words, options, { scope, style }) {
    const verdict = check({ quote: words.join(" "), ...given(options, "speaker") }, scope);
    if (verdict.kind === "refused") throw new UsageError(wordVerdict(verdict));
    return {
      status: verdict.kind === "exact" ? 0 : 1,
      text: renderVerdict(verdict, style, options.how === true),
      json: verdict,
    };
  },
};
