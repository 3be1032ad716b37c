import { findWrittenDays } from "../chrono.ts";
import type { Expression, Meaning } from "../expression.ts";
import { fixed, type Rule } from "../rule.ts";
import { clockOf, pattern } from "../vocabulary.ts";

/** The second day of "April 24 and 25", "May 3-5"; not a count: "April 24 and 25 people". */
const SECOND_DAY =
  /^(\s?[-–]\s?|\s(?:and|to|through)\s)(\d{1,2})(?:st|nd|rd|th)?(?=[.,;:)]|\s(?:in|at|to|for|with|on|by|when|as|and)\b|$)/;

/** The days of a month in `sentence`; chrono-node reads them. */
export function findCalendarDays(sentence: string): Expression[] {
  return findWrittenDays(sentence).flatMap(({ start, end, year, month, day }) => {
    const days = [dayAt(start, end, { kind: "calendar", year, month, day })];
    const second = SECOND_DAY.exec(sentence.slice(end, end + 20));
    const number = Number(second?.[2]);
    if (year === null && number > day && number <= 31) {
      const from = end + second![1]!.length;
      days.push(dayAt(from, end + second![0].length, { kind: "calendar", year, month, day: number }));
    }
    return days;
  });
}

function dayAt(start: number, end: number, meaning: Meaning): Expression {
  return { start, end, type: "DATE", meaning, mod: null, clock: null, rule: "day" };
}

/** Times of day without their day; the day is the one named beside them, or that of writing. */
export const CLOCK: readonly Rule[] = [
  {
    name: "clock",
    likely: /\b\d\d?(?!\d)|noon|midday|midnight/i,
    pattern: pattern(
      `(?:(?:about|around|nearly|shortly~(?:before|after))~)?(?:(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))?~?(?<half>[ap]\\.?m\\b\\.?|o['’]clock)|(?<hour24>[01]?\\d|2[0-3]):(?<minute24>[0-5]\\d)(?=~(?:GMT|UTC|EST|EDT|local|on|in|CET|BST)\\b)|(?<word>(?<=\\b(?:at|by|until|till|around|about|before|after|from|since)~)(?:noon|midday|midnight)|(?:noon|midnight)(?=~(?:on~)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)))(?:~(?:GMT|UTC|EST|EDT|CST|PST|PDT|local~time))?`,
    ),
    read: ({ hour, minute, half, hour24, minute24, word }) => {
      if (word !== undefined) return { type: "TIME", meaning: { kind: "clock" }, clock: clockOf(word) };
      let number = Number(hour ?? hour24);
      if (hour !== undefined && (number > 12 || number === 0)) return null;
      if (/^p/i.test(half ?? "") && number < 12) number += 12;
      if (/^a/i.test(half ?? "") && number === 12) number = 0;
      return {
        type: "TIME",
        meaning: { kind: "clock" },
        clock: `T${String(number).padStart(2, "0")}:${minute ?? minute24 ?? "00"}`,
      };
    },
  },
  {
    name: "overnight",
    likely: /overnight/i,
    pattern: pattern("overnight"),
    read: () => ({ type: "TIME", meaning: fixed("TNI") }),
  },
];
