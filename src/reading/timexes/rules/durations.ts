import { fixed, type Rule } from "../rule.ts";
import {
  ABOUT,
  durationOf,
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

const PLURALS = /seconds|minutes|hours|days|weeks|fortnights|months|quarters|years|decades|centuries/i;

/** How long and how often: recognised so that they are not taken for dates. */
export const DURATIONS: readonly Rule[] = [
  {
    name: "often",
    pattern: pattern(
      `(?:each|every)~(?:(?<other>other)~)?(?<unit>day|week|month|quarter|year|decade|hour|minute|night|morning|summer|winter|spring|fall|(?<weekday>${WEEKDAY}))`,
    ),
    read: ({ unit, weekday, other }) => {
      if (weekday !== undefined) return { type: "SET", meaning: fixed(`XXXX-WXX-${weekdayNumber(weekday)}`) };
      const word = unit!.toLowerCase();
      if (/^(?:night|morning)$/.test(word))
        return { type: "SET", meaning: fixed(word === "night" ? "XXXX-XX-XXTNI" : "XXXX-XX-XXTMO") };
      const season = { summer: "SU", winter: "WI", spring: "SP", fall: "FA" }[word];
      if (season !== undefined) return { type: "SET", meaning: fixed(`XXXX-${season}`) };
      return { type: "SET", meaning: fixed(durationOf(parseUnit(word), other === undefined ? 1 : 2)) };
    },
  },
  {
    name: "adverb-often",
    likely: /daily|weekly|monthly|yearly|hourly|nightly/i,
    pattern: pattern("daily|weekly|monthly|yearly|hourly|nightly"),
    read: (_, { match, before, after }) => {
      if (/^[A-Z]/.test(match) && /^\s[A-Z]/.test(after)) return null;
      if (/[A-Z]\w+\s$/.test(before) && /^[A-Z]/.test(match)) return null;
      const unit = {
        daily: "day",
        nightly: "day",
        weekly: "week",
        monthly: "month",

        yearly: "year",
        hourly: "hour",
      }[match.toLowerCase()]!;
      return { type: "SET", meaning: fixed(durationOf(parseUnit(unit), 1)) };
    },
  },
  {
    name: "weekdays",
    likely: /days|mornings|afternoons|evenings|nights/i,
    pattern: pattern(`(?<day>${WEEKDAY})(?:s|~(?:mornings|afternoons|evenings|nights))`),
    read: ({ day }) =>
      /^[A-Z]/.test(day!) ? { type: "SET", meaning: fixed(`XXXX-WXX-${weekdayNumber(day!)}`) } : null,
  },
  {
    name: "past-next-units",
    likely: PLURALS,
    pattern: pattern(
      `(?:the~)?(?<which>last|past|next|first|final|latest|coming|previous)~(?:(?<count>${NUMBER}|${SOME})~)?(?<adjective>full~|consecutive~|straight~|trading~)?(?<unit>${UNIT})s(?:~or~so)?`,
    ),
    read: ({ which, count, unit }) => {
      const amount = count === undefined ? null : parseNumber(count);
      if (count === undefined && /^coming/i.test(which!)) return { meaning: fixed("FUTURE_REF") };
      return { type: "DURATION", meaning: fixed(duration(unit!, amount)) };
    },
  },
  {
    name: "recent-units",
    likely: PLURALS,
    pattern: pattern("(?:the~)?recent~(?<unit>day|week|month|year|quarter)s"),
    read: ({ unit }) => ({ type: "DURATION", meaning: fixed(duration(unit!, null)) }),
  },
  {
    name: "duration",
    likely: /\bsecond|\bminute|\bhour|\bday|\bweek|\bfortnight|\bmonth|\bquarter|\byear|\bdecade|\bcentur/i,
    pattern: pattern(
      `(?<mod>${ABOUT}~)?(?:the~)?(?<count>${NUMBER}|${SOME})(?<half>~(?:and~a~half|1/2))?(?:[-\\s](?:full|more|consecutive|straight|trading|additional|long|whole))?(?<join>~|-)(?<unit>${UNIT})(?<plural>s?)(?<old>[-\\s]old)?`,
    ),
    read: ({ mod, count, join, unit, half, old, plural }, { before, after }) => {
      const amount = parseNumber(count!);
      if (old !== undefined || /^\s(?:old|of age)\b/.test(after)) return null;
      if (/^(?:second)$/i.test(unit!) && join !== "-" && plural === "") return null;
      if (/\b(?:one)$/i.test(count!) && /^day$/i.test(unit!) && join !== "-" && plural === "") return null;
      if (/^(?:an?)$/i.test(count!)) {
        // "twice a week", "$2 million a year": a rate after a count.
        if (
          /(?:\d|times|once|twice|dollars|percent|cents|million|billion|barrels|hours|days|pounds|tons)\s$/i.test(
            before,
          )
        ) {
          return { type: "SET", meaning: fixed(duration(unit!, 1)) };
        }
        if (/^(?:day|second|minute|quarter)$/i.test(unit!)) return null;
        if (/^-/.test(after)) return null;
      }
      if (/^quarter$/i.test(unit!) && !plural) return null;
      if (/^(?:some|many)$/i.test(count!) && plural === "") return null;
      const whole = half === undefined || amount === null ? duration(unit!, amount) : halves(unit!, amount);
      return { type: "DURATION", meaning: fixed(whole), mod: modOf(mod) };
    },
  },
  {
    name: "for-units",
    likely: PLURALS,
    pattern: pattern("(?<=\\bfor~)(?<unit>year|month|week|decade|centurie|day|hour)s"),
    read: ({ unit }) => ({ type: "DURATION", meaning: fixed(duration(unit!, null)) }),
  },
  {
    name: "business-year",
    pattern: pattern("the~(?:fiscal~)?year(?=~(?:ended|ending|to|that~ended)\\b)"),
    read: () => ({ type: "DURATION", meaning: fixed("P1Y") }),
  },
];

function duration(unit: string, amount: number | null): string {
  const word = unit.toLowerCase();
  return word === "fortnight" ? durationOf("fortnight", amount) : durationOf(parseUnit(word), amount);
}

function halves(unit: string, amount: number): string {
  const word = parseUnit(unit);
  if (word === "year") return `P${amount}Y6M`;
  if (word === "hour") return `PT${amount}H30M`;
  return durationOf(word, amount + 0.5);
}
