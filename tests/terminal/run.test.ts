import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import { runTerminal } from "../../src/terminal/run.ts";

const PORT = `---
title: Harbour sold
publisher: The Example
published: 2021-03-04
---
Mayor Ana Ruiz said on Tuesday that the harbour "will stay open to fishermen". Nobody else spoke.
`;

function corpusOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

async function run(
  args: string[],
  {
    files = { "port.md": PORT },
    folder = corpusOf(files),
    input = "",
    columns,
  }: { files?: Record<string, string>; folder?: string; input?: string; columns?: number } = {},
) {
  const window = columns === undefined ? {} : { isTTY: true, columns };
  const stdout = Object.assign(new PassThrough(), window);
  const streams = { stdin: new PassThrough(), stdout, stderr: new PassThrough() };
  streams.stdin.end(input);
  const status = await runTerminal(args, readConfig({ CORPUS_DIR: folder }), streams);
  const text = (stream: PassThrough) => String(stream.read() ?? "");
  return { status, out: text(streams.stdout), err: text(streams.stderr) };
}

describe("the command line", () => {
  it("shows the passage that answers and ends with status 0", async () => {
    const { status, out } = await run(["ask", "what did Ruiz say about the harbour"]);
    expect(out).toContain('│ Mayor Ana Ruiz said on Tuesday that the harbour "will stay open to fishermen".');
    expect(out).toContain("— Ana Ruiz");
    expect(out).toContain("The Example · 2021-03-04 · Harbour sold · [port]");
    expect(status).toBe(0);
  });

  it("tells why each passage was chosen, with --how", async () => {
    const question = ["ask", "what did Ruiz say about the harbour"];
    const { out } = await run([...question, "--how"]);
    expect(out).toMatch(/chosen because: The word looked for stands in it \(harbour\); .*a statement by Ana Ruiz/);
    expect((await run(question)).out).not.toContain("chosen because");
  });

  it("gives one JSON value, nothing else, with --json", async () => {
    const { status, out } = await run(["ask", "what did Ruiz say about the harbour", "--json"]);
    const answer = JSON.parse(out);
    expect(status).toBe(0);
    expect(Object.keys(answer.question)).toEqual(
      expect.arrayContaining(["text", "speaker", "topic", "since", "until"]),
    );
    expect(answer.passages[0]).toMatchObject({ article: "port", start: 0, end: 78, speaker: "Ana Ruiz" });
  });

  it("ends with status 1 when nothing is found, and says why", async () => {
    const { status, out } = await run(["ask", "what did Ruiz say about helicopters"]);
    expect(status).toBe(1);
    expect(out).toContain("Nothing found: Ana Ruiz is quoted here, but not on helicopters.");
  });

  it.each([
    [["aks", "what"], 'There is no command "aks"'],
    [["ask"], "What is the question?"],
    [["ask", "x", "--colour", "red"], "--colour"],
    [["ask", "x", "--server", "../etc"], '--server is "../etc"; write the server\'s id'],
    [["read"], "Which file?"],
    [["read", "no-such-file.md"], "no-such-file.md cannot be read: there is no such file."],
    [["read", tmpdir()], "cannot be read: it is a folder."],
    [["ask", "--colour"], "Unknown option '--colour'.\nUse it so: ask QUESTION"],
    [["show"], "Which article? Use it so: show ID"],
    [["edit", "port"], "What should change?"],
    [["history", "ferry"], 'There is no article "ferry"'],
    [["timeline", "--output", "timeline.ics"], "--output needs --format"],
    [["timeline", "--since", "the other day"], '"the other day" is no date'],
    [["ask", "x", "--since", "the other day"], '"the other day" is no date'],
    [["ask", "x", "--since", "2022", "--until", "2021"], "since (2022-01-01) is after until (2021-12-31)."],
    [["restore", "port"], "there is no removal to undo"],
  ])("ends with status 2 and says what to do: %j", async (args, message) => {
    const { status, out, err } = await run(args);
    expect(status).toBe(2);
    expect(out).toBe("");
    expect(err).toContain(message);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it.each([["help"], ["ask", "--help"]])("explains every command and the options of all, with %j", async (...args) => {
    const { status, out } = await run(args);
    expect(status).toBe(0);
    for (const said of ["/ask QUESTION", "/check\n", "--json", "--server ID"]) expect(out).toContain(said);
  });

  it.each(["", " ", "\u0000\u001b[31m", "?".repeat(10_000), `why ${"x ".repeat(5_000)}`])(
    "answers a hostile question with a sentence, never a stack trace (%#)",
    async (question) => {
      const { status, out, err } = await run(["ask", question]);
      expect([1, 2]).toContain(status);
      expect(`${out}${err}`).toMatch(/\S/);
      expect(`${out}${err}`).not.toMatch(/\n\s+at /);
      expect(`${out}${err}`).not.toContain("\u001b");
    },
  );

  it.each([["ask"], ["timeline"]])("ends with status 1 when %s knows nobody of that name", async (command) => {
    const { status, out } = await run([command, "harbour", "--speaker", "Okoye"]);
    expect(status).toBe(1);
    expect(out).toMatch(/Okoye/);
  });

  it("fits its lines into a narrow window and leaves the words as they are", async () => {
    const { out } = await run(["ask", "what did Ruiz say about the harbour"], { columns: 40 });
    const lines = stripVTControlCharacters(out).split("\n");
    expect(lines.map((line) => line.length).filter((length) => length > 40)).toEqual([]);
    expect(lines.slice(lines.findIndex((line) => line.includes("│"))).slice(0, 4)).toEqual([
      " 1. │ Mayor Ana Ruiz said on Tuesday",
      '    │ that the harbour "will stay open',
      '    │ to fishermen".',
      "    — Ana Ruiz",
    ]);
  });

  it("wraps nothing that another program reads", async () => {
    const question = ["ask", "what did Ruiz say about the harbour", "--json"];
    expect((await run(question, { columns: 40 })).out).toBe((await run(question)).out);
    const csv = ["timeline", "--format", "csv"];
    expect((await run(csv, { columns: 40 })).out).toBe((await run(csv)).out);
  });

  it("reports a bad file by path, line and remedy, and answers from the others", async () => {
    const bad = "---\ntitle: Bad\npublished: 3/11/2026\n---\nText.\n";
    const { status, err } = await run(["ask", "what did Ruiz say about the harbour"], {
      files: { "port.md": PORT, "bad.md": bad },
    });
    expect(err).toContain('bad.md, line 3: published is "3/11/2026"; write it as YYYY-MM-DD.');
    expect(status).toBe(0);
  });
});

describe("looking after articles", () => {
  const TEXT = `Bridge closed for repairs

LOWTOWN, May 3, 2023 - Engineer Tom Okafor said the bridge "is not safe for lorries". It closes on Friday.
`;

  it("adds, corrects, removes, restores and tells the history", async () => {
    const folder = corpusOf({ "port.md": PORT, "bridge.txt": TEXT });
    const at = (...args: string[]) => run(args, { folder });
    expect((await at("add", join(folder, "bridge.txt"))).out).toContain("added as [bridge-closed-for-repairs]");
    expect((await at("add", join(folder, "bridge.txt"))).out).toContain("The same text is already there");
    const corrected = await at(
      "correct",
      "bridge-closed-for-repairs",
      "is not safe for lorries",
      "--speaker",
      "Ida Moe",
    );
    expect(corrected.status).toBe(0);
    expect((await at("ask", "what did Moe say about the bridge")).out).toContain("— Ida Moe");
    await at("remove", "bridge-closed-for-repairs");
    expect((await at("list")).out).not.toContain("Bridge closed");
    await at("restore", "bridge-closed-for-repairs");
    expect((await at("ask", "what did Moe say about the bridge")).out).toContain("— Ida Moe");
    const { out } = await at("history");
    expect(out.match(/added|corrected|removed|restored/g)).toEqual(["restored", "removed", "corrected", "added"]);
  });

  it("takes back an archive that it exported, and nothing twice", async () => {
    const folder = corpusOf({ "port.md": PORT });
    const archive = join(folder, "all.zip");
    expect((await run(["export", archive], { folder })).status).toBe(0);
    const empty = corpusOf({});
    expect((await run(["add", archive], { folder: empty })).out).toBe(
      `${archive}: added 1 article.\n    added as [port]\n`,
    );
    const again = await run(["add", archive], { folder: empty });
    expect(again.status).toBe(0);
    expect(again.out).toBe(`${archive}: added nothing new.\n    port.md is here already [port]\n`);
    expect((await run(["show", "port"], { folder: empty })).out).toContain('"will stay open to fishermen"');
  });

  it.each(["missing", "file"])("says what to do when the corpus folder is a %s", async (kind) => {
    const folder =
      kind === "missing" ? join(tmpdir(), "verbatim-none") : join(corpusOf({ "port.md": PORT }), "port.md");
    const { status, err } = await run(["list"], { folder });
    expect(status).toBe(2);
    expect(err).toMatch(/CORPUS_DIR/);
  });
});

describe("the chat", () => {
  it("answers each line of a piped input and ends with status 0", async () => {
    const { status, out } = await run([], { input: "what did Ruiz say about the harbour\n/nonsense\n/sources\n" });
    expect(out).toContain("— Ana Ruiz");
    expect(out).toContain('There is no command "nonsense"');
    expect(out).toContain("Harbour sold");
    expect(status).toBe(0);
  });

  it.each(["/quit", "exit"])("stops at %s", async (word) => {
    const { out } = await run([], { input: `${word}\n/sources\n` });
    expect(out).not.toContain("Harbour sold");
  });

  it("begins with how to add an article when there is none", async () => {
    expect((await run([], { files: {} })).out).toContain("There are no articles here yet; /add FILE takes one in");
  });

  it("keeps a question together that begins with a dash or holds quotation marks", async () => {
    const { out } = await run([], { input: 'who said "open to fishermen"\n-- what\n' });
    expect(out).toContain("— Ana Ruiz");
  });
});
