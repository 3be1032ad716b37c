import fc from "fast-check";
import { expect, it } from "vitest";
import { inverseFrequency, saturation } from "../../src/retrieval/bm25.ts";
import type { Hit, QueryTerm } from "../../src/retrieval/passage-index.ts";
import { createScopeIndex } from "../../src/retrieval/scope-index.ts";
import { Shelf } from "../../src/retrieval/shelf.ts";

/** Each sentence as its terms. */
type Article = { readonly id: string; readonly sentences: readonly (readonly string[])[] };

/** BM25+ of every sentence that holds one of the rarer terms, one sentence after the other. */
function bruteForce(articles: readonly Article[], query: readonly QueryTerm[], findable: number): Hit[] {
  const sentences = articles.flatMap(({ id, sentences }) =>
    sentences.map((terms, sentence) => ({ article: id, sentence, terms })),
  );
  const mean = sentences.reduce((sum, { terms }) => sum + terms.length, 0) / Math.max(1, sentences.length);
  const told = query
    .map(({ term, weight }) => {
      const count = sentences.filter(({ terms }) => terms.includes(term)).length;
      return { term, count, worth: weight * inverseFrequency(count, sentences.length) };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count);
  const rare = told.filter(
    (_, i) => i === 0 || told.slice(0, i + 1).reduce((sum, { count }) => sum + count, 0) <= findable,
  );
  return sentences
    .filter(({ terms }) => rare.some(({ term }) => terms.includes(term)))
    .map(({ article, sentence, terms }) => {
      const score = told.reduce((sum, { term, worth }) => {
        const count = terms.filter((one) => one === term).length;
        return sum + worth * saturation(count, terms.length, mean);
      }, 0);
      return { article, sentence, score };
    })
    .sort(
      (a, b) => b.score - a.score || (a.article < b.article ? -1 : a.article > b.article ? 1 : a.sentence - b.sentence),
    );
}

const WORDS = ["w1", "w2", "w3", "w4", "w5", "w6"];
/** The first ones stand in most sentences, as words do. */
const word = fc.constantFrom(...WORDS.flatMap((one, i) => Array<string>(2 ** (WORDS.length - i)).fill(one)));
const texts = fc.array(fc.array(fc.array(word, { maxLength: 6 }), { maxLength: 5 }), { maxLength: 6 });
const query = fc.uniqueArray(
  fc.record({ term: fc.constantFrom(...WORDS, "w7"), weight: fc.constantFrom(0.01, 0.3, 0.5, 1) }),
  { selector: ({ term }) => term },
);

const indexed = ({ id, sentences }: Article) => ({
  id,
  title: "",
  print: id,
  sentences: sentences.map((terms) => terms.join(" ")),
});

it("passes over no short sentence that has little room, and in it the word that tells most", () => {
  const texts = [
    ...["rare1 rare1", "rare1 rare1", "rare1 most1"],
    ...Array<string>(30).fill("little1 less1 most1"),
    ...["most1", "most1", ...Array<string>(70).fill("other1")],
  ];
  const shelf = new Shelf();
  shelf.add({ id: "a", title: "", sentences: texts });
  const query = [
    { term: "rare1", weight: 1 },
    { term: "little1", weight: 0.01 },
    { term: "less1", weight: 0.01 },
    { term: "most1", weight: 1 },
  ];
  const [found] = createScopeIndex([shelf], new Set(), 5).match(query, 1);
  expect(found).toMatchObject({ article: "a", sentence: 2 });
});

it("scores the sentences of a large shelf by their lengths, the last as well as the first", () => {
  const sentences = Array.from({ length: 3000 }, (_, i) => ["same1", ...Array<string>((i * 7) % 13).fill("other1")]);
  const articles = [0, 1, 2].map((i) => ({ id: `a${i}`, sentences: sentences.slice(i * 1000, (i + 1) * 1000) }));
  const shelf = new Shelf();
  for (const article of articles) shelf.add(indexed(article));
  const query = [{ term: "same1", weight: 1 }];
  const found = createScopeIndex([shelf]).match(query, 3000);
  expect(found.map(({ article, sentence, score }) => ({ article, sentence, score }))).toEqual(
    bruteForce(articles, query, 5000),
  );
});

it("finds the best of thousands where few may answer, that looking at each of them finds", () => {
  const articles = Array.from({ length: 60 }, (_, a) => ({
    id: `a${a}`,
    sentences: Array.from({ length: 50 }, (_, i) => ["same1", ...Array<string>((a * 31 + i * 7) % 23).fill("other1")]),
  }));
  const shelf = new Shelf();
  for (const article of articles) shelf.add(indexed(article));
  const query = [{ term: "same1", weight: 1 }];
  // Every article but the shortest sentences, which score best; then a few articles alone.
  const long = (sentence: number, a: number) => (a * 31 + sentence * 7) % 23 > 11;
  for (const fits of [long, (sentence: number, a: number) => a % 29 === 3 && sentence % 2 === 1]) {
    const where = {
      sentencesOf: (id: string) => (sentence: number) => fits(sentence, Number(id.slice(1))),
    };
    const found = createScopeIndex([shelf]).match(query, 40, where);
    expect(found.map(({ article, sentence, score }) => ({ article, sentence, score }))).toEqual(
      bruteForce(articles, query, 5000)
        .filter(({ article, sentence }) => fits(sentence, Number(article.slice(1))))
        .slice(0, 40),
    );
  }
});

it("asks of few sentences whether they may answer, when many of the likeliest may", () => {
  const shelf = new Shelf();
  for (let a = 0; a < 100; a++) {
    shelf.add({
      id: `a${a}`,
      title: "",
      sentences: Array.from({ length: 50 }, (_, i) => `same1 ${"other1 ".repeat(i)}`),
    });
  }
  let asked = 0;
  const sentencesOf = () => () => ++asked > 0;
  createScopeIndex([shelf]).match([{ term: "same1", weight: 1 }], 10, { sentencesOf });
  expect(asked).toBeLessThan(500);
});

it("finds what was added before and after somebody first looked for a word", () => {
  const shelf = new Shelf();
  const found = () =>
    createScopeIndex([shelf])
      .search("ferry", 10)
      .map(({ article, sentence }) => `${article} ${sentence}`);
  shelf.add({ id: "a", title: "", sentences: ["a ferry and a ferry", "a bridge"] });
  shelf.add({ id: "b", title: "", sentences: ["a bridge", "the bridge by the ferry"] });
  shelf.remove("a");
  shelf.add({ id: "c", title: "", sentences: ["the ferry at last"] });
  expect(found().sort()).toEqual(["b 1", "c 0"]);
  shelf.add({ id: "d", title: "", sentences: ["another ferry"] });
  shelf.remove("b");
  expect(found().sort()).toEqual(["c 0", "d 0"]);
  expect(shelf.word("ferri")).toMatchObject({ sentences: 2, articles: 2 });
});

it("finds the best sentences that looking at each of them finds, whatever was removed, replaced or hidden", () => {
  fc.assert(
    fc.property(
      texts,
      texts,
      texts,
      fc.array(fc.nat(5)),
      fc.array(fc.nat(5)),
      query,
      fc.nat(20),
      fc.integer({ min: 1, max: 4 }),
      (before, now, others, removed, hidden, query, findable, limit) => {
        const shared = new Shelf();
        const named = (prefix: string, all: typeof now) =>
          all.map((sentences, i) => ({ id: `${prefix}${i}`, sentences }));
        for (const article of named("a", before)) shared.add({ ...indexed(article), print: `before ${article.id}` });
        for (const article of named("a", now)) shared.add(indexed(article));
        for (const i of removed) shared.remove(`a${i}`);
        const own = new Shelf();
        for (const article of named("7/b", others)) own.add(indexed(article));

        const there = new Map([...named("a", before), ...named("a", now)].map((article) => [article.id, article]));
        for (const i of [...removed, ...hidden]) there.delete(`a${i}`);
        const expected = bruteForce([...there.values(), ...named("7/b", others)], query, findable).slice(0, limit);

        const again = new Shelf();
        again.recall(shared.pack());
        for (const id of shared.articles.keys()) {
          const article = [...named("a", now), ...named("a", before)].find((one) => one.id === id)!;
          again.add({ ...indexed(article), print: shared.articles.get(id)!.print });
        }
        expect(again.fresh).toBe(0);
        for (const shelf of [shared, again]) {
          const index = createScopeIndex([shelf, own], new Set(hidden.map((i) => `a${i}`)), findable);
          const found = index.match(query, limit);
          expect(found.map(({ article, sentence, score }) => ({ article, sentence, score }))).toEqual(expected);
        }
      },
    ),
    { numRuns: 1000 },
  );
});
