import { fixed, type Rule } from "../rule.ts";
import { clockOf, DAYTIME, modOf, pattern, shiftOf, WEEKDAY, weekdayNumber } from "../vocabulary.ts";

/** "Today's youth" is of no day. */
const GENERIC =
  /^['’]s\s(?:world|youth|society|standards?|technology|children|generation|young|economy|personal|modern|Russia|America|China|Europe)\b/;

/** Weekdays and days named by their distance from today. */
export const NEAR_DAYS: readonly Rule[] = [
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
];
