import { appendFile, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Draft } from "../../src/corpus/changes.ts";
import { Corpus } from "../../src/corpus/corpus.ts";
import type { Correction } from "../../src/corpus/correct.ts";
import { A, act, B, done, openedCorpus } from "./opened.ts";

const later = { by: "444444444444444444", at: "2026-01-03T03:04:05.000Z" };
const ferry: Draft = {
  title: "Ferry runs aground",
  body: '"Nobody was hurt," said harbour master Ann Lee on May 7, 2024.\nA bystander shouted: "The cargo is lost."',
  publisher: null,
  url: null,
  author: null,
  published: null,
};

let folder: string;
let corpus: Corpus;
openedCorpus((opened) => {
  ({ folder, corpus } = opened);
});
async function added(server: string | null): Promise<string> {
  return done(await corpus.add(server, ferry, act)).article.id;
}

describe("correct", () => {
  const correction: Correction = { kind: "speaker", quotation: '"The cargo is lost."', speaker: " Bo Berg " };

  it("is kept beside the article, told in the history, and taken back on request", async () => {
    const id = await added(A);
    done(await corpus.correct(A, id, correction, later));
    done(
      await corpus.correct(
        A,
        id,
        { kind: "date", text: "May 7, 2024", start: ferry.body.indexOf("May"), value: "2024-05-08" },
        later,
      ),
    );
    expect((await corpus.history(A, id)).map(({ action, by, detail }) => [action, by, detail])).toEqual([
      ["corrected", later.by, 'date of "May 7, 2024": 2024-05-08'],
      ["corrected", later.by, 'speaker of "\\"The cargo is lost.\\"": Bo Berg'],
      ["added", act.by, undefined],
    ]);
    expect(await readdir(join(folder, A))).toContain("ferry-runs-aground.corrections.yaml");
    const again = await Corpus.open(folder);
    done(await again.correct(A, id, { kind: "withdraw-speaker", quotation: correction.quotation }, later));
    expect(again.problems()).toEqual([]);
  });

  it.each<[string, Correction, string]>([
    ["words that are not in the article", { ...correction, quotation: "All is well." }, "do not stand"],
    ["no words at all", { ...correction, quotation: "" }, "do not stand"],
    ["a name of two lines", { ...correction, speaker: "Ann\nLee" }, "is no name"],
    ["an endless name", { ...correction, speaker: "x".repeat(101) }, "is no name"],
    [
      "a date that does not stand there",
      { kind: "date", text: "May 7", start: 0, value: "2024" },
      "does not stand there",
    ],
    [
      "a date in words",
      { kind: "date", text: "May 7, 2024", start: ferry.body.indexOf("May"), value: "soon" },
      "is no date",
    ],
  ])("refuses %s", async (_, wrong, message) => {
    const id = await added(A);
    expect(await corpus.correct(A, id, wrong, act)).toMatchObject({
      reason: "unsuitable",
      message: expect.stringContaining(message),
    });
  });

  it("is refused for shared articles and for another server's", async () => {
    expect(await corpus.correct(A, await added(null), correction, act)).toMatchObject({ reason: "shared" });
    const id = done(await corpus.add(A, { ...ferry, body: `${ferry.body}\nThe end.` }, act)).article.id;
    expect(await corpus.correct(B, id, correction, act)).toMatchObject({ reason: "no-such-article" });
  });

  it("reports a corrections file that a person broke, by path, and reads the article without it", async () => {
    const id = await added(null);
    for (const text of [
      "speakers: 3",
      "speakers: [{quotation: x}]",
      "a: [",
      "dates: [{text: x, start: a, value: y}]",
    ]) {
      await writeFile(join(folder, `${id}.corrections.yaml`), text);
      const now = await Corpus.open(folder);
      expect(now.problems()).toMatchObject([{ path: join(folder, `${id}.corrections.yaml`) }]);
      expect(now.scope(null).get(id)).toBeDefined();
    }
  });
});

