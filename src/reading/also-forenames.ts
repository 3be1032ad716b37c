import { isNeverName } from "./not-names.ts";
import { isTitle } from "./titles.ts";
import type { Token } from "./wink.ts";
import type { Word } from "./words.ts";

// Forenames that are words besides, so that what stands around decides.

/** True for a word that begins no name unless another one follows it: "Per Dahl", "Will Marsh", "June Osei". */
export function isAlsoForename(word: string): boolean {
  return /^(?:Per|Will|Jan|April|May|June|August)$/.test(word);
}

/** True for a word that stands behind a whole name, and not behind "Will Lund": "said", "is", "has". */
function followsName(word: string): boolean {
  return /^(?:said|told|wrote|is|was|has|had|\p{Ll}{2,}(?:ed|[^s]s))$/u.test(word);
}

/** "Per Dahl said", "by June Osei", but "Will Lund say", "in June Osei". */
export function isForenameAt(words: readonly Word[], i: number, initial: boolean): boolean {
  const [before, word, next] = [words[i - 1], words[i]!, words[i + 1]];
  if (!isAlsoForename(word.text) || !next?.capital || !next.joined || isNeverName(next.text) || isTitle(next.text))
    return false;
  if (initial) return !next.possessive && followsName(words[i + 2]?.text ?? "");
  return !(
    word.joined &&
    /^(?:in|of|since|until|last|next|this|early|late|mid|from|on|through|and|to)$/i.test(before?.text ?? "")
  );
}

/** "Per Dahl said", "by Will Marsh", but "Will Marsh say". */
export function isForenameToken(tokens: readonly Token[], i: number): boolean {
  const [before, { text }, next] = [tokens[i - 1], tokens[i]!, tokens[i + 1]];
  if (
    (text !== "Per" && text !== "Will") ||
    next === undefined ||
    !/^\p{Lu}/u.test(next.text) ||
    isNeverName(next.text)
  )
    return false;
  if (before !== undefined && /^\p{L}/u.test(before.text)) return true;
  const after = tokens[i + 2]?.text ?? "";
  return followsName(after) || (after === "," && /^\d/.test(tokens[i + 3]?.text ?? ""));
}
