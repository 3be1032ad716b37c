import { writeFile } from "node:fs/promises";
import { type TerminalCommand, UsageError } from "../command.ts";

/** `export FILE.zip`: everything of the shared scope, or of `--server`, as an archive; `add FILE.zip` takes it back. */
export const exportArticles: TerminalCommand = {
  name: "export",
  usage: "FILE.zip",
  summary: "everything as an archive; add FILE.zip takes it back",
  options: {},
  async run(words, _options, { corpus, server }) {
    const [file] = words;
    if (file === undefined) throw new UsageError("Into which file? Use it so: export articles.zip");
    const archive = await corpus.export(server);
    await writeFile(file, archive).catch((cause) => {
      throw new UsageError(`${file} cannot be written (${cause.code}).`, { cause });
    });
    return { status: 0, text: `Written to ${file} (${archive.length} bytes).`, json: { exported: file } };
  },
};
