import { createRequire } from "node:module";
import type { Refused } from "./extracted.ts";

const SHORTEST = 60;
/** tinyld's time grows with the text; the language of an article shows in its beginning and its middle. */
const SAMPLE = 2_000;

/** Why `body` cannot be an article, or `null`: not text, too short, no sentence, not English. */
export function unsuitable(body: string): Refused | null {
  if (/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(body)) {
    return { refused: "The text holds half of a character (a lone surrogate), which no file can keep; copy it again." };
  }
  if (body.includes("\0")) return { refused: "This is not text (it holds NUL bytes); add a .txt, .md or .html file." };
  const text = body.trim();
  if (text === "") return { refused: "There is no text in it." };
  if (text.length < SHORTEST) {
    return { refused: `The text is too short for an article (${text.length} characters, at least ${SHORTEST}).` };
  }
  if (!hasSentence(text)) return { refused: "There is no whole sentence in it; add the article's text, not a list." };
  const language = languageOf(text);
  if (language !== null && language !== "en") {
    const name = new Intl.DisplayNames("en", { type: "language" }).of(language) ?? language;
    return { refused: `The text looks ${name}; only English articles can be read.` };
  }
  return null;
}

/** Five words in a row and an end mark somewhere after them. */
function hasSentence(text: string): boolean {
  return /\p{L}\P{L}+\p{L}+\P{L}+\p{L}+\P{L}+\p{L}+\P{L}+\p{L}/u.test(text) && /[.!?\u2026]/.test(text);
}

/** Words that stand in every English text and hardly in others; names alone mislead the detector. */
const ENGLISH = /^(?:the|and|to|that|with|said|his|from|has|have|were|which|would|after|been)$/i;

/** ISO 639-1, `null` when it cannot be told. */
function languageOf(text: string): string | null {
  const middle = Math.max(SAMPLE, Math.floor(text.length / 2));
  const sample = `${text.slice(0, SAMPLE)} ${text.slice(middle, middle + SAMPLE)}`;
  const words = sample.match(/\p{L}+/gu) ?? [];
  if (words.filter((word) => ENGLISH.test(word)).length > words.length * 0.06) return "en";
  // Its tables cost a noticeable part of a start, and few texts need them.
  const { detectAll } = createRequire(import.meta.url)("tinyld") as typeof import("tinyld");
  const [first] = detectAll(sample);
  return first !== undefined && first.accuracy >= 0.4 ? first.lang : null;
}
