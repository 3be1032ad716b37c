import fc from "fast-check";
import { expect, it } from "vitest";
import { escapeMarkdown, inline, oneLine, quoteBlock } from "../../../src/discord/render/escape.ts";
import { LIVE, readQuote, readText } from "../oracle.ts";

/** Text of the kind that Discord reads something into, amid anything else. */
const nasty = fc
  .array(
    fc.oneof(
      { arbitrary: fc.constantFrom(..."\\*_~`|<>[]()@#:-+.!&/ \n\t".split("")), weight: 6 },
      fc.constantFrom(
        "@everyone",
        "@here",
        "<@123456789012345678>",
        "<@!123456789012345678>",
        "<@&123456789012345678>",
        "<#123456789012345678>",
        "<t:1700000000:R>",
        "<:a:123456789012345678>",
        "<a:bc:123456789012345678>",
        "</ask:123456789012345678>",
        "<id:guide>",
        "https://evil.example/a_b_c",
        "http://x",
        "<https://x.example>",
        "[a](https://x.example)",
        "```js\n",
        "||",
        "~~",
        "__",
        "**",
        "\n# ",
        "\n> ",
        "\n>>> ",
        "\n-# ",
        "\n- ",
        "\n1. ",
        "\r\n",
        "\r",
        "¯\\_(ツ)_/¯",
        ":smile:",
        "mailto:a@b.example",
        "\u202e",
        "\u200b",
        "😀",
        "é",
        "שלום",
      ),
      fc.string({ unit: "grapheme", maxLength: 6 }),
      fc.lorem({ maxCount: 3 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));

/** As the parser itself sees text before it parses: other line ends as \n, tabs as blanks, no form feeds. */
const seen = (text: string) => text.replace(/\r\n?/g, "\n").replace(/\t/g, "    ").replace(/\f/g, "");

it("quotes any text so that an independent reader of Discord's Markdown finds exactly it, and nothing alive", () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const { quoted, after, kinds } = readQuote(`${quoteBlock(text)}\n**Somebody**`);
      expect(quoted).toBe(seen(text));
      expect(after).toBe("Somebody");
      expect(kinds.filter((kind) => LIVE.has(kind))).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

it("gives the text back when the backslashes and bars are taken out", () => {
  fc.assert(
    fc.property(nasty, (text) => {
      expect(escapeMarkdown(text).replace(/\\([^0-9A-Za-z\s])/g, "$1")).toBe(text);
      const lines = quoteBlock(text).replace(/(^|\r\n|\r|\n)> /g, "$1");
      expect(lines.replace(/\\([^0-9A-Za-z\s])/g, "$1")).toBe(text);
    }),
    { numRuns: 1000 },
  );
});

it("keeps names, titles and questions on one line, dead, and within their length", () => {
  fc.assert(
    fc.property(nasty, fc.integer({ min: 2, max: 60 }), (text, most) => {
      const line = inline(text, most);
      expect(line).not.toMatch(/[\r\n]/);
      expect(oneLine(text, most).length).toBeLessThanOrEqual(most);
      const { text: read, kinds } = readText(`**x** ${line}`);
      expect(kinds.filter((kind) => LIVE.has(kind))).toEqual([]);
      expect(read).toBe(`x ${oneLine(text, most)}`);
    }),
    { numRuns: 1000 },
  );
});

it("takes time that grows with the length only", () => {
  const hostile = ["\\".repeat(1e6), "1".repeat(1e6), " ".repeat(1e6), "\n#".repeat(5e5), "_*".repeat(5e5)];
  for (const text of hostile) expect(quoteBlock(text).length).toBeGreaterThanOrEqual(1e6);
});

it("is read by a parser that does find what is not escaped", () => {
  const live = readText("**a** <@123456789012345678> @everyone https://x.example").kinds;
  expect(live).toEqual(expect.arrayContaining(["strong", "user", "everyone", "url"]));
});
