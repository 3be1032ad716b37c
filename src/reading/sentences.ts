import type { Span } from "../span.ts";
import type { Sentence } from "./analysis.ts";
import { isSpeechVerb } from "./cues.ts";
import type { Marked } from "./marks.ts";
import { type Token, tokenizeParagraphs } from "./wink.ts";

const ABBREVIATIONS = new Set(
  (
    "mr mrs ms dr prof sen sens rep reps gov govs gen col lt sgt capt maj cmdr adm rev hon st pres amb sec dep supt det insp " +
    "jr sr vs etc no nos fig vol inc ltd corp co bros dept univ assn e.g i.e cf al approx est ret " +
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun " +
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo"
  ).split(" "),
);
/** Abbreviations a sentence may well end with: a capital after them tells nothing but for a title or a name. */
const MAY_END = new Set("inc ltd corp co bros jr sr etc al univ assn dept ret a.m p.m".split(" "));
const LINK = /^(?:https?:\/\/|www\.|pic\.twitter\.com\/|t\.co\/)\S+$/i;

/**
 * Splits each paragraph into sentences. None ends inside one of the `marked` stretches; links at its end are no part of
 * it. The text is tokenised once, here.
 */
export function findSentences(body: string, paragraphs: readonly Span[], marked: readonly Marked[]): Sentence[] {
  const sentences: Sentence[] = [];
  let next = 0;
  const all = tokenizeParagraphs(body, paragraphs);
  for (const [paragraph, { start, end }] of paragraphs.entries()) {
    const { tokens, afterLink } = withoutLinks(all[paragraph]!, linksIn(body.slice(start, end), start));
    while (next < marked.length && marked[next]!.end <= start) next++;
    const here: Marked[] = [];
    for (let i = next; i < marked.length && marked[i]!.start < end; i++) here.push(marked[i]!);
    let from = 0;
    let mark = 0;
    for (let i = 0; i < tokens.length; i++) {
      while (mark < here.length && here[mark]!.end <= tokens[i]!.start) mark++;
      const last = i === tokens.length - 1;
      const inside = mark < here.length && here[mark]!.start <= tokens[i]!.start && tokens[i]!.end < here[mark]!.end;
      if (!last && (inside || !endsSentence(tokens, i, afterLink))) continue;
      sentences.push(sentenceOf(tokens.slice(from, i + 1), paragraph));
      from = i + 1;
    }
  }
  return sentences;
}

function sentenceOf(tokens: readonly Token[], paragraph: number): Sentence {
  return { start: tokens[0]!.start, end: tokens.at(-1)!.end, tokens, paragraph };
}

function linksIn(paragraph: string, start: number): Span[] {
  const links: Span[] = [];
  if (!/\/|www\./i.test(paragraph)) return links;
  for (const { 0: text, index } of paragraph.matchAll(/\S+/g)) {
    if (LINK.test(text)) links.push({ start: start + index, end: start + index + text.length });
  }
  return links;
}

/** The tokens outside the links, and which of them follow one. */
function withoutLinks(tokens: readonly Token[], links: readonly Span[]) {
  const afterLink = new Set<Token>();
  if (links.length === 0) return { tokens, afterLink };
  const kept: Token[] = [];
  let at = 0;
  let skipped = false;
  for (const token of tokens) {
    while (at < links.length && links[at]!.end <= token.start) at++;
    if (at < links.length && token.start >= links[at]!.start) {
      skipped = true;
      continue;
    }
    if (skipped) afterLink.add(token);
    skipped = false;
    kept.push(token);
  }
  return { tokens: kept, afterLink };
}

