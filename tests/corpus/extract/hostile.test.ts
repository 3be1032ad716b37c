import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { extractPage } from "../../../src/corpus/extract/extract-page.ts";

const PAGE = readFileSync("tests/fixtures/pages/json-ld-graph/page.html");
const SENTENCE = "<p>The harbour opened again on Monday, the mayor said, after eleven weeks of work on the quay.</p>";
const page = (body: string) =>
  Buffer.from(`<!doctype html><html><head><title>x</title></head><body>${body}</body></html>`);

describe("extractPage", () => {
  it("reads a page on another thread", async () => {
    const read = await extractPage(PAGE, "text/html", "https://www.selbypost.example/2023/03/09/harbour-basin-reopens");
    expect(read).toMatchObject({ title: { value: "Harbour basin reopens after crane collapse" } });
  });

  it.each([
    ["of 5 MB", page(SENTENCE.repeat(52_000)), /larger than 4 MB/],
    ["of 100,000 nested elements", page("<div>".repeat(100_000) + SENTENCE + "</div>".repeat(100_000)), /nested/],
    ["of 100,000 nested, never closed elements", page(`<b>${"<i>".repeat(100_000)}${SENTENCE}`), /nested/],
    ["of 250 nested elements", page("<div>".repeat(250) + SENTENCE + "</div>".repeat(250)), /nested/],
    ["of 100,000 elements side by side", page("<p>a</p>".repeat(100_000)), /too many/],
    ["of nothing but the starts of comments", page("<!--".repeat(200_000)), /no article/],
    ["of nothing but angle brackets", page("<".repeat(1_000_000)), /no article|nested|too many|too long/],
    ["of unclosed attributes", page(`<a ${'"'.repeat(500_000)}`), /no article/],
    ["of deep JSON-LD", page(`<script type="application/ld+json">${"[".repeat(100_000)}</script>`), /no article/],
    ["with nothing in it", Buffer.alloc(0), /no article/],
    ["of zero bytes", Buffer.alloc(100_000), /./],
  ])("refuses a page %s", async (_what, bytes, reason) => {
    const read = await extractPage(bytes, "text/html", null, { withinMs: 2_500 });
    expect(read).toEqual({ refused: expect.stringMatching(reason) });
  });

  it("gives up when the page takes longer than it may", async () => {
    const slow = page(`<div>${SENTENCE}</div>`.repeat(15_000));
    expect(await extractPage(slow, "text/html", null, { withinMs: 200 })).toEqual({
      refused: expect.stringContaining("too long"),
    });
  });

  it("gives up when the page takes more memory than it may", async () => {
    const large = page(`<div>${SENTENCE}</div>`.repeat(25_000));
    expect(await extractPage(large, "text/html", null, { heapMb: 16, withinMs: 30_000 })).toEqual({
      refused: expect.stringContaining("memory"),
    });
  });

  it("reads the next page after one that was given up", async () => {
    const [, read] = await Promise.all([
      extractPage(page(`<div>${SENTENCE}</div>`.repeat(15_000)), "text/html", null, { withinMs: 100 }),
      extractPage(PAGE, "text/html", null),
    ]);
    expect(read).toMatchObject({ publisher: { value: "The Selby Post" } });
  });
});
