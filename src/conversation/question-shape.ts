/** Words before a question that ask nothing: "and", "okay, so". */
export const LEAD_IN =
  /^(?:(?:and|so|but|ok|okay|well|hey|then|also|oh|wow|hmm+|yeah|yes|right|thanks|thank you|i see|interesting|cool|great|please)\b[\s,.!]*)+/i;

export const QUESTION_START =
  /^(?:who|whom|whose|what|when|where|why|which|how|is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|tell|show|give|describe|explain|list|find)\b/i;
/** True when the last sentence begins as a question does; keywords and remarks are taken as they stand. */
export function asks(text: string): boolean {
  const last = text.split(/[.!?]\s+/).findLast((sentence) => sentence.trim() !== "") ?? "";
  return QUESTION_START.test(last.replace(LEAD_IN, ""));
}

/** The words of a text in lower case, in order. */
export function wordsOf(text: string): string[] {
  return Array.from(text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu), ([word]) => word);
}
