import type { Span } from "../span.ts";
import { isForenameToken } from "./also-forenames.ts";
import type { Sentence } from "./analysis.ts";
import { type CueVerb, cueVerb } from "./cues.ts";
import { datelineLength } from "./dateline.ts";
import type { Marked } from "./marks.ts";
import type { Token } from "./wink.ts";

/** A word of a sentence, or a whole stretch in quotation marks as if it were one word. */
export type Item = Span & {
  readonly text: string;
  readonly lower: string;
  /** What it is as a verb of speech. */
  readonly cue: CueVerb | undefined;
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
const LONGEST = 160;

/** The sentences, without a dateline, with their marked stretches masked. `marked` is in order. */
export function maskQuotations(body: string, sentences: readonly Sentence[], marked: readonly Marked[]): Line[] {
  const lines: Line[] = [];
  let next = 0;
  for (const [index, { start, end, tokens, paragraph }] of sentences.entries()) {
    const items: Item[] = [];
    const opens = sentences[index - 1]?.paragraph !== paragraph;
    const begins = opens ? start + datelineLength(body.slice(start, end)) : start;
    let headline: boolean | null = null;
    const inHeadline = () => (headline ??= isHeadline(tokens));
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!;
      if (token.start < begins) continue;
      while (next < marked.length && marked[next]!.end <= token.start) next++;
      const mark = marked[next];
      if (mark !== undefined && mark.start <= token.start) {
        if (items.at(-1)?.marked === mark) continue;
        items.push({
          start: mark.start,
          end: mark.end,
          text: "",
          lower: "",
          cue: undefined,
          pos: "QUOTE",
          marked: mark,
        });
      } else {
        // Field by field: a spread of every token would take longer than all the rules.
        const { start, end, text, lower, cue } = token;
        items.push({ start, end, text, lower, cue, pos: posOf(tokens, i, inHeadline), marked: null });
      }
    }
    for (let from = 0; from < items.length; from += LONGEST) {
      const part = items.length <= LONGEST ? items : items.slice(from, from + LONGEST);
      lines.push({ body, index, paragraph, start: part[0]!.start, end: part.at(-1)!.end, items: part });
    }
  }
  return lines;
}

/** Nearly every word has a capital: capitals tell nothing about names. */
function isHeadline(tokens: readonly Token[]): boolean {
  let words = 0;
  let capitals = 0;
  for (const { text } of tokens) {
    if (text.length < 4) continue;
    words++;
    if (isUpper(text)) capitals++;
  }
  return capitals > words * 0.7;
}

/** Without a regular expression: it is asked of every token. */
function isUpper(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : text[0] !== text[0]!.toLowerCase();
}

const TAG = /^(?:said|says|told|added)$/;
/** Tags that a capital puts in doubt. */
const DOUBTFUL = /^(?:VERB|AUX|ADV|ADJ|ADP)$/;

/** wink-nlp's tag, mended where capitals and articles tell better. */
function posOf(tokens: readonly Token[], i: number, inHeadline: () => boolean): string {
  const { text, pos } = tokens[i]!;
  if (pos === "VERB" && text === "police") return "NOUN";
  // "The influential daily wrote"
  if (pos === "ADV" && /^(?:daily|weekly|monthly)$/.test(text) && cueVerb(tokens[i + 1]?.text ?? "")) return "NOUN";
  if (pos === "ADJ" && isNounTaggedAdjective(tokens, i)) return "NOUN";
  if (!isUpper(text)) return pos === "VERB" && (isNounTaggedVerb(tokens, i) || isSource(tokens, i)) ? "NOUN" : pos;
  if (isForenameToken(tokens, i)) return inHeadline() ? pos : "PROPN";
  if (!DOUBTFUL.test(pos) || !/^\p{Lu}\p{Ll}/u.test(text) || inHeadline()) return pos;
  const before = tokens[i - 1];
  if (before === undefined || /^[.!?:“"'‘([…—–-]$/.test(before.text)) {
    // "Jolly said", "Lynch said": a name, whatever it means elsewhere.
    const tagged = TAG.test(tokens[i + 1]?.text ?? "");
    return tagged && !/^(?:Later|Then|Also|So|Now|As|Once)$/.test(text) ? "PROPN" : pos;
  }
  return pos === "VERB" || pos === "AUX" ? "PROPN" : pos;
}

/** "Her rival, Hector Sala, said": between an article or a possessive and a comma with a name no adjective stands alone. */
function isNounTaggedAdjective(tokens: readonly Token[], i: number): boolean {
  const [before, comma, name] = [tokens[i - 1], tokens[i + 1], tokens[i + 2]];
  if (comma?.text !== "," || name === undefined || !(before?.pos === "DET" || POSSESSIVE.test(before?.text ?? ""))) {
    return false;
  }
  return name.text === "former" || (isUpper(name.text) && name.pos !== "ADJ");
}

const POSSESSIVE = /^(?:his|her|its|their|our|my|your)$/i;

/** "according to polls", "according to exit polls" */
function isSource(tokens: readonly Token[], i: number): boolean {
  return tokens[i - 1]?.text === "to" && tokens[i - 2]?.text.toLowerCase() === "according";
}

const NOUN_TOO =
  /^(?:report|claim|call|statement|note|comment|charge|offer|demand|request|plan|answer|question|vow|pledge|promise|estimate)s?$/;

/** "An earlier report said", "the claim that": after an article no verb comes. */
function isNounTaggedVerb(tokens: readonly Token[], i: number): boolean {
  const [before, first] = [tokens[i - 1], tokens[i - 2]];
  if (before?.pos === "DET") return NOUN_TOO.test(tokens[i]!.text);
  if (first?.pos !== "DET") return false;
  const describing =
    before?.pos === "ADJ" || (before?.pos === "ADV" && /^(?:earlier|recent|later|then)$/.test(before.text));
  return describing && NOUN_TOO.test(tokens[i]!.text);
}
