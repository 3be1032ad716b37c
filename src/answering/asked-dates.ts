import { type DateRange, parseDateRange } from "../timeline/dates-in-words.ts";

/** A text without the dates that end it, and the days they name. */
export type Dated = { readonly text: string; readonly range: DateRange | null };

const START =
  /^(?:since|after|before|until|till|in|on|during|from|between|over|within|last|this|past|yesterday|today|tomorrow|next|coming|recently|the|as)$/i;
const RELATIVE = /\b(?:yesterday|today|tomorrow|last|next|coming|past|this|previous|ago)\b/i;
/** What is told of what is yet to come: "people will die until Monday". */
const FUTURE =
  /\b(?:will|won['’]?t|shall|(?:is|are) (?:going|due|expected|planned|scheduled|about) to)\b|\p{L}['’]ll\b/iu;
const BY = /^by$/i;
const YEAR = /\b\d{4}\b/;

/**
 * Takes the time that ends a question off it: "NATO since May", "the border last week". Words that name a day without
 * its year count from `newest`, the day of the newest article, back or, of what will be, ahead; "yesterday" and its like
 * from `today` (both ISO).
 */
export function splitDates(text: string, today: string, newest: string | null, only: "relative" | "any"): Dated {
  const words = text.replace(/[\s?!.]+$/, "").split(" ");
  const ahead = FUTURE.test(text);
  for (let i = Math.max(0, words.length - 8); i < words.length; i++) {
    if (!START.test(words[i]!) && !(ahead && BY.test(words[i]!))) continue;
    const phrase = words.slice(i).join(" ");
    const relative = RELATIVE.test(phrase);
    if (only === "relative" && !relative) continue;
    const from = relative || YEAR.test(phrase) || newest === null || newest > today ? today : newest;
    const range = parseDateRange(phrase, from, ahead);
    if (range !== null) return { text: words.slice(0, i).join(" "), range };
  }
  return { text, range: null };
}
