import type { Published } from "../article.ts";
import { textOf } from "../span.ts";
import type { Analysis, Sentence } from "./analysis.ts";
import type { Timex } from "./reading.ts";
import type { Expression } from "./timexes/expression.ts";
import { createMemory } from "./timexes/memory.ts";
import { isNarrative } from "./timexes/narrative.ts";
import { recognise } from "./timexes/recognise.ts";
import { resolve } from "./timexes/resolve.ts";
import { tenseAround } from "./timexes/tense.ts";

/**
 * Every date expression, in reading order and not overlapping, resolved against the publication date or a date named
 * before. First all are recognised as written, then each is given its value.
 */
export function findTimexes({ body, paragraphs, sentences }: Analysis, published: Published | null): Timex[] {
  const found: { sentence: Sentence; expressions: readonly Expression[] }[] = [];
  for (const sentence of sentences) {
    const expressions = recognise(textOf(body, sentence));
    if (expressions.length > 0) found.push({ sentence, expressions });
  }
  // Beyond these years arithmetic would leave the four digits of an ISO date.
  const day = published !== null && /^[1-8]\d{3}-/.test(published.value) ? published.value : null;
  const all = found.flatMap(({ expressions }) => expressions);
  const memory = createMemory(day, isNarrative(all, day));
  return found.flatMap(({ sentence, expressions }) => {
    memory.paragraph = paragraphs[sentence.paragraph]?.start ?? 0;
    return expressions.map((expression) => {
      const span = { start: sentence.start + expression.start, end: sentence.start + expression.end };
      return resolve(expression, span, tenseAround(sentence.tokens, span), memory);
    });
  });
}
