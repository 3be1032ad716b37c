import { describe, expect, it } from "vitest";
import { ask } from "../../src/answering/ask.ts";
import { type RankQuery, rank } from "../../src/answering/rank.ts";
import { respell } from "../../src/answering/respell.ts";
import { absentIn } from "../../src/answering/silence.ts";
import { Library } from "../../src/corpus/library.ts";
import { read } from "../../src/reading/read.ts";
import type { Attribution, Reading } from "../../src/reading/reading.ts";
import { textOf } from "../../src/span.ts";

const ANYTHING: RankQuery = { topic: "", speaker: null, since: null, until: null, expects: null };

/** A library of articles with a sentence a line; a line `Name: words` is said by that name. */
function libraryOf(articles: Record<string, { title?: string; published?: string; lines: string[] }>): Library {
  const library = new Library();
  for (const [id, { title = "", published, lines }] of Object.entries(articles)) {
    const sentences: Reading["sentences"][number][] = [];
    const attributions: Attribution[] = [];
    let body = "";
    for (const line of lines) {
      const span = { start: body.length, end: body.length + line.length };
      body += `${line}\n`;
      sentences.push(span);
      const speaker = /^([A-Z]\w+): /.exec(line)?.[1];
      if (speaker === undefined) continue;
      const found = { type: "indirect", stance: "said", speech: true, speakerBasis: "name", rule: "test" } as const;
      attributions.push({ ...found, spans: [span], cue: null, mention: null, speaker });
    }
    const article = { id, title, body, publisher: null, url: null, author: null };
    const date = published === undefined ? null : ({ value: published, basis: "stated" } as const);
    const reading = { paragraphs: sentences, sentences, attributions, people: [], timexes: [] };
    library.put({ article: { ...article, published: date }, reading, revision: id });
  }
  return library;
}

const found = (library: Library, query: Partial<RankQuery>) =>
  rank({ ...ANYTHING, ...query }, library.scope(null)).hits.map(({ holding, span }) =>
    textOf(holding.article.body, span),
  );

it.each([
  ["the bridge opened in 2015", "2015-01-01", "2015-12-31", true],
  ["the bridge opened in 2015", "2015-06-01", "2015-06-30", true],
  ["the bridge opened in the second week of 2015", "2016-01-01", "2016-12-31", false],
  ["the bridge opened in 2015", "2014-01-01", "2014-12-31", false],
  ["the bridge opened in May 2015", "2015-05-15", null, true],
  ["the bridge opened in May 2015", null, "2015-04-30", false],
  ["the bridge opened in the 2010s", "2015-01-01", "2015-12-31", false],
])("%s: from %s to %s it is told: %s", (sentence, since, until, isTold) => {
  const body = `Yesterday the mayor recalled how ${sentence}.`;
  const published = { value: "2021-03-02", basis: "stated" } as const;
  const article = { id: "a", title: "", body, publisher: null, url: null, author: null, published };
  const library = new Library();
  library.put({ article, reading: read(body, published), revision: "a" });
  const { hits } = rank({ ...ANYTHING, topic: "bridge", since, until }, library.scope(null));
  expect(hits).toHaveLength(isTold ? 1 : 0);
});

it("names the first twelve words that no article has, and looks for no more", () => {
  const words =
    "brillig slithy toves gyre gimble wabe mimsy borogoves mome raths outgrabe jabberwock jubjub bandersnatch";
  const scope = libraryOf({ a: { title: "Slithy", lines: ["The toves were sold."] } }).scope(null);
  expect(absentIn(words, scope)).toEqual(
    "brillig gyre gimble wabe mimsy borogoves mome raths outgrabe jabberwock jubjub bandersnatch".split(" "),
  );
  expect(absentIn(`${words} vorpal`, scope)).not.toContain("vorpal");
});

