const LATEST = /\b(?:most recent(?:ly)?|latest|newest|lately)\b|\blast (?=sa(?:y|id)\b|spoke\b|speak\b|told\b)/i;

/**
 * Takes off a question that it wants the latest there is ("what did Peskov say most recently", "the latest on NATO").
 *
 * What only tells that is left out; "the latest statements" and "the latest film" keep their noun and the word before it.
 */
export function splitLatest(text: string): { readonly text: string; readonly latest: boolean } {
  if (!LATEST.test(text)) return { text, latest: false };
  const rest = text
    .replace(/,? \b(?:most recently|lately)\b|\blast (?=sa(?:y|id)\b|spoke\b|speak\b|told\b)/gi, "")
    .replace(/\b(?:most recent|newest)\b/gi, "latest")
    // "Adams's latest statements" are his statements; the rest is told beside them.
    .replace(/(?<=['’]s?) latest(?= )/gi, "")
    .replace(/^(?:the )?latest (?:(?:on|about|regarding) )?(?=\S)|,? (?:the )?latest(?=[\s?!.]*$)/gi, "")
    .trim();
  return /[\p{L}\p{N}]/u.test(rest) ? { text: rest, latest: true } : { text, latest: false };
}
