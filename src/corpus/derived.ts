import type { Fact, Facts } from "../reading/facts.ts";
import type { Reading } from "../reading/reading.ts";
import { packReading, unpackReading } from "./pack-reading.ts";

/** What is derived from one article and kept: its reading, what that tells about names, and the print of its body. */
export type Derived = { readonly reading: Reading; readonly facts: Facts; readonly print: string };

/**
 * As one line with tabs between its parts, which JSON itself never holds: print, offices without a holder, one name each,
 * then nothing, then the reading.
 */
export function packDerived({ print, facts, reading }: Derived): Uint8Array<ArrayBuffer> {
  const told = [facts.unfilled, ...facts.names.map(packFact)].map((value) => JSON.stringify(value));
  return new TextEncoder().encode([print, ...told, "", packReading(reading)].join("\t"));
}

export function unpackDerived(packed: Uint8Array): Derived {
  const isBuffer = Buffer.isBuffer(packed);
  return new UnpackedDerived(isBuffer ? packed : Buffer.from(packed.buffer, packed.byteOffset, packed.length));
}

/** Facts and reading are unpacked when they are first looked at: a start needs few readings, and they are the most of it. */
class UnpackedDerived implements Derived {
  readonly print: string;
  /** Let go when everything is unpacked. */
  #packed: Buffer | null;
  #facts: Facts | null = null;
  #reading: Reading | null = null;

  constructor(packed: Buffer) {
    this.#packed = packed;
    this.print = packed.toString("latin1", 0, packed.indexOf("\t"));
  }

  get facts(): Facts {
    if (this.#facts === null) {
      const packed = this.#packed!;
      const [, unfilled, ...names] = packed.toString("utf8", 0, packed.indexOf("\t\t")).split("\t");
      this.#facts = { unfilled: JSON.parse(unfilled!), names: names.map(factOf) };
      if (this.#reading !== null) this.#packed = null;
    }
    return this.#facts;
  }

  get reading(): Reading {
    if (this.#reading === null) {
      const packed = this.#packed!;
      this.#reading = unpackReading(packed.toString("utf8", packed.indexOf("\t\t") + 2));
      if (this.#facts !== null) this.#packed = null;
    }
    return this.#reading;
  }
}

/** A list in place of an object, half as long. */
function packFact({ key, name, kind, bare, forms, roles, offices, mentions, quotations }: Fact) {
  return [key, name, kind, bare, forms, roles, offices, mentions, quotations] as const;
}

function unpackFact(packed: ReturnType<typeof packFact>): Fact {
  const [key, name, kind, bare, forms, roles, offices, mentions, quotations] = packed;
  return { key, name, kind, bare, forms, roles, offices, mentions, quotations };
}

/** Thousands of articles tell the same of a few people. */
const known = new Map<string, Fact>();

function factOf(json: string): Fact {
  let fact = known.get(json);
  if (fact === undefined) {
    fact = unpackFact(JSON.parse(json));
    if (known.size >= 50_000) known.clear();
    known.set(json, fact);
  }
  return fact;
}