/** Whether a sentence ends with token `i`; what follows decides as much as the token. */
function endsSentence(tokens: readonly Token[], i: number, afterLink: ReadonlySet<Token>): boolean {
  const token = tokens[i]!;
  const next = tokens[i + 1]!;
  if (afterLink.size > 0 && afterLink.has(next) && /^[\p{Lu}\p{N}“"‘'«@—–]/u.test(next.text)) return true;
  if (!token.closes) return false;
  const gap = next.start > token.end;
  let stop = i;
  // Closing marks and brackets after the stop belong to it.
  while (stop > 0 && stop > i - 3 && /^[”"’'»)\]]+$/.test(tokens[stop]!.text)) stop--;
  const text = tokens[stop]!.text;
  const closed = stop < i;
  if (/^[.!?…]+$/.test(text) === false) {
    return gap && text.endsWith(".") && endsWithAbbreviation(tokens, stop, next);
  }
  if (!gap && !/^[“"«]/.test(next.text)) return false;
  // "Will it?" she asked.  Lower case goes on; so does a speech tag after a mark.
  if (/^\p{Ll}/u.test(next.text)) return false;
  if (/^[)\]”»,;:]/.test(next.text)) return false;
  // "It is late." - Ann Lund: who signs a quotation belongs to it.
  if (/^[—–-]+$/.test(next.text) && (text !== "." || closed)) return false;
  if (closed && /^[!?…]+$/.test(text) && beginsSpeechTag(tokens, i + 1)) return false;
  if (text === "." && !closed) {
    const before = tokens[stop - 1];
    if (before !== undefined && before.end === tokens[stop]!.start) {
      const word = before.text.toLowerCase();
      if (ABBREVIATIONS.has(word) && !MAY_END.has(word) && word !== "no") return false;
      if (/^\p{Lu}$/u.test(before.text) && /^\p{Lu}/u.test(next.text)) return false;
      if (/^\d+$/.test(before.text) && (stop === 1 || tokens[stop - 2]!.text === ".")) return false;
    }
  }
  return true;
}

/** "... of Acme Inc. The", "... in the U.S. He": a word that ends with its own full stop. */
function endsWithAbbreviation(tokens: readonly Token[], i: number, next: Token): boolean {
  const word = tokens[i]!.text.slice(0, -1).toLowerCase();
  if (word.length <= 1 || /^[–—-]/.test(next.text)) return false;
  if (word === "no" || word === "nos") return !/^\d/.test(next.text);
  // "in Naples, Fla. “We ...": only a title goes on with a quotation mark.
  if (/^[“"«]/.test(next.text) && /^\p{Ll}/u.test(tokens[i + 2]?.text ?? "")) return false;
  if (/^[“"«]/.test(next.text)) return !/^(?:mr|mrs|ms|dr|gen|sen|rep|gov|prof|st|sgt|lt|col|capt)$/.test(word);
  const known = ABBREVIATIONS.has(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word);
  if (known && !MAY_END.has(word) && !/^(?:u\.s|u\.k|u\.n|e\.u|d\.c|n\.y|n\.j)$/.test(word)) return false;
  return (
    next.pos === "DET" ||
    next.pos === "PRON" ||
    next.pos === "SCONJ" ||
    next.pos === "CCONJ" ||
    (next.pos === "ADP" && known === false)
  );
}

/** "Smith asked", "the minister replied": a capital and soon a verb of speech, before any other stop. */
function beginsSpeechTag(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < Math.min(tokens.length, from + 6); i++) {
    if (/^[.!?,;:“"]/.test(tokens[i]!.text)) return false;
    if (i > from && isSpeechVerb(tokens[i]!.text))
      return /^[.,;]$|^(?:in|on|at|to|of|during)$/i.test(tokens[i + 1]?.text ?? ".") || addresses(tokens, i);
  }
  return false;
}

/** "Smith asked reporters during the debate.", but "Smith asked reporters to leave." */
function addresses(tokens: readonly Token[], verb: number): boolean {
  if (!/^(?:asked|told)$/.test(tokens[verb]!.text)) return false;
  for (let i = verb + 1; i < Math.min(tokens.length, verb + 14); i++) {
    const { text, pos } = tokens[i]!;
    if (text === ".") return true;
    if (/^(?:VERB|AUX|PART|SCONJ|PRON|PUNCT)$/.test(pos)) return false;
  }
  return false;
}
