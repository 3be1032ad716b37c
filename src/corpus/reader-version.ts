import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What is derived from articles is derived by the code in these places. */
const DERIVING =
  /^(?:(?:reading|retrieval)[\\/].+|corpus[\\/](?:article-file|derive|derived|duplicate|pack-articles|pack-reading|readings|scope-folder|yaml))\.[jt]s$/;

let reader: string | null = null;

/**
 * Names the code that derives things from articles and the libraries under it: whatever was derived by other code is
 * derived anew. Nobody has to remember a number.
 */
export function thisReader(): string {
  reader ??= readerVersion(fileURLToPath(new URL("..", import.meta.url)));
  return reader;
}

/** The same for the code in the folder `source`. */
export function readerVersion(source: string): string {
  const hash = createHash("sha256");
  for (const path of readdirSync(source, { recursive: true, encoding: "utf8" }).sort()) {
    if (DERIVING.test(path)) hash.update(readFileSync(join(source, path)));
  }
  for (let folder = source; folder !== dirname(folder); folder = dirname(folder)) {
    const path = join(folder, "package.json");
    if (!existsSync(path)) continue;
    hash.update(JSON.stringify(JSON.parse(readFileSync(path, "utf8")).dependencies));
    break;
  }
  return `reader ${hash.digest("hex").slice(0, 16)}`;
}
