import { FORMATS, type Format } from "../../timeline/export/formats.ts";
import { timelineInTurns } from "../../timeline/timeline.ts";
import type { Action } from "../command.ts";
import { container, text } from "../render/components.ts";
import { GONE, tell } from "../replies.ts";

/** The whole timeline as a file, for the member alone. */
export const save: Action = {
  name: "export",
  waits: "private",
  async run({ args: [key = ""], values: [format = ""] }, call, { questions }) {
    const question = questions.find(call.server, key);
    if (question?.kind !== "timeline" || !Object.hasOwn(FORMATS, format)) return tell(GONE);
    const { extension, render } = FORMATS[format as Format];
    const made = await render(await timelineInTurns(question.request, call.scope));
    const name = `timeline.${extension}`;
    return {
      kind: "message",
      view: {
        components: [container(text("### The whole timeline")), { type: 13, file: { url: `attachment://${name}` } }],
        files: [{ name, bytes: typeof made === "string" ? new TextEncoder().encode(made) : made }],
      },
      isPrivate: true,
    };
  },
};
