import type { Shift } from "../expression.ts";
import { fixed, type Rule } from "../rule.ts";
import {
  ABOUT,
  clockOf,
  DAYTIME,
  durationOf,
  EARLY_LATE,
  modOf,
  NUMBER,
  parseNumber,
  parseUnit,
  pattern,
  SOME,
  UNIT,
  WEEKDAY,
  weekdayNumber,
} from "../vocabulary.ts";

const SHIFT: Readonly<Record<string, Shift>> = {
  last: -1,
  previous: -1,
  past: -1,
  this: 0,
  current: 0,
  next: 1,
  coming: 1,
};
const shiftOf = (word: string): Shift => SHIFT[word.toLowerCase().trim().split(/\s+/).at(-1)!]!;

/** "Today's youth" is of no day. */
const GENERIC =
  /^['’]s\s(?:world|youth|society|standards?|technology|children|generation|young|economy|personal|modern|Russia|America|China|Europe)\b/;

/** Days, weeks, months and years counted from the day of writing or from the date last named. */
export const RELATIVE: readonly Rule[] = [
  {
    name: "weekday",
    pattern: pattern(
      `(?<mod>(?:early|late|earlier|later)~(?:on~)?)?(?:(?:the~)?(?<shift>last|next|this(?:~(?:past|coming))?|previous|coming|past)~)?(?<day>${WEEKDAY})(?:~(?<clock>${DAYTIME}))?(?:~(?<after>last))?`,
    ),
    read: ({ mod, shift, day, clock, after }, { before, after: next }) => {
      if (/^[a-z]/.test(day!)) return null;
      if (/^s\b/.test(next)) return null;
      if (/\b(?:each|every)\s$/i.test(before)) return null;
      // Papers, programmes and days with a name of their own.
      if (/^\s(?:Times|Herald|Telegraph|Post|Mirror|Mail|Express)\b/.test(next) || /^[A-Z]/.test(clock ?? ""))
        return null;
      if (/\b(?:Black|Bloody|Super|Ash|Cyber|Palm|Holy|Red|Shrove)\s$/.test(before)) return null;
      const word = shift ?? after;
      return {
        meaning: { kind: "weekday", weekday: weekdayNumber(day!), shift: word === undefined ? null : shiftOf(word) },
        mod: modOf(mod),
        ...(clock !== undefined && { clock: clockOf(clock) }),
      };
    },
  },
  {
    name: "day-word",
    pattern: pattern(
      "(?<mod>(?:early|late|earlier|later)~)?(?<word>yesterday|today|tomorrow)(?:~(?<clock>morning|afternoon|evening|night))?",
    ),
    read: ({ mod, word, clock }, { after }) =>
      GENERIC.test(after)
        ? { meaning: fixed("PRESENT_REF") }
        : {
            meaning: {
              kind: "unit",
              unit: "day",
              shift: { yesterday: -1, today: 0, tomorrow: 1 }[word!.toLowerCase()]!,
            },
            mod: modOf(mod),
            ...(clock !== undefined && { type: "TIME" as const, clock: clockOf(clock) }),
          },
  },
  {
    name: "day-part",
    pattern: pattern(
      "(?:(?:earlier|later|early|late)~)?(?:(?<shift>this|last)~(?<clock>morning|afternoon|evening|night)|tonight)",
    ),
    read: ({ shift, clock }) => ({
      type: "TIME",
      meaning: { kind: "unit", unit: "day", shift: shift?.toLowerCase() === "last" ? -1 : 0 },
      clock: clockOf(clock ?? "night"),
    }),
  },
  {
    name: "day-before-yesterday",
    pattern: pattern("the~day~(?:before~yesterday|(?<after>after~tomorrow))"),
    read: ({ after }) => ({ meaning: { kind: "unit", unit: "day", shift: after === undefined ? -2 : 2 } }),
  },
  {
    name: "last-this-next",
    pattern: pattern(
      `(?<mod>${EARLY_LATE})?(?:the~)?(?<shift>last|this(?:~(?:past|coming))?|next|current|previous|coming|past)~(?:(?:calendar|fiscal)~)?(?<unit>week|month|year|decade|century|weekend)`,
    ),
    read: ({ mod, shift, unit }, { match, before, after }) => {
      const word = shift!.toLowerCase();
      // "the last week", "the past year", "the last decade" measure a time; "last week" names one.
      if (/^the~?\s*(?:last|past|next|coming)\b/i.test(match) && /^(?:year|decade|week|month|century)$/i.test(unit!)) {
        return { type: "DURATION", meaning: fixed(durationOf(parseUnit(unit!), 1)) };
      }
      if (/^past/.test(word) && !/\bthis\s/i.test(match))
        return { type: "DURATION", meaning: fixed(durationOf(parseUnit(unit!), 1)) };
      if (word === "previous" && !/^the\b/i.test(match)) return null;
      void before;
      void after;
      const kind = unit!.toLowerCase();
      const meaning =
        word === "previous"
          ? ({
              kind: "offset",
              unit: parseUnit(kind === "weekend" ? "week" : kind),
              amount: -1,
              from: "mentioned",
            } as const)
          : ({ kind: "unit", unit: kind === "weekend" ? "weekend" : parseUnit(kind), shift: shiftOf(word) } as const);
      return { meaning, mod: modOf(mod?.replace(/earlier|later/i, "")) };
    },
  },
  {
    name: "weekend",
    pattern: pattern("(?<=(?:over|during|for|at|of)~)the~weekend"),
    read: () => ({ meaning: { kind: "unit", unit: "weekend", shift: -1 } }),
  },
  {
    name: "ago",
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
    pattern: pattern(
      "(?:the~)?(?:comparable~)?(?:year[-\\s](?:earlier|ago)|prior[-\\s]year)(?:~(?:period|quarter|level))?",
    ),
    read: (_, { match }) => ({
      meaning: { kind: "offset", unit: "year", amount: -1, from: /ago/i.test(match) ? "published" : "mentioned" },
    }),
  },
  {
    name: "following",
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
    pattern: pattern("(?<=\\b(?:for|of)~)the~(?:full~|whole~)?year(?!~(?:ended|ending|to|that|before|after))"),
    read: (_, { before }) =>
      /\b(?:end|rest|time|person|man|woman|player|book|half|part)\sof\s$/i.test(before)
        ? null
        : { meaning: { kind: "unit", unit: "year", shift: 0 } },
  },
  {
    name: "year-end",
    pattern: pattern("(?:the~)?(?:year-end|year~end(?!~of)|year['’]s~end)"),
    read: () => ({ meaning: { kind: "unit", unit: "year", shift: 0 }, mod: "END" }),
  },
  {
    name: "earlier-in-the",
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
