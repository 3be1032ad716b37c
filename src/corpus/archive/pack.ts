import { promisify } from "node:util";
import { crc32, deflateRaw } from "node:zlib";

const deflate = promisify(deflateRaw);

/** What packs better than this is stored unpacked; `zip.ts` refuses a better ratio as a bomb. */
export const MOST_RATIO = 100;
/** More files, or more bytes, need another kind of ZIP (ZIP64). */
const MOST_FILES = 0xffff;
const MOST_BYTES = 0xffffffff;

/**
 * A ZIP archive (APPNOTE 6.3.10) of `files` in their order, each by its ASCII name. The same files give the same bytes:
 * there are no times in it. Packed on the threads of zlib. `null`: no ZIP holds so much.
 */
export async function pack(files: AsyncIterable<readonly [string, Uint8Array]>): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for await (const [name, bytes] of files) {
    const deflated = await deflate(bytes);
    const packed = deflated.length < bytes.length && bytes.length <= deflated.length * MOST_RATIO ? deflated : bytes;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(packed === deflated ? 8 : 0, 4);
    common.writeUInt16LE(FIRST_DAY, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const rest = Buffer.alloc(14);
    // A plain file that its owner may write and everybody read.
    rest.writeUInt32LE((0o100644 << 16) >>> 0, 6);
    rest.writeUInt32LE(at, 10);
    parts.push(Buffer.concat([signature(0x04034b50), common, Buffer.from(name)]), packed);
    directory.push(
      Buffer.concat([signature(0x02014b50), MADE_ON_UNIX, common, rest, Buffer.from(name)] as Uint8Array[]),
    );
    at += 30 + name.length + packed.length;
    if (directory.length > MOST_FILES || at > MOST_BYTES) return null;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  if (at + size > MOST_BYTES) return null;
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, ...directory, signature(0x06054b50), end]);
}

/** 1 January 1980, the first day that ZIP knows. */
const FIRST_DAY = 0x21;
const MADE_ON_UNIX = Buffer.from([20, 3]);

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
