import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inferPublished } from "../../../src/reading/infer-published.ts";
import { read } from "../../../src/reading/read.ts";
import { intervalOf } from "../../../src/reading/timexes/interval.ts";
import { parseDateRange } from "../../../src/timeline/dates-in-words.ts";

const PIECES =
  "last|next|the|early|late|of|in|on|and|to|-|,|.|\n|'|’|Monday|Friday night|yesterday|May|March|Jan.|Feb|31|30|10|2022|1998|'98|0000|99999|1/2/2022|2021-13-40|2022-02-30|Q3|third quarter|year|weeks|two|a|twenty|ago|later|earlier|that|same|summer|1990s|19th century|9 a.m.|noon|Easter|\u00a0|🎉|\ud800|كانون|every|(@ab)|—".split(
    "|",
  );
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((pieces) => pieces.join(" ")),
);
const published = fc.constantFrom(null, "2022-01-19", "1999-12-31", "2020-02-29", "0001-01-01", "9999-12-31");

describe("dates in any text", () => {
  it("lie in order within the body, and what they name is a stretch of days", () => {
    fc.assert(
      fc.property(text, published, (body, day) => {
        let end = 0;
        for (const timex of read(body, day === null ? null : { value: day, basis: "stated" }).timexes) {
          expect(timex.start).toBeGreaterThanOrEqual(end);
          expect(timex.end).toBeGreaterThan(timex.start);
          expect(timex.end).toBeLessThanOrEqual(body.length);
          end = timex.end;
          const interval = timex.value === null ? null : intervalOf(timex.value);
          if (interval !== null) expect(interval.first <= interval.last).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("never break an option or the search for the publication date", () => {
    fc.assert(
      fc.property(text, (words) => {
        const range = parseDateRange(words, "2022-01-19");
        if (range?.since != null && range.until !== null) expect(range.since <= range.until).toBe(true);
        const inferred = inferPublished(words);
        if (inferred !== null) expect(inferred.published.value).toMatch(/^\d{4}-\d\d-\d\d$/);
      }),
      { numRuns: 300 },
    );
  });
});
