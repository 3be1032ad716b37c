import { type Span, textOf } from "../span.ts";
import type { Name } from "./name-chunk.ts";
import { countryOf } from "./places.ts";
import { isHonorific, isTitle } from "./titles.ts";
import { findWords } from "./words.ts";

const LONGEST = 90;
/** With what may stand between it and the name. */
const LONGEST_TITLE = 30;
// Both look back from the end: forwards, every beginning would be tried.
const WORD_BEFORE = /$(?<=(\p{L}(?:[-’'.&]?[\p{L}\p{M}\p{N}])*\.?),? )/u;
const CLAUSE_BEFORE = /$(?<=([^\n.;:!?()“”"—–]*))/;
const DETERMINER =
  /^(?:a|an|the|his|her|their|its|another|one|and|or|but|by|with|that|when|while|to|said|says|told|as|is|was|from|of|in|at|for|on)$/i;

/**
 * The roles that the words around a name give, as written and without article: "Clinton campaign manager Robby Mook",
 * "Mark Longabaugh, a senior adviser to Mr. Sanders,", "the Kremlin's spokesman, Dmitry Peskov,".
 */
export function findRoles(body: string, name: Name): string[] {
  const roles = [roleBefore(body, name), roleAfter(body, name)];
  return roles.filter((role) => role !== null);
}

function roleBefore(body: string, { start, role }: Name): string | null {
  const from = role?.start ?? start;
  const left = body.slice(Math.max(0, from - LONGEST), from);
  const near = CLAUSE_BEFORE.exec(left)![1]!;
  // Most names have no role before them, and the word beside them tells.
  if (role === null && !isTitle(WORD_BEFORE.exec(near.slice(-LONGEST_TITLE))?.[1] ?? "")) return null;
  const base = from - near.length;
  const words = findWords(body, { start: base, end: from });
  const last = words.at(-1);
  const gap = body.slice(last?.end ?? base, from);
  if (last === undefined || last.possessive || !(gap === " " || (role === null && gap === ", ")))
    return role && textOf(body, role);
  if (role === null && (last.capital || !isTitle(last.text))) return null;
  let first = words.length;
  while (first > 0) {
    const word = words[first - 1]!;
    if (DETERMINER.test(word.text) || (first < words.length && body.slice(word.end, words[first]!.start).includes(",")))
      break;
    if (
      role !== null &&
      first === words.length &&
      !word.capital &&
      !isTitle(word.text) &&
      !/^(?:former|ex|then|senior|deputy|acting)$/.test(word.text)
    )
      break;
    first--;
  }
  if (first === words.length) return role && textOf(body, role);
  const end = role?.end ?? last.end;
  return body.slice(words[first]!.start, end);
}

function roleAfter(body: string, { end }: Span): string | null {
  const right = body.slice(end, end + LONGEST + 60);
  const apposition =
    /^(?: \([^()]{1,20}\))?(?:, | [—–-] )(?:who (?:is|was) )?(?:(?:a|an|the|one of the) )?([^,;:()"“”—–\n]{3,90}?)(?=,|\.(?:\s|$)| who |[—–(;:]|$)/.exec(
      right,
    );
  if (apposition === null) return null;
  const words = findWords(apposition[1]!, { start: 0, end: apposition[1]!.length });
  const head = headIndex(words.map(({ text }) => text));
  const clause = words.some(({ text }) => /^(?:is|are|was|were|has|had|will|would|said|says|and)$/.test(text));
  return head < 0 || clause ? null : apposition[1]!;
}

/** Where the noun stands that says what somebody is: the last role noun before the first preposition; -1 when there is none. */
function headIndex(words: readonly string[]): number {
  let head = -1;
  for (const [i, word] of words.entries()) {
    if (/^(?:for|of|at|from|in|with|on|to|who|whose|and|by|under)$/.test(word)) break;
    if (isTitle(word) && !isHonorific(word)) head = i;
  }
  return head;
}

/** A role taken apart to be compared. */
export type Office = {
  /** "spokesperson", whatever the gender; lower-cased. */
  readonly head: string;
  /** "russia" of "Russian", "Kremlin's", "Putin". */
  readonly country: string | null;
  /** The other words that narrow it, lower-cased and cut to six letters: "presid", "foreig". */
  readonly modifiers: readonly string[];
  /** Modifiers that are names. */
  readonly names: readonly string[];
  readonly former: boolean;
};

const SAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sen: "senator",
    sens: "senator",
    rep: "representative",
    reps: "representative",
    congressman: "representative",
    congresswoman: "representative",
    gov: "governor",
    govs: "governor",
    lt: "lieutenant",
    col: "colonel",
    gen: "general",
    adm: "admiral",
    pres: "president",
    dr: "doctor",
    prof: "professor",
    premier: "minister",
    advisor: "adviser",
    "co-founder": "founder",
    presidency: "president",
    presidential: "president",
  }),
);
const PLAIN =
  /^(?:the|a|an|his|her|their|its|s|of|for|at|in|to|and|senior|top|chief|current|longtime|new|old|mr|ms|mrs)$/;

/** Takes a role apart; `null` when it has no role noun. */
export function parseOffice(text: string): Office | null {
  const role = text.replaceAll("White House", "Washington").replaceAll("Downing Street", "London");
  const words = findWords(role, { start: 0, end: role.length });
  const at = headIndex(words.map(({ text }) => text));
  if (at < 0) return null;
  const modifiers: string[] = [];
  const names: string[] = [];
  let country: string | null = null;
  let former = false;
  for (const [i, { text, capital }] of words.entries()) {
    if (i === at) continue;
    const key = text.toLowerCase().replace(/\.$/, "");
    if (/^(?:former|ex|then|late|ousted)$/.test(key)) former = true;
    else if (countryOf(text) !== null) country ??= countryOf(text);
    else if (!PLAIN.test(key)) (capital && !isTitle(text) ? names : modifiers).push((SAME.get(key) ?? key).slice(0, 6));
  }
  return { head: headOf(words[at]!.text), country, modifiers, names, former };
}

function headOf(word: string): string {
  const key = word.toLowerCase().replace(/\.$/, "");
  return SAME.get(key) ?? key.replace(/(?:wom[ae]n|m[ae]n|person|people)$/, "person");
}
