import type { Entry } from "yauzl";
import type { Refused } from "../extract/extracted.ts";

export type ZipLimits = {
  readonly entries: number;
  /** Of all files, unpacked. */
  readonly bytes: number;
};

/** What unpacks to more than so many times its size is a bomb; `pack.ts` packs nothing better. */
export const MOST_RATIO = 100;
/** Below this size no ratio makes one. */
const HARMLESS = 10_000;

/**
 * The names of the files in an archive, or why it is not to be trusted: what yauzl does not look at. Sizes are what the
 * directory says; yauzl gives nothing else than that.
 */
export function namesIn(entries: readonly Entry[], limits: ZipLimits): readonly string[] | Refused {
  const names: string[] = [];
  const known = new Set<string>();
  let total = 0;
  for (const entry of entries) {
    const name = decode(entry.fileNameRaw);
    if (name === null)
      return { refused: `The name of file ${names.length + 1} in the archive is not UTF-8; rename it.` };
    // On some disks "A.md" and "a.md" are one file.
    const folded = name.toLowerCase();
    const wrong = wrongName(name) ?? wrongKind(entry) ?? (known.has(folded) ? "stands in it twice" : wrongSize(entry));
    if (wrong !== null) return { refused: `${shown(name)} in the archive ${wrong}.` };
    total += entry.uncompressedSize;
    if (total > limits.bytes) {
      const most = (limits.bytes / 1e6).toFixed(limits.bytes < 1e6 ? 3 : 0);
      return { refused: `The archive unpacks to more than ${most} MB; add it in parts.` };
    }
    known.add(folded);
    names.push(name);
  }
  return names;
}

/** Why no file may be written under this name, to be said after it; `null` when it is harmless everywhere. */
function wrongName(name: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for.
  if (/[\u0000-\u001f\u007f]/.test(name)) return "has control characters in its name";
  if (name.includes("\\")) return "has a backslash in its name";
  const parts = name.replace(/\/$/, "").split("/");
  if (/^[a-z]:/i.test(name) || parts.some((part) => /^\.{0,2}$/.test(part))) return "names a place outside the archive";
  const windows = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|[. ]$|[<>:"|?*]/i;
  return parts.some((part) => windows.test(part)) ? "has a name that Windows does not allow" : null;
}

function wrongKind(entry: Entry): string | null {
  // ZIP keeps the kind of a Unix file in the upper half of its attributes.
  const kind = entry.versionMadeBy >> 8 === 3 ? entry.externalFileAttributes >>> 28 : 0;
  if (kind === 0xa) return "is a link to another file; only files themselves are taken";
  if (kind !== 0 && kind !== 0x8 && kind !== 0x4) return "is no ordinary file";
  if (entry.isEncrypted()) return "is encrypted; export it without a password";
  return entry.canDecodeFileData() ? null : "is packed in a way that is not known here";
}

function wrongSize({ uncompressedSize, compressedSize }: Entry): string | null {
  if (uncompressedSize <= HARMLESS || uncompressedSize <= compressedSize * MOST_RATIO) return null;
  return `would unpack to ${Math.floor(uncompressedSize / Math.max(compressedSize, 1))} times its size`;
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
