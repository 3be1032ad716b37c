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
import { SPELLED_DECADES, YEARS } from "./rules/years.ts";

/** Rules with a plain list of words, or their beginnings, one of which each match of theirs has in it. */
type RuleGroup = { readonly likely: RegExp; readonly rules: readonly Rule[] };

const UNITS = "second|minute|hour|day|week|fortnight|month|quarter|year|decade|centur";
const DAYTIMES = "morning|afternoon|evening|night";
const WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";
const MONTH_NAMES = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";

/** Where two readings have the same length the earlier rule wins: what names a date before what measures a time. */
const RULES: readonly RuleGroup[] = [
  { rules: NAMED_DAYS, likely: /Day|Christmas|Year|Halloween|July|Thanksgiving|Friday|Easter|Sept/ },
  { rules: MONTHS, likely: new RegExp(`${MONTH_NAMES}|${MONTH_NAMES.toUpperCase()}`) },
  { rules: PARTS_OF_YEAR, likely: /quarter|half|Q[1-4]|H[12]|\dH|period|spring|summer|fall|autumn|winter/i },
  { rules: NEAR_DAYS, likely: new RegExp(`${WEEKDAYS}|yesterday|today|tomorrow|tonight|${DAYTIMES}`, "i") },
  { rules: RELATIVE, likely: new RegExp(`${UNITS}|${WEEKDAYS}|${DAYTIMES}`, "i") },
  { rules: YEARS, likely: new RegExp(`\\d\\d|${SPELLED_DECADES}|centur|eighteen|nineteen|twenty|thousand`, "i") },
  { rules: CLOCK, likely: /\d|noon|midnight|midday|overnight/i },
  { rules: DURATIONS, likely: new RegExp(`${UNITS}|${WEEKDAYS}|daily|night|morning|summer|winter|spring|fall`, "i") },
  { rules: VAGUE, likely: /now|current|moment|days|past|recent|future|term|soon/i },
];
const MONTH_HINT = new RegExp(`${MONTH_NAMES}|${MONTH_NAMES.toUpperCase()}|\\d(?:${MONTH_NAMES.toLowerCase()})`);
/** Any word of any list. All of a sentence are found in one pass; half of the sentences have none. */
const HINTS = (() => {
  const lists = RULES.flatMap(({ likely, rules }) => [likely, ...rules.flatMap(({ likely }) => likely ?? [])]);
  const words = lists.flatMap(({ source }) => source.toLowerCase().replaceAll("\\b", "").split("|"));
  return new RegExp(`\\b(?:\\d|${[...new Set(words)].sort().join("|")})\\w*`, "gi");
})();
const AROUND = 40;

/**
 * The date expressions of one sentence, in order and not overlapping, as written; spans count from its beginning.
 * The longest reading of the same words wins.
 */
export function recognise(sentence: string): Expression[] {
  const hints = sentence.match(HINTS)?.join(" ");
  if (hints === undefined) return [];
  const candidates = MONTH_HINT.test(hints) || /\d[-/.]\d/.test(sentence) ? findCalendarDays(sentence) : [];
  for (const { name: rule, pattern, read } of rulesFor(hints)) {
    // Not `matchAll`: it makes a regular expression anew for every sentence.
    for (let match = pattern.exec(sentence); match !== null; match = pattern.exec(sentence)) {
      const start = match.index;
      const end = start + match[0].length;
      const draft = read(match.groups ?? {}, {
        match: match[0],
        before: sentence.slice(Math.max(0, start - AROUND), start),
        after: sentence.slice(end, end + AROUND),
      });
      if (draft === null) continue;
      // Field by field: a spread would make expressions of a dozen shapes.
      const { type = "DATE", meaning, mod = null, clock = null } = draft;
      candidates.push({ start, end, type, meaning, mod, clock, rule });
    }
  }
  if (candidates.length < 2) return candidates;
  return borrowYears(joinNeighbours(longest(candidates, sentence.length), sentence), sentence);
}

const known = new Map<string, readonly Rule[]>();

/** The rules that may find something where there are these hints; most sentences have those of another one. */
function rulesFor(hints: string): readonly Rule[] {
  let found = known.get(hints);
  if (found === undefined) {
    const groups = RULES.filter(({ likely }) => likely.test(hints));
    found = groups.flatMap(({ rules }) => rules.filter(({ likely }) => likely?.test(hints) !== false));
    if (known.size >= 10_000) known.clear();
    known.set(hints, found);
  }
  return found;
}

/** Kept from sentence to sentence: to make it anew takes longer than all that is done with it. */
let taken = new Uint8Array(1_000);

function longest(candidates: readonly Expression[], length: number): Expression[] {
  if (length > taken.length) taken = new Uint8Array(length);
  else taken.fill(0, 0, length);
  return candidates
    .toSorted((a, b) => b.end - b.start - (a.end - a.start))
    .filter(({ start, end }) => {
      if (taken.subarray(start, end).includes(1)) return false;
      taken.fill(1, start, end);
      return true;
    })
    .sort((a, b) => a.start - b.start);
}

/** "Between March and May 2021", "3 April to 5 May 2021": the first is of the year of the second. */
function borrowYears(expressions: readonly Expression[], sentence: string): Expression[] {
  return expressions.map((first, i) => {
    const second = expressions[i + 1];
    if (first.meaning.kind !== "calendar" || second?.meaning.kind !== "calendar") return first;
    const { year } = second.meaning;
    if (first.meaning.year !== null || first.meaning.yearShift !== undefined || year === null) return first;
    if (!/^\s?(?:-|–|and|to|until|or)\s?$/.test(sentence.slice(first.end, Math.min(second.start, first.end + 9))))
      return first;
    const before = first.meaning.month > second.meaning.month ? 1 : 0;
    return { ...first, meaning: { ...first.meaning, year: year - before } };
  });
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
