import { isDay } from "../../reading/timexes/iso.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = "(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?";
const YEAR = "((?:19|20)\\d\\d)(?!\\d)";

/** The forms in which articles state a day with its year: three groups, named in order. */
const FORMS: readonly { readonly pattern: RegExp; readonly order: "ymd" | "dmy" | "mdy" }[] = [
  { pattern: new RegExp(`(?<!\\d)${YEAR}[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)`), order: "ymd" },
  { pattern: new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH},? ${YEAR}`, "i"), order: "dmy" },
  { pattern: new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? ${YEAR}`, "i"), order: "mdy" },
];
const NUMBERS = new RegExp(`(?<!\\d)(\\d{1,2})([/.])(\\d{1,2})\\2${YEAR}`);

/**
 * The first day stated with its year in a short line of `text`, as `YYYY-MM-DD`; `null` when there is none.
 *
 * "ambiguous" for 3/4/2022, which is the third of April or the fourth of March.
 */
export function findStatedDate(text: string): string | "ambiguous" | null {
  const line = text.slice(0, 300);
  for (const { pattern, order } of FORMS) {
    const found = pattern.exec(line);
    if (found === null) continue;
    const part = (letter: string) => found[order.indexOf(letter) + 1]!;
    const month = /\d/.test(part("m")) ? Number(part("m")) : MONTHS.indexOf(part("m").slice(0, 3).toLowerCase()) + 1;
    return day(part("y"), month, Number(part("d")));
  }
  const numbers = NUMBERS.exec(line);
  if (numbers === null) return null;
  const [first, second] = [Number(numbers[1]), Number(numbers[3])];
  if (first === second || second > 12) return day(numbers[4]!, first, second);
  if (first > 12) return day(numbers[4]!, second, first);
  return "ambiguous";
}

function day(year: string, month: number, date: number): string | null {
  const value = `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
  return isDay(value) ? value : null;
}
