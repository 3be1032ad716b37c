import type { Analysis, Finding } from "../../src/reading/analysis.ts";
import { findMarked } from "../../src/reading/marks.ts";
import { findParagraphs } from "../../src/reading/paragraphs.ts";
import { findSentences } from "../../src/reading/sentences.ts";

/** What the stages before names find. */
export function analyse(body: string): Analysis {
  const paragraphs = findParagraphs(body);
  const marked = findMarked(body, paragraphs);
  return { body, paragraphs, marked, sentences: findSentences(body, paragraphs, marked) };
}

/** Findings written by hand: the words of each quotation and of its mention, in reading order. */
export function findingsOf(
  body: string,
  quotations: readonly { readonly quotation: string; readonly mention: string | null; readonly continues?: number }[],
): Finding[] {
  let line = 0;
  return quotations.map(({ quotation, mention, continues = null }) => {
    const start = body.indexOf(quotation, line);
    if (start < 0) throw new Error(`"${quotation}" is not in the article`);
    const paragraph = body.lastIndexOf("\n", start) + 1;
    line = start + quotation.length;
    // The mention nearest to the quotation in its own paragraph, outside of the quotation.
    const behind = mention === null ? -1 : body.indexOf(mention, line);
    const before = mention === null ? -1 : body.slice(0, start).lastIndexOf(mention);
    const at = before >= paragraph ? before : behind;
    if (mention !== null && at < 0) throw new Error(`"${mention}" is not beside "${quotation}"`);
    return {
      spans: [{ start, end: line }],
      type: quotation.startsWith('"') ? "direct" : "indirect",
      stance: "said",
      speech: true,
      cue: null,
      mention: mention === null ? null : { start: at, end: at + mention.length },
      rule: "by hand",
      continues,
    };
  });
}
