import { readdirSync } from "node:fs";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Summary } from "../../../src/corpus/archive/add-archive.ts";
import { type Part, readArchive } from "../../../src/corpus/archive/read-archive.ts";
import { Corpus } from "../../../src/corpus/corpus.ts";
import { A, act, B, openedCorpus } from "../opened.ts";
import { type Forged, forgeZip } from "./forged-zip.ts";

const opened = openedCorpus();
const MANIFEST = { name: "verbatim.json", content: manifest({}) };
const BODY = '"Nobody was hurt," said harbour master Ann Lee on Friday.\nThe ferry will sail again.';
const GOOD = { name: "good.md", content: `---\ntitle: Good\n---\n${BODY}` };
const REVISION = "0123456789ab";

function manifest(fields: object): string {
  return JSON.stringify({ format: "verbatim-archive", version: 1, server: A, ...fields });
}

function line(fields: object = {}): string {
  const entry = { at: act.at, by: act.by, action: "added", article: `${A}/good`, revision: REVISION, title: "Good" };
  return `${JSON.stringify({ ...entry, ...fields })}\n`;
}

/** Everything that is read of an archive, on this thread. */
async function partsOf(archive: Uint8Array): Promise<Part[]> {
  const parts: Part[] = [];
  const limits = { entries: 100, bytes: 1e9, articleBytes: 1e5, now: act.at };
  for await (const part of readArchive(archive, limits)) parts.push(part);
  return parts;
}

const adding = (archive: Uint8Array) => opened.corpus.addArchive(A, archive, act);
const withGood = (...files: Forged[]) => forgeZip([MANIFEST, GOOD, ...files]);

describe("refuses an archive as a whole, and writes nothing,", () => {
  it.each<[string, () => Uint8Array, RegExp]>([
    ["that is none", () => Buffer.from("hello"), /no ZIP archive/],
    ["that is empty", () => new Uint8Array(), /no ZIP archive/],
    ["that is cut off", () => withGood().subarray(0, 200), /no ZIP archive/],
    ["without a manifest", () => forgeZip([GOOD]), /holds no verbatim\.json/],
    [
      "of a later format",
      () => forgeZip([{ ...MANIFEST, content: manifest({ version: 2 }) }, GOOD]),
      /update it first/,
    ],
    [
      "of another program",
      () => forgeZip([{ ...MANIFEST, content: manifest({ format: "x" }) }]),
      /export the articles anew/,
    ],
    ["whose manifest is no JSON", () => forgeZip([{ ...MANIFEST, content: "{" }]), /export the articles anew/],
    [
      "whose manifest is damaged",
      () => forgeZip([{ ...MANIFEST, crc: 1 }]),
      /verbatim\.json in the archive is damaged/,
    ],
    ["that says it is of no server", () => forgeZip([{ ...MANIFEST, content: manifest({ server: "../x" }) }]), /anew/],
    ["with a file above it", () => withGood({ name: "../out.md", content: "x" }), /"\.\.\/out\.md" .* outside/],
    ["with a file above a folder", () => withGood({ name: "removed/../../x.md", content: "x" }), /outside the archive/],
    ["with an absolute name", () => withGood({ name: "/etc/cron.md", content: "x" }), /"\/etc\/cron\.md" .* outside/],
    ["with a drive", () => withGood({ name: "C:x.md", content: "x" }), /"C:x\.md" .* outside/],
    ["with a backslash", () => withGood({ name: "..\\x.md", content: "x" }), /backslash/],
    ["with NUL in a name", () => withGood({ name: "x.md\0.txt", content: "x" }), /control characters/],
    ["with a name that is not UTF-8", () => withGood({ name: Buffer.from([0x78, 0xff]), content: "x" }), /not UTF-8/],
    ["with a device of Windows", () => withGood({ name: "con.md", content: "x" }), /"con\.md" .* Windows/],
    ["with a stream of Windows", () => withGood({ name: "x.md:y", content: "x" }), /Windows/],
    ["with a link", () => withGood({ name: "x.md", content: "/etc/passwd", mode: 0o120777 }), /"x\.md" .* is a link/],
    ["with a pipe", () => withGood({ name: "x.md", content: "", mode: 0o010644 }), /no ordinary file/],
    ["that is encrypted", () => withGood({ name: "x.md", content: "x", flags: 1 }), /encrypted/],
    ["packed otherwise", () => withGood({ name: "x.md", content: "x", method: 12 }), /packed in a way/],
    ["with a name twice", () => withGood(GOOD), /"good\.md" .* twice/],
    ["with a name in two cases", () => withGood({ ...GOOD, name: "GOOD.md" }), /"GOOD\.md" .* twice/],
    [
      "with a bomb",
      () => withGood({ name: "x.md", content: Buffer.alloc(9_000_000) }),
      /"x\.md" .* \d+ times its size/,
    ],
    ["that lies about its number of files", () => forgeZip([MANIFEST, GOOD], { count: 3 }), /damaged/],
  ])("%s", async (_, archive, message) => {
    const parts = await partsOf(archive());
    expect(parts).toEqual([{ kind: "refused", refused: expect.stringMatching(message) }]);
    expect(JSON.stringify(parts)).toMatch(/"refused":"(?:[A-Z]|\\"|verbatim\.json).*\."\}\]$/);
  });

  it("through the corpus too", async () => {
    expect(await adding(withGood({ name: "../out.md", content: "x" }))).toEqual({
      refused: '"../out.md" in the archive names a place outside the archive.',
    });
    expect(readdirSync(opened.folder)).toEqual([]);
  });

  it("with more files or bytes than the server may have", async () => {
    const limits = { articles: 2, bytes: 2_000, articleBytes: 1_000 };
    const limited = await Corpus.open(opened.folder, { limits });
    const many = Array.from({ length: 30 }, (_, n) => ({ name: `n${n}.md`, content: "x" }));
    expect(await limited.addArchive(A, withGood(...many), act)).toEqual({
      refused: "The archive holds 32 files, and at most 26 are read; add it in parts.",
    });
    const long = { name: "long.md", content: `---\ntitle: Long\n---\n${"word ".repeat(1_900)}` };
    expect(await limited.addArchive(A, withGood(long), act)).toEqual({
      refused: "The archive unpacks to more than 0.008 MB; add it in parts.",
    });
  });
});

