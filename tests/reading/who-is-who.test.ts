import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Library } from "../../src/corpus/library.ts";
import type { Holding } from "../../src/holding.ts";
import { findPeople } from "../../src/reading/people.ts";
import { resolveSpeakers } from "../../src/reading/resolve-speakers.ts";
import { analyse, findingsOf } from "./hand-made.ts";

/** An article with one quotation whose words and mention are given. */
function holding(id: string, published: string | null, body: string, quotation: string, mention: string): Holding {
  const analysis = analyse(body);
  const people = findPeople(analysis);
  return {
    article: {
      id,
      title: id,
      body,
      publisher: null,
      url: null,
      author: null,
      published: published === null ? null : { value: published, basis: "stated" },
    },
    reading: {
      paragraphs: analysis.paragraphs,
      sentences: analysis.sentences.map(({ start, end }) => ({ start, end })),
      attributions: resolveSpeakers(analysis, findingsOf(body, [{ quotation, mention }]), people),
      people,
      timexes: [],
    },
    revision: "0",
  };
}

function speakerIn(library: Library, id: string): [string | null, string] {
  const { speaker, speakerBasis } = library.scope(null).get(id)!.reading.attributions[0]!;
  return [speaker, speakerBasis];
}

const named = (id: string, published: string, name: string) =>
  holding(id, published, `Norwegian Fisheries Minister ${name} said the quota stands.`, "the quota stands", name);
const role = holding(
  "role",
  "2021-06-01",
  "The Norwegian fisheries minister said cod is back.",
  "cod is back",
  "The Norwegian fisheries minister",
);

