import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inferPublished } from "../../src/reading/infer-published.ts";

describe("inferPublished", () => {
  it("takes the date of the post embedded in the first article, and tells that it was a Monday", () => {
    const file = readFileSync(new URL("../../corpus/moscow-military-presence.md", import.meta.url), "utf8");
    const found = inferPublished(file.slice(file.indexOf("---\n", 4) + 4));
    expect(found?.published).toEqual({ value: "2022-01-17", basis: "inferred" });
    expect(found?.reason).toBe('the post embedded in it is dated "January 17, 2022", and "on Monday" was that day');
  });

  it.each([
    ["VALLETTA, March 3, 2021 (Island Wire) - The ferry sank at dawn.", "2021-03-03", "its dateline says"],
    ["RIGA, 4 May 2020 — The bridge is closed.", "2020-05-04", "its dateline says"],
    ["Published on 12 June 2019\nThe mill burnt down.\nUpdated 14 June 2019", "2019-06-12", "of itself"],
    ["The mill burnt down.\nWednesday, 12 June 2019", "2019-06-12", "on a line of its own"],
    ["The mill burnt down today. It had been sold on 3 June 2019 to a bank.", "2019-06-03", "the latest day"],
  ])("reads %j", (body, value, reason) => {
    const found = inferPublished(body);
    expect(found?.published.value).toBe(value);
    expect(found?.reason).toContain(reason);
  });

  it.each([
    "",
    "He died on 3 May 1921. On Monday a street gets his name; it is due by 9 May 2022.",
    "The mill burnt down on Monday.",
    "The war ended on 8 May 1945 and the town was rebuilt.",
    "LONDON, May 3 (Island Wire) - The mill burnt down.",
  ])("concludes nothing from %j", (body) => {
    expect(inferPublished(body)).toBeNull();
  });
});
