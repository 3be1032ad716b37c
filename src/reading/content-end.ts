import { opensClause } from "./clause.ts";
import { addresseeEnd, contentStart } from "./content-start.ts";
import type { Item, Line } from "./line.ts";
import { isTime } from "./phrase.ts";
import { phraseBefore } from "./phrase-before.ts";
import type { VerbGroup } from "./verb-group.ts";

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
