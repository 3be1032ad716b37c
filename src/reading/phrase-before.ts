import { isAlsoForename } from "./also-forenames.ts";
import type { Item, Line } from "./line.ts";
import { isNominal, isPartOfPhrase, isTime, isVerbal, PERSONAL, type Range } from "./phrase.ts";

const SUBJECT_PRONOUN =
  /^(?:he|she|they|it|i|we|you|who|some|others|many|most|several|both|one|another|few|everyone|someone|nobody|none|all|neither|each|that|this|these|those)$/;
/** Prepositions that go on with a noun phrase: "a spokesman for", "head of", "mayor of". */
const INSIDE =
  /^(?:of|for|at|in|from|with|to|on|by|under|behind|near|against|about|between|among|outside|inside|around|like|over|including)$/;

/**
 * The noun phrase that ends before item `end` and does not begin before `floor`: with its titles, "of" phrases,
 * brackets and, when a comma stands before the verb, its apposition or relative clause.
 */
export function phraseBefore(line: Line, end: number, floor: number): Range | null {
  const { items } = line;
  if (end <= floor) return null;
  const last = items[end - 1]!;
  if (last.marked !== null) return beforeParticiple(line, end, floor);
  // "Officials in both parties, though, | say"
  if (
    last.lower === "," &&
    /^(?:though|however|too|meanwhile)$/.test(items[end - 2]?.lower ?? "") &&
    items[end - 3]?.lower === ","
  )
    return phraseBefore(line, end - 3, floor);
  if (last.lower === "," || isDash(items, end - 1)) return phraseWithApposition(line, end, floor);
  if (last.pos === "PRON" && SUBJECT_PRONOUN.test(last.lower)) {
    if (/^(?:who|that)$/.test(last.lower)) return antecedent(line, end - 1, floor);
    return { from: end - 1, to: end };
  }
  if (last.lower === "which" || last.lower === "who" || last.lower === "that") return antecedent(line, end - 1, floor);
  return withRelativeClause(line, end, floor) ?? simplePhrase(line, end, floor);
}

function isDash(items: readonly Item[], at: number): boolean {
  return /^(?:[—–―]|--)$/.test(items[at]!.lower);
}

