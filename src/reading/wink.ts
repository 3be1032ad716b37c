import { createRequire } from "node:module";
import type { WinkMethods } from "wink-nlp";
import type { Span } from "../span.ts";
import { type CueVerb, cueVerb } from "./cues.ts";

const require = createRequire(import.meta.url);
let nlp: WinkMethods | null = null;

/** wink-nlp with its model. Loading it takes a quarter of a second, which a start that reads nothing need not wait for. */
export function loadModel(): WinkMethods {
  if (nlp === null) {
    const winkNLP = require("wink-nlp") as typeof import("wink-nlp").default;
    nlp = winkNLP(require("wink-eng-lite-web-model"), ["pos"]);
  }
  return nlp;
}

/** What is the same wherever a word stands. */
type Lexeme = {
  readonly text: string;
  readonly lower: string;
  /** What it is as a verb of speech. */
  readonly cue: CueVerb | undefined;
  /** Its last code unit can be that of a sentence. */
  readonly closes: boolean;
  readonly space: "none" | "inside" | "only";
  readonly number: boolean;
};

/** By wink-nlp's own number for each word: it keeps every one that it has met, we the first ones. */
const lexemes: Lexeme[] = [];
const MOST = 100_000;

/** A word as wink-nlp sees it; `pos` is its universal part-of-speech tag. */
export type Token = Span & Omit<Lexeme, "space" | "number"> & { readonly pos: string };

/** No stretch longer than this goes to wink-nlp at once: its work grows faster than the text. */
const LONGEST = 20_000;

/** Nor a longer run without white space: its patterns for links, addresses and abbreviations take the square of it, or more. */
const LONGEST_RUN = 500;
const ENDLESS = new RegExp(`(?<!\\S)\\S{${LONGEST_RUN}}(?=\\S)`, "u");
/** Paragraphs up to this length go to wink-nlp together: to begin a text costs it as much as a line of it. */
const TOGETHER = 4_000;
/** With no more white space between them: where there is more it loses count. */
const WIDEST_GAP = 50;

/** The tokens of each paragraph of `body`, spans counting from its beginning. */
export function tokenizeParagraphs(body: string, paragraphs: readonly Span[]): Token[][] {
  const found: Token[][] = [];
  for (let next = 0; next < paragraphs.length; ) {
    const { start } = paragraphs[next]!;
    let end = paragraphs[next]!.end;
    let last = next + 1;
    for (; last < paragraphs.length; last++) {
      const paragraph = paragraphs[last]!;
      if (paragraph.end - start > TOGETHER || paragraph.start - end > WIDEST_GAP) break;
      end = paragraph.end;
    }
    const tokens = tokenize(body.slice(start, end), start);
    for (let at = 0; next < last; next++) {
      const from = at;
      while (at < tokens.length && tokens[at]!.end <= paragraphs[next]!.end) at++;
      found.push(tokens.slice(from, at));
    }
  }
  return found;
}

/** Splits `text` into tokens; offsets count from `base`. White space belongs to no token. */
export function tokenize(text: string, base: number): Token[] {
  const tokens: Token[] = [];
  for (let start = 0; start < text.length; ) {
    const end = cutAt(text, start);
    tokenizeStretch(text.slice(start, end), base + start, tokens);
    start = end;
  }
  return tokens;
}

/** The end of the stretch from `start`: at white space, unless there is none to be had. */
function cutAt(text: string, start: number): number {
  if (text.length - start <= LONGEST_RUN) return text.length;
  const end = start + LONGEST;
  const run = hasSpaces(text, start, end) ? null : ENDLESS.exec(text.slice(start, end));
  if (run !== null) return start + (run.index || run[0].length);
  if (end >= text.length) return text.length;
  const space = text.lastIndexOf(" ", end);
  return space > start ? space : end;
}

/** Whether there is a space among any LONGEST_RUN characters: told in a few hops, where the pattern looks at each character. */
function hasSpaces(text: string, start: number, end: number): boolean {
  for (let at = start; Math.min(end, text.length) - at > LONGEST_RUN; ) {
    const space = text.lastIndexOf(" ", at + LONGEST_RUN);
    if (space <= at) return false;
    at = space;
  }
  return true;
}

/**
 * "Lund's" before a mark: wink-nlp would leave it in one piece, learn it as a word and from then on take it for one
 * wherever it stands. What was read before must not tell in what is read now. "It's" and its like it knows.
 */
const POSSESSIVE =
  /['’](?<!(?<!\p{L})(?:he|she|it|that|this|what|which|who|there|where|when|why|how|let)['’])s(?=[^\s\p{L}\p{N}])/giu;

function tokenizeStretch(text: string, base: number, tokens: Token[]): void {
  const { its, readDoc } = loadModel();
  const all = readDoc(text.replace(POSSESSIVE, " $&")).tokens();
  const ids = all.out(its.uniqueId) as unknown as number[];
  const tags = all.out(its.pos) as string[];
  let at = 0;
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!;
    const lexeme = lexemes[id] ?? lexemeOf(all.itemAt(i).out());
    if (id < MOST) lexemes[id] = lexeme;
    if (lexeme.space === "only") continue;
    const value = lexeme.text;
    // wink-nlp loses count at rare white space: look for the token itself, but never far (that would be quadratic).
    const near = lexeme.space === "none" && text[at] === " " ? 1 : 0;
    const found = text.startsWith(value, at + near) ? near : text.slice(at, at + value.length + 200).indexOf(value);
    if (found < 0) continue;
    const start = at + found;
    at = start + value.length;
    // What it does not know it leaves in one piece, rare line ends included.
    if (lexeme.space === "inside") {
      for (const { 0: piece, index } of value.matchAll(/\S+/g))
        tokens.push(tokenOf(lexemeOf(piece), base + start + index, tags[i]!));
    } else tokens.push(tokenOf(lexeme, base + start, tags[i]!));
  }
}

function tokenOf({ text, lower, cue, closes, number }: Lexeme, start: number, tag: string): Token {
  // Of "c.1421" it learns that 1421 is a name.
  return { text, lower, cue, closes, pos: number ? "NUM" : tag, start, end: start + text.length };
}

function lexemeOf(text: string): Lexeme {
  const lower = text.toLowerCase();
  const space = text.trim() === "" ? "only" : /\s/.test(text) ? "inside" : "none";
  const closes = /[.!?…”"’'»)\]]$/.test(text);
  return { text, lower, cue: cueVerb(lower), closes, space, number: /^\d+$/.test(text) };
}
