import { ask as answer } from "../../answering/ask.ts";
import { askedRange } from "../../timeline/dates-in-words.ts";
import { given, type TerminalCommand, UsageError } from "../command.ts";
import { renderAnswer } from "../render-answer.ts";

/** `ask QUESTION`: the passages that answer it, word for word, and who said them. */
export const ask: TerminalCommand = {
  name: "ask",
  usage: "QUESTION [--speaker NAME] [--outlet NAME] [--since WHEN] [--until WHEN] [--how]",
  summary: "what do the articles say about it, and who said so",
  options: {
    speaker: { type: "string" },
    outlet: { type: "string" },
    since: { type: "string" },
    until: { type: "string" },
    how: { type: "boolean" },
  },
  run(words, options, { scope, style, today, conversation, remember }) {
    const text = words.join(" ").trim();
    if (text === "") throw new UsageError("What is the question? Use it so: ask what did Peskov say about NATO");
    const request = { text, ...given(options, "speaker", "outlet", "since", "until"), today };
    const range = askedRange(request);
    if (typeof range === "string") throw new UsageError(range);
    const found = answer(request, scope, conversation);
    remember(found);
    return {
      status: found.kind === "passages" ? 0 : 1,
      text: renderAnswer(found, style, options.how === true),
      json: found,
    };
  },
};
