import { findNounPhrases, type NounPhrase } from "./noun-phrases.ts";

/** What a conversation is about at one point: the phrases that a follow-up may refer to. */
export type Focus = {
  /** What was introduced last ("what is X", "tell me about X") or named first. */
  readonly topic: NounPhrase | null;
  /** The topic that the present one came up under. */
  readonly wider: NounPhrase | null;
  /** The phrases of the last question, in order. */
  readonly last: readonly NounPhrase[];
  /** The name used last. */
  readonly name: NounPhrase | null;
};

const INTRODUCTION =
  /\b(?:(?:what|who)(?:['’]s| is| are| was| were)|about|describe|define|explain|meant by|with|of) (?:the |an? |some )?$/i;

/** The focus after `questions`, oldest first, each as completed. */
export function focusAfter(questions: readonly string[]): Focus {
  let focus: Focus = { topic: null, wider: null, last: [], name: null };
  for (const question of questions) focus = shift(focus, question);
  return focus;
}

function shift(focus: Focus, question: string): Focus {
  const phrases = findNounPhrases(question);
  const introduced = phrases.find((phrase) => introduces(question, phrase));
  const kept = phrases.some((phrase) => focus.topic !== null && sameWords(phrase, focus.topic));
  const strong = phrases.filter(isStrong);
  const next = introduced ?? (kept ? focus.topic : (strong[0] ?? focus.topic ?? phrases[0] ?? null));
  const name = phrases.findLast((phrase) => phrase.name) ?? focus.name;
  if (next === null || next === focus.topic) return { ...focus, last: phrases, name };
  return { topic: next, wider: focus.topic ?? focus.wider, last: phrases, name };
}

/** A name, or more than one word: enough to know it again. */
export function isStrong(phrase: NounPhrase): boolean {
  return phrase.name || phrase.words.length > 1;
}

/** True where the question puts the phrase forward as its subject and ends with it. */
export function introduces(question: string, phrase: NounPhrase): boolean {
  const before = question.slice(0, phrase.start);
  if (!INTRODUCTION.test(before)) return false;
  if (phrase.definite && !isStrong(phrase)) return false;
  const after = question.slice(phrase.end);
  return /^[\s?!.]*$|^,? (?:and|or) /.test(after) || /^ (?:like|called)/.test(after);
}

function sameWords(a: NounPhrase, b: NounPhrase): boolean {
  return b.words.every((word) => a.words.includes(word)) || a.words.every((word) => b.words.includes(word));
}
