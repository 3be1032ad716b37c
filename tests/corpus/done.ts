import type { Change } from "../../src/corpus/changes.ts";
import type { Corpus } from "../../src/corpus/corpus.ts";

/** The change, which must have been made. */
export function done(change: Change): Extract<Change, { kind: "done" }> {
  if (change.kind !== "done") throw new Error(change.message);
  return change;
}

/** A server's archive, which must be whole. */
export async function exportOf(corpus: Corpus, server: string | null): Promise<Uint8Array> {
  const exported = await corpus.export(server);
  if ("refused" in exported || exported.leftOut.length > 0) throw new Error(JSON.stringify(exported).slice(0, 500));
  return exported.bytes;
}
