import type { Article } from "../article.ts";
import { type Fact, type Facts, gatherFacts } from "../reading/facts.ts";
import { read } from "../reading/read.ts";
import type { Corrections, Reading } from "../reading/reading.ts";
import { printOf } from "./duplicate.ts";
import { once } from "./once.ts";
import { packReading, unpackReading } from "./pack-reading.ts";

/** What is derived from one article and kept: its reading, what that tells about names, and the print of its body. */
export type Derived = { readonly reading: Reading; readonly facts: Facts; readonly print: string };

/** What is derived from; `print` where it was found before. */
export type ToRead = Pick<Article, "body" | "published"> & { readonly print?: string };

/** A pure function of what a reading depends on. */
export function derive({ body, published, print = printOf(body) }: ToRead, corrections: Corrections): Derived {
  const reading = read(body, published, corrections);
  return { reading, facts: gatherFacts(body, reading), print };
}

/**
 * As one line with tabs between its parts, which JSON itself never holds: print, offices without a holder, one name each,
 * then nothing, then the reading.
 */
export function packDerived({ print, facts, reading }: Derived): Uint8Array<ArrayBuffer> {
  const told = [facts.unfilled, ...facts.names].map((value) => JSON.stringify(value));
  return new TextEncoder().encode([print, ...told, "", packReading(reading)].join("\t"));
}

/** Facts and reading are unpacked when they are first looked at: a start needs few readings, and they are the most of it. */
export function unpackDerived(packed: Uint8Array): Derived {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.length);
  const end = bytes.indexOf("\t\t");
  const [print, ...told] = bytes.toString("utf8", 0, end).split("\t");
  const facts = once(told, ([unfilled, ...names]) => ({ unfilled: JSON.parse(unfilled!), names: names.map(factOf) }));
  const reading = once(bytes.subarray(end + 2), (rest) => unpackReading(rest.toString("utf8")));
  return {
    print: print!,
    get facts() {
      return facts();
    },
    get reading() {
      return reading();
    },
  };
}

/** Thousands of articles tell the same of a few people. */
const known = new Map<string, Fact>();

function factOf(json: string): Fact {
  let fact = known.get(json);
  if (fact === undefined) {
    fact = JSON.parse(json) as Fact;
    if (known.size >= 50_000) known.clear();
    known.set(json, fact);
  }
  return fact;
}
