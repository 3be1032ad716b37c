import { expect, it } from "vitest";
import type { IndexedArticle } from "../../src/retrieval/passage-index.ts";
import { createScopeIndex } from "../../src/retrieval/scope-index.ts";
import { Shelf } from "../../src/retrieval/shelf.ts";

const article = (id: string, title: string, ...sentences: string[]): IndexedArticle => ({
  id,
  title,
  print: `${title}: ${sentences}`,
  sentences,
});
const PORT = article(
  "port",
  "The port is sold",
  "Ann Lee sold the port.",
  "The ports of Norrby were sold, sold and sold.",
);
const DAM = article("dam", "A dam fails", "The dam at Norrby failed.", "Nobody was hurt.", "The port stayed open.");
const SECRET = article("secret", "Xylography", "The quetzal flew.");

function shelfOf(...articles: readonly IndexedArticle[]): Shelf {
  const shelf = new Shelf();
  for (const one of articles) shelf.add(one);
  return shelf;
}

function recalled(packed: ReturnType<Shelf["pack"]>, ...articles: readonly IndexedArticle[]): Shelf {
  const shelf = new Shelf();
  shelf.recall(packed);
  for (const one of articles) shelf.add(one);
  return shelf;
}

/** Everything an index can be asked. */
function toldBy(shelf: Shelf) {
  const index = createScopeIndex([shelf]);
  return {
    statistics: index.statistics,
    found: ["port", "sold port Norrby", "dam", "quetzal", "open"].map((text) => index.search(text, 10)),
    frequencies: ["port", "sold", "norrbi", "quetzal"].map((term) => index.frequency(term)),
    spellings: ["prot", "norbi"].map((term) => index.spellings(term)),
  };
}

it("finds the same in articles that are known again, without looking through them", () => {
  const shelf = shelfOf(SECRET, PORT, DAM);
  shelf.remove("secret");
  const again = recalled(structuredClone(shelf.pack()), PORT, DAM);
  expect(again.fresh).toBe(0);
  expect(toldBy(again)).toEqual(toldBy(shelfOf(PORT, DAM)));
});

it("looks through an article whose title or text is another now, and knows nothing of one that is gone", () => {
  const packed = shelfOf(PORT, DAM, SECRET).pack();
  const renamed = article("port", "The port", ...PORT.sentences);
  const rewritten = article("dam", DAM.title, "The dam holds.");
  const again = recalled(packed, renamed, rewritten);
  expect(again.fresh).toBe(2);
  expect(toldBy(again)).toEqual(toldBy(shelfOf(renamed, rewritten)));
});

it("packs nothing of an article that was removed", () => {
  const shelf = shelfOf(SECRET, PORT);
  shelf.remove("secret");
  expect(JSON.stringify(shelf.pack())).not.toMatch(/quetzal|xylograph/i);
});
