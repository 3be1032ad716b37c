import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { appendFile, mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import type { Article } from "../article.ts";
import type { Corrections } from "../reading/reading.ts";
import { thisReader } from "./reader-version.ts";

/** What a reading depends on, beside the reader itself. */
export function readingKey({ body, published }: Pick<Article, "body" | "published">, corrections: Corrections): string {
  const rest = JSON.stringify([published, corrections.speakers, corrections.dates]);
  return hash("sha256", `${body}\0${rest}`, "base64url").slice(0, KEY);
}

/**
 * Readings kept beside the corpus, so that a second start reads no unchanged article again.
 *
 * One file; its first line names the reader, each other line is a key, a check of the rest, and the rest. It may
 * be deleted, torn or written by two processes at any time: a line that does not hold is an article read again.
 */
export class Readings {
  readonly #path: string;
  readonly #reader: string;
  /** The file as it was found, and where in it the line of each key begins: until everything is loaded. */
  #bytes: Buffer;
  #lines: ReadonlyMap<string, number>;
  #pending: Uint8Array[] = [];
  #writing: Promise<void> = Promise.resolve();
  #fresh: boolean;
  readonly #used = new Set<string>();

  private constructor(path: string, reader: string, bytes: Buffer) {
    this.#path = path;
    this.#reader = reader;
    this.#bytes = bytes;
    const lines = new Map<string, number>();
    let end = bytes.indexOf(NEWLINE);
    const known = end > 0 && bytes.toString("utf8", 0, end) === reader;
    while (known && end >= 0) {
      const start = end + 1;
      end = bytes.indexOf(NEWLINE, start);
      if (end > start + KEY) lines.set(bytes.toString("latin1", start, start + KEY), start);
    }
    this.#lines = lines;
    this.#fresh = !known;
  }

  /** Waits for the disk: at a start, when nobody else waits, it takes half the time. */
  static open(corpus: string, reader = thisReader()): Readings {
    const path = join(corpus, ".index", "readings.jsonl");
    return new Readings(path, reader, readIfPossible(path));
  }

  /** What was put under this key. */
  get(key: string): Uint8Array | null {
    const start = this.#lines.get(key);
    if (start === undefined) return null;
    const check = start + KEY + 1;
    const packed = this.#bytes.subarray(check + CHECK + 1, this.#endOf(start));
    if (checkOf(packed, this.#reader) !== this.#bytes.toString("latin1", check, check + CHECK)) return null;
    this.#used.add(key);
    return packed;
  }

  #endOf(start: number): number {
    return this.#bytes.indexOf(NEWLINE, start);
  }

  /** `packed`: one line, whatever it is. */
  put(key: string, packed: Uint8Array): void {
    this.#pending.push(Buffer.from(`${key} ${checkOf(packed, this.#reader)} `), packed, LINE_END);
    if (this.#pending.length === 3) this.#writing = this.#writing.then(() => this.#flush());
  }

  /** Everything is loaded: lets the file's content go, and the lines that nobody asked for when they are the most. */
  async loaded(): Promise<void> {
    const unused = this.#lines.size - this.#used.size;
    if (unused > 200 && unused > this.#used.size) {
      const starts = [...this.#used].map((key) => this.#lines.get(key)!);
      const used = starts.map((start) => this.#bytes.subarray(start, this.#endOf(start)));
      this.#writing = this.#writing.then(() => this.#rewrite(used));
    }
    this.#lines = new Map();
    this.#bytes = Buffer.alloc(0);
    this.#used.clear();
    await this.#writing;
  }

  /** Forgets everything: what was derived from articles that must leave no trace. The others are read again. */
  async forget(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#rewrite([]));
    await this.#writing;
  }

  async flushed(): Promise<void> {
    await this.#writing;
  }

  async #flush(): Promise<void> {
    await new Promise(setImmediate);
    const bytes = Buffer.concat(this.#pending);
    this.#pending = [];
    if (this.#fresh) await this.#rewrite([]);
    await appendFile(this.#path, bytes).catch(ignored);
  }

  async #rewrite(lines: readonly Buffer[]): Promise<void> {
    this.#fresh = false;
    try {
      await mkdir(dirname(this.#path), { recursive: true });
      await writeFile(
        `${this.#path}.new`,
        Buffer.concat([Buffer.from(`${this.#reader}\n`), ...lines.flatMap((line) => [line, LINE_END])]),
      );
      await rename(`${this.#path}.new`, this.#path);
    } catch {
      ignored();
    }
  }
}

function readIfPossible(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}

/** Derived state: when it cannot be written, the next start takes longer, and that is all. */
function ignored(): void {}

const NEWLINE = 0x0a;
const LINE_END = Buffer.of(NEWLINE);
const KEY = 22;
const CHECK = 8;

/**
 * Against a torn or damaged line, and one that an older program wrote while it still ran beside this one; not against
 * forgery: who can write here can write articles.
 */
function checkOf(packed: Uint8Array, reader: string): string {
  return crc32(packed, crc32(reader)).toString(16).padStart(CHECK, "0");
}
