import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Change, Draft } from "../../src/corpus/changes.ts";
import { Corpus } from "../../src/corpus/corpus.ts";
import { UnreliableDisk } from "./unreliable-disk.ts";

const A = "111111111111111111";
const act = { by: "333333333333333333", at: "2026-01-02T03:04:05.000Z" };
const quotation = '"Nobody was hurt,"';
const draft = (title: string, words: string): Draft => ({
  title,
  body: `${quotation} said harbour master Ann Lee on Friday.\nShe added that ${words}.`,
  publisher: null,
  url: null,
  author: null,
  published: null,
});
const first = draft("First", "the ferry would sail again");
const second = draft("Second", "the bridge would be closed");
const other = draft("First", "the ferry would stay where it is");

/** The lock and the folder itself are on the real disk; what is stored goes to the unreliable one. */
let path: string;
beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), "disk-"));
  await mkdir(join(path, A));
});
// A corpus whose disk failed may still be writing what it keeps for the next start.
afterEach(() => rm(path, { recursive: true, maxRetries: 9 }));

type Change1 = (corpus: Corpus) => Promise<Change | Change[]>;
const id = `${A}/first`;
const revision = (corpus: Corpus) => corpus.scope(A).get(id)!.revision;

/** Each kind of change: what was there before it, the change, and what tells that it took place. */
const CHANGES: readonly [string, readonly Change1[], Change1, (corpus: Corpus) => Promise<boolean> | boolean][] = [
  ["add", [], (corpus) => corpus.add(A, first, act), (corpus) => corpus.scope(A).get(id)?.article.body === first.body],
  [
    "edit",
    [(corpus) => corpus.add(A, first, act)],
    (corpus) => corpus.edit(A, id, other, revision(corpus), act),
    (corpus) => corpus.scope(A).get(id)?.article.body === other.body,
  ],
  [
    "remove",
    [(corpus) => corpus.add(A, first, act)],
    (corpus) => corpus.remove(A, id, null, act),
    (corpus) => corpus.scope(A).get(id) === undefined,
  ],
  [
    "restore",
    [(corpus) => corpus.add(A, first, act), (corpus) => corpus.remove(A, id, null, act)],
    (corpus) => corpus.restore(A, id, null, act),
    (corpus) => corpus.scope(A).get(id) !== undefined,
  ],
  [
    "correct",
    [(corpus) => corpus.add(A, first, act)],
    (corpus) => corpus.correct(A, id, { kind: "speaker", quotation, speaker: "Bo Berg" }, act),
    async (corpus) => (await corpus.corrections(A, id)).speakers[0]?.speaker === "Bo Berg",
  ],
  [
    "hide",
    [(corpus) => corpus.add(null, second, act)],
    (corpus) => corpus.hide(A, "second", true, act),
    (corpus) => corpus.scope(A).get("second") === undefined,
  ],
  [
    "add several",
    [(corpus) => corpus.add(A, other, act)],
    (corpus) => corpus.addAll(A, [first, second], act),
    (corpus) => corpus.scope(A).holdings.length === 3,
  ],
];

async function prepared(before: readonly Change1[]): Promise<{ disk: UnreliableDisk; corpus: Corpus }> {
  const disk = new UnreliableDisk(path);
  const corpus = await Corpus.open(path, { disk });
  for (const change of before) expect(ok(await change(corpus))).toBe(true);
  return { disk, corpus };
}

const ok = (change: Change | Change[]) => [change].flat().every(({ kind }) => kind === "done");

/** What a corpus shows, and what its files say to one that starts over them. */
const shown = (corpus: Corpus) =>
  [A, null].map((server) => corpus.scope(server).holdings.map(({ article, revision: now }) => [article, now]));

describe.each(CHANGES)("%s", (name, before, change, tookPlace) => {
  it("survives a power cut once it is acknowledged, with its line in the history", async () => {
    const { disk, corpus } = await prepared(before);
    expect(ok(await change(corpus))).toBe(true);
    const history = await corpus.history(A);
    disk.powerCut();
    const after = await Corpus.open(path, { disk });
    expect(await tookPlace(after)).toBe(true);
    expect(await after.history(A)).toEqual(history);
    expect(shown(after)).toEqual(shown(corpus));
  });

  it("is wholly there or wholly absent after a power cut at any call", async () => {
    const { disk, corpus } = await prepared(before);
    const start = disk.calls;
    await change(corpus);
    const calls = disk.calls - start;
    expect(calls).toBeGreaterThan(3);
    for (let call = 0; call < calls; call++) {
      const { disk: cut, corpus: doomed } = await prepared(before);
      const untouched = shown(doomed);
      cut.powerEndsAfter = cut.calls + call;
      const acknowledged = ok(await change(doomed));
      cut.powerCut();
      const after = await Corpus.open(path, { disk: cut });
      expect(after.problems()).toEqual([]);
      // Of several, each for itself is wholly there or absent.
      if (acknowledged) expect(await tookPlace(after)).toBe(true);
      else if (!(await tookPlace(after)) && name !== "add several") expect(shown(after)).toEqual(untouched);
      // Nothing that was cut off stands in the way of doing it again.
      if (!(await tookPlace(after)) && name !== "add several") expect(ok(await change(after))).toBe(true);
      expect(Object.keys(cut.files(path)).filter((file) => file.includes("unfinished"))).toEqual([]);
    }
  });

  it.each([
    ["ENOSPC", true],
    ["EIO", false],
    ["EROFS", true],
  ])(
    "answers %s at each call in turn (all later ones too: %s) with one sentence, and memory agrees with the files",
    async (code, onwards) => {
      const { disk, corpus } = await prepared(before);
      const start = disk.calls;
      await change(corpus);
      const calls = disk.calls - start;
      for (let call = 1; call <= calls; call++) {
        const { disk: bad, corpus: unlucky } = await prepared(before);
        const untouched = shown(unlucky);
        bad.failing = { call: bad.calls + call, code, onwards };
        const outcomes = [await change(unlucky)].flat();
        bad.failing = null;
        for (const outcome of outcomes) {
          const sentence = outcome.kind === "done" ? outcome.warning : outcome.message;
          if (outcome.kind === "refused") expect(outcome.reason).toBe("storage");
          if (sentence !== null) expect(sentence).toMatch(/^[A-Z][^\n]{20,200}\.$/);
        }
        const after = await Corpus.open(path, { disk: bad });
        expect(after.problems()).toEqual([]);
        expect(shown(after)).toEqual(shown(unlucky));
        if (ok(outcomes)) expect(await tookPlace(after)).toBe(true);
        else if (!(await tookPlace(after)) && name !== "add several") expect(shown(after)).toEqual(untouched);
      }
    },
  );
});
