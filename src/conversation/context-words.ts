import { findNounPhrases } from "./noun-phrases.ts";

/** The part of an answer that is looked at, in UTF-16 code units. */
const BEGINNING = 400;

/** A word that stands so often at the beginning of an answer is what it is about. */
const OFTEN = 3;

/**
 * The words that a conversation goes on about, after `questions` (as completed, oldest first) and the last answer: those
 * which questions and answer share, and those which the answer repeats; without an answer those it began with.
 */
export function contextWords(questions: readonly string[], answer: string | null): string[] {
  const asked = new Set(questions.flatMap(wordsIn));
  const counts = new Map<string, number>();
  for (const word of wordsIn((answer ?? "").slice(0, BEGINNING))) counts.set(word, (counts.get(word) ?? 0) + 1);
  if (counts.size === 0) return [...new Set(wordsIn(questions[0] ?? ""))];
  return [...counts].filter(([word, count]) => count >= OFTEN || asked.has(word)).map(([word]) => word);
}

function wordsIn(text: string): string[] {
  return findNounPhrases(text).flatMap(({ words }) => words.filter((word) => /^\p{L}{3}/u.test(word)));
}
