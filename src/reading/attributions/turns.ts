import type { Analysis, Finding } from "../analysis.ts";
import { isTime } from "../phrase.ts";
import { isPlace } from "../places.ts";
import { isLabel } from "./colon.ts";

const LABEL = /^["“]?(?:([QA])[.:]|(\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){0,3}):)\s+(?=\S)/u;

type Turn = {
  readonly letter: string | null;
  readonly name: string | null;
  /** Of all that stands before the words. */
  readonly length: number;
  /** A transcript may stand in quotation marks, which every paragraph opens anew. */
  readonly marked: boolean;
};

/**
 * What is said in an interview or a transcript that puts letters or names before its paragraphs ("Q: ...", "A: ...",
 * "LUND: ...", "Lund: ..."): a quotation a paragraph, by the paragraph's number. Questions are none.
 */
export function findTurns({ body, paragraphs }: Analysis): Map<number, Finding> {
  const turns = paragraphs.map(({ start, end }) => parseTurn(body.slice(start, Math.min(end, start + 80))));
  const found = new Map<number, Finding>();
  const isTranscript = hasTwoSpeakers(turns);
  let asked = false;
  for (const [number, turn] of turns.entries()) {
    if (turn === null) continue;
    const answer = asked && turn.letter === "A";
    if (turn.letter !== null) asked = turn.letter === "Q";
    if (!answer && !(isTranscript && turn.name !== null)) continue;
    // An answer goes on until the next question.
    let next = number + 1;
    while (answer && next < turns.length && turns[next] === null) next++;
    const last = answer && turns[next]?.letter === "Q" ? next - 1 : number;
    const start = paragraphs[number]!.start + (turn.marked ? 1 : 0);
    const mention = { start, end: start + (turn.letter ?? turn.name)!.length };
    const type = turn.marked ? "direct" : "indirect";
    for (let i = number; i <= last; i++) {
      const { start, end } = paragraphs[i]!;
      const words = {
        start: i === number ? start + turn.length : start,
        end: start + body.slice(start, end).trimEnd().length,
      };
      const cue = i === number ? { start: mention.end, end: mention.end + 1 } : null;
      found.set(i, { spans: [words], type, stance: "said", speech: true, cue, mention, rule: "turn", continues: null });
    }
  }
  return found;
}

function parseTurn(opening: string): Turn | null {
  const label = LABEL.exec(opening);
  if (label === null) return null;
  const [whole, letter = null, name = null] = label;
  // "Saturday: ...", "Norway: ..." is a list.
  return name !== null && (isLabel(name.toLowerCase()) || isTime({ lower: name.toLowerCase() }) || isPlace(name))
    ? null
    : { letter, name, length: whole.length, marked: /^["“]/.test(whole) };
}

/** A transcript has two names that come back; a list of labels may have one. */
function hasTwoSpeakers(turns: readonly (Turn | null)[]): boolean {
  const names = turns.flatMap((turn) => turn?.name ?? []);
  return new Set(names.filter((name, i) => names.indexOf(name) < i)).size > 1;
}
