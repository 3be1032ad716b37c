import type { CueVerb } from "./cues.ts";
import type { Line } from "./line.ts";

/** A verb of speech with its auxiliaries, adverbs and particles: "had not yet said", "went on to say", "pointed out". */
export type VerbGroup = {
  readonly verb: CueVerb;
  /** Items `[from, to)` of the line; `head` is the verb itself. */
  readonly from: number;
  readonly head: number;
  readonly to: number;
  /** gerund: a bare "-ing"; infinitive: "to V" without a governing verb in the group. */
  readonly form: "finite" | "gerund" | "infinitive" | "passive";
  /** The words before the head, in lower case: "did not", "refused to". */
  readonly before: readonly string[];
};

const AUXILIARY =
  /^(?:is|are|was|were|be|been|being|am|has|have|had|having|do|does|did|will|would|can|could|may|might|must|shall|should|ca|wo|'s|’s|'ve|’ve|'d|’d|'ll|’ll|'re|’re|'m|’m|let)$/;
const BE = /^(?:is|are|was|were|be|been|being|am|'s|’s|'re|’re|'m|’m|get|got|gets)$/;
const NEGATION = /^(?:not|n't|n’t|never)$/;
/** Verbs that carry another one: "went on to say", "declined to comment", "began talking". */
const CARRIER =
  /^(?:go|goes|going|gone|went|on|continue|continues|continued|begin|began|begins|begun|seem|seems|seemed|appear|appears|appeared|refuse|refuses|refused|decline|declines|declined|want|wants|wanted|try|tries|tried|trying|plan|plans|planned|expected|likely|need|needs|needed|like|likes|liked|used|hasten|hastened|fail|fails|failed|love|loves|loved|quick|careful|took|taken|pause|paused|keep|keeps|kept|stop|stops|stopped|scheduled|set|poised|reluctant|able|unable|hesitate|hesitated|proceed|proceeded|happy|eager|prepared|ready|intend|intends|intended|hope|hopes|hoped)$/;

/** Particles that belong to a verb of speech. */
const PARTICLE = new Map(
  Object.entries({
    point: /^out$/,
    call: /^(?:out|for|on)$/,
    lash: /^out$/,
    go: /^on$/,
    put: /^(?:it|out)$/,
    hear: /^$/,
    shoot: /^back$/,
    fire: /^back$/,
    snap: /^back$/,
    push: /^back$/,
    cry: /^out$/,
    speak: /^out$/,
  }),
);

/** The verbs of speech of a line, in order. */
export function findVerbGroups(line: Line): VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (let head = 0; head < line.items.length; head++) {
    const group = verbGroupAt(line, head);
    if (group !== null) groups.push(group);
  }
  return groups;
}

/** The verb of speech at item `head` with all that belongs to it; `null` when the word is none here. */
function verbGroupAt(line: Line, head: number): VerbGroup | null {
  const { items } = line;
  const item = items[head]!;
  const verb = item.cue;
  if (verb === undefined || !isVerb(line, head, verb)) return null;
  let from = head;
  let infinitive = false;
  let governed = false;
  while (from > 0) {
    const before = items[from - 1]!;
    const { lower, pos } = before;
    if (before.marked !== null) break;
    if (lower === "to") {
      // "adds weight to claims that"
      if (verb.forms.includes("third") && !verb.forms.includes("base")) return null;
      const carrier = items[from - 2];
      infinitive = true;
      if (carrier === undefined || !CARRIER.test(carrier.lower) || carrier.pos === "NOUN") {
        from--;
        break;
      }
      governed = true;
      from -= 2;
    } else if (/^(?:Will|May)$/.test(before.text) && (pos === "PROPN" || pos === "NOUN")) {
      break; // George Will, Theresa May
    } else if (AUXILIARY.test(lower) || NEGATION.test(lower)) {
      if (infinitive && !governed) break;
      from--;
    } else if (
      pos === "ADV" &&
      !/^(?:when|where|why|how|as|so|however|then|instead|meanwhile|there|now)$/.test(lower)
    ) {
      from--;
    } else if (
      /^(?:also|later|then|now|once|repeatedly|reportedly|privately|instead|since|himself|herself|themselves|itself|all|both|first|recently)$/.test(
        lower,
      )
    ) {
      from--;
    } else if (governed && CARRIER.test(lower)) {
      from--;
    } else break;
  }
  const before = items.slice(from, head).map(({ lower }) => lower);
  // "Also"/"Recently" that opens the sentence is no part of the verb, but then there is no subject either.
  let to = head + 1;
  const particle = PARTICLE.get(verb.lemma);
  if (particle !== undefined && items[to] !== undefined && particle.test(items[to]!.lower)) to++;
  return { verb, from, head, to, form: formOf(verb, before, infinitive && !governed), before };
}

function formOf(verb: CueVerb, before: readonly string[], infinitive: boolean): VerbGroup["form"] {
  const auxiliaries = before.filter((word) => AUXILIARY.test(word));
  const last = auxiliaries.at(-1);
  if (verb.forms.includes("gerund")) return last !== undefined && BE.test(last) ? "finite" : "gerund";
  if (infinitive) return "infinitive";
  if (verb.forms.includes("participle") && last !== undefined && BE.test(last) && !/^['’][sd]$/.test(last))
    return "passive";
  return "finite";
}

function isYear(word: string): boolean {
  return /^(?:19|20)\d\d$/.test(word);
}

/** Whether the word acts as a verb: wink-nlp's tag, mended where a noun and a verb look alike. */
function isVerb({ items }: Line, at: number, verb: CueVerb): boolean {
  const { pos, lower } = items[at]!;
  const before = items[at - 1];
  const after = items[at + 1];
  if (before !== undefined && before.marked === null) {
    if (
      (before.pos === "DET" && !(verb.plain && /^(?:another|both|many|several|some)$/.test(before.lower))) ||
      /^(?:his|her|their|its|our|your|my|a|an|the|this|these|those|no|any)$/.test(before.lower)
    )
      return false;
    if (before.pos === "PART" && /^['’]s?$/.test(before.lower)) return false;
    // "44 emails that"
    if (before.pos === "NUM" && before.lower !== "one" && verb.forms.includes("third") && !isYear(before.lower))
      return false;
  }
  if (after !== undefined && after.lower === "-" && after.start === items[at]!.end) return false;
  if (before !== undefined && before.lower === "-" && before.end === items[at]!.start) return false;
  if (pos === "VERB" || pos === "AUX") return true;
  if (verb.plain)
    return (
      pos !== "ADJ" ||
      lower === "said" ||
      after?.marked != null ||
      after?.lower === ":" ||
      before?.marked != null ||
      // "“...,” Toomey fumed"
      (/^(?:PROPN|PRON)$/.test(before?.pos ?? "") && items[at - 2]?.marked != null)
    );
  // "..." Lee notes.  A tag behind a quotation, whatever wink-nlp made of its verb.
  const ends = after === undefined || /^[,.]$/.test(after.lower);
  const closes = ends || after.pos === "ADP" || /day$/.test(after.lower);
  const tagging = !verb.forms.includes("base") || (verb.lemma === "state" && before?.pos === "PROPN");
  const reach = items.slice(Math.max(0, at - (ends ? 10 : 6)), at);
  if (closes && tagging && pos !== "ADJ" && reach.some(({ marked }) => marked !== null)) return true;
  if (before?.pos === "PRON" && /^(?:he|she|they|who)$/.test(before.lower) && !verb.forms.includes("base")) return true;
  // "Putin aide reports “...”", "the mayor warns that"
  const tag = after === undefined ? "" : after.marked !== null ? "QUOTE" : after.lower;
  // "Critics call it a mouthpiece"
  if (lower === "call" && after?.pos === "PRON" && /s$/.test(before?.lower ?? "")) return true;
  // "Marsh claims the bird stole it"
  if (before?.pos === "PROPN" && verb.forms.includes("third") && /^(?:DET|PRON)$/.test(after?.pos ?? "")) return true;
  const particle = PARTICLE.get(verb.lemma);
  if (particle?.test(tag) && items[at + 2]?.lower === "that") return true;
  return (tag === "QUOTE" || tag === "that" || tag === ":") && verb.forms.includes("third");
}