describe("takes the others and names", () => {
  const cases: readonly [string, Forged[], string, RegExp][] = [
    ["a file of an unknown kind", [{ name: "x.exe", content: "x" }], "x.exe", /nothing that export makes/],
    ["a file in a folder", [{ name: "deep/in.md", content: GOOD.content }], "deep/in.md", /nothing that export makes/],
    ["a hidden file", [{ name: ".lock", content: "1" }], ".lock", /nothing that export makes/],
    ["an article that is damaged", [{ name: "damaged.md", content: "x", crc: 7 }], "damaged.md", /checksum/],
    [
      "one that unpacks to more than it says",
      [{ name: "longer.md", content: "x".repeat(99), size: 9 }],
      "longer.md",
      /another size/,
    ],
    [
      "one that is not where it should be",
      [{ name: "elsewhere.md", content: "x", at: 7 }],
      "elsewhere.md",
      /not where/,
    ],
    ["one that is not UTF-8", [{ name: "latin.md", content: Buffer.from([0xe9]) }], "latin.md", /not UTF-8/],
    ["one without front matter", [{ name: "bare.md", content: "Text." }], "bare.md", /has no front matter/],
    ["one with NUL", [{ name: "nul-in.md", content: "---\ntitle: x\n---\na\0b" }], "nul-in.md", /NUL/],
    [
      "one with a forged address",
      [{ name: "address.md", content: "---\ntitle: x\nurl: javascript:1\n---\nx" }],
      "address.md",
      /url/,
    ],
    [
      "one with endless front matter",
      [{ name: "front.md", content: `---\na: [${numbersOf(10_000)}]\n---\n${BODY}` }],
      "front.md",
      /front matter has/,
    ],
    ["one that is too long", [{ name: "long.md", content: numbersOf(600_000) }], "long.md", /too long/],
    [
      "corrections that are none",
      [
        { name: "x.md", content: `---\ntitle: X\n---\n${BODY} X.` },
        { name: "x.corrections.yaml", content: "speakers: 3" },
      ],
      "x.corrections.yaml",
      /lists/,
    ],
    [
      "corrections without an article",
      [{ name: "lone.corrections.yaml", content: "dates: []" }],
      "lone.corrections.yaml",
      /not in/,
    ],
    [
      "an older version under a false name",
      [{ name: `revisions/good@${REVISION}.md`, content: GOOD.content }],
      `revisions/good@${REVISION}.md`,
      /not the version that its name says/,
    ],
    ["a history that is damaged", [{ name: "history.jsonl", content: line(), crc: 1 }], "history.jsonl", /checksum/],
    ["a line that is no JSON", [history(`${line()}{torn\n`)], "history.jsonl, line 2", /not JSON/],
    ["a line that is a list", [history("[1]\n")], "history.jsonl, line 1", /no JSON object/],
    [
      "a line with __proto__",
      [history(`{"__proto__":{"a":1},${line().slice(1)}`)],
      "history.jsonl, line 1",
      /"__proto__"/,
    ],
    ["a line of another server", [history(line({ article: `${B}/good` }))], "history.jsonl, line 1", /another server/],
    ["a line of the shared articles", [history(line({ article: "good" }))], "history.jsonl, line 1", /another server/],
    ["a line about a path", [history(line({ article: `${A}/../x` }))], "history.jsonl, line 1", /another server/],
    ["a line by nobody", [history(line({ by: "@everyone" }))], "history.jsonl, line 1", /does not say who/],
    [
      "a line that lies ahead",
      [history(line({ at: "2999-01-01T00:00:00.000Z" }))],
      "history.jsonl, line 1",
      /lies ahead/,
    ],
    ["a line of an unknown action", [history(line({ action: "owned" }))], "history.jsonl, line 1", /action/],
    ["a line with a number for a title", [history(line({ title: 7 }))], "history.jsonl, line 1", /no title/],
    ["a line that is too long", [history(line({ title: "x".repeat(3_000) }))], "history.jsonl, line 1", /too long/],
    ["a report of words nobody wrote", [reported({ quotation: "Words." })], "reports.jsonl", /do not stand in good/],
    ["a report of another server", [reported({ article: `${B}/good` })], "reports.jsonl, line 1", /another server/],
    ["a hidden article with a path", [{ name: "hidden.txt", content: "../x\n" }], "hidden.txt", /"\.\.\/x"/],
  ];

  it.each(cases)("%s", async (_, files, name, message) => {
    const parts = await partsOf(withGood(...files));
    expect(parts.flatMap((part) => (part.kind === "articles" ? part.articles : []))).toMatchObject([
      { slug: "good", live: { draft: { body: BODY } }, corrections: null, kept: [] },
    ]);
    const refused = parts.flatMap<unknown>((part) => (part.kind === "refused" ? [part.refused] : part.refused));
    expect(refused).toEqual([{ name, message: expect.stringMatching(message) }]);
  });

  it("all of them at once, and writes nothing of them", async () => {
    const all = cases.flatMap(([, files]) => files);
    const log = (name: string) => {
      const whole = all.filter((file) => file.name === name && file.crc === undefined);
      return { name, content: whole.map(({ content }) => content).join("") };
    };
    const others = all.filter(({ name }) => !String(name).endsWith(".jsonl"));
    const summary = await adding(withGood(...others, log("history.jsonl"), log("reports.jsonl")));
    expect(summary).toMatchObject({ added: [`${A}/good`], history: 1, reports: 0, hidden: 0, stopped: null });
    // Of the two histories only the one that is whole.
    expect((summary as Summary).refused).toHaveLength(cases.length - 1);
    expect(readdirSync(opened.folder).filter((one) => one !== ".index")).toEqual([A]);
    const kept = readdirSync(`${opened.folder}/${A}`).filter((one) => one !== ".history.jsonl");
    expect(kept).toEqual(["good.md"]);
    expect(opened.corpus.problems()).toEqual([]);
  });
});

