import { describe, expect, it } from "vitest";
import type { Corpus } from "../../src/corpus/corpus.ts";
import type { Given, Preview } from "../../src/corpus/preview.ts";
import { A, act, B, openedCorpus } from "./opened.ts";

const TEXT = `Ferry runs aground
"Nobody was hurt," said harbour master Ann Lee on May 7, 2024. "The cargo was saved."
Officials said the ferry would sail again.`;

let corpus: Corpus;
openedCorpus((opened) => {
  ({ corpus } = opened);
});

async function preview(text: string, given: Given = {}, server: string = A): Promise<Preview> {
  const shown = await corpus.preview(server, { kind: "text", text }, given);
  if ("refused" in shown) throw new Error(shown.refused);
  return shown;
}

describe("preview", () => {
  it("shows what will be stored, and what is said goes before what is read", async () => {
    const shown = await preview(TEXT, { title: " Aground ", publisher: "The Courier", published: "8 May 2024" });
    expect(shown.draft).toEqual({
      title: "Aground",
      body: TEXT.slice(TEXT.indexOf("\n") + 1),
      publisher: "The Courier",
      url: null,
      author: null,
      published: { value: "2024-05-08", basis: "stated" },
    });
    expect(shown.how).toEqual({ title: "given", publisher: "given", author: null, url: null, published: "given" });
    expect(shown.warnings).toEqual([]);
    expect(shown.passages).toBe(shown.reading.sentences.length);
    for (const { sample } of shown.quoted) expect(shown.draft.body).toContain(sample.split(" ... ")[0]);
    expect(shown.quoted.reduce((sum, { quotations }) => sum + quotations, 0)).toBe(shown.reading.attributions.length);
    expect(shown.dated).toContainEqual({
      text: "May 7, 2024",
      value: "2024-05-07",
      sentence: expect.stringContaining("on May 7, 2024"),
    });
  });

  it("stores nothing", async () => {
    await preview(TEXT);
    expect(corpus.scope(A).holdings).toEqual([]);
  });

  it("says that nobody is quoted, that there is no date and no title", async () => {
    const { draft, warnings } = await preview("The ferry sails to the island every day of the week and all the year.");
    expect(draft.title).toBe("The ferry sails to the island every day of the week and all the year.");
    expect(warnings.map((warning) => warning.slice(0, 16))).toEqual([
      "Nobody is quoted",
      "The date is not ",
      "It has no title ",
    ]);
  });

  it("names the article with the same text and what differs, in this server's scope only", async () => {
    const { draft } = await preview(TEXT, { published: "2024-05-08" });
    await corpus.add(A, draft, act);
    const again = await preview(TEXT.replaceAll('"', "”"), { title: "Another", published: "2024-05-08" });
    expect(again.present).toMatchObject({
      same: "text",
      id: `${A}/ferry-runs-aground`,
      editable: true,
      fields: ["title"],
    });
    expect(again.warnings[0]).toBe(
      'The same text is already there as "Ferry runs aground"; this one has another title; other marks, line ends or capitals.',
    );
    expect((await preview(TEXT, {}, B)).present).toBeNull();
  });

  it("shows the paragraphs that a newer version from the same address has and lacks, and keeps the old one", async () => {
    const url = "https://courier.example/ferry";
    const first = await preview(TEXT, { url });
    const added = await corpus.add(A, first.draft, act);
    const newer = await preview(`${TEXT.replace("again", "soon")}\nThe harbour is open.`, { url });
    expect(newer.present).toMatchObject({
      same: "address",
      added: ["Officials said the ferry would sail soon.", "The harbour is open."],
      removed: ["Officials said the ferry would sail again."],
    });
    const { id, revision } = newer.present!;
    const edited = await corpus.edit(A, id, newer.draft, revision, act);
    expect(edited).toMatchObject({ kind: "done", article: { body: newer.draft.body } });
    expect(await corpus.restore(A, id, revision, act)).toMatchObject({
      kind: "done",
      revision: (added as { revision: string }).revision,
    });
  });

  it("calls a shared article that is there already one that the server cannot change", async () => {
    const { draft } = await preview(TEXT);
    await corpus.add(null, draft, act);
    expect((await preview(TEXT)).present).toMatchObject({ id: "ferry-runs-aground", editable: false });
  });

  it.each([
    ["an impossible date", TEXT, { published: "soon" }, '"soon" is no date'],
    ["an address that is none", TEXT, { url: "javascript:alert(1)" }, "not a web address"],
    ["a title without end", TEXT, { title: "x".repeat(501) }, "title is too long"],
    ["another language", "Der Minister sagte am Freitag, die Brücke werde öffnen. Er nannte keinen Tag.", {}, "German"],
    ["too much", `${TEXT}\n`.repeat(5_000), {}, "too long"],
  ])("refuses %s", async (_, text, given, message) => {
    expect(await corpus.preview(A, { kind: "text", text }, given)).toEqual({
      refused: expect.stringContaining(message),
    });
  });

  it("refuses a file that is no text", async () => {
    const bytes = Buffer.from(TEXT);
    expect(await corpus.preview(A, { kind: "file", name: "x.pdf", bytes })).toMatchObject({
      refused: expect.any(String),
    });
    expect(await corpus.preview(A, { kind: "file", name: "x.TXT", bytes })).toMatchObject({
      draft: { title: "Ferry runs aground" },
    });
  });
});
