import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { read } from "../reading/read.ts";
import { type Problem, parseArticleFile } from "./article-file.ts";
import { Library } from "./library.ts";

/** Reads the articles of the folder `corpus` into a library; a bad file is reported and does not stop the others. */
export async function loadCorpus(corpus: string): Promise<{ library: Library; problems: Problem[] }> {
  const library = new Library();
  const problems: Problem[] = [];
  for (const folder of ["", ...(await serverFolders(corpus))]) {
    const entries = await readdir(join(corpus, folder), { withFileTypes: true });
    for (const entry of entries.filter(({ name }) => name.endsWith(".md") && !name.startsWith("."))) {
      const path = join(corpus, folder, entry.name);
      if (!entry.isFile()) {
        problems.push({ path, line: null, message: "is not a file; give this folder another name." });
        continue;
      }
      const bytes = await readFile(path);
      const id = `${folder === "" ? "" : `${folder}/`}${entry.name.slice(0, -3)}`;
      const article = parseArticleFile(path, id, bytes.toString("utf8"));
      if (Array.isArray(article)) {
        problems.push(...article);
        continue;
      }
      const revision = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
      library.put({ article, reading: read(article.body, article.published), revision });
    }
  }
  return { library, problems };
}

/** A server's folder is named after its id, a number. */
async function serverFolders(corpus: string): Promise<string[]> {
  const entries = await readdir(corpus, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory() && /^\d+$/.test(entry.name)).map(({ name }) => name);
}
