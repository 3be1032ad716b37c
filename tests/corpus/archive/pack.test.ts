import { unzipSync } from "fflate";
import { afterEach, expect, it } from "vitest";
import { pack } from "../../../src/corpus/archive/pack.ts";
import { openZip } from "../../../src/corpus/archive/zip.ts";

const files: readonly (readonly [string, Uint8Array])[] = [
  ["plain.md", Buffer.from("The ferry will sail again.")],
  ["empty.md", new Uint8Array()],
  ["always-the-same.md", Buffer.alloc(5_000_000, "ha")],
];
const packed = async () => (await pack(each()))!;

async function* each() {
  yield* files;
}

const { TZ } = process.env;
afterEach(() => {
  process.env.TZ = TZ ?? "";
});

it("packs files so that other programs and we unpack them, however well they pack", async () => {
  const archive = await packed();
  expect(
    Object.entries(unzipSync(archive)).map(([name, bytes]) => [
      name,
      Buffer.compare(bytes, files.find(([one]) => one === name)![1]),
    ]),
  ).toEqual([
    ["plain.md", 0],
    ["empty.md", 0],
    ["always-the-same.md", 0],
  ]);
  const entries = await openZip(archive, { entries: 3, bytes: 6_000_000 });
  if ("refused" in entries) throw new Error(entries.refused);
  expect(entries.map(({ name, size }) => [name, size])).toEqual([
    ["plain.md", 26],
    ["empty.md", 0],
    ["always-the-same.md", 5_000_000],
  ]);
  const unpacked = await Promise.all(entries.map(({ unpack }) => unpack()));
  expect(unpacked.map((bytes, n) => Buffer.compare(bytes as Uint8Array, files[n]![1]))).toEqual([0, 0, 0]);
});

it("gives the same bytes wherever it runs", async () => {
  process.env.TZ = "Asia/Tokyo";
  expect(new Date(0).getTimezoneOffset()).toBe(-540);
  const there = await packed();
  process.env.TZ = "America/New_York";
  expect(new Date(0).getTimezoneOffset()).toBe(300);
  expect(Buffer.compare(await packed(), there)).toBe(0);
});
