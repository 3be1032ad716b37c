import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Readings, readingKey } from "../../src/corpus/readings.ts";
import { NO_CORRECTIONS } from "../../src/reading/reading.ts";

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "readings-"));
  path = join(folder, ".index", "readings.jsonl");
});
afterEach(() => rm(folder, { recursive: true }));

const key = (n: number) => readingKey({ body: `Body ${n}`, published: null }, NO_CORRECTIONS);
const packed = (n: number) => Buffer.from(`{"end":3}\t${n} \u00e9`);

async function keep(...numbers: number[]): Promise<void> {
  const readings = Readings.open(folder, "reader 1");
  for (const n of numbers) readings.put(key(n), packed(n));
  await readings.flushed();
}

it("gives back what an earlier process kept, and nothing else", async () => {
  await keep(1, 2);
  await keep(3);
  const readings = Readings.open(folder, "reader 1");
  for (const n of [1, 2, 3]) expect(readings.get(key(n))).toEqual(packed(n));
  expect(readings.get(key(4))).toBeNull();
});

it("depends on the body, the date and the corrections", () => {
  const article = { body: "Body", published: null };
  const keys = [
    readingKey(article, NO_CORRECTIONS),
    readingKey({ ...article, body: "body" }, NO_CORRECTIONS),
    readingKey({ ...article, published: { value: "2022-01-01", basis: "stated" } }, NO_CORRECTIONS),
    readingKey(article, { speakers: [{ quotation: "x", speaker: null }], dates: [] }),
  ];
  expect(new Set(keys).size).toBe(4);
});

it("starts afresh for another reader", async () => {
  await keep(1);
  expect(Readings.open(folder, "reader 2").get(key(1))).toBeNull();
});

it.each([
  ["torn in its last line", async () => writeFile(path, (await readFile(path)).subarray(0, -20))],
  ["empty", () => writeFile(path, "")],
  ["of something else", () => writeFile(path, "\0\n\n\u{1F600}\n")],
  [
    "changed in one digit",
    async () => writeFile(path, (await readFile(path, "utf8")).replaceAll('"end":3', '"end":4')),
  ],
  ["gone", () => rm(join(folder, ".index"), { recursive: true })],
])("takes a file that is %s for nothing kept, and goes on", async (_, spoil) => {
  await keep(1);
  await spoil();
  await keep(2);
  const readings = Readings.open(folder, "reader 1");
  expect(readings.get(key(1))).toBeNull();
});

it("reads a whole line after a torn one", async () => {
  await keep(1);
  await appendFile(path, `${key(2)} abc {"rea\n`);
  await keep(3);
  const readings = Readings.open(folder, "reader 1");
  expect([1, 2, 3].map((n) => readings.get(key(n)))).toEqual([packed(1), null, packed(3)]);
});

it("drops what is not used any more once that is the most of it, and keeps the rest", async () => {
  await keep(...Array.from({ length: 300 }, (_, n) => n));
  const before = (await stat(path)).size;
  const readings = Readings.open(folder, "reader 1");
  readings.get(key(7));
  await readings.loaded();
  expect((await stat(path)).size).toBeLessThan(before / 100);
  expect(Readings.open(folder, "reader 1").get(key(7))).toEqual(packed(7));
});

it("takes nothing from an older program that still runs and writes into the same file", async () => {
  await keep(1);
  const older = Readings.open(folder, "reader 1");
  const newer = Readings.open(folder, "reader 2");
  for (const n of [2, 3]) newer.put(key(n), packed(n));
  await newer.flushed();
  older.put(key(4), packed(4));
  await older.flushed();
  const readings = Readings.open(folder, "reader 2");
  expect([2, 3, 4].map((n) => readings.get(key(n)))).toEqual([packed(2), packed(3), null]);
});
