import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import type { Span } from "../span.ts";

const nlp = winkNLP(model, ["sbd", "pos"]);

/** A word as wink-nlp sees it; `pos` is its universal part-of-speech tag. */
export type Token = Span & { readonly text: string; readonly pos: string };

/** Splits `text` into sentences of tokens; offsets count from `base`. Spaces belong to no token. */
export function tokenize(text: string, base: number): Token[][] {
  const { its } = nlp;
  const doc = nlp.readDoc(text);
  const sentences: Token[][] = [];
  let at = 0;
  doc.sentences().each((sentence: { tokens(): { out(form: unknown): unknown } }) => {
    const values = sentence.tokens().out(its.value) as string[];
    const spaces = sentence.tokens().out(its.precedingSpaces) as string[];
    const tags = sentence.tokens().out(its.pos) as string[];
    const tokens: Token[] = [];
    for (const [i, value] of values.entries()) {
      at += spaces[i]!.length;
      tokens.push({ text: value, pos: tags[i]!, start: base + at, end: base + at + value.length });
      at += value.length;
    }
    sentences.push(tokens);
  });
  return sentences;
}
