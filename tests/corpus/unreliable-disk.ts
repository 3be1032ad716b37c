import { basename, dirname, join } from "node:path";
import type { Disk, OpenFile } from "../../src/corpus/durable.ts";

type File = { now: Buffer; synced: Buffer };
type Folder = { now: Map<string, File | Folder>; synced: Map<string, File | Folder> };

/**
 * A disk in memory that is as forgetful as POSIX allows: bytes and names live on after `powerCut` only when the file
 * and its folder were synced. Calls can be made to fail one by one.
 */
export class UnreliableDisk implements Disk {
  readonly #root: Folder = folder();
  /** How many calls were made. */
  calls = 0;
  /** The call (counted from 1) that fails, and with what; `onwards`: and all after it. */
  failing: { readonly call: number; readonly code: string; readonly onwards: boolean } | null = null;
  /** After this call the power is gone: every later one fails and changes nothing. */
  powerEndsAfter = Number.POSITIVE_INFINITY;

  constructor(path: string) {
    this.#makeAll(path);
  }

  async open(path: string, flags: "r" | "wx" | "a"): Promise<OpenFile> {
    this.#call();
    const parent = this.#folder(dirname(path));
    const name = basename(path);
    let node = parent.now.get(name);
    if (flags === "wx" && node !== undefined) throw failure("EEXIST");
    if (node === undefined) {
      if (flags === "r") throw failure("ENOENT");
      node = { now: Buffer.alloc(0), synced: Buffer.alloc(0) };
      parent.now.set(name, node);
    }
    const opened = node;
    return {
      writeFile: async (bytes) => {
        const file = opened as File;
        const added = Buffer.from(bytes as Uint8Array);
        // A full disk takes a part of what is written.
        const fits = this.#fails() === null ? added.length : Math.floor(added.length / 2);
        file.now = Buffer.concat([file.now, added.subarray(0, fits)]);
        this.#call();
      },
      sync: async () => {
        this.#call();
        if (isFolder(opened)) opened.synced = new Map(opened.now);
        else opened.synced = opened.now;
      },
      close: async () => {},
    };
  }

  async readFile(path: string): Promise<Buffer> {
    return this.readFileSync(path);
  }

  readFileSync(path: string): Buffer {
    const node = this.#folder(dirname(path)).now.get(basename(path));
    if (node === undefined) throw failure("ENOENT");
    if (isFolder(node)) throw failure("EISDIR");
    return node.now;
  }

  holdsSync(path: string, bytes: Uint8Array): boolean {
    return this.readFileSync(path).equals(bytes);
  }

  async readdir(path: string): Promise<string[]> {
    return [...this.#folder(path).now.keys()];
  }

  async mkdir(path: string): Promise<void> {
    this.#call();
    const parent = this.#folder(dirname(path));
    if (parent.now.has(basename(path))) throw failure("EEXIST");
    parent.now.set(basename(path), folder());
  }

  async rename(from: string, to: string): Promise<void> {
    this.#call();
    const source = this.#folder(dirname(from));
    const node = source.now.get(basename(from));
    if (node === undefined) throw failure("ENOENT");
    this.#folder(dirname(to)).now.set(basename(to), node);
    source.now.delete(basename(from));
  }

  async unlink(path: string): Promise<void> {
    this.#call();
    if (!this.#folder(dirname(path)).now.delete(basename(path))) throw failure("ENOENT");
  }

  async removeFolder(path: string): Promise<void> {
    this.#call();
    this.#folder(dirname(path)).now.delete(basename(path));
  }

  /** Drops everything that was not synced, and takes calls again. */
  powerCut(): void {
    this.powerEndsAfter = Number.POSITIVE_INFINITY;
    this.failing = null;
    forget(this.#root);
  }

  /** Every file by path, as bytes in UTF-8. */
  files(path: string): Record<string, string> {
    const found: Record<string, string> = {};
    for (const [name, node] of this.#folder(path).now) {
      if (isFolder(node)) Object.assign(found, this.files(join(path, name)));
      else found[join(path, name)] = node.now.toString("utf8");
    }
    return found;
  }

  #call(): void {
    this.calls++;
    const code = this.#fails(0);
    if (code !== null) throw failure(code);
  }

  /** The error of the call that comes `ahead` of the counted ones. */
  #fails(ahead = 1): string | null {
    const call = this.calls + ahead;
    if (call > this.powerEndsAfter) return "EIO";
    const { failing } = this;
    if (failing === null) return null;
    return call === failing.call || (failing.onwards && call > failing.call) ? failing.code : null;
  }

  #folder(path: string): Folder {
    let node: File | Folder = this.#root;
    for (const name of path.split("/").filter((part) => part !== "")) {
      const next: File | Folder | undefined = isFolder(node) ? node.now.get(name) : undefined;
      if (next === undefined) throw failure("ENOENT");
      node = next;
    }
    if (!isFolder(node)) throw failure("ENOTDIR");
    return node;
  }

  #makeAll(path: string): void {
    let node = this.#root;
    for (const name of path.split("/").filter((part) => part !== "")) {
      const next = folder();
      node.now.set(name, next);
      node.synced.set(name, next);
      node = next;
    }
  }
}

function folder(): Folder {
  return { now: new Map(), synced: new Map() };
}

function isFolder(node: File | Folder): node is Folder {
  return node.now instanceof Map;
}

function forget(node: File | Folder): void {
  if (!isFolder(node)) {
    node.now = node.synced;
    return;
  }
  node.now = new Map(node.synced);
  for (const child of node.now.values()) forget(child);
}

function failure(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code });
}
