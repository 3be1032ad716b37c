import { isClaim } from "./cues.ts";
import type { Item, Line } from "./line.ts";
import { isTime, isVerbal, phraseAfter, phraseBefore, type Range } from "./mention.ts";
import type { VerbGroup } from "./verb-group.ts";

/** Where what was said begins behind its verb, and how surely. */
export type ContentStart = {
  readonly at: number;
  /** "that", "how", a colon or a quotation opens it: the verb can mean nothing else. */
  readonly strong: boolean;
  /** A comma or colon stands before it. */
  readonly comma: boolean;
};

const OPENER = /^(?:that|how|why|what|whether|if|who|where|which)$/;
const SUBORDINATE = /^(?:when|after|before|as|because|while|since|during|following|citing|in|at|on|amid|despite)$/;

/** Where the content begins at or after item `at`, past times, places and "in a statement"; `null`: nothing follows. */
export function contentStart(line: Line, at: number, ceiling = line.items.length): ContentStart | null {
  const { items } = line;
  let i = at;
  let comma = false;
  while (i < ceiling) {
    const item = items[i]!;
    if (item.marked !== null) return { at: i, strong: true, comma };
    if (item.lower === ":") return i + 1 < ceiling ? { at: i + 1, strong: true, comma: true } : null;
    if (item.lower === "that" && isAnothersClaim(items, i - 1)) return null;
    if (item.lower === "that" && items[i + 1] !== undefined && items[i + 1]!.lower !== "of" && !isEnd(items[i + 1]!))
      return { at: i + 1, strong: true, comma };
    if (OPENER.test(item.lower) && !comma) return { at: i, strong: true, comma };
    if (isEnd(item)) return null;
    if (item.lower === ",") {
      if (items[i + 1]?.marked != null) return { at: i + 1, strong: true, comma: true };
      if (comma) return null;
      comma = true;
      // Behind a comma only what reaches "that" or marks counts: "said, in Ohio, that".
      const opened = openerWithin(line, i + 1, ceiling, 16);
      return opened;
    }
    if (
      (isTime(item) && isDate(items, i, at)) ||
      (item.pos === "ADV" &&
        !/^(?:not|no|none|neither|both|only|even|nearly|roughly|about|almost|there|now|then|here|more|far|too|less)$/.test(
          item.lower,
        ))
    ) {
      i++;
      continue;
    }
    if (item.pos === "DET" && items[i + 1] !== undefined && isTime(items[i + 1]!)) {
      i += 2;
      continue;
    }
    if (item.pos === "PART" && item.lower === "to") return { at: i, strong: false, comma };
    // "said about half of them"
    if (/^(?:about|around)$/.test(item.lower) && isQuantity(items[i + 1], items[i + 2]))
      return { at: i, strong: false, comma };
    if (item.pos === "ADP" || SUBORDINATE.test(item.lower)) {
      const opened = openerWithin(line, i, ceiling, 16);
      if (opened !== null) return opened;
      if (item.pos === "SCONJ") return null;
      const next = behindPreposition(items, i, ceiling);
      if (next === null) return null;
      i = next;
      continue;
    }
    return { at: i, strong: false, comma };
  }
  return null;
}

function isQuantity(first: Item | undefined, second: Item | undefined): boolean {
  const fraction = /^(?:half|third|quarter|fifth|tenth|dozen|hundred|thousand|million)$/;
  return (
    first?.pos === "NUM" ||
    fraction.test(first?.lower ?? "") ||
    (first?.lower === "a" && fraction.test(second?.lower ?? ""))
  );
}

