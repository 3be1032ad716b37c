import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/article.ts";
import { formatArticleFile, parseArticleBytes, parseArticleFile } from "../../src/corpus/article-file.ts";

const parse = (text: string) => parseArticleFile("corpus/x.md", "x", text);

describe("parseArticleFile", () => {
  it("keeps the body from the first code unit after the front matter to the last", () => {
    expect(parse("---\r\ntitle: A: b\r\n---\r\n\n  One.\r\n\r\n---\n ")).toMatchObject([{ line: 2 }]);
    expect(parse('---\r\ntitle: "A: b"\r\n---\r\n\n  One.\r\n\r\n---\n ')).toEqual({
      id: "x",
      title: "A: b",
      body: "\n  One.\r\n\r\n---\n ",
      publisher: null,
      url: null,
      author: null,
      published: null,
    });
  });

  it("takes a title that looks like a number or a date as it is written", () => {
    expect(parse("---\ntitle: 1984\npublished: 2022-01-17\n---\n")).toMatchObject({
      title: "1984",
      published: { value: "2022-01-17", basis: "stated" },
    });
  });

  it.each([
    ["no front matter", "Some text.", 1, "has no front matter; begin with a line ---"],
    ["an open end", "---\ntitle: x\nText.\n", 1, "has no end"],
    ["no title", "---\nauthor: x\n---\n", 1, "title is missing"],
    [
      "a date in another form",
      "---\ntitle: x\npublished: 3/11/2026\n---\n",
      3,
      'published is "3/11/2026"; write it as',
    ],
    ["a day that does not exist", "---\ntitle: x\npublished: 2023-02-29\n---\n", 3, "2023-02-29"],
    ["an unknown basis", "---\ntitle: x\npublishedBasis: guessed\n---\n", 3, "write stated or inferred"],
    ["a misspelt field", "---\ntitle: x\npubisher: y\n---\n", 3, "pubisher is not a field; write one of title"],
    ["a list for a title", "---\ntitle: [a, b]\n---\n", 2, "title is not a line of text"],
    ["a title over two lines", "---\ntitle: |\n  a\n  b\n---\n", 2, "title runs over several lines"],
    ["an address that is none", "---\ntitle: x\nurl: javascript:alert(1)\n---\n", 3, "url is"],
    ["front matter that is no list of fields", "---\njust text\n---\n", 2, "is not a list"],
    ["front matter that is not YAML", '---\ntitle: "x\n---\n', null, "is not YAML"],
    ["an alias bomb", "---\ntitle: &a x\nauthor: *a\n---\n", 2, "is not YAML"],
  ])("reports %s with its line and what to write", (_, text, line, message) => {
    const problems = parse(text);
    expect(problems).toMatchObject([{ path: "corpus/x.md", message: expect.stringContaining(message) }]);
    if (line !== null) expect(problems).toMatchObject([{ line }]);
  });

  it("reports all that is wrong with a file at once", () => {
    expect(parse("---\npublished: soon\nurl: nowhere\n---\n")).toHaveLength(3);
  });

  it("reports bytes that are not UTF-8, and takes a byte order mark", () => {
    const latin = Uint8Array.from([...Buffer.from("---\ntitle: x\n---\nCaf"), 0xe9]);
    expect(parseArticleBytes("corpus/x.md", "x", latin)).toMatchObject([{ line: 4, message: expect.any(String) }]);
    expect(parseArticleBytes("x.md", "x", Buffer.from("\uFEFF---\ntitle: x\n---\nBody"))).toMatchObject({
      body: "Body",
    });
  });
});

describe("formatArticleFile", () => {
  it("is read back as the same article, whatever is in it", () => {
    const line = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => !/[\n\r\u2028\u2029]/.test(text));
    const draft = fc.record({
      title: line,
      body: fc.string({ unit: "grapheme" }),
      publisher: fc.option(line),
      url: fc.option(fc.webUrl()),
      author: fc.option(line),
      published: fc.constantFrom(
        null,
        { value: "2022-01-17", basis: "stated" },
        { value: "2020-02-29", basis: "inferred" },
      ),
    }) as fc.Arbitrary<Omit<Article, "id">>;
    fc.assert(
      fc.property(draft, (article) => {
        const bytes = Buffer.from(formatArticleFile(article));
        expect(parseArticleBytes("x.md", "x", bytes)).toEqual({ id: "x", ...article });
      }),
    );
  });

  it("reads its own way of writing as YAML does", () => {
    const value = fc.oneof(
      fc.json(),
      fc.string({ unit: "binary" }).map((text) => JSON.stringify(text)),
      fc.constantFrom("2022-01-17", "stated", "-1", "null", '"a" # b', '"\\x41"', '"\\/"', "---", '"\u0085"'),
    );
    const lines = fc.array(fc.tuple(fc.constantFrom("title", "url", "published", "publishedBasis"), value), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(lines, (fields) => {
        const yaml = fields.map(([name, text]) => `${name}: ${text}\n`).join("");
        // A comment is YAML that this project never writes.
        const [own, other] = [`---\n${yaml}---\n`, `---\n${yaml}# as others write\n---\n`].map((text) =>
          parseArticleFile("x.md", "x", text),
        );
        expect(own).toEqual(other);
      }),
      { numRuns: 300 },
    );
  });
});
