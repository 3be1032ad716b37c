import { findNounPhrases } from "./noun-phrases.ts";

/** The part of an answer that is looked at, in UTF-16 code units. */
const BEGINNING = 400;

/** A word that stands so often at the beginning of an answer is what it is about. */
const OFTEN = 3;

/**
 * What a conversation goes on about, after `questions` (as completed, oldest first) and the last answer: the phrases
 * with words which questions and answer share, or which the answer repeats; without an answer those it began with.
 */
export function contextPhrases(questions: readonly string[], answer: string | null): string[] {
  const asked = new Set(questions.flatMap(wordsIn));
  const counts = new Map<string, number>();
  const beginning = (answer ?? "").slice(0, BEGINNING);
  for (const word of wordsIn(beginning)) counts.set(word, (counts.get(word) ?? 0) + 1);
  if (counts.size === 0) return findNounPhrases(questions[0] ?? "").map(({ text }) => text);
  const kept = new Set([...counts].filter(([word, count]) => count >= OFTEN || asked.has(word)).map(([word]) => word));
  const phrases = findNounPhrases(beginning).flatMap(({ text, words }) =>
    words.every((word) => kept.has(word))
      ? [text]
      : asWritten(
          words.filter((word) => kept.has(word)),
          text,
        ),
  );
  return phrases;
}

/** The words (in small letters) as they stand in `text`: "lund" of "Mara Lund" is "Lund". */
export function asWritten(words: readonly string[], text: string): string[] {
  const written = new Map(Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), ([word]) => [word.toLowerCase(), word]));
  return words.map((word) => written.get(word) ?? word);
}

function wordsIn(text: string): string[] {
  return findNounPhrases(text).flatMap(({ words }) => words.filter((word) => /^\p{L}{3}/u.test(word)));
}
