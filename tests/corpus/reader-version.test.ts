import { appendFile, cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readerVersion, thisReader } from "../../src/corpus/reader-version.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "reader-"));
  await cp(join(import.meta.dirname, "../../src"), join(folder, "src"), { recursive: true });
  await cp(join(import.meta.dirname, "../../package.json"), join(folder, "package.json"));
});
afterEach(() => rm(folder, { recursive: true }));

const version = () => readerVersion(join(folder, "src"));

it("is the same for the same code, whatever does not read changes", async () => {
  await appendFile(join(folder, "src/discord/bot.ts"), "//");
  await appendFile(join(folder, "src/corpus/articles.ts"), "//");
  expect(version()).toBe(thisReader());
});

it.each([
  "reading/timexes/rules/days.ts",
  "retrieval/shelf.ts",
  "corpus/derive.ts",
  "corpus/derived.ts",
  "corpus/pack-reading.ts",
  "corpus/duplicate.ts",
  "corpus/article-file.ts",
  "corpus/pack-articles.ts",
  "corpus/readings.ts",
  "corpus/scope-folder.ts",
])("is another when %s changes", async (path) => {
  await appendFile(join(folder, "src", path), "//");
  expect(version()).not.toBe(thisReader());
});

it("is another with other libraries", async () => {
  await writeFile(join(folder, "package.json"), JSON.stringify({ dependencies: { "wink-nlp": "0.0.1" } }));
  expect(version()).not.toBe(thisReader());
});