it("says of a line that it came in an archive, whatever the line says of itself", async () => {
  const forged = { by: "terminal", at: "2020-01-01T00:00:00.000Z" };
  await adding(withGood(history(line({ imported: forged }))));
  const [entry] = (await opened.corpus.history(A)).filter(({ action }) => action === "added");
  expect(entry).toEqual({ ...JSON.parse(line()), imported: act });
});

it("knows a file by its name in the directory alone", async () => {
  const parts = await partsOf(forgeZip([MANIFEST, { ...GOOD, localName: "../../out.md" }]));
  expect(parts).toMatchObject([
    { kind: "opened", refused: [] },
    { articles: [{ slug: "good" }], refused: [] },
  ]);
});

it("ends in a sentence for every archive with a byte changed or cut off", async () => {
  const whole = withGood({ name: "hidden.txt", content: "shared\n" });
  for (let at = 0; at < whole.length; at++) {
    const changed = Buffer.from(whole);
    changed[at] = at % 2 === 0 ? 0xff : changed[at]! ^ 1;
    for (const archive of at % 8 === 0 ? [changed, whole.subarray(0, at)] : [changed]) {
      for (const part of await partsOf(archive)) {
        if (part.kind !== "articles") continue;
        // What is taken is what was packed.
        for (const { live } of part.articles) expect(live?.draft.body).toBe(BODY);
      }
    }
  }
}, 30_000);

it("reads an archive that another program packed again, folders and all", async () => {
  const archive = zipSync({
    "verbatim.json": Buffer.from(MANIFEST.content),
    "good.md": Buffer.from(GOOD.content),
    // Small, however well it packs.
    "laughs.md": Buffer.from(`---\ntitle: Laughs\n---\n${"ha ".repeat(3_000)}`),
    "removed/": new Uint8Array(),
  });
  expect(await partsOf(archive)).toMatchObject([
    { kind: "opened", refused: [] },
    { articles: [{ slug: "good" }, { slug: "laughs" }], refused: [] },
  ]);
});

function history(content: string): Forged {
  return { name: "history.jsonl", content };
}

function reported(fields: object): Forged {
  const report = { at: act.at, by: act.by, article: `${A}/good`, quotation: "Nobody was hurt", speaker: null };
  return { name: "reports.jsonl", content: `${JSON.stringify({ ...report, ...fields })}\n` };
}

/** Text that does not pack well. */
function numbersOf(length: number): string {
  return Array.from({ length: length / 5 }, (_, n) => (n * 7_919) % 99_991).join(" ");
}
