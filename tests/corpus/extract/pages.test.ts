import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { decodePage } from "../../../src/corpus/extract/charset.ts";
import { readPage } from "../../../src/corpus/extract/html.ts";

const FIXTURES = "tests/fixtures/pages";

type Expected = {
  readonly address: string;
  readonly contentType: string | null;
  readonly refused?: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly url: string;
  readonly published: { readonly value: string; readonly basis: string } | null;
  readonly paragraphs: readonly string[];
};

describe("readPage reads", () => {
  it.each(readdirSync(FIXTURES))("%s", (slug) => {
    const expected: Expected = JSON.parse(readFileSync(join(FIXTURES, slug, "expected.json"), "utf8"));
    const bytes = readFileSync(join(FIXTURES, slug, "page.html"));
    const page = readPage(decodePage(bytes, expected.contentType), expected.address);
    if (expected.refused !== undefined) {
      expect(page).toEqual({ refused: expect.stringContaining(expected.refused) });
      return;
    }
    if ("refused" in page) throw new Error(page.refused);
    expect(page.body.split("\n")).toEqual(expected.paragraphs);
    expect({
      title: page.title?.value,
      publisher: page.publisher?.value ?? null,
      author: page.author?.value ?? null,
      url: page.url?.value,
      published: page.published && { value: page.published.value, basis: page.published.basis },
    }).toEqual({
      title: expected.title,
      publisher: expected.publisher,
      author: expected.author,
      url: expected.url,
      published: expected.published,
    });
  });
});
