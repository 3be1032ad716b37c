import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { parseArticleFile } from "../../src/corpus/article-file.ts";
import { Corpus } from "../../src/corpus/corpus.ts";
import { parseCorrections } from "../../src/corpus/corrections-file.ts";

/** Whatever a person's editor or a torn write may leave: YAML-like lines, broken ones, any character. */
const lines = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "---",
        "title: A",
        "title: [",
        "published: 2022-13-01",
        "published:",
        "url: javascript:x",
        "&a *a",
      ),
      fc.constantFrom(
        "speakers:",
        "  - quotation: x",
        "    speaker: null",
        "dates: 3",
        "- - -",
        "? : !!js/function",
        "<<: *a",
      ),
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.json({ maxDepth: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join("\n"));

it("gives an article or its problems for any front matter, and never throws", () => {
  fc.assert(
    fc.property(lines, (text) => {
      const read = parseArticleFile("x.md", "x", text);
      if (!Array.isArray(read)) expect(text.endsWith(read.body)).toBe(true);
      else for (const { path, message } of read) expect([path, message.length > 0]).toEqual(["x.md", true]);
    }),
    { numRuns: 2000 },
  );
});

it("gives corrections or problems for any corrections file, and never throws", () => {
  fc.assert(
    fc.property(lines, (text) => {
      const { corrections, problems } = parseCorrections("x.corrections.yaml", text);
      for (const { quotation, speaker } of corrections.speakers) {
        expect(typeof quotation).toBe("string");
        expect(speaker === null || typeof speaker === "string").toBe(true);
      }
      for (const { message } of problems) expect(message).not.toBe("");
    }),
    { numRuns: 2000 },
  );
}, 30_000);

it("opens over any history, hidden list, corrections and leftovers, with the good article live", async () => {
  const article = '---\ntitle: Good\n---\nMayor Ana Ruiz said the harbour "will stay open".\n';
  await fc.assert(
    fc.asyncProperty(lines, lines, lines, async (history, corrections, hidden) => {
      const folder = mkdtempSync(join(tmpdir(), "verbatim-"));
      const server = join(folder, "123456789012345678");
      mkdirSync(join(server, ".removed"), { recursive: true });
      writeFileSync(join(server, "good.md"), article);
      writeFileSync(join(server, "good.corrections.yaml"), corrections);
      writeFileSync(join(server, ".history.jsonl"), history);
      writeFileSync(join(server, ".hidden"), hidden);
      writeFileSync(join(server, ".removed", "x@y.md"), history);
      const corpus = await Corpus.open(folder);
      expect(corpus.scope("123456789012345678").get("123456789012345678/good")?.article.title).toBe("Good");
      for (const entry of await corpus.history("123456789012345678")) expect(typeof entry.at).toBe("string");
      await corpus.removed("123456789012345678");
      await corpus.close();
    }),
    { numRuns: 40 },
  );
}, 60_000);

const GOOD = '---\ntitle: Good\n---\nMayor Ana Ruiz said the harbour "will stay open".\n';

/** What can stand in the folder in the place of an article, and what is said of it. */
const IN_PLACE: [string, (path: string) => void, RegExp | null][] = [
  ["a folder", (path) => mkdirSync(path), /is not a file/],
  ["a pipe", (path) => execFileSync("mkfifo", [path]), /is a pipe or a device/],
  ["a link to a device", (path) => symlinkSync("/dev/zero", path), /is a pipe or a device/],
  ["a link to nothing", (path) => symlinkSync("/nowhere", path), null],
  ["a link to itself", (path) => symlinkSync(path, path), /cannot be read/],
  ["a link to a file of the machine", (path) => symlinkSync("/etc/passwd", path), /has no front matter/],
  ["300 MB", (path) => fill(path, 3e8), /is larger than 4 MB/],
  ["5 MB", (path) => fill(path, 5e6), /is larger than 4 MB/],
  ["__proto__ and constructor as fields", (path) => writeFileSync(path, PROTO), /__proto__ is not a field/],
];
const PROTO = "---\ntitle: T\n__proto__:\n  publisher: evil\nconstructor: x\n---\nAna Ruiz said it.\n";

function fill(path: string, size: number): void {
  writeFileSync(path, GOOD);
  truncateSync(path, size);
}

it.runIf(process.platform !== "win32").each(IN_PLACE)(
  "starts beside %s in the place of an article, and notices it while it runs",
  async (_, put, said) => {
    const folder = mkdtempSync(join(tmpdir(), "verbatim-"));
    writeFileSync(join(folder, "good.md"), GOOD);
    put(join(folder, "bad.md"));
    const corpus = await Corpus.open(folder);
    const problems = () => corpus.problems().map(({ message }) => message);
    expect(corpus.size).toBe(1);
    if (said === null) expect(problems()).toEqual([]);
    else expect(problems()).toContainEqual(expect.stringMatching(said));
    const noticed: string[] = [];
    await corpus.watch(({ path }) => noticed.push(path));
    put(join(folder, "late.md"));
    writeFileSync(join(folder, "last.md"), GOOD.replace("Good", "Last").replace("harbour", "last harbour"));
    await vi.waitFor(() => expect(noticed.join()).toContain("last.md"), { timeout: 15_000 });
    expect(corpus.size).toBe(2);
    expect(({} as { publisher?: string }).publisher).toBeUndefined();
    await corpus.close();
  },
  30_000,
);

it("keeps articles and servers apart whose names every object has", async () => {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-"));
  const names = ["constructor", "toString", "hasOwnProperty", "valueOf", "isPrototypeOf"];
  for (const name of names)
    writeFileSync(join(folder, `${name}.md`), GOOD.replace("Good", name).replace("harbour", name));
  writeFileSync(join(folder, "good.md"), GOOD);
  writeFileSync(
    join(folder, "good.corrections.yaml"),
    "__proto__:\n  speakers: []\nspeakers:\n  - __proto__: {quotation: a, speaker: b}\n",
  );
  const line = JSON.stringify({ at: "1", by: "2", action: "added", article: "good", revision: "0", title: "x" });
  writeFileSync(join(folder, ".history.jsonl"), `{"__proto__": {"at": "evil"}}\n${line}\n`);
  const corpus = await Corpus.open(folder);
  expect(corpus.size).toBe(names.length + 1);
  for (const name of names) expect(corpus.scope(null).get(name)?.article.title).toBe(name);
  for (const name of ["__proto__", "__defineGetter__"]) expect(corpus.scope(null).get(name)).toBeUndefined();
  expect((await corpus.history(null)).map(({ at }) => at)).toEqual(["1"]);
  await corpus.close();
});
