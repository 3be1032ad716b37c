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
    before.some((word) => /^(?:not|n't|n’t|never|neither|nor)$/.test(word)) ||
    before.some((word) => REFUSING.test(word)) ||
    opensNegative(line, subject) ||
    isCalledUntrue(line.items, subject ?? group.from);
  if (DENYING.test(verb.lemma)) return "denied";
  // "denied saying", "denied having told"
  if (group.form === "gerund" && DENIED.test(line.items[group.from - 1]?.lower ?? "")) return "denied";
  if (isHypothetical(line.items, subject ?? group.from)) return "conditional";
  if (negated) return "denied";
  if (ASKING.test(verb.lemma)) return "asked";
  if (isQuestion(line, subject, group)) return "asked";
  if (before.some((word) => POSSIBLE.test(word))) return "conditional";
  return "said";
}

/** "Nobody said", "no official has said", "neither of them said". */
function opensNegative({ items }: Line, subject: number | null): boolean {
  return subject !== null && /^(?:no|nobody|none|neither|few|nor)$/.test(items[subject]?.lower ?? "");
}

/** "It is false that she said", "it is not true that he said", "there is no evidence that they said". */
function isCalledUntrue(items: readonly Item[], subject: number): boolean {
  if (items[subject - 1]?.lower !== "that") return false;
  const claim = items[subject - 2]?.lower ?? "";
  if (/^(?:false|untrue|incorrect|wrong)$/.test(claim)) return true;
  if (!/^(?:true|correct|case|evidence|proof)$/.test(claim)) return false;
  return items.slice(Math.max(0, subject - 4), subject - 2).some(({ lower }) => /^(?:not|n't|n’t|no)$/.test(lower));
}

/** "If she says", "unless the court says", "whether he said". */
function isHypothetical(items: readonly Item[], subject: number): boolean {
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
