import { describe, expect, it } from "vitest";
import type { Extracted } from "../../../src/corpus/extract/extracted.ts";
import { findStatedDate } from "../../../src/corpus/extract/stated-date.ts";
import { decodeText, extractText } from "../../../src/corpus/extract/text.ts";

const BODY =
  "The ferry ran aground on Tuesday, the harbour master said.\n\nNobody was hurt, and the cargo was saved.\n";

function extract(text: string): Extracted {
  const extracted = extractText(text);
  if ("refused" in extracted) throw new Error(extracted.refused);
  return extracted;
}

describe("extractText", () => {
  it("takes the first line for the title and keeps the rest unchanged", () => {
    expect(extract(`Ferry runs aground off the cape\r\n${BODY}  `)).toEqual({
      title: { value: "Ferry runs aground off the cape", how: "the first line" },
      body: `${BODY}  `,
      publisher: null,
      author: null,
      url: null,
      published: null,
      warnings: [],
    });
  });

  it("takes front matter as it stands", () => {
    const extracted = extract(
      `---\ntitle: "Ferry: aground"\npublisher: The Courier\npublished: 2024-05-07\n---\n\n${BODY}`,
    );
    expect(extracted).toMatchObject({
      title: { value: "Ferry: aground", how: "the front matter" },
      publisher: { value: "The Courier", how: "the front matter" },
      published: { value: "2024-05-07", basis: "stated", how: "the front matter" },
      body: `\n${BODY}`,
    });
  });

  it("reads header lines, a headline, a byline, an address and a date line", () => {
    const top =
      "Source: The Courier\nhttps://courier.example/ferry\n\n# Ferry runs aground\nBy Ann Lee and Bo Berg\nTuesday, 7 May 2024 10:30 GMT\n\n";
    expect(extract(top + BODY)).toEqual({
      title: { value: "Ferry runs aground", how: "the first line" },
      body: BODY,
      publisher: { value: "The Courier", how: 'the line "Source:"' },
      author: { value: "Ann Lee and Bo Berg", how: "the byline" },
      url: { value: "https://courier.example/ferry", how: "the line with the address" },
      published: { value: "2024-05-07", basis: "stated", how: "the line with the date" },
      warnings: [],
    });
  });

  it("reads a dateline and leaves it in the body", () => {
    const body = `PORT ELLEN, May 7, 2024 (Example Wire) - ${BODY}`;
    expect(extract(`Ferry runs aground\n${body}`)).toMatchObject({
      title: { value: "Ferry runs aground" },
      body,
      publisher: { value: "Example Wire", how: "the dateline" },
      published: { value: "2024-05-07", how: "the dateline" },
    });
    expect(extract(body)).toMatchObject({ title: null, body });
    expect(extract(`OSLO (Example Wire) — ${BODY}`)).toMatchObject({
      publisher: { value: "Example Wire" },
      published: null,
    });
  });

  it("guesses no title where the text begins at once", () => {
    expect(extract(BODY)).toMatchObject({ title: null, body: BODY });
  });

  it("does not take a sentence about a day for the date, nor a name for a byline", () => {
    const text = `Ferry runs aground\nOn May 7, 2024 the ferry ran aground.\nBy Tuesday it was free, and the crew went home.\n${BODY}`;
    expect(extract(text)).toMatchObject({ author: null, published: null, body: text.slice(text.indexOf("On May")) });
  });

  it("asks about a date that can be read two ways", () => {
    expect(extract(`Date: 3/4/2024\nFerry runs aground\n${BODY}`)).toMatchObject({
      published: null,
      warnings: ['"3/4/2024" can be read as two dates; give the date as YYYY-MM-DD.'],
    });
  });

  it.each([
    ["nothing", "", "no text"],
    ["front matter without an end", `---\ntitle: x\n${BODY}`, "In the front matter, line 1"],
    ["a wrong date in the front matter", `---\ntitle: x\npublished: May\n---\n${BODY}`, "line 3: published is"],
    ["only a headline and a byline", "Ferry runs aground\nBy Ann Lee\n", "no text"],
  ])("refuses %s", (_, text, message) => {
    expect(extractText(text)).toEqual({ refused: expect.stringContaining(message) });
  });

  it("needs time in proportion to the text, whatever is in it", () => {
    extractText(`x\nBy ${"A".repeat(5_000)} ${"A".repeat(20)} ${"A ".repeat(9)}1\n${BODY}`);
    for (const part of ["By A", "A ", "MOSCOW, ", "Title: ", "1/1/", "\n", "# ", "-", "May 1, ", "\u2028", "By Aa\n"]) {
      extractText(part.repeat(200_000));
      extractText(`x\n${part.repeat(200_000)}${BODY}`);
    }
  });
});

it.each([
  ["2024-05-07T10:00:00Z", "2024-05-07"],
  ["7 May 2024", "2024-05-07"],
  ["the 7th of May 2024", "2024-05-07"],
  ["Sept. 3, 2021", "2021-09-03"],
  ["December 31 2023", "2023-12-31"],
  ["17/01/2022", "2022-01-17"],
  ["01/17/2022", "2022-01-17"],
  ["5.5.2022", "2022-05-05"],
  ["3/4/2022", "ambiguous"],
  ["February 30, 2022", null],
  ["May 7", null],
  ["2024", null],
  ["30/30/2022", null],
])("reads %j as %j", (words, value) => {
  expect(findStatedDate(words)).toBe(value);
});

describe("decodeText", () => {
  it("reads UTF-8 and marked UTF-16 and refuses the rest", () => {
    expect(decodeText(Buffer.from("\uFEFFCafé"))).toBe("Café");
    expect(decodeText(Buffer.from("\uFEFFCafé", "utf16le"))).toBe("Café");
    expect(decodeText(Uint8Array.of(0x43, 0xe9))).toEqual({ refused: expect.stringContaining("UTF-8") });
  });
});
