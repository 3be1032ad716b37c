import { describe, expect, it } from "vitest";
import { createScopeIndex } from "../../src/retrieval/scope-index.ts";
import { Shelf } from "../../src/retrieval/shelf.ts";

const port = { id: "port", title: "Port", sentences: ["The port was sold.", "Nobody bought the ferry.", "It rained."] };
const ferry = { id: "ferry", title: "Ferry", sentences: ["A ferry sank near the port.", "The ferry was old."] };
const own = { id: "7/strike", title: "Strike", sentences: ["Workers of the port went on strike."] };

function shelfOf(...articles: (typeof port)[]): Shelf {
  const shelf = new Shelf();
  for (const article of articles) shelf.add(article);
  return shelf;
}

const places = (hits: { article: string; sentence: number }[]) => hits.map((hit) => `${hit.article}#${hit.sentence}`);

describe("the index of a scope", () => {
  it("finds sentences on both shelves, the shorter first, then by article", () => {
    const index = createScopeIndex([shelfOf(port, ferry), shelfOf(own)]);
    expect(places(index.search("ports", 10))).toEqual(["port#0", "7/strike#0", "ferry#0"]);
    expect(places(index.search("ports", 1))).toEqual(["port#0"]);
    expect(index.search("weather", 10)).toEqual([]);
    expect(index.search("the of", 10)).toEqual([]);
  });

  it("scores as if hidden articles did not exist", () => {
    const shared = shelfOf(port, ferry);
    const hidden = createScopeIndex([shared, shelfOf(own)], new Set(["ferry"]));
    const without = createScopeIndex([shelfOf(port), shelfOf(own)]);
    expect(hidden.search("ferry port", 10)).toEqual(without.search("ferry port", 10));
    expect(hidden.statistics).toEqual(without.statistics);
    expect(hidden.frequency("ferri")).toEqual({ sentences: 1, articles: 1 });
  });

  it("forgets an article that is removed, and replaces one that is added again", () => {
    const shelf = shelfOf(port, ferry);
    shelf.remove("ferry");
    shelf.remove("unknown");
    shelf.add({ ...port, sentences: ["The harbour was sold."] });
    const index = createScopeIndex([shelf]);
    expect(index.search("ferry port", 10)).toEqual([]);
    expect(places(index.search("harbour", 10))).toEqual(["port#0"]);
    expect(index.statistics).toMatchObject({ sentences: 1, articles: 1, sentenceLength: 2 });
  });

  it("searches only where it is told to", () => {
    const index = createScopeIndex([shelfOf(port, ferry)]);
    const query = [{ term: "ferri", weight: 1 }];
    const where = { sentencesOf: (id: string) => (id === "ferry" ? (sentence: number) => sentence === 1 : null) };
    expect(places(index.match(query, 10, where))).toEqual(["ferry#1"]);
  });

  it("finds each sentence once, by what weighs something, and as many as are wanted", () => {
    const index = createScopeIndex([shelfOf(port, ferry)]);
    const query = (...weights: number[]) => weights.map((weight, i) => ({ term: ["port", "ferri"][i]!, weight }));
    expect(places(index.match(query(0, 1), 10))).toEqual(["ferry#1", "port#1", "ferry#0"]);
    expect(index.match(query(0, 0), 10)).toEqual([]);
    expect(index.match(query(1, 1), 0)).toEqual([]);
  });

  it("tells how often each term stands in the sentence, the title and the article", () => {
    const index = createScopeIndex([shelfOf(ferry)]);
    const [first] = index.match(
      [
        { term: "ferri", weight: 1 },
        { term: "port", weight: 1 },
      ],
      1,
    );
    expect(first).toMatchObject({ article: "ferry", sentence: 0 });
    expect(first!.around.title).toEqual({ counts: [1, 0], length: 1 });
    expect(first!.around.whole).toEqual({ counts: [2, 1], length: 6 });
    expect(first!.around.sentences[1]).toEqual({ counts: [1, 0], length: 2 });
  });

  it("offers spellings from what is visible only", () => {
    const shelf = shelfOf(port, { ...ferry, sentences: ["Brussels and Peskov"] });
    expect(createScopeIndex([shelf]).spellings("brusel")).toEqual(["Brussels"]);
    expect(createScopeIndex([shelf]).spellings("peskow")).toEqual(["Peskov"]);
    expect(createScopeIndex([shelf]).spellings("peksov")).toEqual(["Peskov"]);
    expect(createScopeIndex([shelf], new Set(["ferry"])).spellings("peskow")).toEqual([]);
  });
});
