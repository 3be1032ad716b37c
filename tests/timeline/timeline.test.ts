import { describe, expect, it } from "vitest";
import { groupByDate } from "../../src/timeline/group.ts";
import { dateLabel, explainDate } from "../../src/timeline/labels.ts";
import { timeline, timelineInTurns } from "../../src/timeline/timeline.ts";
import { article, scopeOf } from "./articles.ts";

const today = "2021-03-10";
// A Wednesday.
const FERRY = article(
  "ferry",
  "2021-03-03",
  `The ferry Aurora sank off Gozo on Monday with nobody aboard.
It had been built in 1998 and sold in March 2015.
The harbour master inspected the hull in late 2019.
An inquiry will open on 12 April.
The wreck is a danger to fishermen.`,
);
const INQUIRY = article(
  "inquiry",
  "2021-03-05",
  `The empty ferry Aurora sank off Gozo on Monday.
Divers reached the wreck yesterday.`,
);

const show = (entries: ReturnType<typeof timeline>["entries"]) => entries.map((entry) => [entry.value, entry.text]);

describe("timeline", () => {
  it("puts dated sentences in order of time, at their own granularity", () => {
    expect(show(timeline({ today }, scopeOf(FERRY)).entries)).toEqual([
      ["1998", "It had been built in 1998 and sold in March 2015."],
      ["2015-03", "It had been built in 1998 and sold in March 2015."],
      ["2019", "The harbour master inspected the hull in late 2019."],
      ["2021-03-01", "The ferry Aurora sank off Gozo on Monday with nobody aboard."],
      ["2021-04-12", "An inquiry will open on 12 April."],
    ]);
  });

  it("takes the date of a dateline for no event", () => {
    const wire = article("wire", "2021-03-04", "VALLETTA, March 4, 2021 (Wire) - The Aurora was raised on Tuesday.");
    expect(timeline({ today }, scopeOf(wire)).entries.map(({ value }) => value)).toEqual(["2021-03-02"]);
  });

  it("counts what has no date", () => {
    expect(timeline({ today }, scopeOf(FERRY)).undated).toBe(1);
  });

  it("says what is approximate and what is still to come", () => {
    const { entries } = timeline({ today }, scopeOf(FERRY));
    expect(entries.filter(({ approximate }) => approximate).map(({ value }) => value)).toEqual(["2019"]);
    expect(entries.filter(({ scheduled }) => scheduled).map(({ value }) => value)).toEqual(["2021-04-12"]);
  });

  it("tells the same event of two articles once, with both as sources", () => {
    const { entries } = timeline({ today }, scopeOf(FERRY, INQUIRY));
    expect(entries.filter(({ value }) => value === "2021-03-01").map(({ sources }) => [...sources].sort())).toEqual([
      ["ferry", "inquiry"],
    ]);
  });

  it("keeps two events of one day apart", () => {
    const other = article("mill", "2021-03-02", "The old mill of Rabat was reopened on Monday after a long repair.");
    const { entries } = timeline({ today }, scopeOf(FERRY, other));
    expect(entries.filter(({ value }) => value === "2021-03-01")).toHaveLength(2);
  });

  it("takes two sentences of one mould for two events", () => {
    const bridge = article("bridge", "2021-03-02", "The minister said the old bridge was closed on Monday.");
    const school = article("school", "2021-03-02", "The minister said the old school was closed on Monday.");
    expect(timeline({ today }, scopeOf(bridge, school)).entries).toHaveLength(2);
  });

  it("explains each date", () => {
    const { entries } = timeline({ today }, scopeOf(INQUIRY));
    expect(entries.map(explainDate)).toEqual([
      '"Monday", published 2021-03-05 → 2021-03-01 (weekday, same day or last)',
      '"yesterday", published 2021-03-05 → 2021-03-04 (day-word)',
    ]);
  });

  it.each([
    [{ since: "2021" }, ["2021-03-01", "2021-04-12"]],
    [{ until: "2015" }, ["1998", "2015-03"]],
    [{ since: "2019", until: "last week" }, ["2019", "2021-03-01"]],
    [{ since: "10 March 2021" }, ["2021-04-12"]],
  ])("keeps to %j", (range, values) => {
    expect(timeline({ today, ...range }, scopeOf(FERRY)).entries.map(({ value }) => value)).toEqual(values);
  });

  it("keeps to the topic", () => {
    const { entries, undated } = timeline({ today, topic: "harbour master hull" }, scopeOf(FERRY, INQUIRY));
    expect(entries.map(({ value }) => value)).toEqual(["2019"]);
    expect(undated).toBe(0);
  });

  it("keeps to one speaker's statements", () => {
    const scope = scopeOf(article("a", "2021-03-03", "The pier fell on Monday.\nMr Borg said it fell on Sunday."));
    const [holding] = scope.holdings;
    const span = holding!.reading.sentences[1]!;
    const attribution = {
      spans: [{ start: span.start + 13, end: span.end }],
      type: "indirect",
      stance: "said",
      speech: true,
      cue: null,
      mention: null,
      speaker: "Joseph Borg",
      speakerBasis: "name",
      rule: "",
    } as const;
    const { paragraphs, sentences, people, timexes } = holding!.reading;
    const told = { ...holding!, reading: { paragraphs, sentences, people, timexes, attributions: [attribution] } };
    const borg = {
      name: "Joseph Borg",
      kind: "person",
      aliases: ["Borg"],
      roles: [],
      mentions: 1,
      quotations: 1,
      articles: 1,
    };
    const { entries } = timeline({ today, speaker: "borg" }, {
      ...scope,
      holdings: [told],
      get: () => told,
      speakers: [borg],
    } as never);
    expect(entries.map(({ value, speaker }) => [value, speaker])).toEqual([["2021-02-28", "Joseph Borg"]]);
  });

  it("dates an embedded post by the line that signs it", () => {
    const post = article("post", "2021-03-05", "The mayor saw it.\nThe pier is gone\n— Ann (@ann) March 2, 2021");
    expect(show(timeline({ today }, scopeOf(post)).entries)).toEqual([
      ["2021-03-02", "The pier is gone\n— Ann (@ann) March 2, 2021"],
    ]);
  });

  it.each([
    [{ since: "lately" }, '"lately" is no date; write for example last week, 2021, 3 March or 2022-01-17.'],
    [{ since: "2021", until: "2019" }, "since (2021-01-01) is after until (2019-12-31)."],
    [{ speaker: "Nobody" }, 'Nobody called "Nobody" speaks in these articles.'],
  ])("says what is wrong with %j", (request, message) => {
    expect(timeline({ today, ...request }, scopeOf(FERRY))).toEqual({ entries: [], undated: 0, message });
  });

  it("lets others have their turn before it is done, and tells the same", async () => {
    const turns: string[] = [];
    setImmediate(() => turns.push("another"));
    const told = await timelineInTurns({ today }, scopeOf(FERRY, INQUIRY));
    expect(turns).toEqual(["another"]);
    expect(told).toEqual(timeline({ today }, scopeOf(FERRY, INQUIRY)));
  });

  it("shows the article's own words", () => {
    for (const { passage, text, timex } of timeline({ today }, scopeOf(FERRY, INQUIRY)).entries) {
      const { body } = [FERRY, INQUIRY].find(({ id }) => id === passage.article)!;
      expect(body.slice(passage.start, passage.end)).toBe(passage.text);
      expect(passage.text).toContain(text);
      expect(body.slice(timex.start, timex.end)).toBe(timex.text);
    }
  });
});

