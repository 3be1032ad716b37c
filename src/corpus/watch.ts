import { join, relative, resolve, sep } from "node:path";
import type { Problem } from "./article-file.ts";
import { isServerId, isSlug } from "./article-id.ts";
import { badName } from "./load.ts";
import { HIDDEN, type Workshop } from "./workshop.ts";

/** What the watcher saw in a file, and what is wrong with it when it is broken. `path` as problems name it. */
export type Noticed =
  | { readonly kind: "added" | "changed" | "removed"; readonly path: string }
  | { readonly kind: "broken"; readonly path: string; readonly problems: readonly Problem[] };

const FILE = /\.(?:md|corrections\.yaml)$/;

/**
 * Notices what people and other processes change in the corpus folder, and brings memory in line.
 *
 * A file is read once it has not grown for a moment; while it is broken, the last good version stays live. Ready when
 * the promise is; what it gives stops watching.
 */
export async function watchCorpus(shop: Workshop, notice: (noticed: Noticed) => void): Promise<() => Promise<void>> {
  const root = resolve(shop.root);
  // Imported here alone: an answer in the terminal need not wait for it.
  const { watch } = await import("chokidar");
  const watcher = watch(".", {
    cwd: root,
    ignoreInitial: true,
    depth: 1,
    ignored: (path, stats) => isForeign(relative(root, resolve(root, path)), stats?.isFile() ?? false),
    awaitWriteFinish: { stabilityThreshold: 150, pollInterval: 50 },
  });
  // One after the other: two events of one file must not overtake each other.
  let last: Promise<void> = Promise.resolve();
  watcher.on("all", (event, path) => {
    if (event === "add" || event === "change" || event === "unlink") last = last.then(() => follow(shop, path, notice));
  });
  // Without a listener what cannot be watched, such as a link to itself, would end the process.
  watcher.on("error", (error) => {
    const path = (error as NodeJS.ErrnoException).path ?? root;
    const message = `cannot be watched (${String(error)}).`;
    notice({ kind: "broken", path, problems: [{ path, line: null, message }] });
  });
  await new Promise<void>((ready) => watcher.on("ready", () => ready()));
  return async () => {
    await watcher.close();
    await last;
  };
}

/** True for all but articles, corrections and lists of hidden articles, where these may be. */
function isForeign(path: string, file: boolean): boolean {
  const parts = path.split(sep).filter((part) => part !== "");
  const name = parts.at(-1);
  if (name === undefined) return false;
  if (parts.length > 2 || (parts.length === 2 && !isServerId(parts[0]!))) return true;
  if (name.startsWith(".")) return name !== HIDDEN;
  return file && !FILE.test(name);
}

async function follow(shop: Workshop, path: string, notice: (noticed: Noticed) => void): Promise<void> {
  const parts = path.split(sep);
  const name = parts.pop()!;
  const server = parts[0] ?? null;
  const shown = join(shop.root, path);
  const slug = name.replace(FILE, "");
  try {
    if (name === HIDDEN) {
      if (server !== null) await shop.followHidden(server);
    } else if (!isSlug(slug)) {
      shop.problems.set(shown, [badName(shown, slug)]);
      notice({ kind: "broken", path: shown, problems: [badName(shown, slug)] });
    } else {
      const what = await shop.follow({ server, slug });
      if (what === "broken") notice({ kind: "broken", path: shown, problems: shop.problems.get(shown) ?? [] });
      else if (what !== "same") notice({ kind: what, path: shown });
    }
  } catch (error) {
    notice({
      kind: "broken",
      path: shown,
      problems: [{ path: shown, line: null, message: `cannot be read (${String(error)}).` }],
    });
  }
}
