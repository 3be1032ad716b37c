import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArticleFile } from "../../corpus/article-file.ts";
import { read as readArticle } from "../../reading/read.ts";
import { type TerminalCommand, UsageError } from "../command.ts";
import { readingToJson, renderReading } from "../render-reading.ts";

/** `read FILE`: what is understood of an article file, without adding it. */
export const read: TerminalCommand = {
  name: "read",
  usage: "FILE",
  summary: "what is understood of an article file, without adding it",
  options: {},
  async run(words, _options, { style }) {
    const file = words[0];
    if (file === undefined) throw new UsageError("Which file? Use it so: read FILE");
    const article = parseArticleFile(
      file,
      basename(file, ".md"),
      await readFile(file, "utf8").catch((cause) => {
        throw new UsageError(`${file} cannot be read (${cause.code}).`, { cause });
      }),
    );
    if (Array.isArray(article))
      throw new UsageError(article.map(({ path, line, message }) => `${path}, line ${line}: ${message}`).join("\n"));
    const reading = readArticle(article.body, article.published);
    return { status: 0, text: renderReading(article, reading, style), json: readingToJson(article, reading) };
  },
};
