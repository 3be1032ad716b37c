import type { Expression } from "./expression.ts";
import type { Rule } from "./rule.ts";
import { CLOCK, findCalendarDays } from "./rules/days.ts";
import { DURATIONS } from "./rules/durations.ts";
import { NAMED_DAYS } from "./rules/feasts.ts";
import { MONTHS } from "./rules/months.ts";
import { NEAR_DAYS } from "./rules/near-days.ts";
import { PARTS_OF_YEAR } from "./rules/parts-of-year.ts";
import { RELATIVE } from "./rules/relative.ts";
import { VAGUE } from "./rules/vague.ts";
import { YEARS } from "./rules/years.ts";

/** Where two readings have the same length the earlier rule wins: what names a date before what measures a time. */
const RULES: readonly Rule[] = [
  ...NAMED_DAYS,
  ...MONTHS,
  ...PARTS_OF_YEAR,
  ...NEAR_DAYS,
  ...RELATIVE,
  ...YEARS,
  ...CLOCK,
  ...DURATIONS,
  ...VAGUE,
];

/** No date is written without one of these; most sentences are let off here. */
const LIKELY =
  /\d\d|\d[ap]\.?m|[Dd]ay|week|month|year|quarter|decade|centur|hour|minute|second|fortnight|tonight|tomorrow|morning|afternoon|evening|night|noon|now|current|recent|previous|future|soon|term|past|moment|daily|annually|formerly|ties\b|teen|half|spring|summer|fall|autumn|winter|Jan|Feb|Mar|Apr|May|MAY|Jun|Jul|Aug|Sep|Oct|Nov|Dec|period|Christmas|Easter|Halloween|Thanksgiving|Q[1-4]/i;
const AROUND = 40;

/**
 * The date expressions of one sentence, in order and not overlapping, as written; spans count from its beginning.
 * The longest reading of the same words wins.
 */
export function recognise(sentence: string): Expression[] {
  if (!LIKELY.test(sentence)) return [];
  const candidates = findCalendarDays(sentence);
  for (const { name, pattern, read } of RULES) {
    for (const match of sentence.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const draft = read(match.groups ?? {}, {
        match: match[0],
        before: sentence.slice(Math.max(0, start - AROUND), start),
        after: sentence.slice(end, end + AROUND),
      });
      if (draft !== null) candidates.push({ type: "DATE", mod: null, clock: null, ...draft, start, end, rule: name });
    }
  }
  return joinNeighbours(longest(candidates, sentence.length), sentence);
}

function longest(candidates: readonly Expression[], length: number): Expression[] {
  const taken = new Uint8Array(length);
  return candidates
    .toSorted((a, b) => b.end - b.start - (a.end - a.start))
    .filter(({ start, end }) => {
      if (taken.subarray(start, end).includes(1)) return false;
      taken.fill(1, start, end);
      return true;
    })
    .sort((a, b) => a.start - b.start);
}

/** "Saturday, April 25", "9 a.m. Tuesday", "October 5 last year": one expression each. */
function joinNeighbours(expressions: readonly Expression[], sentence: string): Expression[] {
  const joined: Expression[] = [];
  for (const next of expressions) {
    const last = joined.at(-1);
    const one =
      last && /^,?\s{0,3}(?:on\s|of\s|at\s)?$/.test(sentence.slice(last.end, next.start).slice(0, 8))
        ? join(last, next)
        : null;
    if (one === null) joined.push(next);
    else joined[joined.length - 1] = one;
  }
  return joined;
}

function join(first: Expression, second: Expression): Expression | null {
  const span = { start: first.start, end: second.end };
  const [a, b] = [first.meaning, second.meaning];
  const isClock = (e: Expression) => e.rule === "clock";
  const isDay = (e: Expression) =>
    e.meaning.kind === "weekday" ||
    (e.meaning.kind === "calendar" && e.meaning.day !== null) ||
    (e.meaning.kind === "unit" && e.meaning.unit === "day" && !isClock(e));
  if (isClock(first) && isDay(second)) return { ...second, ...span, type: "TIME", clock: first.clock };
  if (isClock(second) && isDay(first) && first.clock === null)
    return { ...first, ...span, type: "TIME", clock: second.clock };
  if (a.kind === "weekday" && b.kind === "calendar" && b.day !== null && a.shift === null) {
    return { ...second, ...span, meaning: { ...b, weekday: a.weekday }, clock: first.clock ?? second.clock };
  }
  if (first.rule === "month" && a.kind === "calendar" && second.rule === "spelled-year" && b.kind === "fixed") {
    return { ...first, ...span, meaning: { ...a, year: Number(b.value) } };
  }
  if (
    a.kind === "calendar" &&
    a.year === null &&
    a.yearShift === undefined &&
    b.kind === "unit" &&
    b.unit === "year" &&
    second.mod === null
  ) {
    return { ...first, ...span, meaning: { ...a, yearShift: b.shift } };
  }
  return null;
}
