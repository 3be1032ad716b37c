import { Resvg } from "@resvg/resvg-js";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { renderTimelineCsv } from "../../src/timeline/export/csv.ts";
import { encodePng } from "../../src/timeline/export/encode-png.ts";
import { renderTimelineIcs } from "../../src/timeline/export/ics.ts";
import { renderTimelineJson } from "../../src/timeline/export/json.ts";
import { renderTimelineMarkdown } from "../../src/timeline/export/markdown.ts";
import { renderTimelinePng } from "../../src/timeline/export/png.ts";
import { renderTimelineSvg } from "../../src/timeline/export/svg.ts";
import { timeline } from "../../src/timeline/timeline.ts";
import { article, scopeOf } from "./articles.ts";

const today = "2021-03-10";
const BODY = `=HYPERLINK("http://evil.example";"x") was typed on 1 March 2021.
The *ferry* [Aurora] sank off Gozo on 2 March 2021; "nobody" was aboard, the ${"very ".repeat(30)}old harbour master – Żammit – said.
The pier was closed in February 2021.
It was built in 1998.
An inquiry will open on 12 April.`;
const TIMELINE = timeline({ today }, scopeOf(article("ferry", "2021-03-03", BODY)));

describe("renderTimelineIcs", () => {
  const ics = renderTimelineIcs(TIMELINE);

  it("gives whole-day events with exclusive ends to another library's parser", () => {
    const events = new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
    expect(
      events.map(({ startDate, endDate }) => [startDate.isDate, startDate.toString(), endDate.toString()]),
    ).toEqual([
      [true, "2021-02-01", "2021-03-01"],
      [true, "2021-03-01", "2021-03-02"],
      [true, "2021-03-02", "2021-03-03"],
      [true, "2021-04-12", "2021-04-13"],
    ]);
    expect(events.map(({ summary }) => summary)).toEqual(
      TIMELINE.entries.filter(({ value }) => value !== "1998").map(({ text }) => text),
    );
  });

  it("keeps its identifiers from one export to the next, one each", () => {
    const ids = [...ics.matchAll(/^UID:(.*)\r$/gm)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(4);
    expect(renderTimelineIcs(timeline({ today: "2030-01-01" }, scopeOf(article("ferry", "2021-03-03", BODY))))).toBe(
      ics,
    );
  });

  it("folds lines at 75 octets without breaking a character", () => {
    for (const line of ics.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(ics).not.toContain("\ufffd");
  });
});

describe("renderTimelineCsv", () => {
  it("gives a row an entry, quoted, and no cell that is a formula", () => {
    const csv = renderTimelineCsv(TIMELINE);
    const rows = csv.slice(1).split("\r\n");
    expect(rows).toHaveLength(1 + 5 + 1);
    expect(rows[0]).toContain("date,first_day,last_day,granularity");
    expect(csv).toContain(`,"'=HYPERLINK(""http://evil.example"";""x"") was typed on 1 March 2021.",`);
    expect(csv).toContain("1998,1998-01-01,1998-12-31,year,no,no,It was built in 1998.,");
  });

  it.each(["@SUM(1)", "+1", "-1", "\t=1", " =1"])("disarms %j", (text) => {
    const { entries } = TIMELINE;
    expect(renderTimelineCsv({ entries: [{ ...entries[0]!, text }], undated: 0 })).toContain(`,'${text}`);
  });
});

describe("renderTimelineJson", () => {
  it("holds the entries and the number without a date", () => {
    expect(JSON.parse(renderTimelineJson(TIMELINE))).toEqual(
      JSON.parse(JSON.stringify({ entries: TIMELINE.entries, undated: 0 })),
    );
  });
});

describe("renderTimelineMarkdown", () => {
  const markdown = renderTimelineMarkdown(TIMELINE);

  it("has a heading a year and month, and one for what is to come", () => {
    expect(markdown.match(/^#+ .*$/gm)).toEqual([
      "# Timeline",
      "## 1998",
      "## 2021",
      "### February 2021",
      "### March 2021",
      "## Scheduled or announced",
    ]);
  });

  it("shows each sentence whole once its escapes are undone", () => {
    const quoted = [...markdown.matchAll(/^> (.*)$/gm)].map(([, line]) =>
      line!.replace(/\\([\\`*_{}[\]()#+!|<>~.-])/g, "$1"),
    );
    expect(quoted.sort()).toEqual(TIMELINE.entries.map(({ text }) => text).sort());
  });
});

describe("renderTimelineSvg", () => {
  it("draws a few entries with their whole sentences", () => {
    const svg = renderTimelineSvg({ entries: TIMELINE.entries.slice(0, 3), undated: 0 }, "light");
    const words = [...svg.matchAll(/>([^<]*)<\/text>/g)].map(([, text]) => text).join(" ");
    expect(words).toContain('=HYPERLINK("http://evil.example";"x") was typed on 1 March 2021.');
    expect(words).toContain("≈".length > 0 ? "Mon 1 Mar 2021" : "");
  });

  it("draws many entries as columns that add up", () => {
    const entries = Array.from({ length: 30 }, (_, i) => ({
      ...TIMELINE.entries[1]!,
      granularity: "day" as const,
      value: `2021-03-${String(1 + (i % 5) * 2).padStart(2, "0")}`,
    }));
    const svg = renderTimelineSvg({ entries, undated: 0 });
    expect(svg).toContain(">30 dated passages<");
    // Five days of six entries each.
    expect(svg.match(/<rect [^>]*fill="#7ea6ff"/g)).toHaveLength(5);
  });

  it("survives an empty timeline and hostile words", async () => {
    expect(renderTimelineSvg({ entries: [], undated: 0 })).toContain("<svg");
    const text = "</text><script>alert(1)</script>\u0000\ud800 & ok";
    const svg = renderTimelineSvg({ entries: [{ ...TIMELINE.entries[0]!, text }], undated: 0 });
    expect(svg).not.toContain("<script>");
    const png = await renderTimelinePng({ entries: [{ ...TIMELINE.entries[0]!, text }], undated: 0 });
    expect(png.length).toBeGreaterThan(1000);
  });
});

describe("renderTimelinePng", () => {
  it("encodes what resvg decodes to the same pixels", async () => {
    const pixels = Uint8Array.from([
      255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 9, 8, 7, 255, 1, 2, 3, 255, 4, 5, 6, 255,
    ]);
    const file = Buffer.from(await encodePng(pixels, 3, 2)).toString("base64");
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"><image width="3" height="2" image-rendering="pixelated" href="data:image/png;base64,${file}"/></svg>`;
    expect([...new Resvg(svg).render().pixels]).toEqual([...pixels]);
  });

  it("draws while other work goes on", async () => {
    let drawn = false;
    const drawing = renderTimelinePng(TIMELINE).then(() => {
      drawn = true;
    });
    await Promise.resolve();
    expect(drawn).toBe(false);
    await drawing;
    expect(await renderTimelinePng(TIMELINE)).toBe(await renderTimelinePng(TIMELINE));
  });

  it("draws the words with the bundled font", async () => {
    const png = await renderTimelinePng({ entries: TIMELINE.entries.slice(0, 1), undated: 0 });
    const blank = await renderTimelinePng({ entries: [{ ...TIMELINE.entries[0]!, text: "" }], undated: 0 });
    expect([...png.subarray(1, 4)]).toEqual([80, 78, 71]);
    expect(png.length).toBeGreaterThan(blank.length + 1000);
  });
});
