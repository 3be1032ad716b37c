import { arrayBuffer } from "node:stream/consumers";
import { crc32 } from "node:zlib";
import { fromBufferPromise, type Entry as Packed, type ZipFile } from "yauzl";
import type { Refused } from "../extract/extracted.ts";
import { namesIn, type ZipLimits } from "./zip-checks.ts";

/** One file of a ZIP archive, by the name in its directory; any other that it may have is never looked at. */
export type Entry = {
  readonly name: string;
  /** Unpacked. */
  readonly size: number;
  /** Its bytes, or how it is damaged, to be said after its name. */
  readonly unpack: () => Promise<Uint8Array | string>;
};

/** The files in a ZIP archive, or why it is not to be trusted. Nothing is unpacked yet. */
export async function openZip(archive: Uint8Array, limits: ZipLimits): Promise<readonly Entry[] | Refused> {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.length);
  // Names as bytes: yauzl would put others for what is not UTF-8.
  const zip = await fromBufferPromise(bytes, { decodeStrings: false }).catch(() => null);
  if (zip === null) return { refused: "The file is no ZIP archive, or its end is missing; export it anew." };
  if (zip.entryCount > limits.entries) {
    return {
      refused: `The archive holds ${zip.entryCount} files, and at most ${limits.entries} are read; add it in parts.`,
    };
  }
  const entries: Packed[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch {
    return { refused: `The archive's directory is damaged at file ${entries.length + 1}; export it anew.` };
  }
  const names = namesIn(entries, limits);
  if ("refused" in names) return names;
  return entries
    .map((entry, i) => ({ name: names[i]!, size: entry.uncompressedSize, unpack: () => unpack(zip, entry) }))
    .filter(({ name }) => !name.endsWith("/"));
}

/** yauzl stops at the size that the directory says. */
async function unpack(zip: ZipFile, entry: Packed): Promise<Uint8Array | string> {
  const stream = await zip.openReadStreamPromise(entry).catch(() => null);
  if (stream === null) return "is not where the archive says";
  const bytes = await arrayBuffer(stream).catch(() => null);
  if (bytes === null) return "is damaged (it unpacks to another size)";
  const unpacked = new Uint8Array(bytes);
  return crc32(unpacked) === entry.crc32 ? unpacked : "is damaged (its checksum is another)";
}
