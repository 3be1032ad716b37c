import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import type { Act } from "../../src/corpus/changes.ts";
import { Corpus } from "../../src/corpus/corpus.ts";

export { done, exportOf } from "./done.ts";

export const A = "111111111111111111";
export const B = "222222222222222222";
export const act: Act = { by: "333333333333333333", at: "2026-01-02T03:04:05.000Z" };

export type Opened = { corpus: Corpus; folder: string };

/** An empty corpus in a folder of its own, anew before each test of the file that asks for it; `take` gets it each time. */
export function openedCorpus(take: (opened: Readonly<Opened>) => void = () => {}): Readonly<Opened> {
  const opened = {} as Opened;
  beforeEach(async () => {
    opened.folder = await mkdtemp(join(tmpdir(), "corpus-"));
    opened.corpus = await Corpus.open(opened.folder);
    take(opened);
  });
  afterEach(async () => {
    await opened.corpus.close();
    await rm(opened.folder, { recursive: true });
  });
  return opened;
}
