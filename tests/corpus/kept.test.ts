import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { formatArticleFile } from "../../src/corpus/article-file.ts";
import { Corpus } from "../../src/corpus/corpus.ts";
import { Kept } from "../../src/corpus/kept.ts";
import { Shelf } from "../../src/retrieval/shelf.ts";
import { newsArticle } from "./news.ts";

const SERVER = "111111111111111111";
const act = { by: "terminal", at: "2024-01-01T00:00:00.000Z" };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kept-index-"));
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
  await corpus.forget(SERVER);
  expect(await readdir(join(folder, ".index"))).toEqual(["readings.jsonl"]);
  await corpus.close();
}, 30_000);
