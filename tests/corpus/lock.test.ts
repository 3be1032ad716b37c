import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { lock } from "../../src/corpus/lock.ts";

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lock-"));
  path = join(folder, ".lock");
});
afterEach(() => rm(folder, { recursive: true }));

it("lets one at a time in", async () => {
  const order: string[] = [];
  const work = async (name: string) => {
    const release = await lock(path);
    order.push(`${name} in`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    order.push(`${name} out`);
    release();
  };
  await Promise.all([work("a"), work("b"), work("c")]);
  for (let i = 0; i < order.length; i += 2) expect(order[i + 1]).toBe(order[i]!.replace("in", "out"));
  expect(order).toHaveLength(6);
  expect(existsSync(path)).toBe(false);
});

it.each([
  ["a process that is gone", (own: string) => own.replace(/^\d+/, "999999999")],
  ["an earlier process with a living one's number", (own: string) => own.replace(/^(\d+) \S+/, "$1 1")],
])("takes over the lock of %s, among several who want it", async (_, forge) => {
  const release = await lock(path);
  const own = await readFile(path, "utf8");
  release();
  await writeFile(path, forge(own));
  let inside = 0;
  let most = 0;
  await Promise.all(
    [1, 2, 3, 4].map(async () => {
      const done = await lock(path);
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 2));
      inside--;
      done();
    }),
  );
  expect(most).toBe(1);
});
