import type { Span } from "../span.ts";

/** The lines of `body` that hold text, without the white space at their edges. CR, LF and U+2028/9 end a line. */
export function findParagraphs(body: string): Span[] {
  const paragraphs: Span[] = [];
  for (const line of body.matchAll(/[^\n\r\u2028\u2029]+/g)) {
    const text = line[0].trim();
    if (text === "") continue;
    const start = line.index + line[0].length - line[0].trimStart().length;
    paragraphs.push({ start, end: start + text.length });
  }
  return paragraphs;
}
