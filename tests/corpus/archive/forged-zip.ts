import { crc32, deflateRawSync } from "node:zlib";

/** A file of a forged archive; what is not given is as it should be. */
export type Forged = {
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  /** In the local header, when it differs. */
  readonly localName?: string;
  /** Unix file type and permissions. */
  readonly mode?: number;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  readonly size?: number;
  /** Where the directory says that it is. */
  readonly at?: number;
};

/** A ZIP archive as a hostile program could write it, byte by byte (APPNOTE 4.3). */
export function forgeZip(files: readonly Forged[], { count = files.length } = {}): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const file of files) {
    const bytes = Buffer.from(file.content as Uint8Array);
    const { method = 8, flags = 0, crc = crc32(bytes), size = bytes.length, mode = 0o100644 } = file;
    const packed = method === 8 ? deflateRawSync(bytes) : bytes;
    const name = Buffer.from(file.name as Uint8Array);
    const localName = file.localName === undefined ? name : Buffer.from(file.localName);
    const fields = (length: number) => [
      ...[u16(20), u16(flags), u16(method), u16(0), u16(0x21)],
      ...[u32(crc), u32(packed.length), u32(size), u16(length), u16(0)],
    ];
    const local = Buffer.concat([u32(0x04034b50), ...fields(localName.length), localName, packed]);
    const rest = [u16(0), u16(0), u16(0), u32((mode << 16) >>> 0), u32(file.at ?? at)];
    directory.push(Buffer.concat([u32(0x02014b50), u16(0x0314), ...fields(name.length), ...rest, name]));
    locals.push(local);
    at += local.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = [u32(0x06054b50), u16(0), u16(0), u16(count), u16(count), u32(size), u32(at), u16(0)];
  return Buffer.concat([...locals, ...directory, ...end]);
}

function u16(value: number): Buffer {
  return Buffer.from([value & 0xff, (value >>> 8) & 0xff]);
}

function u32(value: number): Buffer {
  return Buffer.concat([u16(value & 0xffff), u16(value >>> 16)]);
}
