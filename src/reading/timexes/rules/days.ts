import { findWrittenDays } from "../chrono.ts";
import type { Expression } from "../expression.ts";
import { fixed, type Rule } from "../rule.ts";
import { clockOf, DAYTIME, pattern } from "../vocabulary.ts";

/** The days of a month in `sentence`; chrono-node reads them. */
export function findCalendarDays(sentence: string): Expression[] {
  return findWrittenDays(sentence).map(({ start, end, year, month, day }) => ({
    start,
    end,
    type: "DATE",
    meaning: { kind: "calendar", year, month, day },
    mod: null,
    clock: null,
    rule: "day",
  }));
}

/** Times of day without their day; the day is the one named beside them, or that of writing. */
export const CLOCK: readonly Rule[] = [
  {
    name: "clock",
    pattern: pattern(
      `(?:(?:about|around|nearly|shortly~(?:before|after))~)?(?:(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))?~?(?<half>[ap]\\.?m\\b\\.?|o['’]clock)|(?<hour24>[01]?\\d|2[0-3]):(?<minute24>[0-5]\\d)(?=~(?:GMT|UTC|EST|EDT|local|on|in|CET|BST)\\b)|(?<word>(?<=\\b(?:at|by|until|till|around|about|before|after|from|since)~)(?:noon|midday|midnight)|(?:noon|midnight)(?=~(?:on~)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)))(?:~(?:GMT|UTC|EST|EDT|CST|PST|PDT|local~time))?`,
    ),
    read: ({ hour, minute, half, hour24, minute24, word }) => {
      if (word !== undefined)
        return { type: "TIME", meaning: { kind: "unit", unit: "day", shift: 0 }, clock: clockOf(word) };
      let number = Number(hour ?? hour24);
      if (hour !== undefined && (number > 12 || number === 0)) return null;
      if (/^p/i.test(half ?? "") && number < 12) number += 12;
      if (/^a/i.test(half ?? "") && number === 12) number = 0;
      return {
        type: "TIME",
        meaning: { kind: "unit", unit: "day", shift: 0 },
        clock: `T${String(number).padStart(2, "0")}:${minute ?? minute24 ?? "00"}`,
      };
    },
  },
  {
    name: "in-the-morning",
    pattern: pattern(`in~(?:the~)${DAYTIME}`),
    read: () => null,
  },
  { name: "overnight", pattern: pattern("overnight"), read: () => ({ type: "TIME", meaning: fixed("TNI") }) },
];
