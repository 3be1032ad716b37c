import { unzipSync } from "fflate";
import { afterEach, expect, it, vi } from "vitest";
import { fromBufferPromise } from "yauzl";
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

afterEach(() => {
  vi.unstubAllEnvs();
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

it("packs plain files that everybody may read and their owner write", async () => {
  const modes: string[] = [];
  for await (const entry of (await fromBufferPromise(Buffer.from(await packed()))).eachEntry()) {
    expect(entry.versionMadeBy >> 8).toBe(3);
    modes.push((entry.externalFileAttributes >>> 16).toString(8));
  }
  expect(modes).toEqual(["100644", "100644", "100644"]);
});

it("gives the same bytes wherever it runs", async () => {
  vi.stubEnv("TZ", "Asia/Tokyo");
  expect(new Date(0).getTimezoneOffset()).toBe(-540);
  const there = await packed();
  vi.stubEnv("TZ", "America/New_York");
  expect(new Date(0).getTimezoneOffset()).toBe(300);
  expect(Buffer.compare(await packed(), there)).toBe(0);
});
