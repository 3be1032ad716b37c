import { textOf } from "../../span.ts";
import { isClause, opensClause } from "../clause.ts";
import { endsTag } from "../content-end.ts";
import { contentStart } from "../content-start.ts";
import type { Item, Line } from "../line.ts";
import { canSpeak, isTime, isVerbal, type Range } from "../phrase.ts";
import { phraseAfter } from "../phrase-after.ts";
import { phraseBefore } from "../phrase-before.ts";
import { stanceOf } from "../stance.ts";
import type { VerbGroup } from "../verb-group.ts";
import type { Scene, VerbRule } from "./rule.ts";

/** "Q," Lee said; the plan failed, Lee said; the plan, Lee said, failed; "Q," said Lee, "Q". */
export const contentThenSpeaker: VerbRule = {
  name: "content-then-speaker",
  find(scene, group) {
    if (group.form !== "finite") return null;
    const { line } = scene;
    const { items } = line;
    const before = items[group.from - 1];
    if (before === undefined || /^(?:who|which|that)$/.test(before.lower)) return null;
    const tag = inverted(line, group) ?? regular(scene, group);
    if (tag === null) return null;
    const { mention, from, to } = tag;
    const head = { from: leftBound(scene, from), to: from };
    while (head.to > head.from && /^(?:,|—|–|-|--)$/.test(items[head.to - 1]!.lower)) head.to--;
    const lead = items[head.from];
    if (lead?.lower === "as" && head.to - head.from > 3) return null;
    const tail = tailOf(scene, to, !isClause(line, head) || items[head.from]?.pos === "SCONJ");
    const worth = head.to > head.from && isWorth(line, head, tail !== null, goesOnWithVerb(items, to));
    if (!worth && tail === null) return null;
    if (tail === null && isMereSideClause(line, head)) return null;
    const contents: Range[] = [];
    if (worth) contents.push(head);
    if (tail !== null) contents.push(tail);
    return {
      contents,
      cue: { from: group.from, to: group.to },
      mention,
      stance: stanceOf(line, group, mention.from),
      continues: null,
    };
  },
};

type Tag = { readonly mention: Range; readonly from: number; readonly to: number };

