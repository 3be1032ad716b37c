import { cp, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { formatArticleFile } from "../../src/corpus/article-file.ts";
import { Corpus } from "../../src/corpus/corpus.ts";
import { DISK } from "../../src/corpus/durable.ts";
import { Kept } from "../../src/corpus/kept.ts";
import { Shelf } from "../../src/retrieval/shelf.ts";
import { newsArticle } from "./news.ts";

const SERVER = "111111111111111111";
const act = { by: "terminal", at: "2024-01-01T00:00:00.000Z" };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kept-"));
});
afterEach(() => rm(folder, { recursive: true }));

const pathOf = (owner: string) => join(folder, ".index", `${owner}.words`);

async function keep(): Promise<void> {
  const shelf = new Shelf();
  shelf.add({ id: "a", title: "The port", print: "1", sentences: ["The port was sold."] });
  await new Kept(folder, "words", "reader 1").write(null, shelf.pack());
}

it("gives back what was kept of this owner, by this reader", async () => {
  await keep();
  expect(new Kept(folder, "words", "reader 1").read(null)).toMatchObject({ forms: "port\nsold" });
  expect(new Kept(folder, "words", "reader 1").read(SERVER)).toBeNull();
  expect(new Kept(folder, "words", "reader 2").read(null)).toBeNull();
});

it("believes no file of another kind or owner", async () => {
  await keep();
  await cp(pathOf("shared"), pathOf(SERVER));
  await cp(pathOf("shared"), join(folder, ".index", "shared.articles"));
  expect(new Kept(folder, "words", "reader 1").read(SERVER)).toBeNull();
  expect(new Kept(folder, "articles", "reader 1").read(null)).toBeNull();
});

it.each([
  ["torn", (bytes: Buffer) => bytes.subarray(0, -7)],
  ["empty", () => Buffer.alloc(0)],
  ["something else", () => Buffer.from("{}\n")],
  ["changed in one bit", (bytes: Buffer) => bytes.fill(bytes.at(-9)! ^ 1, bytes.length - 9, bytes.length - 8)],
])("believes no file that is %s", async (_, spoil) => {
  await keep();
  await writeFile(pathOf("shared"), spoil(await readFile(pathOf("shared"))));
  expect(new Kept(folder, "words", "reader 1").read(null)).toBeNull();
});

it("lets a second start find what the files say now, and nothing that they said before", async () => {
  let corpus = await Corpus.open(folder);
  await corpus.addAll(
    SERVER,
    Array.from({ length: 60 }, (_, n) => newsArticle(n, 2)),
    act,
  );
  const search = (text: string) => corpus.scope(SERVER).index.search(text, 200);
  const ids = corpus.scope(SERVER).holdings.map(({ article }) => article.id);
  const before = ["the ferry in Norrby", "Ann Lee", "hospital"].map(search);
  await corpus.close();
  expect(await readdir(join(folder, ".index"))).toContain(`${SERVER}.words`);

  corpus = await Corpus.open(folder);
  expect(["the ferry in Norrby", "Ann Lee", "hospital"].map(search)).toEqual(before);
  await corpus.close();

  const [changed, gone] = ids as [string, string];
  const goneTitle = corpus.scope(SERVER).get(gone)!.article.title;
  await writeFile(
    join(folder, `${changed}.md`),
    formatArticleFile({ ...newsArticle(1), body: "A quetzal flew over the old mill on Monday.\n" }),
  );
  await rm(join(folder, `${gone}.md`));
  corpus = await Corpus.open(folder);
  expect(search("quetzal").map(({ article }) => article)).toEqual([changed]);
  const found = new Set(
    ["Ann Bo Carla Dan Eva Farid Grete Hugo", "Norrby Port harbour town lake district Eastgate"].flatMap((text) =>
      search(text).map(({ article }) => article),
    ),
  );
  expect(found).not.toContain(changed);
  expect(found).not.toContain(gone);
  expect(found.size).toBe(58);
  await corpus.close();
  // The first start that read the files kept them; what is gone since is kept no more.
  const texts = await readFile(join(folder, ".index", `${SERVER}.articles`), "latin1");
  expect(texts).toContain("quetzal");
  expect(texts).not.toContain(goneTitle);
  corpus = await Corpus.open(folder);
  await corpus.forget(SERVER);
  expect(await readdir(join(folder, ".index"))).toEqual(["readings.jsonl"]);
  await corpus.close();
}, 30_000);

