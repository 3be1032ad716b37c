import { addDays, pad, weekdayOf } from "../iso.ts";
import type { Rule } from "../rule.ts";
import { pattern, YEAR } from "../vocabulary.ts";

const on = (month: number, day: number) => (year: number) => `${pad(year, 4)}-${pad(month)}-${pad(day)}`;

/** The `nth` (-1: last) `weekday` of a month. */
const nth = (month: number, weekday: number, count: number) => (year: number) => {
  if (count > 0) {
    const first = on(month, 1)(year);
    return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (count - 1));
  }
  const last = addDays(on(month + 1, 1)(year), -1);
  return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
};

/** Western Easter Sunday (Meeus, Astronomical Algorithms, chapter 8). */
function easter(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return on(Math.floor(sum / 31), (sum % 31) + 1)(year);
}

const FEASTS: readonly (readonly [RegExp, (year: number) => string])[] = [
  [/^christmas eve$/i, on(12, 24)],
  [/^christmas/i, on(12, 25)],
  [/^boxing day$/i, on(12, 26)],
  [/^new year['’]?s eve$/i, on(12, 31)],
  [/^new year['’]?s day$/i, on(1, 1)],
  [/^halloween$/i, on(10, 31)],
  [/^valentine['’]?s day$/i, on(2, 14)],
  [/^st\.? patrick['’]?s day$/i, on(3, 17)],
  [/^(?:fourth of july)$/i, on(7, 4)],
  [/^may day$/i, on(5, 1)],
  [/^veterans['’]? day$/i, on(11, 11)],
  [/^thanksgiving/i, nth(11, 4, 4)],
  [/^labor day$/i, nth(9, 1, 1)],
  [/^memorial day$/i, nth(5, 1, -1)],
  [/^martin luther king(?: jr\.?)? day$/i, nth(1, 1, 3)],
  [/^good friday$/i, (year) => addDays(easter(year), -2)],
  [/^easter monday$/i, (year) => addDays(easter(year), 1)],
  [/^easter/i, easter],
];

const NAMES =
  "Christmas~(?:Eve|Day)|Christmas|Boxing~Day|New~Year['’]?s~(?:Eve|Day)|Halloween|Valentine['’]?s~Day|St\\.?~Patrick['’]?s~Day|Fourth~of~July|May~Day|Veterans['’]?~Day|Thanksgiving(?:~Day)?|Labor~Day|Memorial~Day|Martin~Luther~King(?:~Jr\\.?)?~Day|Good~Friday|Easter~Monday|Easter(?:~Sunday)?";

/** Days that are known by name. */
export const NAMED_DAYS: readonly Rule[] = [
  {
    name: "feast",
    pattern: pattern(`(?:(?<shift>[Ll]ast|[Nn]ext|[Tt]his)~)?(?<name>${NAMES})(?:,?~(?<year>${YEAR}))?`, "g"),
    read: ({ shift, name, year }, { after }) => {
      if (
        /^(?:Christmas|Easter|Thanksgiving)$/.test(name!) &&
        /^\s(?:[a-z]*(?:tree|card|gift|present|carol|shopping|season|sales?|party|parties|dinner|egg|bunny|holiday|week|Island|Rising|uprising|market)|[A-Z])/.test(
          after,
        )
      ) {
        return null;
      }
      const plain = name!.replace(/\s+/g, " ");
      const dayIn = FEASTS.find(([known]) => known.test(plain))![1];
      return {
        meaning: {
          kind: "feast",
          dayIn,
          year: year === undefined ? null : Number(year),
          ...(shift !== undefined && { shift: /last/i.test(shift) ? -1 : /next/i.test(shift) ? 1 : 0 }),
        },
      };
    },
  },
  {
    // The one date that became a name; "9/11" itself names the event.
    name: "september-11",
    pattern: pattern("(?:September|Sept\\.?)~11(?:th)?(?=,?~(?:terror|attacks|hijack|suicide))", "g"),
    read: () => ({ meaning: { kind: "fixed", value: "2001-09-11" } }),
  },
];
