import { fixed, type Rule } from "../rule.ts";
import { EARLY_LATE, MONTH, modOf, monthNumber, pattern, shiftOf, YEAR } from "../vocabulary.ts";

// Names are case-sensitive: "march" and "may" are verbs far more often than months.
const MOD = `(?<mod>${EARLY_LATE})?`;

/** Months, with and without a year. Days of a month are read by chrono-node. */
export const MONTHS: readonly Rule[] = [
  {
    name: "month-year",
    likely: /\d\d\d\d/,
    pattern: pattern(`${MOD}(?<month>${MONTH}|May|MAY),?~(?:of~)?(?<year>${YEAR})`, "g"),
    read: ({ mod, month, year }) => ({
      meaning: { kind: "calendar", year: Number(year), month: monthNumber(month!), day: null },
      mod: modOf(mod),
    }),
  },
  {
    // "Feb.-March 2022" is dated by its beginning.
    name: "month-range",
    pattern: pattern(`(?<month>${MONTH}|May)[-–](?:${MONTH}|May)(?:~(?<year>${YEAR}))?`, "g"),
    read: ({ month, year }) => ({
      meaning: {
        kind: "calendar",
        year: year === undefined ? null : Number(year),
        month: monthNumber(month!),
        day: null,
      },
    }),
  },
  {
    name: "month-relative-year",
    likely: /year/i,
    pattern: pattern(`${MOD}(?<month>${MONTH}|May|MAY)~(?:of~)?(?<shift>last|this|next)~year`, "g"),
    read: ({ mod, month, shift }) => ({
      meaning: {
        kind: "calendar",
        year: null,
        month: monthNumber(month!),
        day: null,
        yearShift: shiftOf(shift!),
      },
      mod: modOf(mod),
    }),
  },
  {
    name: "month",
    pattern: pattern(
      `${MOD}(?:(?<shift>[Ll]ast|[Nn]ext|[Tt]his(?:~(?:past|coming))?)~)?(?<month>${MONTH}|May|MAY)`,
      "g",
    ),
    read: ({ mod, shift, month }, { match, before, after }) => {
      if (/\b(?:each|every)\s$/i.test(before)) {
        return { type: "SET", meaning: fixed(`XXXX-${String(monthNumber(month!)).padStart(2, "0")}`) };
      }
      // "May" is a name and a verb as well; "March" and "August" begin names.
      if (/^may$/i.test(month!) && match.length === month!.length && !isMay(before, after)) return null;
      if (month === "March" && /^\s(?:of|for|on)\s/.test(after) && !/\bin\s$/i.test(before)) return null;
      if (
        /^\s(?:Revolution|Madness|Wilson|Group|Jones|Days)\b/.test(after) ||
        /^(?:\w|['’](?!s\b)|\.?\s\d{1,2}\b(?!\s?%))/.test(after)
      )
        return null;
      if (
        match === month &&
        /[A-Z][a-z]+\s$/.test(before) &&
        /^(?:April|June|August|May|Jan)/.test(month!) &&
        !/\b(?:In|On|By|Since|Last|From|Until|Early|Late|This|Next|And|To|Through|Between|During|Of)\s$/.test(before)
      )
        return null;
      if (
        /^(?:April|June|August|May)$/.test(month!) &&
        /^\s(?:[A-Z][a-z]+)\b/.test(after) &&
        !/\b(?:in|since|by|until|of|last)\s$/i.test(before)
      )
        return null;
      return {
        meaning: {
          kind: "calendar",
          year: null,
          month: monthNumber(month!),
          day: null,
          ...(shift !== undefined && { shift: shiftOf(shift) }),
        },
        mod: modOf(mod),
      };
    },
  },
];

function isMay(before: string, after: string): boolean {
  return (
    /\b(?:in|since|until|till|by|from|of|through|during|for|before|after|between|to|and|or|each|every|on)\s$/i.test(
      before,
    ) && !/^\s(?:be|have|not|also|well|or may|[a-z]+ly)\b/.test(after)
  );
}