/** "Mr. Lee, citing “...,” | said" */
function beforeParticiple(line: Line, end: number, floor: number): Range | null {
  const { items } = line;
  const { start, end: close } = items[end - 1]!;
  if (!/,["”’'»]+$/.test(line.body.slice(start, close))) return null;
  for (let i = end - 2; i > Math.max(floor, end - 12); i--) {
    if (items[i]!.lower === "," && /ing$/.test(items[i + 1]!.lower)) return simplePhrase(line, i, floor, true);
  }
  return null;
}

/** "Supporters who heard from the campaign | say": back over the relative clause to what it explains. */
function withRelativeClause(line: Line, end: number, floor: number): Range | null {
  let verb = false;
  for (let i = end - 1; i > floor && i > end - 18; i--) {
    const item = line.items[i]!;
    if (item.marked !== null || /^[,;:—–]$/.test(item.lower)) return null;
    if (isVerbal(item)) verb = true;
    if (/^(?:who|whose|which)$/.test(item.lower)) {
      const head = verb ? simplePhrase(line, i, floor, true) : null;
      return head && { from: head.from, to: end };
    }
  }
  return null;
}

function antecedent(line: Line, relative: number, floor: number): Range | null {
  let end = relative;
  while (end > floor && /^[,—–]$/.test(line.items[end - 1]!.lower)) end--;
  if (end <= floor) return { from: relative, to: relative + 1 };
  const phrase = simplePhrase(line, end, floor, true);
  return phrase ?? { from: relative, to: relative + 1 };
}

/** Walks left over what can belong to one noun phrase. */
function simplePhrase(line: Line, end: number, floor: number, last = false): Range | null {
  const { items } = line;
  let from = end;
  let depth = 0;
  while (from > floor) {
    const item = items[from - 1]!;
    if (/^[)\]]$/.test(item.lower)) depth++;
    else if (/^[([]$/.test(item.lower)) {
      if (depth === 0) break;
      depth--;
    } else if (depth > 0) {
      if (end - from > 30) return null;
    } else if (item.pos === "PRON" && PERSONAL.test(item.lower)) break;
    else if (isPartOfPhrase(item)) {
      // A stretch in marks opens a phrase only as a nickname or an epithet: the quotation before a tag is no part of it.
      if (item.marked !== null && (from === end || /[,.?!…—–-]["”’'»\s]*$/.test(line.body.slice(item.start, item.end))))
        break;
    } else if (item.pos === "CCONJ" && item.lower !== "but" && item.lower !== "or") {
      if (from - 2 < floor || !isNominal(items[from - 2]!) || items[from - 2]!.marked !== null) break;
      if (last) break;
    } else if (item.pos === "ADP" && INSIDE.test(item.lower)) {
      if (from - 2 < floor) break;
      if (last && (!/^(?:of|for|at)$/.test(item.lower) || !isNominal(items[from - 2]!))) break;
    } else if (item.lower === "," && from < end && isListOfAdjectives(items, from - 1)) {
      // "the bespectacled, 71-year-old diplomat"
    } else if (isVerbal(item) && (items[from]?.lower === "-" || items[from - 2]?.lower === "-")) {
      // "the document-dumping organization"
    } else if (isVerbal(item) && isPostModifier(items, from - 1, floor)) {
      // "a report released by the department"
    } else break;
    from--;
  }
  const opened = from;
  from = trimLeft(items, from, end);
  if (from >= end) return null;
  // "beat Ohio and Trump said": the object of another verb is no part of the subject.
  const before = items[opened - 1];
  if (
    opened > floor &&
    before !== undefined &&
    before.marked === null &&
    (before.pos === "VERB" || before.pos === "ADP") &&
    before.cue === undefined
  ) {
    for (let i = end - 1; i > from; i--) if (items[i]!.pos === "CCONJ") return { from: i + 1, to: end };
  }
  return { from, to: end };
}

function isListOfAdjectives(items: readonly Item[], comma: number): boolean {
  const [before, after] = [items[comma - 1], items[comma + 1]];
  return before?.pos === "ADJ" && (after?.pos === "ADJ" || after?.pos === "NUM");
}

function isPostModifier(items: readonly Item[], at: number, floor: number): boolean {
  const { lower, cue } = items[at]!;
  if (at - 1 < floor || !isNominal(items[at - 1]!) || items[at - 1]!.marked !== null) return false;
  if (!/(?:ed|ing|own|ade|ent)$/.test(lower)) return false;
  const next = items[at + 1];
  return next !== undefined && (next.pos === "ADP" || /^(?:last|this|on)$/.test(next.lower)) && cue?.lemma !== "say";
}

function isIn(item: Item | undefined): boolean {
  return item?.pos === "ADP" || item?.lower === "last";
}

/** A phrase does not begin with a preposition, a conjunction or a time: "In 2013 | Trump", "On Monday | the mayor". */
function trimLeft(items: readonly Item[], from: number, end: number): number {
  let at = from;
  while (at < end) {
    const { pos, lower } = items[at]!;
    if (pos === "CCONJ" || /^(?:-|–|\.|’|'|&|\/)$/.test(lower) || (pos === "ADV" && at < end - 1 && lower !== "then"))
      at++;
    else if (pos === "ADP" && !/^(?:about|around|over|nearly)$/.test(lower)) {
      // Past the object of the preposition: to the next phrase that opens on its own.
      let next = at + 1;
      while (next < end && !(next > at + 1 && opensPhrase(items, next))) next++;
      at = next;
    } else if (
      isTime(items[at]!) &&
      at < end - 1 &&
      items[at + 1]!.lower !== "-" &&
      !/^(?:last|may)$/.test(lower) &&
      // "June Osei | said"
      !(isAlsoForename(items[at]!.text) && at === end - 2 && items[at + 1]!.pos === "PROPN" && !isIn(items[at - 1]))
    )
      at++;
    // "Last night | a spokesman", but "last year's winner"
    else if (lower === "last" && at < end - 2 && isTime(items[at + 1]!) && items[at + 2]!.pos === "DET") at += 2;
    else break;
  }
  return at;
}

function opensPhrase(items: readonly Item[], at: number): boolean {
  const { pos } = items[at]!;
  const before = items[at - 1]!;
  if (before.pos !== "NOUN" && before.pos !== "PROPN" && before.pos !== "NUM") return false;
  if (pos === "DET") return true;
  return pos === "PROPN" && (before.pos === "NOUN" || before.pos === "NUM" || isTime(before));
}

/** "Ann Lee, 45, a teacher from Leeds, | said": back over the comma's partner to the phrase it explains. */
function phraseWithApposition(line: Line, end: number, floor: number): Range | null {
  const { items } = line;
  const dash = items[end - 1]!.lower;
  const commas: number[] = [];
  for (let i = end - 2; i >= floor && commas.length < 6; i--) if (items[i]!.lower === dash) commas.push(i);
  for (const comma of commas) {
    const opening = items[comma + 1]!;
    if (comma + 1 >= end - 1) continue;
    if (!opensApposition(items, comma + 1)) continue;
    const head = simplePhrase(line, comma, floor, true);
    if (head === null) {
      if (items[comma - 1]?.pos === "PRON" && comma - 1 >= floor) return { from: comma - 1, to: end - 1 };
      continue;
    }
    // "..., curator and | director of exhibits at the University of Arkansas, Fayetteville,": itself an apposition.
    if (opensBareApposition(items, head.from, floor) && comma !== commas.at(-1)) continue;
    const name = items.slice(head.from, head.to);
    // A name or a described person; "In Ohio, a swing state, ..." has its preposition before it.
    if (!name.some((item) => item.pos === "PROPN" || item.pos === "NOUN")) continue;
    if (
      opening.pos === "NUM" ||
      name.some((item) => item.pos === "PROPN") ||
      /^(?:who|whose|which)$/.test(opening.lower) ||
      comma === commas.at(-1)
    )
      return { from: head.from, to: end - 1 };
  }
  return null;
}

/** A description without article behind a comma, or the second of two. */
function opensBareApposition(items: readonly Item[], at: number, floor: number): boolean {
  const before = items[at - 1];
  if (at <= floor || before === undefined || items[at]!.pos !== "NOUN") return false;
  return before.lower === "," || (before.lower === "and" && items[at - 2]?.pos === "NOUN");
}

function opensApposition(items: readonly Item[], at: number): boolean {
  const { pos, lower } = items[at]!;
  if (
    /^(?:who|whose|which|where|along|then|now|once|one|also|himself|herself|speaking|whom|of|from|in|at|like|after|when|while|in)$/.test(
      lower,
    )
  )
    return true;
  return (
    pos === "DET" ||
    pos === "NOUN" ||
    pos === "PROPN" ||
    pos === "NUM" ||
    pos === "ADJ" ||
    pos === "VERB" ||
    pos === "PRON" ||
    pos === "ADP" ||
    pos === "ADV"
  );
}
