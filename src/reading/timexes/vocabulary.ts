import type { Shift, Unit } from "./expression.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const ONES = "one two three four five six seven eight nine".split(" ");
const TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ORDINALS =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );

// Pieces of patterns. `~` stands for white space; see `pattern`.
export const MONTH =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\\.|(?=~\\d)))";
export const WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";
export const YEAR = "(?:1[5-9]|20)\\d\\d";
export const UNIT = "(?:second|minute|hour|day|week|fortnight|month|quarter|year|decade|century|centurie)";
const TENS_AND_ONES = `(?:${TENS.join("|")})(?:[-\\s](?:${ONES.join("|")}))?`;
export const NUMBER = `(?:\\d{1,4}(?:\\.\\d)?|${TENS_AND_ONES}|${TEENS.join("|")}|${ONES.join("|")}|an?~(?:hundred|dozen|thousand)|an?)`;
export const SOME = "(?:several|a~couple~(?:of)?|a~few|few|some|many|couple~of)";
export const ORDINAL = `(?:\\d{1,2}(?:st|nd|rd|th)|(?:twenty|thirty)[-\\s](?:${ORDINALS.slice(0, 9).join("|")})|${ORDINALS.join("|")})`;
export const DAYTIME = "(?:morning|afternoon|evening|night)";
/** Words that round a number or a date. */
export const ABOUT =
  "(?:about|around|nearly|almost|roughly|approximately|some|over|under|at~least|at~most|up~to|more~than|less~than|fewer~than|no~more~than|just~over|just~under)";
/** Where in its period something lies, with the space after it. */
export const EARLY_LATE =
  "(?:(?:[Tt]he~)?(?:[Ee]arly|[Ll]ate|[Mm]id)(?:~in~(?:the~)?|[-\\s])|(?:[Ee]arlier|[Ll]ater|[Ss]ometime)~|[Tt]he~(?:beginning|start|middle|end|close)~of~)";

/** A pattern over whole words: `~` is white space (bounded, so that runs of it cost nothing), ends are word edges. */
export function pattern(source: string, flags = "gi"): RegExp {
  return new RegExp(`(?<![\\w$£€#-])(?:${source})(?![\\w])`.replaceAll("~", "(?:[\\s\\u00a0]{1,3})"), `${flags}u`);
}

/** 1..12; `name` may be abbreviated. */
export function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** 1 Monday ... 7 Sunday. */
export function weekdayNumber(name: string): number {
  return WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** "21", "twenty-one", "a"; `null` for what is no exact number. */
export function parseNumber(words: string): number | null {
  const text = words.toLowerCase().trim();
  if (/^\d/.test(text)) return Number(text.replace(",", ""));
  if (text === "a" || text === "an") return 1;
  if (/couple/.test(text)) return 2;
  const large = /^(?:an?\s+)?(dozen|hundred|thousand)$/.exec(text)?.[1];
  if (large !== undefined) return large === "dozen" ? 12 : large === "hundred" ? 100 : 1000;
  const teen = TEENS.indexOf(text);
  if (teen >= 0) return 10 + teen;
  const [first, second] = text.split(/[-\s]+/);
  const ten = TENS.indexOf(first!);
  const one = ONES.indexOf(second ?? (ten < 0 ? first! : ""));
  if (ten < 0 && one < 0) return null;
  return (ten < 0 ? 0 : 20 + 10 * ten) + one + 1;
}

/** "3rd", "third", "twenty-third". */
export function parseOrdinal(words: string): number | null {
  const text = words.toLowerCase();
  const digits = /^\d+/.exec(text);
  if (digits !== null) return Number(digits[0]);
  const [first, second] = text.split(/[-\s]+/);
  if (second !== undefined) return (first === "thirty" ? 31 : 21) + ORDINALS.indexOf(second);
  const at = ORDINALS.indexOf(text);
  return at < 0 ? null : at + 1;
}

export function parseUnit(word: string): Unit {
  const text = word.toLowerCase().replace(/s$/, "");
  return text === "centurie" ? "century" : (text as Unit);
}

/** ISO 8601 duration: `durationOf("year", 5)` is `P5Y`; an amount of `null` is `PXY`. */
export function durationOf(unit: Unit | "fortnight", amount: number | null): string {
  if (unit === "fortnight") return amount === null ? "PXW" : `P${amount * 2}W`;
  const letter = {
    second: "S",
    minute: "M",
    hour: "H",
    day: "D",
    week: "W",
    month: "M",
    quarter: "Q",
    year: "Y",
    decade: "E",
    century: "C",
  }[unit];
  const time = unit === "second" || unit === "minute" || unit === "hour";
  return `P${time ? "T" : ""}${amount ?? "X"}${letter}`;
}

/** TIMEX3 mod of "early", "the end of", "about". */
export function modOf(words: string | undefined): string | null {
  if (words === undefined) return null;
  const text = words.toLowerCase();
  if (/\bearly\b|beginning|start/.test(text)) return "START";
  if (/mid/.test(text)) return "MID";
  if (/\blate\b|\bend\b|close/.test(text)) return "END";
  if (/about|around|nearly|almost|roughly|approx|some|circa|\bor so/.test(text)) return "APPROX";
  if (/more than|over/.test(text)) return "MORE_THAN";
  if (/less|under|fewer/.test(text)) return "LESS_THAN";
  if (/at least/.test(text)) return "EQUAL_OR_MORE";
  if (/at most|up to|no more/.test(text)) return "EQUAL_OR_LESS";
  return null;
}

/** TIMEX3 part of the day: `TMO`, `TAF`, `TEV`, `TNI`. */
export function clockOf(word: string | undefined): string | null {
  if (word === undefined) return null;
  const text = word.toLowerCase();
  if (text === "noon" || text === "midday") return "T12:00";
  if (text === "midnight") return "T24:00";
  return { morning: "TMO", afternoon: "TAF", evening: "TEV", night: "TNI" }[text] ?? null;
}

const SHIFT: Readonly<Record<string, Shift>> = {
  last: -1,
  previous: -1,
  past: -1,
  this: 0,
  current: 0,
  next: 1,
  coming: 1,
};
/** "last" -1, "this" 0, "next" 1; the last word counts ("this past" -1). */
export function shiftOf(words: string): Shift {
  return SHIFT[words.toLowerCase().trim().split(/\s+/).at(-1)!]!;
}
