import { appendFile, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { LIMITS } from "../../src/corpus/changes.ts";
import { Corpus } from "../../src/corpus/corpus.ts";
import { DISK } from "../../src/corpus/durable.ts";
import { hideArticle } from "../../src/corpus/hide.ts";
import type { Noticed } from "../../src/corpus/watch.ts";
import { Workshop } from "../../src/corpus/workshop.ts";

const A = "111111111111111111";
const B = "222222222222222222";
const act = { by: "terminal", at: "2026-01-02T03:04:05.000Z" };
const file = (words: string) => `---\ntitle: Ferry\npublished: 2024-05-07\n---\n${words}\n`;

let folder: string;
let corpus: Corpus;
let noticed: Noticed[];
let waiting: (() => void) | null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "watch-"));
  await mkdir(join(folder, A));
  corpus = await Corpus.open(folder);
  noticed = [];
  waiting = null;
  await corpus.watch((what) => {
    noticed.push(what);
    waiting?.();
  });
});
afterEach(async () => {
  await corpus.close();
  await rm(folder, { recursive: true });
});

/** The next thing that is noticed after `change`. */
async function after(change: Promise<unknown>): Promise<Noticed> {
  const count = noticed.length;
  await change;
  if (noticed.length === count) {
    await new Promise<void>((resolve) => {
      waiting = resolve;
    });
  }
  return noticed[count]!;
}
const words = (server: string | null) => corpus.scope(server).holdings.map(({ article }) => article.body);

it("follows a file that is dropped, changed, broken, mended and taken away", async () => {
  const path = join(folder, "ferry.md");
  expect(await after(writeFile(path, file("It sank.")))).toEqual({ kind: "added", path });
  expect(words(A)).toEqual(["It sank.\n"]);

  expect(await after(writeFile(path, file("It floats.")))).toEqual({ kind: "changed", path });
  expect(corpus.scope(null).index.search("floats", 1)).toHaveLength(1);

  const broken = await after(writeFile(path, file("It burns.").replace("2024-05-07", "May")));
  expect(broken).toMatchObject({ kind: "broken", path, problems: [{ path, line: 3 }] });
  expect(corpus.problems()).toMatchObject([{ path, line: 3 }]);
  expect(words(null)).toEqual(["It floats.\n"]);

  expect(await after(writeFile(path, file("It is towed.")))).toEqual({ kind: "changed", path });
  expect(corpus.problems()).toEqual([]);

  expect(await after(rename(path, join(folder, "boat.md")))).toMatchObject({
    path: expect.stringMatching(/boat|ferry/),
  });
  while (noticed.length < 6) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(corpus.scope(null).holdings.map(({ article }) => article.id)).toEqual(["boat"]);

  expect(await after(rm(join(folder, "boat.md")))).toEqual({ kind: "removed", path: join(folder, "boat.md") });
  expect(words(null)).toEqual([]);
}, 20_000);

it("follows another process that adds to a server, new or known, and passes over its own changes", async () => {
  const other = await Corpus.open(folder);
  const draft = {
    title: "Ferry",
    body: "The ferry sank on Friday, said the harbour master. Nobody was hurt in the accident.",
    publisher: null,
    url: null,
    author: null,
    published: null,
  };
  await corpus.add(A, { ...draft, title: "Mine", body: `${draft.body} So it goes.` }, act);
  expect(await after(other.add(A, draft, act))).toEqual({ kind: "added", path: join(folder, A, "ferry.md") });
  expect(await after(other.add(B, draft, act))).toEqual({ kind: "added", path: join(folder, B, "ferry.md") });
  expect(words(A)).toHaveLength(2);
  expect(words(B)).toEqual([draft.body]);
  expect(noticed.map(({ path }) => path)).not.toContain(join(folder, A, "mine.md"));
}, 20_000);

it("follows corrections, and says what is wrong with a name", async () => {
  const path = join(folder, "ferry.md");
  await after(writeFile(path, file('"It sank," he said.')));
  const corrections = join(folder, "ferry.corrections.yaml");
  await after(writeFile(corrections, 'speakers: [{ quotation: "\\"It sank,\\"", speaker: Ann Lee }]\n'));
  expect((await corpus.corrections(null, "ferry")).speakers).toHaveLength(1);
  await appendFile(join(folder, ".history.jsonl"), "x\n");
  await writeFile(join(folder, "notes.txt"), "x");
  expect(await after(writeFile(join(folder, "my ferry.md"), file("It sank.")))).toMatchObject({
    kind: "broken",
    problems: [{ message: expect.stringContaining("rename it to my-ferry.md") }],
  });
}, 20_000);

it("takes no list of hidden articles for the newest that was read before another was written", async () => {
  await writeFile(join(folder, "ferry.md"), file("It sank."));
  await writeFile(join(folder, A, ".hidden"), "");
  let goOn: () => void = () => {};
  const gate = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let reads = 0;
  const readFile = async (path: string) => {
    const isFirst = path.endsWith(".hidden") && reads++ === 0;
    const bytes = await DISK.readFile(path);
    if (isFirst) await gate;
    return bytes;
  };
  const shop = Workshop.open(folder, { ...DISK, readFile }, LIMITS);
  const { library } = shop;
  await shop.load({ server: null, slug: "ferry" });
  const followed = shop.followHidden(A);
  const hidden = hideArticle(shop, A, "ferry", true, act);
  await Promise.race([hidden, pause(100)]);
  goOn();
  await Promise.all([followed, hidden]);
  expect(library.hidden(A)).toEqual(new Set(["ferry"]));
  await shop.close();
});
