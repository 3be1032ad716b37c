import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { PackedShelf } from "../retrieval/packed-shelf.ts";
import { thisReader } from "./reader-version.ts";

/**
 * The words of one owner's articles, kept beside the corpus, so that a second start looks for none of them again.
 *
 * One file for each owner: a line with the reader's name and a check of the rest, then the rest. It may be deleted, torn
 * or replaced at any time: what does not hold is not believed, and the words are looked for again.
 */
export class KeptIndex {
  readonly #folder: string;
  readonly #reader: string;

  constructor(corpus: string, reader = thisReader()) {
    this.#folder = join(corpus, ".index");
    this.#reader = reader;
  }

  /** Waits for the disk, as a start may. */
  read(owner: string | null): PackedShelf | null {
    try {
      const bytes = readFileSync(this.#pathOf(owner));
      const start = bytes.indexOf("\n") + 1;
      const packed = bytes.subarray(start);
      return bytes.toString("utf8", 0, start) === this.#headOf(packed) ? deserialize(packed) : null;
    } catch {
      return null;
    }
  }

  /** Derived state: when it cannot be written, the next start takes longer, and that is all. */
  async write(owner: string | null, shelf: PackedShelf): Promise<void> {
    const path = this.#pathOf(owner);
    const packed = serialize(shelf);
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(`${path}.new`, Buffer.concat([Buffer.from(this.#headOf(packed)), packed]));
      await rename(`${path}.new`, path);
    } catch {
      await rm(`${path}.new`, { force: true }).catch(() => {});
    }
  }

  async forget(owner: string): Promise<void> {
    await rm(this.#pathOf(owner), { force: true });
  }

  #pathOf(owner: string | null): string {
    return join(this.#folder, `${owner ?? "shared"}.words`);
  }

  #headOf(packed: Uint8Array): string {
    return `${this.#reader} ${hash("sha256", packed)}\n`;
  }
}
