import { writeFile } from "node:fs/promises";
import { type TerminalCommand, UsageError } from "../command.ts";
import { wordFileError } from "../source.ts";
import { printable } from "../style.ts";

/** `export FILE.zip`: everything of the shared scope, or of `--server`, as an archive; `add FILE.zip` takes it back. */
export const exportArticles: TerminalCommand = {
  name: "export",
  usage: "FILE.zip",
  summary: "everything as an archive; add FILE.zip takes it back",
  options: {},
  async run(words, _options, { corpus, server }) {
    const [file] = words;
    if (file === undefined) throw new UsageError("Into which file? Use it so: export articles.zip");
    const exported = await corpus.export(server);
    if ("refused" in exported) throw new UsageError(exported.refused);
    const { bytes, leftOut } = exported;
    await writeFile(file, bytes).catch((cause) => {
      throw new UsageError(`${file} cannot be written: ${wordFileError(cause, "folder")}.`, { cause });
    });
    const left = leftOut.map((path) => printable(`${path} is not in it: run check, mend the file and export again.`));
    const back = server === null ? `add ${file}` : `add ${file} --server ${server}`;
    return {
      status: left.length === 0 ? 0 : 2,
      text: [`Written to ${file} (${bytes.length} bytes); ${back} takes it back.`, ...left].join("\n"),
      json: { exported: file, leftOut },
    };
  },
};
