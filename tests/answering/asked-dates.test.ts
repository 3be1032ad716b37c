import { describe, expect, it } from "vitest";
import { splitDates } from "../../src/answering/asked-dates.ts";

// A Thursday; the newest article is of a Monday.
const TODAY = "2025-01-02";
const NEWEST = "2024-12-16";

describe("splitDates", () => {
  it.each([
    ["people will die by Monday", "people will die", null, "2024-12-23"],
    ["people will die until Monday", "people will die", null, "2024-12-23"],
    ["the tunnel won't open in March", "the tunnel won't open", "2025-03-01", "2025-03-31"],
    ["it is going to close on Friday", "it is going to close", "2024-12-20", "2024-12-20"],
    ["what will happen next Monday", "what will happen", "2025-01-06", "2025-01-06"],
    ["the strike until Monday", "the strike", null, "2024-12-16"],
    ["the strike in March", "the strike", "2024-03-01", "2024-03-31"],
    ["the strike since Friday", "the strike", "2024-12-13", null],
  ])("%j is %j", (text, rest, since, until) => {
    expect(splitDates(text, TODAY, NEWEST, "any")).toEqual({ text: rest, range: { since, until } });
  });

  it.each(["a letter by May", "stand by Monday", "will the ferry stop"])("leaves %j as it is", (text) => {
    expect(splitDates(text, TODAY, NEWEST, "any")).toEqual({ text, range: null });
  });
});
