import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Draft } from "../../../src/corpus/changes.ts";
import { Corpus } from "../../../src/corpus/corpus.ts";
import { A, act, done, exportOf } from "../opened.ts";
import { UnreliableDisk } from "../unreliable-disk.ts";

// On this thread, which starts none for each archive; `archive.test.ts` and `hostile.test.ts` read on another.
vi.mock(import("../../../src/corpus/archive/open-archive.ts"), async () => {
  const { readArchive } = await import("../../../src/corpus/archive/read-archive.ts");
  return { openArchive: readArchive };
});

const quotation = '"Nobody was hurt,"';
const draft = (title: string): Draft => ({
  title,
  body: `${quotation} said harbour master Ann Lee of ${title} on Friday.\nThe ferry would sail again.`,
  publisher: null,
  url: null,
  author: null,
  published: null,
});

/** The lock and the folder itself are on the real disk; what is stored goes to the unreliable one. */
let path: string;
beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), "interrupted-"));
  await mkdir(join(path, A));
});
afterEach(() => rm(path, { recursive: true, maxRetries: 5, retryDelay: 50 }));

/** An article that is edited and corrected, one that is removed, a report, and a hidden shared one. */
async function archiveOf(): Promise<Uint8Array> {
  const corpus = await Corpus.open(path, { disk: new UnreliableDisk(path) });
  const { article, revision } = done(await corpus.add(A, draft("One"), act));
  done(await corpus.edit(A, article.id, draft("One more"), revision, act));
  done(await corpus.correct(A, article.id, { kind: "speaker", quotation, speaker: "Bo Berg" }, act));
  done(await corpus.report(A, { article: article.id, quotation, speaker: "Bo Berg" }, act));
  // Its last version is kept twice: as one that was replaced, and as the removed one.
  const two = done(await corpus.add(A, draft("Two"), act));
  done(await corpus.edit(A, two.article.id, draft("Two more"), two.revision, act));
  done(await corpus.restore(A, two.article.id, two.revision, act));
  done(await corpus.remove(A, two.article.id, null, act));
  done(await corpus.add(null, draft("Shared"), act));
  done(await corpus.hide(A, "shared", true, act));
  return exportOf(corpus, A);
}

/** What an archive holds beside the lines about its own adding, which may be lost with the power. */
async function stateOf(corpus: Corpus): Promise<Record<string, string>> {
  const files = unzipSync(await exportOf(corpus, A));
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => {
      const lines = Buffer.from(bytes).toString("utf8").split("\n");
      return [name, lines.filter((line) => !line.includes('"action":"imported"')).join("\n")];
    }),
  );
}

async function empty(): Promise<{ disk: UnreliableDisk; corpus: Corpus }> {
  const disk = new UnreliableDisk(path);
  const corpus = await Corpus.open(path, { disk });
  done(await corpus.add(null, draft("Shared"), act));
  return { disk, corpus };
}

// Every third call, so that each kind of call is met in turn. `npm run crash` kills at any point.
it.each(["a power cut", "a full disk"])(
  "adding the archive again completes what %s interrupted, at any call",
  async (what) => {
    const archive = await archiveOf();
    const { disk, corpus } = await empty();
    const start = disk.calls;
    expect(await corpus.addArchive(A, archive, act)).toMatchObject({ added: [`${A}/one`], removed: 1, stopped: null });
    const whole = await stateOf(corpus);
    const calls = disk.calls - start;
    expect(calls).toBeGreaterThan(30);
    for (let call = what === "a full disk" ? 1 : 2; call < calls; call += 3) {
      const { disk: bad, corpus: unlucky } = await empty();
      if (what === "a full disk") bad.failing = { call: bad.calls + call, code: "ENOSPC", onwards: true };
      else bad.powerEndsAfter = bad.calls + call;
      const summary = await unlucky.addArchive(A, archive, act);
      if (what === "a full disk") {
        expect(summary).toMatchObject({ stopped: { message: expect.stringContaining("The disk is full") } });
        bad.failing = null;
      } else bad.powerCut();
      const after = what === "a full disk" ? unlucky : await Corpus.open(path, { disk: bad });
      expect(after.problems()).toEqual([]);
      // Wholly there or wholly absent.
      const found = after.scope(A).get(`${A}/one`);
      if (found !== undefined) expect((await after.corrections(A, `${A}/one`)).speakers).toHaveLength(1);
      expect(await after.addArchive(A, archive, act)).toMatchObject({ refused: [], stopped: null });
      expect(await stateOf(after)).toEqual(whole);
      if (what === "a power cut") expect(Object.keys(bad.files(path)).join()).not.toContain("unfinished");
    }
  },
  60_000,
);
