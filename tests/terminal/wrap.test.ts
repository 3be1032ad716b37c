import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wrapLines } from "../../src/terminal/wrap.ts";

describe("wrapLines", () => {
  it.each([
    ["a short line", 20, "a short line"],
    ["one two three", 7, "one two\nthree"],
    ["  one two three", 9, "  one two\n  three"],
    ["    │ one two three", 13, "    │ one two\n    │ three"],
    [" 3. │ one two three", 13, " 3. │ one two\n    │ three"],
    ["    — Mara Lund, director", 15, "    — Mara\n    Lund,\n    director"],
    ["https://example.org/a/long/address", 10, "https://example.org/a/long/address"],
    ["two  blanks stay", 11, "two  blanks\nstay"],
    ["first\nsecond line", 8, "first\nsecond\nline"],
    ["東京 大阪 京都", 9, "東京 大阪\n京都"],
    ["\u001b[1mone\u001b[22m two", 7, "\u001b[1mone\u001b[22m two"],
  ])("breaks %j at %i columns", (text, columns, wrapped) => {
    expect(wrapLines(text, columns)).toBe(wrapped);
  });

  it("changes nothing but blanks into line ends, whatever the text", () => {
    const line = fc.string({ unit: "grapheme", maxLength: 120 }).map((text) => text.replace(/[\n│]/g, " ").trim());
    fc.assert(
      fc.property(line, fc.integer({ min: 1, max: 60 }), (text, columns) => {
        expect(wrapLines(text, columns).replaceAll("\n", " ")).toBe(text);
      }),
    );
  });
});
