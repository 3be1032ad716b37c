import fc from "fast-check";
import { expect, it } from "vitest";
import { escapeMarkdown, inline, oneLine, quoteBlock } from "../../../src/discord/render/escape.ts";
import { LIVE, readQuote, readText, seen } from "../oracle.ts";
import { nasty } from "./nasty.ts";

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
      expect(line.length).toBeLessThanOrEqual(most);
      expect(oneLine(text, most).length).toBeLessThanOrEqual(most);
      const { text: read, kinds } = readText(`**x** ${line}`);
      expect(kinds.filter((kind) => LIVE.has(kind))).toEqual([]);
      expect(read).toBe(`x ${line.replace(/\\([^0-9A-Za-z\s])/g, "$1")}`);
      const whole = oneLine(text, 10_000);
      expect(whole.startsWith(read.slice(2).replace(/…$/, ""))).toBe(true);
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