it("takes no file apart again that a start took apart before", async () => {
  const open = async () => {
    const apart: string[] = [];
    const readFileSync = (path: string) => {
      apart.push(path);
      return DISK.readFileSync(path);
    };
    const corpus = await Corpus.open(folder, { disk: { ...DISK, readFileSync } });
    return { corpus, apart };
  };
  const { corpus } = await open();
  await corpus.addAll(
    SERVER,
    Array.from({ length: 60 }, (_, n) => newsArticle(n, 2)),
    act,
  );
  const held = () => corpus.scope(SERVER).holdings.map(({ article, revision }) => ({ article, revision }));
  await corpus.close();
  const first = await open();
  await first.corpus.close();
  expect(first.apart).toHaveLength(60);
  const second = await open();
  expect(second.apart).toEqual([]);
  const again = second.corpus.scope(SERVER).holdings.map(({ article, revision }) => ({ article, revision }));
  expect(again).toEqual(held());
  await second.corpus.close();
}, 30_000);

it("starts with whatever is there after everything was removed", async () => {
  let corpus = await Corpus.open(folder);
  const drafts = Array.from({ length: 60 }, (_, n) => newsArticle(n, 2));
  await corpus.addAll(SERVER, drafts, act);
  await corpus.close();
  await (await Corpus.open(folder)).close();
  const files = () => readdir(join(folder, ".index"));
  expect(await files()).toContain(`${SERVER}.articles`);
  for (const name of await readdir(join(folder, SERVER)))
    if (name.endsWith(".md")) await rm(join(folder, SERVER, name));
  await (await Corpus.open(folder)).close();
  expect(await files()).not.toContain(`${SERVER}.articles`);
  await writeFile(join(folder, SERVER, "new.md"), formatArticleFile(newsArticle(99)));
  corpus = await Corpus.open(folder);
  expect(corpus.problems()).toEqual([]);
  expect(corpus.scope(SERVER).holdings.map(({ article }) => article.id)).toEqual([`${SERVER}/new`]);
  await corpus.close();
}, 30_000);

it("keeps no text of a server whose folder somebody deleted, nor writes anew what is the same", async () => {
  const corpus = await Corpus.open(folder);
  const drafts = Array.from({ length: 60 }, (_, n) => newsArticle(n, 2));
  await corpus.addAll(SERVER, drafts, act);
  await corpus.addAll(null, drafts, act);
  await corpus.close();
  await (await Corpus.open(folder)).close();
  const path = join(folder, ".index", "shared.articles");
  for (const name of (await readdir(folder)).filter((name) => name.endsWith(".md")).slice(20))
    await rm(join(folder, name));
  await rm(join(folder, SERVER), { recursive: true });
  await (await Corpus.open(folder)).close();
  const { ino } = await stat(path);
  await (await Corpus.open(folder)).close();
  expect((await stat(path)).ino).toBe(ino);
  expect((await readdir(join(folder, ".index"))).filter((name) => name.startsWith(SERVER))).toEqual([]);
}, 30_000);

it("takes an article for the known one only where its file holds the very same bytes", async () => {
  const path = join(folder, SERVER, "the-ferry.md");
  const file = (day: string) => formatArticleFile({ ...newsArticle(0), body: `The ferry \u00e4 sank on ${day}.\r\n` });
  let corpus = await Corpus.open(folder);
  await corpus.addAll(
    SERVER,
    Array.from({ length: 60 }, (_, n) => newsArticle(n + 1, 2)),
    act,
  );
  await corpus.close();
  await writeFile(path, file("Monday"));
  for (const day of ["Monday", "Monday", "Friday", "Friday"]) {
    // As a tool does that keeps dates: the file tells nothing of the change but by what it holds.
    await writeFile(path, file(day));
    await utimes(path, 1e9, 1e9);
    corpus = await Corpus.open(folder);
    const id = `${SERVER}/the-ferry`;
    expect(corpus.scope(SERVER).get(id)!.article).toEqual({
      ...newsArticle(0),
      id,
      body: `The ferry \u00e4 sank on ${day}.\r\n`,
    });
    const [found] = corpus.scope(SERVER).index.search(`ferry sank ${day}`, 1);
    expect(found).toMatchObject({ article: id, sentence: 0 });
    expect(corpus.scope(SERVER).holdings).toHaveLength(61);
    await corpus.close();
  }
}, 30_000);
