import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { Refused } from "./refusal.ts";

/** zlib works on its own thread and hands back 16 KiB at a time, so a bomb never blocks and is dropped at the limit. */
const DECODERS = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
} as const;

/** The encodings a server may answer in. */
export const ACCEPT_ENCODING = "gzip, deflate, br";

/**
 * The body of an answer, decompressed; `maxBytes` holds for what arrives and for what it unpacks to.
 *
 * Throws {@link Refused}.
 */
export async function readBody(
  stream: Readable,
  contentEncoding: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Buffer> {
  const encodings = contentEncoding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  const [encoding] = encodings;
  if (encodings.length > 1 || (encoding !== undefined && !Object.hasOwn(DECODERS, encoding))) {
    throw new Refused(
      "encoding",
      `The page is packed in a way that is not read (${encodings.join(", ").slice(0, 60)}): paste the text instead.`,
    );
  }
  const chunks: Buffer[] = [];
  const bounded = (keep: boolean) =>
    async function* (source: AsyncIterable<Buffer>) {
      let size = 0;
      for await (const chunk of source) {
        size += chunk.length;
        if (size > maxBytes) throw tooLarge(maxBytes);
        if (keep) chunks.push(chunk);
        else yield chunk;
      }
    };
  try {
    if (encoding === undefined) await pipeline(stream, bounded(true), { signal });
    else
      await pipeline(stream, bounded(false), DECODERS[encoding as keyof typeof DECODERS](), bounded(true), { signal });
  } catch (error) {
    if (/^(Z_|ERR_BROTLI|ERR__ERROR|ERR_PADDING)/.test((error as NodeJS.ErrnoException).code ?? "")) {
      throw new Refused("encoding", "The page arrived damaged (it does not unpack): try again, or paste the text.");
    }
    throw error;
  }
  return Buffer.concat(chunks);
}

export function tooLarge(maxBytes: number): Refused {
  return new Refused(
    "too-large",
    `The page is larger than ${Math.floor(maxBytes / 2 ** 20)} MB: paste the text instead.`,
  );
}