describe("a scope's speakers", () => {
  it("tells from another article who held an office", () => {
    const library = new Library();
    library.put(role);
    expect(speakerIn(library, "role")).toEqual([null, "unnamed"]);
    library.put(named("named", "2021-05-20", "Odd Emil Ingebrigtsen"));
    expect(speakerIn(library, "role")).toEqual(["Odd Emil Ingebrigtsen", "role"]);
    library.remove("named");
    expect(speakerIn(library, "role")).toEqual([null, "unnamed"]);
  });

  it("takes the holder of the day, and nobody when the articles before and after name two", () => {
    const library = new Library();
    library.put(
      role,
      named("before", "2021-02-01", "Odd Emil Ingebrigtsen"),
      named("long-before", "2020-08-01", "Geir Inge Sivertsen"),
    );
    expect(speakerIn(library, "role")).toEqual(["Odd Emil Ingebrigtsen", "role"]);
    library.put(named("after", "2021-10-20", "Cecilie Myrseth"));
    expect(speakerIn(library, "role")).toEqual([null, "unnamed"]);
  });

  it("forgets an office after about a year", () => {
    const library = new Library();
    library.put(role, named("old", "2019-05-20", "Harald Nesvik"));
    expect(speakerIn(library, "role")).toEqual([null, "unnamed"]);
  });

  it("leave out what only a hidden article says, until it is shown again", () => {
    const library = new Library();
    library.put(named("minister", "2021-01-01", "Odd Berg"), role);
    const known = (server: string) => [
      library.scope(server).speakers.some(({ name }) => name === "Odd Berg"),
      library.scope(server).get("role")!.reading.attributions[0]!.speaker,
    ];
    expect(known("1")).toEqual([true, "Odd Berg"]);
    library.hide("1", new Set(["minister"]));
    expect(known("1")).toEqual([false, null]);
    expect(known("2")).toEqual([true, "Odd Berg"]);
    library.hide("1", new Set());
    expect(known("1")).toEqual([true, "Odd Berg"]);
  });

  it("never tells one server what only another's articles say", () => {
    const library = new Library();
    library.put(role, named("1/named", "2021-05-20", "Odd Emil Ingebrigtsen"));
    expect(speakerIn(library, "role")).toEqual([null, "unnamed"]);
    expect(library.scope("1").get("role")!.reading.attributions[0]!.speaker).toBe("Odd Emil Ingebrigtsen");
  });

  it("counts everybody once, whatever the form of the name", () => {
    const library = new Library();
    library.put(
      holding(
        "a",
        "2020-01-01",
        "Harbour master Anna K. Lund said the quay is new. Lund left.",
        "the quay is new",
        "Anna K. Lund",
      ),
      holding("b", "2020-01-02", "Anna Lund said the quay is safe.", "the quay is safe", "Anna Lund"),
      holding("c", "2020-01-03", "Anna Lund waved.", "waved", "Anna Lund"),
    );
    const [first] = library.scope(null).speakers;
    expect(first).toEqual({
      name: "Anna Lund",
      kind: "person",
      aliases: ["Anna Lund", "Lund", "Anna K. Lund"],
      roles: ["Harbour master"],
      mentions: 4,
      quotations: 3,
      articles: ["a", "b", "c"],
    });
    expect(speakerIn(library, "a")).toEqual(["Anna Lund", "name"]);
  });

  it("keeps two Lunds apart, and a third article's Lund from both", () => {
    const library = new Library();
    library.put(
      holding("a", "2020-01-01", "Anna Lund said the quay is new.", "the quay is new", "Anna Lund"),
      holding("b", "2020-01-02", "Erik Lund said the quay is old.", "the quay is old", "Erik Lund"),
      holding("c", "2020-01-03", "At the meeting Mr. Lund said the quay is blue.", "the quay is blue", "Mr. Lund"),
    );
    expect(speakerIn(library, "c")).toEqual(["Mr. Lund", "name"]);
    const people = library.scope(null).speakers.map(({ name, aliases }) => [name, aliases]);
    expect(people).toContainEqual(["Anna Lund", ["Anna Lund"]]);
    expect(people).toContainEqual(["Erik Lund", ["Erik Lund"]]);
    expect(people).toContainEqual(["Mr. Lund", ["Mr. Lund"]]);
  });

  it("gives a surname back to the one Lund who is left, though both were listed before", () => {
    const library = new Library();
    library.put(
      holding("a", "2020-01-01", "Anna Lund said the quay is new.", "the quay is new", "Anna Lund"),
      holding("b", "2020-01-02", "Erik Lund said the quay is old.", "the quay is old", "Erik Lund"),
    );
    expect(library.scope(null).speakers.map(({ aliases }) => aliases)).toEqual([["Anna Lund"], ["Erik Lund"]]);
    library.remove("b");
    expect(library.scope(null).speakers.map(({ aliases }) => aliases)).toEqual([["Anna Lund", "Lund"]]);
  });

  it("joins a surname with a full name only when both hold the same office", () => {
    const library = new Library();
    library.put(
      holding("a", "2020-01-01", "Kremlin spokesman Dmitry Peskov said it is late.", "it is late", "Dmitry Peskov"),
      holding("b", "2020-01-02", "Kremlin spokesman Peskov said it is early.", "it is early", "Peskov"),
      holding("c", "2020-01-03", "Chess coach Peskov said it is a draw.", "it is a draw", "Peskov"),
    );
    expect(speakerIn(library, "b")).toEqual(["Dmitry Peskov", "name"]);
    expect(speakerIn(library, "c")).toEqual(["Peskov", "name"]);
    expect(library.scope(null).speakers.find(({ name }) => name === "Dmitry Peskov")?.quotations).toBe(2);
  });

  it("tells nothing of an article by what a later state of it says", () => {
    const library = new Library();
    library.put(
      named("named", "2021-05-20", "Odd Emil Ingebrigtsen"),
      holding("role", "2021-06-01", "A fisherman said cod is back.", "cod is back", "A fisherman"),
    );
    const before = library.scope(null).get("role")!;
    library.put(role);
    expect(speakerIn(library, "role")).toEqual(["Odd Emil Ingebrigtsen", "role"]);
    expect(before.reading.attributions[0]!.speaker).toBeNull();
  });

  it("lists the same people whether or not it listed them before a change", () => {
    const articles = [
      holding("a", "2020-01-01", "Kremlin spokesman Dmitry Peskov said it is late.", "it is late", "Dmitry Peskov"),
      holding("b", "2020-01-02", "Kremlin spokesman Peskov said it is early.", "it is early", "Peskov"),
      holding("c", "2020-01-03", "Anna Lund said it is a draw.", "it is a draw", "Anna Lund"),
    ];
    const steps = new Library();
    for (const article of articles) {
      steps.put(article);
      expect(steps.scope(null).speakers.length).toBeGreaterThan(0);
    }
    expect(steps.scope(null).speakers.map(({ name, quotations }) => [name, quotations])).toEqual([
      ["Dmitry Peskov", 2],
      ["Anna Lund", 1],
      ["Kremlin", 0],
    ]);
    steps.remove("a");
    expect(steps.scope(null).speakers.map(({ name, quotations }) => [name, quotations])).toEqual([
      ["Anna Lund", 1],
      ["Peskov", 1],
      ["Kremlin", 0],
    ]);
  });

  it("know the same whatever came, went, was hidden or listed before", () => {
    const pool = [
      role,
      named("before", "2021-02-01", "Odd Emil Ingebrigtsen"),
      named("after", "2021-10-20", "Cecilie Myrseth"),
      named("1/own", "2021-05-30", "Cecilie Myrseth"),
      holding("late", "2020-01-01", "Kremlin spokesman Dmitry Peskov said it is late.", "it is late", "Dmitry Peskov"),
      holding("early", "2020-01-02", "Kremlin spokesman Peskov said it is early.", "it is early", "Peskov"),
      holding("1/draw", "2020-01-03", "Chess coach Peskov said it is a draw.", "it is a draw", "Peskov"),
      holding("1/other", "2020-01-04", "Kremlin spokesman Igor Peskov said it is odd.", "it is odd", "Igor Peskov"),
      holding("lund", "2020-01-05", "Anna Lund said the quay is new.", "the quay is new", "Anna Lund"),
      holding("2/lund", "2020-01-06", "Erik Lund said the quay is old. Lund left.", "the quay is old", "Erik Lund"),
      holding("mr-lund", null, "At the meeting Mr. Lund said the quay is blue.", "the quay is blue", "Mr. Lund"),
    ];
    const servers = [null, "1", "2"];
    const known = (library: Library) =>
      servers.map((server) => {
        const { speakers, holdings } = library.scope(server);
        return {
          speakers: speakers.map((speaker) => ({ ...speaker, aliases: [...speaker.aliases].sort() })),
          said: holdings.map(({ article, reading }) => [article.id, reading.attributions]),
        };
      });
    const step = fc.record({
      at: fc.nat(pool.length - 1),
      act: fc.constantFrom("put", "put", "remove", "hide", "list"),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const library = new Library();
        const [there, hidden] = [new Set<Holding>(), new Set<string>()];
        for (const { at, act } of steps) {
          const one = pool[at]!;
          if (act === "put") library.put(one);
          if (act === "put") there.add(one);
          if (act === "remove") library.remove(one.article.id);
          if (act === "remove") there.delete(one);
          if (act === "hide") hidden[hidden.has(one.article.id) ? "delete" : "add"](one.article.id);
          if (act === "hide") library.hide("1", new Set(hidden));
          if (act === "list") known(library);
        }
        const anew = new Library();
        anew.hide("1", hidden);
        anew.put(...there);
        expect(known(library)).toEqual(known(anew));
      }),
      { numRuns: 300 },
    );
  });
});