/** ..., said Lee */
function inverted(line: Line, group: VerbGroup): Tag | null {
  const { items } = line;
  const before = items[group.from - 1]!;
  if (!(before.lower === "," || before.marked !== null || /^[?!—–]$/.test(before.lower))) return null;
  if (group.before.length > 0 || (group.verb.forms.includes("base") && group.verb.lemma !== "read")) return null;
  if (before.marked === null && !/^(?:say|add|note|argue|explain|report|write|insist|warn)$/.test(group.verb.lemma))
    return null;
  if (
    before.marked !== null &&
    /[\p{L}\p{N}]["”’'»]+$/u.test(line.body.slice(before.start, before.end)) &&
    group.from > 1
  )
    return null;
  const first = items[group.to];
  if (first === undefined || first.marked !== null || /^(?:that|no|yes|so|nothing|,)$/.test(first.lower)) return null;
  const mention = phraseAfter(line, group.to, items.length);
  if (mention === null) return null;
  // "the deal, worth 3m, adds 14 turbines", "Lee, said the doses, worth 3m kroner, were lost": the explanation cannot speak
  const comma = items.findIndex(({ lower }, i) => i > mention.from && i < mention.to && lower === ",");
  if (before.marked === null && !canSpeak(line, { from: mention.from, to: comma < 0 ? mention.to : comma }))
    return null;
  const next = items[mention.to];
  // ", said he would": the words behind the verb have a verb of their own.
  if (next !== undefined && (next.pos === "VERB" || next.pos === "AUX") && !/ing$/.test(next.lower)) return null;
  if (before.marked === null && phraseBefore(line, group.from, 0) !== null && !isClosed(line, mention.to)) return null;
  return { mention, from: group.from, to: mention.to };
}

/** ..., Lee said */
function regular(scene: Scene, group: VerbGroup): Tag | null {
  const { line } = scene;
  const { items } = line;
  const mention = phraseBefore(line, group.from, 0);
  if (mention === null || mention.from === 0) return null;
  const before = items[mention.from - 1]!;
  if (!(before.lower === "," || before.marked !== null || /^(?:—|–|--|-|[?!])$/.test(before.lower))) return null;
  const start = contentStart(line, group.to);
  const closed = before.marked !== null && /[,?!…—–-]["”’'»\s]+$/.test(textOf(line.body, before));
  // "“...,” Lee said of a plan that failed": only what opens right behind the verb is said.
  const opened = start?.strong && !start.comma && start.at <= group.to + 1;
  if (!endsTag(line, group) && !(closed && !opened)) return null;
  return { mention, from: mention.from, to: group.to };
}

function isClosed({ items }: Line, at: number): boolean {
  const next = items[at];
  return next === undefined || isTime(next) || next.pos === "ADP" || /^[,.;—–?!]/.test(next.lower);
}

/**
 * The content begins where the sentence does, behind a semicolon, or behind the last draft that is closed itself; with
 * a quotation before the tag and another speaker before that, at the quotation.
 */
function leftBound({ line, drafts }: Scene, end: number): number {
  let from = 0;
  const beforeMark = line.items[end - 1]!.marked !== null ? line.items[end - 2] : undefined;
  if (beforeMark !== undefined && /^[:—–-]$/.test(beforeMark.lower)) return end - 1;
  if (
    beforeMark?.lower === "," &&
    !line.items.slice(0, end - 2).some(isVerbal) &&
    /^(?:because|despite|in|on|at|for|with|after|as|to)$/.test(line.items[0]!.lower)
  )
    return end - 1;
  for (let i = end - 1; i > 0; i--) {
    if (line.items[i]!.lower === ";") {
      from = i + 1;
      break;
    }
  }
  for (const { contents, rule } of drafts) {
    const last = contents.at(-1)!;
    if (rule === "content-then-speaker" && last.to <= end) from = Math.max(from, last.to);
    if (last.to > from && last.to < end && line.items[end - 1]!.marked !== null) from = end - 1;
  }
  while (from < end && /^(?:,|;|\.|—|–|and)$/.test(line.items[from]!.lower)) from++;
  const opening = line.items[from];
  if (opening !== undefined && /^(?:though|although|while|despite)$/.test(opening.lower)) {
    for (let i = from; i < end - 2; i++) if (line.items[i]!.lower === ",") return i + 1;
  }
  return from;
}

/** "Unless the road is safe, they wrote": with no main clause the words behind the comma are that, no tag. */
function isMereSideClause({ items }: Line, { from, to }: Range): boolean {
  if (!/^(?:if|unless|when|because|although|though|lest|after|before|while|as|since|until)$/.test(items[from]!.lower))
    return false;
  return items.slice(from, to).every(({ lower, marked }) => lower !== "," && marked === null);
}

/** A head that is only "But", "In 2016" or "On Monday" was not said, or is not worth showing without the rest. */
function isWorth(line: Line, head: Range, hasTail: boolean, goesOn: boolean): boolean {
  const opening = line.items[head.from]!;
  if (/^(?:asked|questioned|pressed)$/.test(opening.lower)) return false;
  const circumstance = /^(?:ADP|ADV|SCONJ)$/.test(opening.pos) || /^later$/.test(line.items[head.to - 1]!.lower);
  if (hasTail && circumstance && !line.items.slice(head.from, head.to).some(isVerbal)) return isSaidToo(line, head);
  if (hasTail && /ing$/.test(line.items[head.from]!.lower) && !goesOn) return false;
  if (isClause(line, head)) return true;
  const first = line.items[head.from]!;
  if (first.pos === "ADP" || first.pos === "ADV" || first.pos === "CCONJ" || first.pos === "SCONJ" || isTime(first))
    return false;
  return head.to - head.from >= (goesOn ? 1 : hasTail ? 2 : 3);
}

/** "Within marriages, they said, women decide": said like the rest; "On Monday, she said, ..." or what stands before marks is not. */
function isSaidToo({ items }: Line, head: Range): boolean {
  if (items[head.from]!.pos !== "ADP" || head.to - head.from < 2) return false;
  return !items.slice(head.from, head.to).some(isTime) && items.slice(head.to).every(({ marked }) => marked === null);
}

/** "the problem, she said, | is that", but "“It is true,” she said, | dressed in red". */
function goesOnWithVerb(items: readonly Item[], comma: number): boolean {
  const first = items[comma + 1];
  if (first === undefined || items[comma]!.lower !== ",") return false;
  if (first.pos === "AUX") return true;
  return (
    first.pos === "VERB" && !/ing$/.test(first.lower) && items.slice(0, comma).every(({ marked }) => marked === null)
  );
}

/** What goes on behind the tag: `"...," he said, "..."` and `..., he said, ...`. */
function tailOf({ line, groups }: Scene, at: number, incomplete: boolean): Range | null {
  const { items } = line;
  let end = items.length;
  while (end > at && /^[.!?…]+$/.test(items[end - 1]!.lower)) end--;
  let i = at;
  let reach = 0;
  // Past the circumstances of the tag, to a quotation behind a comma or colon.
  while (i < end && reach < 40) {
    if (items[i]!.marked !== null && (i === at || /[,:—–.]$/.test(items[i - 1]!.lower))) {
      const other = groups.some(({ from }) => from >= at && from < i);
      return other ? null : { from: i, to: quoteRun(line, i, end) };
    }
    i++;
    reach++;
  }
  if (items[at]?.lower !== ",") return null;
  const first = items[at + 1];
  if (first === undefined || at + 1 >= end) return null;
  if ((/ing$/.test(first.lower) && !incomplete) || isTime(first)) return null;
  if (
    /^(?:when|after|before|as|while|in|at|during|who|which|citing|according|referring|on|because|though|although|but|and|speaking|with|to|from|a|whose|for|by)$/.test(
      first.lower,
    )
  ) {
    // "he says, at least seven of them left"
    const least = first.lower === "at" && /^(?:least|most)$/.test(items[at + 2]?.lower ?? "");
    if (!least && !/^(?:but|and|because|though|although|to|for|by|a)$/.test(first.lower)) return null;
    if (groups.some(({ from }) => from > at) && !(first.lower === "a" && opensClause(line, { from: at + 1, to: end })))
      return null;
  }
  const range = { from: at + 1, to: end };
  // "the problem she saw, she said, | is that ..."
  const verb = goesOnWithVerb(items, at);
  if (!incomplete && !verb && !opensClause(line, range)) return null;
  const next = groups.find(({ from }) => from > at && from < end);
  if (next !== undefined) {
    for (let j = next.from - 1; j > at; j--) if (items[j]!.lower === ",") range.to = j;
  }
  return range.to > range.from && isClause(line, range) ? range : null;
}

function quoteRun({ items }: Line, at: number, end: number): number {
  let to = at + 1;
  while (to + 1 < end && /^(?:and|but|,|or)$/.test(items[to]!.lower) && items[to + 1]!.marked !== null) to += 2;
  return to;
}
