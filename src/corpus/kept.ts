import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { thisReader } from "./reader-version.ts";

/**
 * What was derived from all articles of one owner together, kept beside the corpus for the next start.
 *
 * One file for each owner: a line that tells what it is, whose, by which reader, and a check of the rest, then the rest.
 * It may be deleted, torn or replaced at any time: what does not hold is not believed, and is derived again.
 */
export class Kept<Value> {
  readonly #folder: string;
  readonly #what: string;
  readonly #reader: string;

  /** `what`: the ending of the files' names. */
  constructor(corpus: string, what: string, reader = thisReader()) {
    this.#folder = join(corpus, ".index");
    this.#what = what;
    this.#reader = reader;
  }

  /** Waits for the disk, as a start may. */
  read(owner: string | null): Value | null {
    try {
      const bytes = readFileSync(this.#pathOf(owner));
      const start = bytes.indexOf("\n") + 1;
      const packed = bytes.subarray(start);
      return bytes.toString("utf8", 0, start) === this.#headOf(owner, packed) ? deserialize(packed) : null;
    } catch {
      return null;
    }
  }

  /** Derived state: when it cannot be written, the next start takes longer, and that is all. */
  async write(owner: string | null, value: Value): Promise<void> {
    const path = this.#pathOf(owner);
    const packed = serialize(value);
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(`${path}.new`, Buffer.concat([Buffer.from(this.#headOf(owner, packed)), packed]));
      await rename(`${path}.new`, path);
    } catch {
      await rm(`${path}.new`, { force: true }).catch(() => {});
    }
  }

  async forget(owner: string | null): Promise<void> {
    await rm(this.#pathOf(owner), { force: true });
  }

  /** Forgets everybody but these: whose folder somebody deleted. */
  async forgetOthers(owners: Iterable<string | null>): Promise<void> {
    const theirs = new Set([...owners].map((owner) => basename(this.#pathOf(owner))));
    const names = await readdir(this.#folder).catch(() => []);
    for (const name of names) {
      if (name.endsWith(`.${this.#what}`) && !theirs.has(name)) await rm(join(this.#folder, name), { force: true });
    }
  }

  #pathOf(owner: string | null): string {
    return join(this.#folder, `${owner ?? "shared"}.${this.#what}`);
  }

  #headOf(owner: string | null, packed: Uint8Array): string {
    return `${basename(this.#pathOf(owner))} ${this.#reader} ${hash("sha256", packed)}\n`;
  }
}
