import { type TerminalCommand, UsageError } from "../command.ts";
import { readingToJson, renderReading } from "../render-reading.ts";
import { sourceAt } from "../source.ts";

/** `read FILE|URL`: what is understood of an article, without adding it. */
export const read: TerminalCommand = {
  name: "read",
  usage: "FILE|URL",
  summary: "what is understood of an article, without adding it",
  options: {},
  async run(words, _options, { corpus, server, style }) {
    const [place] = words;
    if (place === undefined) throw new UsageError("Which file? Use it so: read FILE");
    const source = await sourceAt(place);
    const preview = "refused" in source ? source : await corpus.preview(server, source);
    if ("refused" in preview) throw new UsageError(preview.refused);
    const { draft, reading } = preview;
    return { status: 0, text: renderReading(draft, reading, style), json: readingToJson(draft, reading) };
  },
};
