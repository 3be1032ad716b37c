/** What people write before a question: "ok so", "can you tell me". */
const LEAD_INS = [
  /^(?:(?:and|so|but|ok|okay|well|hey|hi|hello|please|now|then|also|oh|um|erm|actually)\b[\s,]*)+/i,
  /^(?:can|could|would|will) you (?:please )?(?:tell|show|give|find|remind) (?:me|us) /i,
  /^(?:please )?(?:tell|show|give|find) (?:me|us) /i,
  /^(?:do|does) (?:you|anyone|anybody) (?:know|remember) /i,
  /^(?:i(?:'d| would)? (?:want|like|love|need) to know|i wonder|any idea|i am looking for|i'm looking for) /i,
];

const ABOUT =
  /^(?:about|on|regarding|concerning|re|over|of|for|to|that|towards?|with regard to|when asked about|as)\s+/i;

/** A question without what leads up to it; never nothing. */
export function withoutLeadIns(text: string): string {
  let rest = text;
  for (const leadIn of LEAD_INS) {
    const shorter = rest.replace(leadIn, "");
    if (shorter.trim() !== "") rest = shorter;
  }
  return rest;
}

/** A topic without what joins it to the verb: "the border" of "to reporters about the border". */
export function withoutAbout(words: string): string {
  // "Exactly", "happened" say nothing of what it is about; whom it was said to ("to reporters about the border") is
  // seldom told in the same words.
  let rest = words
    .trim()
    .replace(/^(?:exactly|precisely|specifically|actually|happen(?:s|ed)?)\b ?/i, "")
    .replace(/^(?:to|with) [^,]{1,40}? (?=(?:about|on|regarding|that)\b)/i, "");
  for (let shorter = rest.replace(ABOUT, ""); shorter !== rest; shorter = rest.replace(ABOUT, "")) rest = shorter;
  return /^(?:about|on|regarding|for|to|that|of|out)$/i.test(rest) ? "" : rest;
}
