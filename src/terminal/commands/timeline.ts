import { writeFile } from "node:fs/promises";
import { askedRange } from "../../timeline/dates-in-words.ts";
import { FORMATS, type Format } from "../../timeline/export/formats.ts";
import { timeline as timelineOf } from "../../timeline/timeline.ts";
import { given, type TerminalCommand, UsageError } from "../command.ts";
import { renderTimeline } from "../render-timeline.ts";
import { wordFileError } from "../source.ts";

/** `timeline [TOPIC]`: what happened when; with `--format` as a file for another program. */
export const timeline: TerminalCommand = {
  name: "timeline",
  usage: `[TOPIC] [--speaker NAME] [--since WHEN] [--until WHEN] [--format ${Object.keys(FORMATS).join("|")} --output FILE]`,
  summary: "what happened when, in order; as a file too",
  options: {
    speaker: { type: "string" },
    since: { type: "string" },
    until: { type: "string" },
    format: { type: "string" },
    output: { type: "string" },
  },
  async run(words, options, { scope, style, today }) {
    const topic = words.join(" ").trim();
    const request = { ...(topic !== "" && { topic }), ...given(options, "speaker", "since", "until"), today };
    const range = askedRange(request);
    if (typeof range === "string") throw new UsageError(range);
    const found = timelineOf(request, scope);
    if (found.message !== undefined) return { status: 1, text: found.message, json: found };
    const status = found.entries.length > 0 ? 0 : 1;
    const { format, output } = given(options, "format", "output");
    if (format === undefined && output !== undefined) {
      throw new UsageError(`--output needs --format: one of ${Object.keys(FORMATS).join(", ")}.`);
    }
    if (format === undefined) return { status, text: renderTimeline(found, style), json: found };
    if (!Object.hasOwn(FORMATS, format)) {
      throw new UsageError(`--format is "${format}"; write one of ${Object.keys(FORMATS).join(", ")}.`);
    }
    const file = await FORMATS[format as Format].render(found);
    if (output !== undefined) {
      await writeFile(output, file).catch((cause) => {
        throw new UsageError(`${output} cannot be written: ${wordFileError(cause, "folder")}.`, { cause });
      });
      return { status, text: `Written to ${output}.`, json: { output } };
    }
    if (typeof file !== "string") throw new UsageError(`A picture needs a file: add --output timeline.${format}`);
    return { status, text: file, json: file, file: true };
  },
};
