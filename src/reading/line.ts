import type { Span } from "../span.ts";
import type { Sentence } from "./analysis.ts";
import type { Marked } from "./marks.ts";
import type { Token } from "./wink.ts";

/** A word of a sentence, or a whole stretch in quotation marks as if it were one word. */
export type Item = Span & {
  readonly text: string;
  readonly lower: string;
  /** wink-nlp's universal tag; "QUOTE" for a stretch in marks. */
  readonly pos: string;
  readonly marked: Marked | null;
};

/** A sentence (or a part of one that is endless) as the rules see it: what stands in marks is one item, so frames look alike with and without. */
export type Line = Span & {
  readonly body: string;
  /** Its place among the sentences. */
  readonly index: number;
  readonly paragraph: number;
  readonly items: readonly Item[];
};

/** No line has more items: no frame reaches that far, and looking further would take time that grows with the square. */
const LONGEST = 250;

/** The sentences with their marked stretches masked. `marked` is in order. */
export function maskQuotations(body: string, sentences: readonly Sentence[], marked: readonly Marked[]): Line[] {
  let next = 0;
  return sentences.flatMap(({ tokens, paragraph }, index) => {
    const items: Item[] = [];
    const headline = isHeadline(tokens);
    for (const [i, token] of tokens.entries()) {
      while (next < marked.length && marked[next]!.end <= token.start) next++;
      const mark = marked[next];
      if (mark !== undefined && mark.start <= token.start) {
        if (items.at(-1)?.marked === mark) continue;
        items.push({ start: mark.start, end: mark.end, text: "", lower: "", pos: "QUOTE", marked: mark });
      } else {
        const pos = !headline && isNameTaggedVerb(tokens, i) ? "PROPN" : token.pos;
        items.push({ ...token, pos, lower: token.text.toLowerCase(), marked: null });
      }
    }
    const lines: Line[] = [];
    for (let from = 0; from < items.length; from += LONGEST) {
      const part = items.length <= LONGEST ? items : items.slice(from, from + LONGEST);
      lines.push({ body, index, paragraph, start: part[0]!.start, end: part.at(-1)!.end, items: part });
    }
    return lines;
  });
}

/** Nearly every word has a capital: capitals tell nothing about names. */
function isHeadline(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ text }) => /^\p{L}{4}/u.test(text));
  return words.filter(({ text }) => /^\p{Lu}/u.test(text)).length > words.length * 0.7;
}

/** "Lynch said", "Josh Earnest told": wink-nlp takes some names for verbs; a capital inside the sentence says otherwise. */
function isNameTaggedVerb(tokens: readonly Token[], i: number): boolean {
  const { text, pos } = tokens[i]!;
  if (pos !== "VERB" && pos !== "AUX") return false;
  if (!/^\p{Lu}\p{Ll}/u.test(text)) return false;
  const before = tokens[i - 1];
  if (before === undefined) return /^(?:said|says|told|added)$/.test(tokens[i + 1]?.text ?? "");
  return !/^[.!?:“"'‘([…—–-]$/.test(before.text) || /^(?:said|says|told|added)$/.test(tokens[i + 1]?.text ?? "");
}
