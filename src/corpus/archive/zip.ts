import { crc32, inflateRawSync } from "node:zlib";
import type { Refused } from "../extract/extracted.ts";
import { MOST_RATIO } from "./pack.ts";

/** One file of a ZIP archive, as its directory tells of it. */
export type Entry = {
  readonly name: string;
  readonly size: number;
  readonly packed: number;
  readonly crc: number;
  readonly isDeflated: boolean;
  /** Where its local header begins. */
  readonly at: number;
};

export type ZipLimits = {
  readonly entries: number;
  /** Of all files, unpacked. */
  readonly bytes: number;
};

/** Below this size no ratio makes a bomb. */
const HARMLESS = 10_000;
const END = 22;
const HEADER = 46;
const LOCAL = 30;

/**
 * The files in a ZIP archive, or why it is not to be trusted. Nothing is unpacked; the bounds are checked against what the
 * directory says, and `unpack` gives nothing else than that.
 */
export function openZip(archive: Uint8Array, limits: ZipLimits): readonly Entry[] | Refused {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.length);
  const end = findEnd(bytes);
  if (end === null) return { refused: "The file is no ZIP archive, or its end is missing; export it anew." };
  const count = bytes.readUInt16LE(end + 10);
  const size = bytes.readUInt32LE(end + 12);
  const start = bytes.readUInt32LE(end + 16);
  if (bytes.readUInt32LE(end + 4) !== 0 || bytes.readUInt16LE(end + 8) !== count || start + size !== end) {
    return { refused: "The archive's directory is damaged; export it anew." };
  }
  if (count > limits.entries) {
    return { refused: `The archive holds ${count} files, and at most ${limits.entries} are read; add it in parts.` };
  }
  const entries: Entry[] = [];
  const names = new Set<string>();
  let total = 0;
  for (let at = start, n = 0; n < count; n++) {
    if (at + HEADER > end || bytes.readUInt32LE(at) !== 0x02014b50) {
      return { refused: `The archive's directory is damaged at file ${n + 1}; export it anew.` };
    }
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const name = decode(bytes.subarray(at + HEADER, at + HEADER + nameLength));
    if (name === null) return { refused: `The name of file ${n + 1} in the archive is not UTF-8; rename it.` };
    const no = (why: string) => ({ refused: `${shown(name)} in the archive ${why}.` });
    const entry = {
      name,
      size: bytes.readUInt32LE(at + 24),
      packed: bytes.readUInt32LE(at + 20),
      crc: bytes.readUInt32LE(at + 16),
      isDeflated: bytes.readUInt16LE(at + 10) === 8,
      at: bytes.readUInt32LE(at + 42),
    };
    const unsafe = unsafeName(name);
    if (unsafe !== null) return no(unsafe);
    // ZIP keeps the kind of a Unix file in the upper half of its attributes.
    const kind = bytes[at + 5] === 3 ? (bytes.readUInt32LE(at + 38) >>> 28) & 0xf : 0;
    if (kind === 0xa) return no("is a link to another file; only files themselves are taken");
    if (kind !== 0 && kind !== 0x8 && kind !== 0x4) return no("is no ordinary file");
    if (bytes.readUInt16LE(at + 8) & 1) return no("is encrypted; export it without a password");
    if (bytes.readUInt16LE(at + 10) !== 0 && !entry.isDeflated) return no("is packed in a way that is not known here");
    // On some disks "A.md" and "a.md" are one file.
    const folded = name.toLowerCase();
    if (names.has(folded)) return no("stands in it twice");
    names.add(folded);
    if (entry.size > HARMLESS && entry.size > entry.packed * MOST_RATIO) {
      return no(`would unpack to ${Math.floor(entry.size / Math.max(entry.packed, 1))} times its size`);
    }
    total += entry.size;
    if (total > limits.bytes) {
      const most = (limits.bytes / 1e6).toFixed(limits.bytes < 1e6 ? 3 : 0);
      return { refused: `The archive unpacks to more than ${most} MB; add it in parts.` };
    }
    if (!name.endsWith("/")) entries.push(entry);
    at += HEADER + nameLength + extra + comment;
    if (n === count - 1 && at !== end) return { refused: "The archive's directory is damaged at its end." };
  }
  return entries;
}

/** The bytes of a file, or how it is damaged, to be said after its name. */
export function unpack(archive: Uint8Array, entry: Entry): Uint8Array | string {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.length);
  const { at, packed, size, name } = entry;
  if (at + LOCAL > bytes.length || bytes.readUInt32LE(at) !== 0x04034b50) return "is not where the archive says";
  const nameEnd = at + LOCAL + bytes.readUInt16LE(at + 26);
  if (decode(bytes.subarray(at + LOCAL, nameEnd)) !== name) return "has two names in the archive";
  const start = nameEnd + bytes.readUInt16LE(at + 28);
  if (start + packed > bytes.length) return "is cut off";
  const content = bytes.subarray(start, start + packed);
  const unpacked = entry.isDeflated ? inflate(content, size) : content;
  if (unpacked === null || unpacked.length !== size) return "is damaged (it unpacks to another size)";
  return crc32(unpacked) === entry.crc ? new Uint8Array(unpacked) : "is damaged (its checksum is another)";
}

function inflate(content: Uint8Array, size: number): Uint8Array | null {
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(size, 1) });
  } catch {
    return null;
  }
}

/** Why no file may be written under this name, to be said after it; `null` when it is harmless everywhere. */
function unsafeName(name: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for.
  if (/[\u0000-\u001f\u007f]/.test(name)) return "has control characters in its name";
  if (name.includes("\\")) return "has a backslash in its name";
  if (/^(?:\/|[a-z]:)/i.test(name)) return "names a place outside the archive";
  const parts = name.replace(/\/$/, "").split("/");
  if (parts.some((part) => part === "" || part === "." || part === "..")) return "names a place outside the archive";
  const windows = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|[. ]$|[<>:"|?*]/i;
  return parts.some((part) => windows.test(part)) ? "has a name that Windows does not allow" : null;
}

/** Where the end record begins, when it ends with the file. */
function findEnd(bytes: Buffer): number | null {
  for (let at = bytes.length - END; at >= 0 && at >= bytes.length - END - 0xffff; at--) {
    if (bytes.readUInt32LE(at) === 0x06054b50 && at + END + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  return null;
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A name from outside, on one line and never long. */
export function shown(name: string): string {
  return JSON.stringify(name.length > 80 ? `${name.slice(0, 80)}…` : name);
}
