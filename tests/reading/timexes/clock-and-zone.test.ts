import { afterEach, describe, expect, it, vi } from "vitest";
import { read } from "../../../src/reading/read.ts";
import { parseDateRange } from "../../../src/timeline/dates-in-words.ts";

const BODY = `The dam broke on Monday at 23:30 local time, three days after the storm of 14 January.
Yesterday the minister flew in; on Sunday, Jan. 30 she will report. Work began in March last year and stopped in autumn 2020.
The first alarm was raised two weeks ago, the last one tonight. An election is due in May, on Easter Monday.
Dated 2022-01-18T23:59:59Z and 1 January 2022.`;

const zone = process.env.TZ;

afterEach(() => {
  vi.useRealTimers();
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe("dates", () => {
  it("are the same in five time zones and on two days of the clock", () => {
    const seen = new Set<string>();
    const offsets = new Set<number>();
    for (const tz of ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kolkata", "America/St_Johns"]) {
      for (const now of ["2022-01-19T23:30:00Z", "2031-07-01T00:30:00Z"]) {
        process.env.TZ = tz;
        vi.useFakeTimers({ now: new Date(now) });
        offsets.add(new Date(2022, 0, 1).getTimezoneOffset());
        const { timexes } = read(BODY, { value: "2022-01-19", basis: "stated" });
        seen.add(JSON.stringify([timexes, parseDateRange("last week", "2022-01-19")]));
      }
    }
    // The zones were in force.
    expect(offsets.size).toBe(5);
    expect(seen.size).toBe(1);
  });
});
