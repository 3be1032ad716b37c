import type { Part } from "../expression.ts";
import type { Rule } from "../rule.ts";
import { EARLY_LATE, modOf, pattern, shiftOf, YEAR } from "../vocabulary.ts";

const QUARTERS: Readonly<Record<string, Part>> = {
  first: "Q1",
  second: "Q2",
  third: "Q3",
  fourth: "Q4",
  "1st": "Q1",
  "2nd": "Q2",
  "3rd": "Q3",
  "4th": "Q4",
};
const SEASONS: Readonly<Record<string, Part>> = { spring: "SP", summer: "SU", fall: "FA", autumn: "FA", winter: "WI" };

/** Quarters, halves and seasons. */
export const PARTS_OF_YEAR: readonly Rule[] = [
  {
    name: "quarter",
    pattern: pattern(
      `(?:(?<shift>last|this|next)~year['’]?s~|(?:the~|its~)?(?:(?:latest|recent|fiscal|flat)[-\\s])*(?:(?<year0>${YEAR})~)?(?:(?<back>year-ago|year-earlier|prior-year)~)?)(?:fiscal[-\\s])?(?<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)(?:[-\\s](?:fiscal~)?quarter)(?:(?:~of(?:~the)?)?~(?:fiscal~)?(?<year>${YEAR})|~(?:of~)?(?<shift2>last|this|next)~year)?`,
    ),
    read: ({ shift, shift2, year0, year, back, ordinal }) => {
      const relative = shift ?? shift2;
      const written = year ?? year0;
      return {
        meaning: {
          kind: "part",
          part: QUARTERS[ordinal!.toLowerCase()]!,
          year: written === undefined ? null : Number(written),
          ...(relative !== undefined && { yearShift: shiftOf(relative) }),
          ...(back !== undefined && { yearShift: -1 }),
        },
      };
    },
  },
  {
    name: "quarter-code",
    pattern: pattern(`(?:Q(?<quarter>[1-4])|(?<half>[12])H|H(?<half2>[12]))(?:[-\\s](?:of~)?(?<year>${YEAR}))?`, "g"),
    read: ({ quarter, half, half2, year }) => ({
      meaning: {
        kind: "part",
        part: (quarter === undefined ? `H${half ?? half2}` : `Q${quarter}`) as Part,
        year: year === undefined ? null : Number(year),
      },
    }),
  },
  {
    name: "this-quarter",
    pattern: pattern("(?:the~)?(?<shift>last|this|next|current|latest|previous)~(?:fiscal~)?(?:quarter)"),
    read: ({ shift }) => ({
      meaning: {
        kind: "unit",
        unit: "quarter",
        shift: /last|latest|prev/i.test(shift!) ? -1 : /next/i.test(shift!) ? 1 : 0,
      },
    }),
  },
  {
    name: "that-quarter",
    pattern: pattern("(?:the|that|the~same)~quarter|the~latest~period"),
    read: (_, { after }) =>
      /^\s(?:century|of)\b|^-/.test(after) ? null : { meaning: { kind: "same", unit: "quarter" } },
  },
  {
    name: "that-season",
    pattern: pattern("(?:later~)?that~(?:same~)?(?<season>spring|summer|fall|autumn|winter)"),
    read: ({ season }) => ({ meaning: { kind: "same", unit: "year", part: SEASONS[season!.toLowerCase()]! } }),
  },
  {
    name: "half",
    pattern: pattern(
      `(?:the~)?(?<half>first|second|last)[-\\s]half(?:~of)?(?:~(?<year>${YEAR})|~(?<shift>last|this|next)~year|~the~year)`,
    ),
    read: ({ half, year, shift }) => ({
      meaning: {
        kind: "part",
        part: /first/i.test(half!) ? "H1" : "H2",
        year: year === undefined ? null : Number(year),
        ...(year === undefined && { yearShift: shift === undefined ? 0 : shiftOf(shift) }),
      },
    }),
  },
  {
    name: "season",
    pattern: pattern(
      `(?<mod>${EARLY_LATE})?(?:(?:the~)?(?<shift>last|this(?:~past|~coming)?|next|past|coming)~)?(?:the~)?(?<season>spring|summer|fall|autumn|winter)(?:~(?:of~)?(?:(?<year>${YEAR})|(?<shift2>last|this|next)~year))?`,
    ),
    read: ({ mod, shift, season, year, shift2 }, { match, before, after }) => {
      const word = season!.toLowerCase();
      const bare = shift === undefined && year === undefined && shift2 === undefined;
      // "fall" and "spring" are verbs and nouns; a bare season needs "in", "the summer of", "since".
      if (
        bare &&
        !/\b(?:in|during|since|until|by|over|of|from|through|for)\s(?:the\s)?$/i.test(
          before + match.slice(0, match.toLowerCase().lastIndexOf(word)),
        )
      )
        return null;
      if (
        bare &&
        /^(?:fall|spring)$/.test(word) &&
        /^\s(?:of|in|from|to|on|into|by|for|back|below|short|out|water|training|lamb|chicken|onions?)\b/.test(after)
      )
        return null;
      if (/^(?:\s(?:Olympics?|Games|Palace|House|camp|school)|s\b|-)/i.test(after) && bare) return null;
      if (/^[A-Z]/.test(season!) && /^\s[A-Z]/.test(after)) return null;
      return {
        meaning: {
          kind: "part",
          part: SEASONS[word]!,
          year: year === undefined ? null : Number(year),
          ...(shift2 !== undefined && { yearShift: shiftOf(shift2) }),
          ...(shift !== undefined && { shift: shiftOf(shift) }),
        },
        mod: modOf(mod),
      };
    },
  },
];
