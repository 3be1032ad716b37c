import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from "node:fs";
import { mkdir, open, readdir, rename, rm, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** An open file, as far as writing goes. */
export type OpenFile = {
  writeFile(bytes: Uint8Array | string): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
};

/** The calls of `node:fs/promises` that the store makes; tests put a disk that fails or forgets in their place. */
export type Disk = {
  open(path: string, flags: "r" | "wx" | "a"): Promise<OpenFile>;
  readFile(path: string): Promise<Uint8Array>;
  /** Waits for the disk, in a fifth of the time: for a start, when nobody else waits. */
  readFileSync(path: string): Uint8Array;
  /** True when the file holds exactly these bytes; waits for the disk as well. */
  holdsSync(path: string, bytes: Uint8Array): boolean;
  readdir(path: string): Promise<string[]>;
  mkdir(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  /** With everything below it. */
  removeFolder(path: string): Promise<void>;
};

/** Without waiting for somebody to write into a pipe. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
const LARGEST = 2 ** 28;

/** What `read` gives, unless reading would never end. */
function checked<T>(stats: Stats, read: () => T): T {
  if (stats.isFile() && stats.size <= LARGEST) return read();
  const code = stats.isDirectory() ? "EISDIR" : stats.isFile() ? "EFBIG" : "ENOTFILE";
  throw Object.assign(new Error(`${code}: cannot be read`), { code });
}

/** What is read to be compared, one file after the other. */
let scratch = Buffer.alloc(2 ** 16);

/** As Node's own, which asks for the size once more. */
function readNowFrom(file: number, size: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(size);
  let end = 0;
  for (let read = -1; read !== 0 && end < size; end += read) read = readSync(file, bytes, end, size - end, null);
  return bytes.subarray(0, end);
}

export const DISK: Disk = {
  open,
  async readFile(path) {
    const file = await open(path, READ);
    try {
      return await checked(await file.stat(), () => file.readFile());
    } finally {
      await file.close();
    }
  },
  readFileSync(path) {
    const file = openSync(path, READ);
    try {
      const stats = fstatSync(file);
      return checked(stats, () => readNowFrom(file, stats.size));
    } finally {
      closeSync(file);
    }
  },
  holdsSync(path, bytes) {
    const file = openSync(path, READ);
    try {
      if (scratch.length <= bytes.length) scratch = Buffer.alloc(2 * bytes.length);
      // One more than there should be.
      const read = readSync(file, scratch, 0, bytes.length + 1, null);
      return read === bytes.length && scratch.compare(bytes, 0, bytes.length, 0, read) === 0;
    } finally {
      closeSync(file);
    }
  },
  rename,
  unlink,
  readdir: (path) => readdir(path),
  mkdir: async (path) => {
    await mkdir(path);
  },
  removeFolder: (path) => rm(path, { recursive: true, force: true }),
};

/** Marks what an interrupted write may leave behind. */
export const UNFINISHED = /^\.unfinished-/;

let written = 0;

/** `path` holds exactly `bytes`, also after a power cut; until then what it held before. */
export async function writeDurably(disk: Disk, path: string, bytes: Uint8Array | string): Promise<void> {
  const unfinished = await stage(disk, path, bytes);
  await disk.rename(unfinished, path);
  await syncFolder(disk, dirname(path));
}

/** Writes `bytes` beside `path`, synced, for a rename to put in place. */
export async function stage(disk: Disk, path: string, bytes: Uint8Array | string): Promise<string> {
  const unfinished = join(dirname(path), `.unfinished-${process.pid}-${++written}-${basename(path)}`);
  try {
    await writeSynced(disk, unfinished, "wx", bytes);
  } catch (error) {
    await disk.unlink(unfinished).catch(() => {});
    throw error;
  }
  return unfinished;
}

/** Moves a file to another folder of the same disk. */
export async function moveDurably(disk: Disk, from: string, to: string): Promise<void> {
  await disk.rename(from, to);
  // The new place first: a power cut in between may leave the file in both places, never in none.
  await syncFolder(disk, dirname(to));
  await syncFolder(disk, dirname(from));
}

/** Adds `line` to the end of `path`, on a line of its own even when an interrupted write left half a line there. */
export async function appendDurably(disk: Disk, path: string, line: string): Promise<void> {
  const before = await readIfThere(disk, path);
  const torn = before !== null && before.length > 0 && before.at(-1) !== 0x0a;
  await writeSynced(disk, path, "a", `${torn ? "\n" : ""}${line}\n`);
  if (before === null) await syncFolder(disk, dirname(path));
}

/** `null` when there is no such file. */
export async function readIfThere(disk: Disk, path: string): Promise<Uint8Array | null> {
  try {
    return await disk.readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** The same, while everything else waits. */
export function readNow(disk: Disk, path: string): Uint8Array | null {
  try {
    return disk.readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** True when the file at `path` holds exactly `bytes`; false when there is none, or it cannot be read. */
export function holdsNow(disk: Disk, path: string, bytes: Uint8Array): boolean {
  try {
    return disk.holdsSync(path, bytes);
  } catch {
    return false;
  }
}

/** The names in `folder`; none when it is not there. */
export async function namesIn(disk: Disk, folder: string): Promise<string[]> {
  try {
    return await disk.readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** Makes sure that `folder` is there, durably. */
export async function makeFolder(disk: Disk, folder: string): Promise<void> {
  try {
    await disk.mkdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return;
    throw error;
  }
  await syncFolder(disk, dirname(folder));
}

async function writeSynced(disk: Disk, path: string, flags: "wx" | "a", bytes: Uint8Array | string): Promise<void> {
  const file = await disk.open(path, flags);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A new name in `folder` survives a power cut from here on. */
export async function syncFolder(disk: Disk, folder: string): Promise<void> {
  // Windows cannot open a folder; its file system keeps the order by itself.
  if (process.platform === "win32") return;
  const handle = await disk.open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
