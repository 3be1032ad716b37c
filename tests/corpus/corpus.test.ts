import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatArticleFile } from "../../src/corpus/article-file.ts";
import type { Draft } from "../../src/corpus/changes.ts";
import { Corpus } from "../../src/corpus/corpus.ts";
import { A, act, B, done, openedCorpus } from "./opened.ts";

const bridge: Draft = {
  title: "The bridge opens again",
  body: "The minister said on Friday that the bridge would open again.\nShe gave no date for the trains.",
  publisher: "The Courier",
  url: "https://courier.example/bridge",
  author: null,
  published: { value: "2026-01-01", basis: "stated" },
};
const harbour: Draft = {
  ...bridge,
  title: "The harbour stays closed",
  body: "The harbour master told reporters that the harbour would stay closed until the spring. He blamed the ice.",
  url: null,
};

let folder: string;
let corpus: Corpus;
openedCorpus((opened) => {
  ({ folder, corpus } = opened);
});
const titles = (server: string | null, of = corpus) => of.scope(server).holdings.map(({ article }) => article.title);

describe("Corpus", () => {
  it("finds an article as soon as it is added, also after a restart, with the body unchanged", async () => {
    const { article, revision } = done(await corpus.add(A, bridge, act));
    expect(article.id).toBe(`${A}/the-bridge-opens-again`);
    for (const now of [corpus, await Corpus.open(folder)]) {
      expect(now.scope(A).get(article.id)).toMatchObject({ article: { ...bridge, id: article.id }, revision });
      expect(now.scope(A).index.search("bridge", 5)).toMatchObject([{ article: article.id, sentence: 0 }]);
    }
  });

  it("keeps a server's articles from every other server and from the shared scope", async () => {
    const { article, revision } = done(await corpus.add(A, bridge, act));
    for (const server of [B, null]) {
      expect(titles(server)).toEqual([]);
      expect(corpus.scope(server).get(article.id)).toBeUndefined();
      expect(corpus.scope(server).index.search("bridge", 5)).toEqual([]);
      const refusals = [
        await corpus.edit(server, article.id, harbour, revision, act),
        await corpus.remove(server, article.id, null, act),
        await corpus.restore(server, article.id, null, act),
        await corpus.restore(server, article.id, revision, act),
      ];
      for (const refusal of refusals)
        expect(refusal).toMatchObject({ kind: "refused", reason: "no-such-article", existing: null });
    }
    done(await corpus.add(B, bridge, act));
    expect(titles(A)).toEqual([bridge.title]);
  });

  it.each([
    "",
    "..",
    "../x",
    "x/../y",
    "/etc/passwd",
    "a/b/c",
    `${A}/../${B}/x`,
    `${A}\\x`,
    "x.md",
    "x\0",
    "__proto__",
    ".history",
  ])("knows no article %j", async (id) => {
    expect(corpus.scope(A).get(id)).toBeUndefined();
    expect(await corpus.remove(A, id, null, act)).toMatchObject({ reason: "no-such-article" });
    expect(await corpus.restore(A, id, null, act)).toMatchObject({ reason: "no-such-article" });
  });

  it("lets no server change a shared article", async () => {
    const { article, revision } = done(await corpus.add(null, bridge, act));
    expect(titles(A)).toEqual([bridge.title]);
    expect(await corpus.remove(A, article.id, null, act)).toMatchObject({ reason: "shared" });
    expect(await corpus.edit(A, article.id, harbour, revision, act)).toMatchObject({ reason: "shared" });
    expect(titles(null)).toEqual([bridge.title]);
  });

  it("undoes a removal", async () => {
    const { article } = done(await corpus.add(A, bridge, act));
    done(await corpus.remove(A, article.id, null, act));
    expect(titles(A)).toEqual([]);
    expect(titles(A, await Corpus.open(folder))).toEqual([]);
    done(await corpus.restore(A, article.id, null, act));
    expect(corpus.scope(A).get(article.id)?.article).toEqual(article);
    expect(titles(A, await Corpus.open(folder))).toEqual([bridge.title]);
  });

  it("keeps the version before an edit and goes back to it", async () => {
    const { article, revision } = done(await corpus.add(A, bridge, act));
    const edited = done(await corpus.edit(A, article.id, harbour, revision, act));
    expect(corpus.scope(A).index.search("bridge", 5)).toEqual([]);
    const back = done(await corpus.restore(A, article.id, revision, act));
    expect(back).toMatchObject({ revision, article });
    done(await corpus.restore(A, article.id, edited.revision, act));
    expect(titles(A)).toEqual([harbour.title]);
  });

  it("undoes the last removal of an article that was removed in two versions", async () => {
    for (const [first, second] of [
      [bridge, harbour],
      [harbour, bridge],
    ] as const) {
      const { article, revision } = done(await corpus.add(A, first, act));
      const { id } = article;
      const edited = done(await corpus.edit(A, id, second, revision, act));
      done(await corpus.remove(A, id, null, act));
      done(await corpus.restore(A, id, revision, act));
      done(await corpus.remove(A, id, null, act));
      expect(done(await corpus.restore(A, id, null, act)).article.title).toBe(first.title);
      expect(edited.article.title).toBe(second.title);
      done(await corpus.remove(A, id, null, act));
    }
  });

  it("goes back to a version that was removed before the article came back", async () => {
    const { article, revision } = done(await corpus.add(A, bridge, act));
    const { id } = article;
    done(await corpus.remove(A, id, null, act));
    await writeFile(join(folder, `${id}.md`), formatArticleFile(harbour));
    corpus = await Corpus.open(folder);
    expect(titles(A)).toEqual([harbour.title]);
    expect(await corpus.restore(A, id, null, act)).toMatchObject({
      kind: "refused",
      message: expect.stringMatching(/no removal to undo.*name its revision/),
    });
    expect((await corpus.versions(A, id)).map(({ title }) => title)).toEqual([bridge.title]);
    done(await corpus.restore(A, id, revision, act));
    expect(titles(A)).toEqual([bridge.title]);
    expect((await corpus.versions(A, id)).map(({ title }) => title)).toEqual([harbour.title]);
  });

  it("tells the later of two moderators who edit the same article", async () => {
    const { article, revision } = done(await corpus.add(A, bridge, act));
    const [first, second] = await Promise.all([
      corpus.edit(A, article.id, { ...bridge, author: "Ann Lee" }, revision, act),
      corpus.edit(A, article.id, { ...bridge, author: "Bo Berg" }, revision, act),
    ]);
    expect(first.kind).toBe("done");
    expect(second).toMatchObject({ reason: "changed", existing: { article: { author: "Ann Lee" } } });
    expect(await corpus.remove(A, article.id, revision, act)).toMatchObject({ reason: "changed" });
  });

  it("refuses what a person changed in the file since the moderator looked", async () => {
    const { article, revision } = done(await corpus.add(A, bridge, act));
    const path = join(folder, `${article.id}.md`);
    await writeFile(path, (await readFile(path, "utf8")).replace("Friday", "Monday"));
    const refusal = await corpus.edit(A, article.id, harbour, revision, act);
    expect(refusal).toMatchObject({ reason: "changed" });
    expect(corpus.scope(A).get(article.id)?.article.body).toContain("Monday");
  });

  it.each([
    ["the same words", { ...harbour, body: bridge.body.toUpperCase().replace("\n", "\r\n\r\n") }],
    ["the same address", { ...harbour, url: "http://www.courier.example/bridge/?utm_source=x#top" }],
  ])("names the article that has %s", async (_, draft) => {
    const { article } = done(await corpus.add(A, bridge, act));
    const refusal = await corpus.add(A, draft, act);
    expect(refusal).toMatchObject({
      reason: "duplicate",
      existing: { article },
      message: expect.stringContaining(article.id),
    });
  });

  it.each([
    ["text", { ...harbour, body: bridge.body.toUpperCase() }],
    ["address", { ...harbour, url: bridge.url }],
  ])("adds only the first of two that come together with the same %s", async (same, draft) => {
    const changes = await corpus.addAll(A, [bridge, draft], act);
    expect(changes).toMatchObject([{ kind: "done" }, { reason: "duplicate", message: expect.stringContaining(same) }]);
    expect(corpus.scope(A).holdings.length).toBe(1);
  });

  it("gives no id twice, not even that of a removed article", async () => {
    const { article } = done(await corpus.add(A, bridge, act));
    done(await corpus.remove(A, article.id, null, act));
    const second = done(await corpus.add(A, { ...harbour, title: bridge.title }, act));
    expect(second.article.id).toBe(`${article.id}-2`);
  });

  it("holds a server to its limits, and leaves the shared scope unbound", async () => {
    const limits = { articles: 1, bytes: 10_000, articleBytes: 5_000 };
    const limited = await Corpus.open(folder, { limits });
    done(await limited.add(A, bridge, act));
    expect(await limited.add(A, harbour, act)).toMatchObject({
      reason: "limit",
      message: expect.stringContaining("1 articles"),
    });
    expect(await limited.add(B, { ...harbour, body: harbour.body.repeat(100) }, act)).toMatchObject({
      reason: "limit",
    });
    done(await limited.add(null, bridge, act));
    done(await limited.add(null, harbour, act));
  });

  it("lets an article be edited when a server is full", async () => {
    const limited = await Corpus.open(folder, { limits: { articles: 1, bytes: 10_000, articleBytes: 5_000 } });
    const { article, revision } = done(await limited.add(A, bridge, act));
    done(await limited.edit(A, article.id, harbour, revision, act));
    expect(await limited.add(A, bridge, act)).toMatchObject({ reason: "limit" });
    done(await limited.remove(A, article.id, null, act));
    done(await limited.add(A, { ...harbour, body: `${harbour.body} It is new.` }, act));
  });

  it("reports broken files by name and goes on with the others", async () => {
    await mkdir(join(folder, "folder.md"));
    await writeFile(join(folder, "broken.md"), "---\ntitle: x\npublished: 3/11/2026\n---\nText.");
    await writeFile(join(folder, "my article.md"), "---\ntitle: x\n---\nText.");
    await writeFile(join(folder, "good.md"), "---\ntitle: Good\n---\nText.");
    const now = await Corpus.open(folder);
    expect(titles(null, now)).toEqual(["Good"]);
    expect(now.problems().map(({ path, message }) => [path.slice(folder.length + 1), message])).toEqual(
      expect.arrayContaining([
        ["folder.md", expect.stringContaining("is not a file")],
        ["broken.md", expect.stringContaining("YYYY-MM-DD")],
        ["my article.md", expect.stringContaining("rename it to my-article.md")],
      ]),
    );
  });

  it("says what is wrong with the folder itself", async () => {
    await expect(Corpus.open(join(folder, "none"))).rejects.toThrow("does not exist; make it, or name another");
    await writeFile(join(folder, "file"), "");
    await expect(Corpus.open(join(folder, "file"))).rejects.toThrow("is not a folder");
  });

  it("cleans up after an interrupted write and says so", async () => {
    done(await corpus.add(A, bridge, act));
    const leftover = join(folder, A, ".unfinished-1-1-x.md");
    await writeFile(leftover, "half");
    await writeFile(join(folder, A, ".history.jsonl"), '{"torn', { flag: "a" });
    const now = await Corpus.open(folder);
    expect(now.notes).toEqual([`${leftover} was left by an interrupted write and is deleted.`]);
    expect((await readdir(join(folder, A))).filter((name) => /unfinished/.test(name))).toEqual([]);
    done(await now.add(A, harbour, act));
  });
});