describe("hide", () => {
  it("takes a shared article out of one server's scope, over a restart, until it is shown again", async () => {
    const id = await added(null);
    done(await corpus.hide(A, id, true, act));
    for (const now of [corpus, await Corpus.open(folder)]) {
      expect(now.scope(A).holdings).toEqual([]);
      expect(now.scope(A).get(id)).toBeUndefined();
      expect(now.scope(A).index.search("cargo", 5)).toEqual([]);
      expect(now.hidden(A)).toMatchObject([{ article: { id } }]);
      expect(now.scope(B).index.search("cargo", 5)).toHaveLength(1);
    }
    done(await corpus.add(A, ferry, act));
    done(await corpus.hide(A, id, false, act));
    expect(corpus.scope(A).get(id)).toBeDefined();
  });

  it("is for shared articles only", async () => {
    expect(await corpus.hide(A, await added(A), true, act)).toMatchObject({ reason: "unsuitable" });
    expect(await corpus.hide(B, await added(A).catch(() => `${A}/ferry-runs-aground`), true, act)).toMatchObject({
      reason: "no-such-article",
    });
  });
});

describe("report", () => {
  const words = '"The cargo is lost."';

  it("reaches this server's list once and leaves it when closed", async () => {
    const id = await added(null);
    const report = { article: id, quotation: words, speaker: "Ann Lee" };
    done(await corpus.report(A, report, act));
    done(await corpus.report(A, report, later));
    const [open, ...others] = await corpus.reports(A);
    expect([open, others]).toMatchObject([{ ...report, by: act.by }, []]);
    expect(await corpus.reports(B)).toEqual([]);
    done(await corpus.closeReport(A, open!.id, later));
    expect(await corpus.reports(A)).toEqual([]);
    expect(await corpus.closeReport(A, open!.id, later)).toMatchObject({ kind: "refused" });
  });

  it("is refused for another server's article, and for words that are not there", async () => {
    const id = await added(A);
    expect(await corpus.report(B, { article: id, quotation: words, speaker: null }, act)).toMatchObject({
      reason: "no-such-article",
    });
    expect(await corpus.report(A, { article: id, quotation: "§", speaker: null }, act)).toMatchObject({
      reason: "unsuitable",
    });
  });

  it("stops at a full list", async () => {
    const id = await added(A);
    const lines = Array.from({ length: 200 }, (_, i) =>
      JSON.stringify({ ...act, article: id, quotation: `q${i}`, speaker: null }),
    );
    await appendFile(join(folder, A, ".reports.jsonl"), `${lines.join("\n")}\n{"torn`);
    expect(await corpus.report(A, { article: id, quotation: words, speaker: null }, act)).toMatchObject({
      reason: "limit",
    });
  });
});

describe("history", () => {
  it("tells who did what, newest first, and passes over lines that are torn or foreign", async () => {
    const id = await added(A);
    await appendFile(join(folder, A, ".history.jsonl"), '[1]\nnull\n{"at":1}\n{"at":"2026');
    done(await corpus.remove(A, id, null, later));
    done(await corpus.restore(A, id, null, later));
    expect((await corpus.history(A)).map(({ action }) => action)).toEqual(["restored", "removed", "added"]);
    expect(await corpus.history(B)).toEqual([]);
  });

  it("lists what was removed and the versions there were", async () => {
    const id = await added(A);
    const first = corpus.scope(A).get(id)!.revision;
    done(await corpus.edit(A, id, { ...ferry, title: "Ferry afloat" }, first, later));
    expect(await corpus.versions(A, id)).toEqual([{ revision: first, title: ferry.title, ...act }]);
    expect(await corpus.versions(B, id)).toEqual([]);
    done(await corpus.remove(A, id, null, later));
    expect(await corpus.removed(A)).toMatchObject([{ id, title: "Ferry afloat", ...later }]);
    expect(await corpus.removed(B)).toEqual([]);
  });
});

it("forgets a server with everything it had", async () => {
  const id = await added(A);
  expect(await corpus.forget(A)).toBeNull();
  expect(corpus.scope(A).get(id)).toBeUndefined();
  await corpus.close();
  expect((await readdir(folder, { recursive: true })).sort()).toEqual([".index", join(".index", "readings.jsonl")]);
  expect(await readFile(join(folder, ".index", "readings.jsonl"), "utf8")).not.toContain("Ann Lee");
});

it("forgets also what was being added when the server was to be forgotten", async () => {
  const drafts = Array.from({ length: 120 }, (_, n) => ({
    ...ferry,
    url: null,
    body: `${ferry.body} It was day ${n}.`,
  }));
  const adding = corpus.addAll(A, drafts, act);
  expect(await corpus.forget(A)).toBeNull();
  expect((await adding).filter(({ kind }) => kind === "done")).toHaveLength(120);
  expect(corpus.scope(A).holdings.filter(({ article }) => article.id.startsWith(A))).toEqual([]);
  expect(await readdir(folder)).not.toContain(A);
});
