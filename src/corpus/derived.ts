import type { Article } from "../article.ts";
import { type Facts, gatherFacts } from "../reading/facts.ts";
import { read } from "../reading/read.ts";
import type { Corrections, Reading } from "../reading/reading.ts";
import { printOf } from "./duplicate.ts";

/** What is derived from one article and kept: its reading, what that tells about names, and the print of its body. */
export type Derived = { readonly reading: Reading; readonly facts: Facts; readonly print: string };

/** A pure function of what a reading depends on. */
export function derive({ body, published }: Pick<Article, "body" | "published">, corrections: Corrections): Derived {
  const reading = read(body, published, corrections);
  return { reading, facts: gatherFacts(body, reading), print: printOf(body) };
}

/** As one line: two values in JSON and a tab between them, which JSON itself never holds. */
export function packDerived({ reading, ...rest }: Derived): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${JSON.stringify(rest)}\t${JSON.stringify(reading)}`);
}

/** The reading is unpacked when it is first looked at: a start needs few of them, and they are the most of it. */
export function unpackDerived(packed: Uint8Array): Derived {
  const tab = packed.indexOf(9);
  let reading: Reading | null = null;
  let rest: Uint8Array | null = packed.subarray(tab + 1);
  return {
    ...parse<Omit<Derived, "reading">>(packed.subarray(0, tab)),
    get reading() {
      reading ??= parse<Reading>(rest!);
      rest = null;
      return reading;
    },
  };
}

function parse<T>(json: Uint8Array): T {
  return JSON.parse(Buffer.from(json.buffer, json.byteOffset, json.length).toString("utf8"));
}
