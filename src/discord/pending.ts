import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Draft } from "../corpus/changes.ts";
import type { Preview } from "../corpus/preview.ts";
import type { Attached } from "./attachments.ts";

/** What a moderator has begun and not yet confirmed. */
export type Task =
  /** A new article; `null` until its text is there. */
  | { readonly kind: "add"; readonly made: Made | null }
  /** Another version of an article, against the revision that the moderator saw. */
  | { readonly kind: "edit"; readonly article: string; readonly expected: string; readonly made: Made | null }
  /** What was just removed can be put back; an older version gone back to. */
  | { readonly kind: "restore"; readonly article: string }
  /** An archive that Discord keeps; `digest` tells whether it is still the one that was previewed. */
  | { readonly kind: "archive"; readonly file: Attached; readonly digest: string }
  /** The reports can be dismissed. */
  | { readonly kind: "reports" };

/** A draft and how each of its fields is known. */
export type Made = { readonly draft: Draft; readonly how: Preview["how"] };

type Kept = { readonly server: string; readonly member: string; readonly task: Task };

const EXPIRES = 24 * 60 * 60_000;
/** Of one server. */
const MOST = 100;
const ID = /^[\w-]{16}$/;

/**
 * What moderators have begun, each under an id that nobody can guess and that only the same member in the same server
 * can use: having got it from a command is the right to go on. Kept on disk, so that a restart loses none; for a day.
 */
export class Pending {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Begins a task and gives its id. `now` in milliseconds. */
  begin(server: string, member: string, task: Task, now: number): string {
    mkdirSync(this.#folder, { recursive: true });
    this.#clear(now);
    const id = randomBytes(12).toString("base64url");
    this.#write(id, { server, member, task });
    return id;
  }

  /** The task of that id when it is this member's in this server and not over; `null` otherwise. */
  find(id: string, server: string, member: string, now: number): Task | null {
    if (!ID.test(id)) return null;
    try {
      const path = this.#path(id, server);
      if (now - statSync(path).mtimeMs > EXPIRES) return null;
      const kept = JSON.parse(readFileSync(path, "utf8")) as Kept;
      return kept.server === server && kept.member === member ? kept.task : null;
    } catch {
      return null;
    }
  }

  /** Goes on with a task that was found. */
  update(id: string, server: string, member: string, task: Task): void {
    this.#write(id, { server, member, task });
  }

  end(id: string, server: string): void {
    if (ID.test(id)) rmSync(this.#path(id, server), { force: true });
  }

  #path(id: string, server: string): string {
    return join(this.#folder, `${encodeURIComponent(server)}.${id}.json`);
  }

  #write(id: string, kept: Kept): void {
    const path = this.#path(id, kept.server);
    writeFileSync(`${path}.new`, JSON.stringify(kept));
    renameSync(`${path}.new`, path);
  }

  /** Expired tasks go, and the oldest of a server that has too many: it pushes out none of another. */
  #clear(now: number): void {
    const files = readdirSync(this.#folder).map((name) => ({ name, path: join(this.#folder, name) }));
    const dated = files.map((file) => ({ ...file, at: statSync(file.path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }));
    const counts = new Map<string, number>();
    for (const { name, path, at } of dated.sort((a, b) => b.at - a.at)) {
      const server = name.split(".")[0]!;
      const count = (counts.get(server) ?? 0) + 1;
      counts.set(server, count);
      if (count >= MOST || now - at > EXPIRES) rmSync(path, { force: true });
    }
  }
}
