import { promisify } from "node:util";
import { crc32, deflateRaw } from "node:zlib";
import { Zip, type ZipInputFile } from "fflate";
import { MOST_RATIO } from "./zip-checks.ts";

const deflate = promisify(deflateRaw);

/** More files, or more bytes, need another kind of ZIP (ZIP64). */
const MOST_FILES = 0xffff;
const MOST_BYTES = 0xffffffff;

/** The first day that ZIP knows, in the local time that it is written in; a plain file that everybody may read. */
const COMMON = { mtime: "1980-01-01T00:00:00", os: 3, attrs: 0o100644 << 16, compression: 8 };

/**
 * A ZIP archive of `files` in their order. The same files give the same bytes: there are no times in it. Packed on the
 * threads of zlib. `null`: no ZIP holds so much.
 */
export async function pack(files: AsyncIterable<readonly [string, Uint8Array]>): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let [count, length] = [0, 0];
  const zip = new Zip((error, part) => {
    if (error !== null) throw error;
    parts.push(part);
    length += part.length;
  });
  for await (const [filename, bytes] of files) {
    const best = await deflate(bytes);
    const packed = bytes.length > best.length * MOST_RATIO ? await deflate(bytes, { level: 0 }) : best;
    const file: ZipInputFile = { filename, size: bytes.length, crc: crc32(bytes), ...COMMON };
    zip.add(file);
    file.ondata!(null, packed, true);
    if (++count > MOST_FILES || length > MOST_BYTES) return null;
  }
  zip.end();
  return length > MOST_BYTES ? null : Buffer.concat(parts);
}
