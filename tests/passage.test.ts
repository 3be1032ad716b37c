import { describe, expect, it } from "vitest";
import type { Holding } from "../src/holding.ts";
import { passageAround } from "../src/passage.ts";
import { read } from "../src/reading/read.ts";

const BODY = `Mayor Ana Ruiz spoke first.
"We will wait. We will not sell," she said, "and that is all." Then she left. The hall emptied.`;

const holding: Holding = {
  article: { id: "hall", title: "Hall", body: BODY, publisher: null, url: null, author: null, published: null },
  reading: read(BODY, null),
  revision: "000000000000",
};

const spanOf = (words: string) => ({ start: BODY.indexOf(words), end: BODY.indexOf(words) + words.length });

describe("passageAround", () => {
  it("is the whole sentences and the whole quotation around a hit, and nothing more", () => {
    const passage = passageAround(holding, spanOf("not sell"));
    expect(passage.text).toBe('"We will wait. We will not sell," she said, "and that is all."');
    expect(BODY.slice(passage.start, passage.end)).toBe(passage.text);
  });

  it("gives a split quotation as one, in the article's own words, with both its spans", () => {
    const [attribution, ...others] = passageAround(holding, spanOf("not sell")).attributions;
    expect(others).toEqual([]);
    expect(BODY).toContain(attribution!.text);
    expect(attribution!.spans.map(({ start, end }) => BODY.slice(start, end))).toEqual([
      '"We will wait. We will not sell,"',
      '"and that is all."',
    ]);
    expect(attribution!.speaker).toBe("Ana Ruiz");
  });

  it("is one sentence where nobody speaks", () => {
    expect(passageAround(holding, spanOf("hall emptied")).text).toBe("The hall emptied.");
  });
});