describe("rank", () => {
  const harbour = libraryOf({
    harbour: {
      title: "Harbour sold",
      published: "2021-03-01",
      lines: [
        "The harbour was sold by the city.",
        "It was sold in 1994 to a bank.",
        "Adams: the harbour is worth more.",
      ],
    },
    bank: { published: "2022-05-05", lines: ["The bank bought a harbour.", "Baker: the harbour was a bargain."] },
  });

  it("puts the sentence with a date first for when", () => {
    expect(found(harbour, { topic: "when was the harbour sold", expects: "date" })[0]).toBe(
      "It was sold in 1994 to a bank.",
    );
  });

  it("finds nothing but statements of the asked speaker", () => {
    expect(found(harbour, { topic: "harbour", speaker: "Baker" })).toEqual(["Baker: the harbour was a bargain."]);
    expect(found(harbour, { topic: "bank", speaker: "Adams" })).toEqual([]);
  });

  it("gives everything a speaker said when no topic is asked", () => {
    expect(found(harbour, { speaker: "Adams" })).toEqual(["Adams: the harbour is worth more."]);
  });

  it("keeps to the asked days", () => {
    const since = found(harbour, { topic: "harbour", since: "2022-01-01" });
    expect(since.toSorted()).toEqual(["Baker: the harbour was a bargain.", "The bank bought a harbour."]);
    expect(found(harbour, { topic: "harbour", until: "2020-12-31" })).toEqual([]);
  });

  it("leaves out what was shown", () => {
    const exclude = [{ article: "bank", start: 0, end: 10 }];
    expect(found(harbour, { topic: "bank bought", exclude })).not.toContain("The bank bought a harbour.");
  });

  it("explains each score by evidence that adds up to it", () => {
    const [first] = rank({ ...ANYTHING, topic: "who bought the harbour", expects: "name" }, harbour.scope(null)).hits;
    const sum = first!.evidence.reduce((total, { value }) => total + value, 0);
    expect(sum).toBeCloseTo(first!.score, 10);
    expect(first!.evidence.find(({ kind }) => kind === "words")!.value).toBe(1);
  });

  it("shows a sentence that several articles print once", () => {
    const twice = libraryOf({
      a: { lines: ["The ferry sank near the island."] },
      b: { lines: ["The ferry sank near the island!"] },
    });
    expect(found(twice, { topic: "ferry" })).toEqual(["The ferry sank near the island."]);
  });

  it("is less sure where a name of the question stands nowhere near", () => {
    const scope = harbour.scope(null);
    const sure = (topic: string) => rank({ ...ANYTHING, topic, expects: "person" }, scope).confidence;
    expect(sure("who sold the harbour of Oslo")).toBeLessThan(sure("who sold the harbour of oslo"));
  });

  it("is surer of a passage that holds all that was asked than of one with a word of it", () => {
    const scope = harbour.scope(null);
    const whole = rank({ ...ANYTHING, topic: "who sold the harbour", expects: "person" }, scope);
    const part = rank({ ...ANYTHING, topic: "who sold the violin museum in Vienna", expects: "person" }, scope);
    expect(whole.confidence).toBeGreaterThan(part.confidence);
    expect(part.answers).toBe(false);
    expect(rank({ ...ANYTHING, topic: "violin" }, scope)).toEqual({
      hits: [],
      confidence: 0,
      answers: false,
    });
  });
});

describe("respell", () => {
  const library = libraryOf({
    a: { lines: ["Brussels told Peskov about the macro plan."] },
    "9/b": { lines: ["Zanzibar waits."] },
  });

  it.each([
    ["Peskow on the plan", "Peskov on the plan"],
    ["what did Brusels say", "what did Brussels say"],
    ["brusels", "Brussels"],
  ])("reads %j as %j", (asked, expected) => {
    expect(respell(asked, library.scope(null))?.text).toBe(expected);
  });

  it.each([
    ["the plan of Brussels"], // nothing is missing
    ["Macro"], // occurs, whatever its case
    ["Macron"], // a name is no common word
    ["Beskov"], // another first letter
    ["plum"], // too short to be sure of two letters
    ["Zanzibor"], // another server's word
  ])("leaves %j alone", (asked) => {
    expect(respell(asked, library.scope(null))).toBeNull();
  });

  it("looks in the server's own articles too", () => {
    expect(respell("Zanzibor", library.scope("9"))?.text).toBe("Zanzibar");
  });

  it("answers the respelt question and says so", () => {
    const answer = ask({ text: "Brusels macro plan", today: "2024-01-01" }, library.scope(null), null);
    expect(answer.kind).toBe("passages");
    expect(answer.question).toMatchObject({
      text: "Brusels macro plan",
      respelt: [{ asked: "Brusels", used: "Brussels" }],
    });
  });
});
