import type { Item, Line } from "./line.ts";
import type { Stance } from "./reading.ts";
import type { VerbGroup } from "./verb-group.ts";

const DENYING = /^(?:deny|dispute|reject|refute|dismiss|refuse|decline)$/;
const DENIED = /^(?:den(?:y|ies|ied|ying)|disput(?:es|ed|ing))$/;
const ASKING = /^(?:ask|wonder|question)$/;
const REFUSING =
  /^(?:refused|refuses|refuse|declined|declines|decline|failed|fails|fail|stopped|unable|hesitated|hesitate|reluctant)$/;
const POSSIBLE =
  /^(?:would|could|might|may|should|can|will|shall|expected|likely|want|wants|wanted|plans|planned|plan|hope|hopes|hoped|intends|intended|scheduled|need|needs|'ll|’ll|poised|set|prepared)$/;

/** How the article stands to what the verb governs. `subject` is the first item of its subject. */
export function stanceOf(line: Line, group: VerbGroup, subject: number | null): Stance {
  const { verb, before } = group;
  const negated =
    isNegated(before) ||
    before.some((word) => REFUSING.test(word)) ||
    opensNegative(line, subject) ||
    isCalledUntrue(line.items, subject ?? group.from);
  if (DENYING.test(verb.lemma) && !isDescription(line, group)) return "denied";
  // "denied saying", "denied having told"
  if (group.form === "gerund" && DENIED.test(line.items[group.from - 1]?.lower ?? "")) return "denied";
  if (isHypothetical(line.items, subject ?? group.from)) return "conditional";
  if (negated) return "denied";
  if (ASKING.test(verb.lemma)) return "asked";
  if (isQuestion(line, subject, group)) return "asked";
  if (before.some((word) => POSSIBLE.test(word)) && !isPastHabit(before)) return "conditional";
  return "said";
}

/** "did not say", but "did not only say". */
function isNegated(before: readonly string[]): boolean {
  return before.some(
    (word, i) =>
      /^(?:not|n't|n’t|never|neither|nor)$/.test(word) && !/^(?:only|just|merely|simply)$/.test(before[i + 1] ?? ""),
  );
}

/** "dismissed the report as “lazy”": it was called so. */
function isDescription({ items }: Line, { verb, to }: VerbGroup): boolean {
  return verb.lemma === "dismiss" && items.slice(to, to + 10).some(({ lower }) => lower === "as");
}

/** "would later say", "would often say": it was said, then or again and again. */
function isPastHabit(before: readonly string[]): boolean {
  return (
    before[0] === "would" &&
    /^(?:later|eventually|subsequently|often|always|frequently|repeatedly|go)$/.test(before[1] ?? "")
  );
}

const EVADED = /^(?:comment|answer|respond|reply|discuss|elaborate|speak|talk|specify|disclose|name|identify|be)$/;
const QUESTION_WORD = /^(?:whether|if|why|how|what|who|when|where|which)$/;

/** "declined to comment", "did not respond to a request", "would not say whether": neither a statement nor a denial of one. */
export function isSilence({ items }: Line, { verb, before, to }: VerbGroup): boolean {
  const next = items[to]?.lower ?? "";
  if (/^(?:refuse|decline)$/.test(verb.lemma)) {
    const infinitive = next === "to" ? (items[to + 1]?.lower ?? "") : "";
    return EVADED.test(infinitive) || (infinitive === "say" && QUESTION_WORD.test(items[to + 2]?.lower ?? ""));
  }
  if (!isNegated(before) && !before.some((word) => REFUSING.test(word))) return false;
  if (verb.lemma === "say") return QUESTION_WORD.test(next);
  return /^(?:comment|answer|respond|reply|elaborate|discuss|specify|disclose)$/.test(verb.lemma);
}

/** "Nobody said", "no official has said", "neither of them said". */
function opensNegative({ items }: Line, subject: number | null): boolean {
  return subject !== null && /^(?:no|nobody|none|neither|few|nor)$/.test(items[subject]?.lower ?? "");
}

/** "It is false that she said", "it is not that she said", "it is not true that he said", "there is no evidence that they said". */
function isCalledUntrue(items: readonly Item[], subject: number): boolean {
  if (items[subject - 1]?.lower !== "that") return false;
  const claim = items[subject - 2]?.lower ?? "";
  if (/^(?:false|untrue|incorrect|wrong|not)$/.test(claim)) return true;
  if (!/^(?:true|correct|case|evidence|proof)$/.test(claim)) return false;
  return items.slice(Math.max(0, subject - 4), subject - 2).some(({ lower }) => /^(?:not|n't|n’t|no)$/.test(lower));
}

/** "If she says", "unless the court says", "whether he said", "had she said"; but "no sooner had she said". */
function isHypothetical(items: readonly Item[], subject: number): boolean {
  if (
    items[subject - 1]?.lower === "had" &&
    /^(?:sooner|hardly|scarcely|barely)$/.test(items[subject - 2]?.lower ?? "")
  )
    return false;
  for (let i = subject - 1; i >= Math.max(0, subject - 2); i--) {
    if (/^(?:if|unless|whether|had|should|suppose|supposing|imagine|lest|until)$/.test(items[i]!.lower)) return true;
    if (items[i]!.lower === ",") return false;
  }
  return false;
}

/** "Did the minister say ...?": the auxiliary stands before the subject. */
function isQuestion({ items }: Line, subject: number | null, group: VerbGroup): boolean {
  if (items.at(-1)?.lower !== "?" || subject === null || subject > group.head) return false;
  const lead = items[subject - 1]?.lower ?? "";
  return (
    /^(?:did|does|do|has|have|had|is|was|will|would|could|can|should|why|what|who|when|how)$/.test(lead) ||
    /^(?:who|what)$/.test(items[subject]!.lower)
  );
}