describe("groupByDate", () => {
  it("groups by year, month and day, coarse dates at the head of their period", () => {
    const body =
      "It rained in the 1990s. It rained in 2021. It rained in March 2021. It rained on 3 March 2021. It rained on 1 March 2021. It rained in the first quarter of 2021.";
    const outline = (groups: ReturnType<typeof groupByDate>): unknown[] =>
      groups.map(({ label, entries, groups: inner }) => [label, entries.length, ...outline(inner)]);
    expect(outline(groupByDate(timeline({ today }, scopeOf(article("rain", "2021-03-09", body))).entries))).toEqual([
      ["1990s", 1],
      ["2021", 2, ["March 2021", 1, ["Mon 1 Mar 2021", 1], ["Wed 3 Mar 2021", 1]]],
    ]);
  });
});

describe("dateLabel", () => {
  it.each([
    ["2022-01-17", "day", "Mon 17 Jan 2022"],
    ["2022-W02", "week", "Week of 10 Jan 2022"],
    ["2022-W02-WE", "week", "Weekend of 15 Jan 2022"],
    ["2022-01", "month", "January 2022"],
    ["2021-Q4", "quarter", "Q4 2021"],
    ["2021-H1", "half", "First half of 2021"],
    ["2021-WI", "season", "Winter 2021–22"],
    ["0476", "year", "476"],
    ["199", "decade", "1990s"],
    ["20", "century", "21st century"],
  ] as const)("shows %s as a %s", (value, granularity, label) => {
    expect(dateLabel({ value, granularity, approximate: false })).toBe(label);
    expect(dateLabel({ value, granularity, approximate: true })).toBe(`≈ ${label}`);
  });
});
