import { createHash } from "node:crypto";
import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { AskRequest, Turn } from "../answering/answer.ts";
import type { VerifyRequest } from "../answering/verdict.ts";
import type { TimelineRequest } from "../timeline/timeline.ts";

/** What an answer on Discord was made from: enough to make it again when one of its buttons is pressed. */
export type Question =
  | {
      readonly kind: "ask";
      readonly request: AskRequest;
      /** Of a follow-up, what it followed; older ones without what was shown. */
      readonly turns?: readonly Turn[];
    }
  | { readonly kind: "timeline"; readonly request: TimelineRequest }
  | { readonly kind: "verify"; readonly request: VerifyRequest };

/**
 * The questions behind the buttons, kept in one file so that the buttons work after a restart and months later.
 *
 * Bounded: of more than `most`, the oldest of the server that has most are forgotten, so that no server makes the buttons
 * of another die. A question is found by its own server only.
 */
export class Questions {
  readonly #path: string;
  readonly #failed: (error: unknown) => void;
  readonly #most: number;
  /** Lines of the file by server and by key, each server's oldest first. */
  readonly #lines = new Map<string, Map<string, string>>();
  #kept = 0;
  #written = 0;

  /** `failed` is told when the file cannot be written; the question is kept in memory then. */
  constructor(path: string, failed: (error: unknown) => void = () => {}, most = 20_000) {
    this.#path = path;
    this.#failed = failed;
    this.#most = most;
    for (const line of this.#read()) {
      const entry = parseEntry(line);
      if (entry !== null) this.#put(entry.server, entry.key, line);
    }
    this.#rewrite();
  }

  /** Keeps a question and gives its key; the same one has the same key. On disk when this returns. */
  keep(server: string, question: Question): string {
    const json = JSON.stringify(question);
    const key = createHash("sha256").update(json).digest("base64url").slice(0, 12);
    if (this.#lines.get(server)?.has(key)) return key;
    const line = JSON.stringify({ server, key, question });
    this.#write(() => appendFileSync(this.#path, `${line}\n`));
    this.#put(server, key, line);
    if (++this.#written > this.#most) this.#rewrite();
    return key;
  }

  /** The question that `server` keeps under `key`, or `null`. */
  find(server: string, key: string): Question | null {
    const line = this.#lines.get(server)?.get(key);
    return line === undefined ? null : (parseEntry(line)?.question ?? null);
  }

  /** Forgets everything of a server that the bot was removed from. */
  forget(server: string): void {
    this.#kept -= this.#lines.get(server)?.size ?? 0;
    this.#lines.delete(server);
    this.#rewrite();
  }

  #put(server: string, key: string, line: string): void {
    const lines = this.#lines.get(server) ?? new Map<string, string>();
    this.#lines.set(server, lines);
    if (!lines.has(key)) this.#kept++;
    lines.set(key, line);
    if (this.#kept <= this.#most) return;
    const largest = [...this.#lines.values()].reduce((a, b) => (b.size > a.size ? b : a));
    largest.delete(largest.keys().next().value!);
    this.#kept--;
  }

  #rewrite(): void {
    const lines = [...this.#lines.values()].flatMap((own) => [...own.values()].map((line) => `${line}\n`)).join("");
    this.#write(() => {
      mkdirSync(dirname(this.#path), { recursive: true });
      writeFileSync(`${this.#path}.new`, lines);
      renameSync(`${this.#path}.new`, this.#path);
    });
    this.#written = 0;
  }

  #read(): string[] {
    try {
      return readFileSync(this.#path, "utf8").split("\n");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") this.#failed(error);
      return [];
    }
  }

  /** A full or read-only disk costs the buttons their memory of this after a restart, not the member the answer. */
  #write(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#failed(error);
    }
  }
}

const NEEDED = { ask: ["text", "today"], timeline: ["today"], verify: ["quote"] } as const;

type Entry = { readonly server: string; readonly key: string; readonly question: Question };

/** `null` for a line that is not whole: the process died while writing it, or a hand was at it. */
function parseEntry(line: string): Entry | null {
  try {
    const { server, key, question } = JSON.parse(line) as Entry;
    const { kind, request } = question;
    const isText = (value: unknown) => value === undefined || typeof value === "string";
    const needed = NEEDED[kind] as readonly string[] | undefined;
    const fields = request as Readonly<Record<string, unknown>>;
    if (!needed?.every((name) => typeof fields[name] === "string") || !Object.values(fields).every(isText)) return null;
    return typeof server === "string" && typeof key === "string" ? { server, key, question } : null;
  } catch {
    return null;
  }
}
