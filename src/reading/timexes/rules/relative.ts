import { fixed, type Rule } from "../rule.ts";
import {
  ABOUT,
  clockOf,
  durationOf,
  EARLY_LATE,
  modOf,
  NUMBER,
  parseNumber,
  parseUnit,
  pattern,
  SOME,
  shiftOf,
  UNIT,
  WEEKDAY,
  weekdayNumber,
} from "../vocabulary.ts";

/** Weeks, months and years counted from the day of writing, and all that is counted from the date last named. */
export const RELATIVE: readonly Rule[] = [
  {
    name: "last-this-next",
    likely: /\bweek|\bmonth|\byear|\bdecade|\bcentur/i,
    pattern: pattern(
      `(?<mod>${EARLY_LATE})?(?<the>the~)?(?<shift>last|this(?:~(?:past|coming))?|next|current|coming|past)~(?:(?:calendar|fiscal)~)?(?<unit>week|month|year|decade|century|weekend)`,
    ),
    read: ({ mod, the, shift, unit }) => {
      const kind = unit!.toLowerCase();
      // "the last week", "past year" measure a time; "last week" names one.
      const measures = /^past$/i.test(shift!) || (the !== undefined && /^(?:last|next|coming)$/i.test(shift!));
      if (measures && kind !== "weekend") {
        return { type: "DURATION", meaning: fixed(durationOf(parseUnit(kind), 1)) };
      }
      const named = kind === "weekend" ? "weekend" : parseUnit(kind);
      return { meaning: { kind: "unit", unit: named, shift: shiftOf(shift!) }, mod: modOf(mod) };
    },
  },
  {
    name: "weekend",
    likely: /weekend/i,
    pattern: pattern("(?<=(?:over|during|for|at|of)~)the~weekend"),
    read: () => ({ meaning: { kind: "unit", unit: "weekend", shift: -1 } }),
  },
  {
    name: "ago",
    likely: /ago/i,
    pattern: pattern(
      `(?<mod>${ABOUT}~)?(?<count>${NUMBER}|${SOME})(?:~|-)(?<unit>${UNIT})s?(?:~or~(?<so>so|more|two))?[-\\s]ago`,
    ),
    read: ({ mod, count, unit, so }) => {
      const amount = parseNumber(count!);
      const approx = modOf(mod ?? (so === "so" ? "about" : undefined));
      if (/^(?:second|minute|hour)$/i.test(unit!)) return amount === null ? null : { meaning: fixed("PAST_REF") };
      if (amount === null || so === "two") return { meaning: fixed("PAST_REF"), mod: approx };
      return { meaning: offset(unit!, -amount, "published"), mod: approx };
    },
  },
  {
    name: "from-now",
    likely: /now|time/i,
    pattern: pattern(
      `(?<mod>${ABOUT}~)?(?<count>${NUMBER})~(?<unit>${UNIT})s?~from~now|in~(?<count2>${NUMBER})~(?<unit2>day|week|month|year)s?['’]~time`,
    ),
    read: ({ mod, count, unit, count2, unit2 }) => {
      const amount = parseNumber(count ?? count2!);
      return amount === null ? null : { meaning: offset(unit ?? unit2!, amount, "published"), mod: modOf(mod) };
    },
  },
  {
    name: "earlier-later",
    likely: /earlier|later|before|prior|previous|after/i,
    pattern: pattern(
      `(?<mod>${ABOUT}~)?(?<count>${NUMBER})~(?<unit>${UNIT})s?~(?:(?<back>earlier|before|previously|prior)|(?<on>later|afterwards?))`,
    ),
    read: ({ mod, count, unit, back }, { match, after }) => {
      const amount = parseNumber(count!);
      if (amount === null) return null;
      if (/^(?:second|minute|hour)$/i.test(unit!))
        return { type: "DURATION", meaning: fixed(durationOf(parseUnit(unit!), amount)) };
      if (/before$/i.test(match) && /^\s\w/.test(after)) return null;
      return { meaning: offset(unit!, back === undefined ? amount : -amount, "mentioned"), mod: modOf(mod) };
    },
  },
  {
    name: "year-earlier",
    likely: /year/i,
    pattern: pattern(
      "(?:the~)?(?:comparable~)?(?:year[-\\s](?:earlier|ago)|prior[-\\s]year)(?:~(?:period|quarter|level))?",
    ),
    read: (_, { match }) => ({
      meaning: { kind: "offset", unit: "year", amount: -1, from: /ago/i.test(match) ? "published" : "mentioned" },
    }),
  },
  {
    name: "following",
    likely: /following|next|previous|preceding|prior/i,
    pattern: pattern(
      `(?:later~|earlier~|early~|late~)?the~(?<shift>following|next|previous|preceding|prior)~(?<unit>day|morning|evening|night|week|month|year|decade|(?<day>${WEEKDAY}))`,
    ),
    read: ({ shift, unit, day }) => {
      const sign = /following|next/i.test(shift!) ? 1 : -1;
      if (day !== undefined) return { meaning: { kind: "weekday", weekday: weekdayNumber(day), shift: sign } };
      if (/next/i.test(shift!) && /^(?:week|month|year|decade)$/i.test(unit!)) return null;
      const clock = clockOf(unit!);
      return { meaning: offset(clock === null ? unit! : "day", sign, "mentioned"), clock };
    },
  },
  {
    name: "day-before-after",
    pattern: pattern("(?<which>the~day~(?:before|after))"),
    read: ({ which }, { after }) =>
      /^(?:[.,;]|$)/.test(after) ? { meaning: offset("day", /after/i.test(which!) ? 1 : -1, "mentioned") } : null,
  },
  {
    name: "that-period",
    pattern: pattern(
      "(?:(?:later|earlier|early|late)~)?(?:that~same|that|the~same)~(?<unit>day|week|month|year|(?<clock>morning|afternoon|evening|night))",
    ),
    read: ({ unit, clock }) => ({
      meaning: { kind: "same", unit: clock === undefined ? parseUnit(unit!) : "day" },
      ...(clock !== undefined && { type: "TIME" as const, clock: clockOf(clock) }),
    }),
  },
  {
    name: "the-year",
    likely: /year/i,
    pattern: pattern("(?<=\\b(?:for|of)~)the~(?:full~|whole~)?year(?!~(?:ended|ending|to|that|before|after))"),
    read: (_, { before }) =>
      /\b(?:end|rest|time|person|man|woman|player|book|half|part)\sof\s$/i.test(before)
        ? null
        : { meaning: { kind: "unit", unit: "year", shift: 0 } },
  },
  {
    name: "year-end",
    likely: /year/i,
    pattern: pattern("(?:the~)?(?:year-end|year~end(?!~of)|year['’]s~end)"),
    read: () => ({ meaning: { kind: "unit", unit: "year", shift: 0 }, mod: "END" }),
  },
  {
    name: "earlier-in-the",
    likely: /\bweek|\bmonth|\byear|\bdecade|\bcentur/i,
    pattern: pattern(
      "(?:earlier|later|early|late)~in~the~(?<unit>week|month|year)|(?:the|at)~(?<end>(?:end|beginning|start)~of~the)~(?<unit2>week|month|year|century|decade)",
    ),
    read: ({ unit, unit2, end }) => ({
      meaning: { kind: "unit", unit: parseUnit(unit ?? unit2!), shift: 0 },
      mod: modOf(end),
    }),
  },
];

function offset(unit: string, amount: number, from: "published" | "mentioned") {
  if (/fortnight/i.test(unit)) return { kind: "offset", unit: "week", amount: 2 * amount, from } as const;
  return { kind: "offset", unit: parseUnit(unit), amount, from } as const;
}