/** "laughed at Lee's claim that": Lee says it. */
function isAnothersClaim(items: readonly Item[], noun: number): boolean {
  return isClaim(items[noun]?.lower ?? "") && /^['’]s?$/.test(items[noun - 1]?.lower ?? "");
}

/** "said March 3", but "said 14 people": a number alone is part of what was said. */
function isDate(items: readonly Item[], i: number, from: number): boolean {
  return !/^\d{1,2}$/.test(items[i]!.lower) || (i > from && isTime(items[i - 1]!));
}

function isEnd({ lower }: Item): boolean {
  return /^[.!?;…]+$/.test(lower);
}

/** "said in the spring, when the story broke, “...”": the quotation that ends the sentence, behind a comma or colon. */
export function quotationAtEnd({ items }: Line, at: number): ContentStart | null {
  let last = items.length - 1;
  while (last > at && /^[.!?…]+$/.test(items[last]!.lower)) last--;
  if (last <= at || items[last]!.marked === null || !/^[,:]$/.test(items[last - 1]!.lower)) return null;
  return { at: last, strong: true, comma: true };
}

/** The first "that" or quotation within `reach` items, before any finite verb. */
function openerWithin({ items }: Line, from: number, ceiling: number, reach: number): ContentStart | null {
  for (let i = from; i < Math.min(ceiling, from + reach); i++) {
    const item = items[i]!;
    if (item.marked !== null) {
      const before = items[i - 1]!;
      // "in a "fiery" speech" does not open what was said.
      if (before.lower === "," || before.lower === ":") return { at: i, strong: true, comma: true };
      return null;
    }
    if (
      item.lower === "that" &&
      (item.pos === "SCONJ" || items[i - 1]?.lower === "," || /^(?:PROPN|PRON|DET)$/.test(items[i + 1]?.pos ?? ""))
    )
      return { at: i + 1, strong: true, comma: false };
    if (item.lower === ":") return i + 1 < ceiling ? { at: i + 1, strong: true, comma: true } : null;
    if (isVerbal(item) && (!/ing$/.test(item.lower) || items[i - 1]?.lower === ",")) return null;
    if (isEnd(item) || /^(?:who|which)$/.test(item.lower) || isAnothersClaim(items, i)) return null;
  }
  return null;
}

/** Past "in a statement", "at a rally in Ohio": where the next phrase opens; `null` at the end of the clause. */
function behindPreposition(items: readonly Item[], at: number, ceiling: number): number | null {
  let nouns = 0;
  for (let i = at + 1; i < ceiling; i++) {
    const item = items[i]!;
    const before = items[i - 1]!;
    if (item.marked !== null) {
      // "on NBC's "Meet the Press"": a name in marks.
      if (before.lower === "," || before.lower === ":") return i;
      nouns++;
      continue;
    }
    if (item.lower === "," || isEnd(item) || item.lower === ":" || item.lower === "that") return i;
    if (nouns > 0) {
      if (item.pos === "PRON" && !/^(?:his|her|their|its)$/.test(item.lower)) return i;
      if (item.pos === "ADP" || isTime(item)) return i;
      if ((item.pos === "DET" || item.pos === "PRON") && (before.pos === "NOUN" || before.pos === "PROPN")) return i;
      if (item.pos === "PROPN" && before.pos === "NOUN") return i;
      if (isTime(before) && (item.pos === "PROPN" || item.pos === "NOUN")) return i;
    }
    if (item.pos === "NOUN" || item.pos === "PROPN" || item.pos === "NUM") nouns++;
    if (isVerbal(item) && nouns > 0) return null;
  }
  return null;
}

/**
 * Where the clause that begins at item `start` ends: at the sentence's end, or before the next verb of speech that
 * another speaker has, or the same speaker after "and" or as a participle.
 */
export function contentEnd(line: Line, start: number, group: VerbGroup, groups: readonly VerbGroup[]): number {
  const { items } = line;
  let end = items.length;
  while (end > start && /^[.!?…]+$/.test(items[end - 1]!.lower)) end--;
  for (let i = start; i < end; i++) {
    const { lower } = items[i]!;
    if (lower === ";") {
      end = i;
      break;
    }
    if (i > start && lower === "according" && items[i + 1]?.lower === "to") {
      end = items[i - 1]?.lower === "," ? i - 1 : i;
      break;
    }
  }
  const bounded = endOfSideClause(line, start, end, group) ?? coordinated(items, start, end);
  if (bounded !== null) end = bounded;
  for (const other of groups) {
    if (other.head <= group.head || other.from <= start || other.from >= end) continue;
    const cut = cutBefore(line, start, other);
    if (cut !== null && cut > start) {
      end = Math.min(end, cut);
      break;
    }
  }
  while (end > start + 1 && /^(?:,|—|–|and|but)$/.test(items[end - 1]!.lower)) end--;
  return end;
}

/** "While he says X, Y", "Lee, who said X, left": the content ends with the side clause that holds it. */
function endOfSideClause(line: Line, start: number, end: number, group: VerbGroup): number | null {
  const { items } = line;
  const opening = items[0]!;
  const fronted =
    group.from <= 12 &&
    /^(?:while|as|when|after|although|though|if|because|by|in|before|since|once|even)$/.test(opening.lower);
  const relative = /^(?:who|which)$/.test(items[group.from - 1]?.lower ?? "") && items[group.from - 2]?.lower === ",";
  if (!fronted && !relative) return null;
  if (fronted) for (let i = 1; i < group.from; i++) if (items[i]!.lower === ",") return null;
  for (let i = start + 1; i < end; i++) {
    if (items[i]!.lower !== ",") continue;
    const next = items[i + 1];
    if (next === undefined) return null;
    if (relative && (next.pos === "VERB" || next.pos === "AUX") && !/ing$/.test(next.lower)) return i;
    if (fronted && next.pos !== "CCONJ" && opensClause(line, { from: i + 1, to: end })) return i;
  }
  return null;
}

/** "..., but took issue with": a second verb of the same subject, behind a comma, is not said. */
function coordinated(items: readonly Item[], start: number, end: number): number | null {
  for (let i = start + 2; i + 2 < end; i++) {
    if (items[i]!.lower !== "," || items[i + 1]!.pos !== "CCONJ") continue;
    const next = items[i + 2]!;
    if (
      (next.pos === "VERB" && /(?:ed|s)$/.test(next.lower)) ||
      /^(?:did|does|took|has|had|made|went|is|was)$/.test(next.lower)
    )
      return i;
  }
  return null;
}

/** Where another verb of speech ends a content that began before it; `null` when it is part of that content. */
function cutBefore(line: Line, start: number, other: VerbGroup): number | null {
  const { items } = line;
  const before = items[other.from - 1];
  if (before === undefined) return null;
  const afterMark = before.marked !== null && /[,.!?]["”’'»]+$/.test(line.body.slice(before.start, before.end));
  if (other.form === "gerund") {
    if (before.lower === "," || before.lower === "—") return other.from - 1;
    if (afterMark) return other.from;
    return before.pos === "SCONJ" && /^(?:while|before|after|by|when)$/.test(before.lower)
      ? cutAtComma(items, other.from - 1)
      : null;
  }
  if (other.form !== "finite") return null;
  const behind = contentStart(line, other.to);
  if (before.pos === "CCONJ" || (before.lower === "then" && items[other.from - 2]?.pos === "CCONJ")) {
    if (!other.verb.frames.includes("clause") && behind?.strong !== true) return null;
    if (behind === null) return null;
    const conjunction = before.pos === "CCONJ" ? other.from - 1 : other.from - 2;
    return cutAtComma(items, conjunction);
  }
  const subject = phraseBefore(line, other.from, start);
  if (subject === null || subject.from <= start) return null;
  const lead = items[subject.from - 1]!;
  // "..., the Times reported": the other one's tag behind it all.
  if (lead.lower === "," && endsTag(line, other)) return subject.from - 1;
  if (/^(?:but|and|while|whereas|although|though|yet|as|when|because)$/.test(lead.lower)) {
    const comma = items[subject.from - 2];
    const marked = comma?.marked != null;
    if (comma?.lower === "," || marked || lead.lower === "but" || lead.lower === "while")
      return cutAtComma(items, subject.from - 1);
  }
  return null;
}

function cutAtComma(items: readonly Item[], at: number): number {
  return items[at - 1]?.lower === "," ? at - 1 : at;
}

/** Nothing that could be said follows the verb: the sentence ends, or a comma or a quotation comes. */
export function endsTag(line: Line, group: VerbGroup): boolean {
  const { items } = line;
  const at = group.verb.frames.includes("tell") ? addresseeEnd(line, group.to) : group.to;
  const start = contentStart(line, at);
  if (start === null || (start.strong && start.comma)) return true;
  let i = at;
  while (i < items.length && (isTime(items[i]!) || items[i]!.pos === "ADV")) i++;
  const next = items[i];
  return next === undefined || next.marked !== null || /^[,.;—–?!]/.test(next.lower);
}

/** Whether a subject and its finite verb open the range: "the plan would fail", not "the plan to build". */
export function opensClause(line: Line, { from, to }: Range): boolean {
  const { items } = line;
  let at = from;
  while (at < to && (items[at]!.pos === "ADV" || items[at]!.pos === "CCONJ" || items[at]!.lower === ",")) at++;
  if (at >= to) return false;
  if (items[at]!.pos === "ADP" || items[at]!.pos === "SCONJ") return isClause(line, { from: at, to });
  const subject = phraseAfter(line, at, to);
  if (subject === null)
    return isVerbal(items[at]!) && /ing$/.test(items[at]!.lower) ? isClause(line, { from: at + 1, to }) : false;
  for (let i = subject.to; i < Math.min(to, subject.to + 12); i++) {
    const item = items[i]!;
    if (item.pos === "AUX" || (item.pos === "VERB" && !/ing$/.test(item.lower))) return true;
    if ((item.pos === "PART" && item.lower === "to") || /^(?:who|which|that|whose)$/.test(item.lower)) return false;
  }
  return false;
}

/** Whether the items hold a verb or a quotation: a clause, not a mere phrase. */
export function isClause({ items }: Line, { from, to }: Range): boolean {
  for (let i = from; i < to; i++) if (isVerbal(items[i]!) || items[i]!.marked !== null) return true;
  return false;
}

/** The words addressed: "told | the BBC", "reminded | voters in Ohio". */
export function addresseeEnd(line: Line, at: number): number {
  const first = line.items[at];
  if (first === undefined) return at;
  const { items } = line;
  const possessive =
    /^(?:his|her|their|its|my|our|your)$/.test(first.lower) &&
    /^(?:NOUN|ADJ|PROPN)$/.test(items[at + 1]?.pos ?? "") &&
    !/^(?:story|tale|truth)$/.test(items[at + 1]!.lower);
  if (first.pos === "PRON" && !possessive) return /^(?:that|what|who|how|why)$/.test(first.lower) ? at : at + 1;
  let i = at;
  while (i < items.length) {
    const { pos, lower, marked } = items[i]!;
    if (marked !== null || lower === "," || lower === "that") break;
    const nominal =
      pos === "NOUN" ||
      pos === "PROPN" ||
      pos === "NUM" ||
      pos === "DET" ||
      pos === "ADJ" ||
      /^(?:['’]s?|-|&|his|her|their|its)$/.test(lower);
    // "told the Times | the plan", "told CNN | Russia": the next phrase is what was said.
    if (
      i > at &&
      (pos === "DET" || (pos === "PRON" && true)) &&
      (items[i - 1]!.pos === "NOUN" || items[i - 1]!.pos === "PROPN")
    )
      break;
    if (isTime(items[i]!) && i > at) break;
    if (!nominal && !(lower === "of" || (lower === "and" && i > at) || (lower === "at" && i > at))) break;
    i++;
  }
  return i;
}
