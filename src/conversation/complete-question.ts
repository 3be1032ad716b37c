import { ellipsis } from "./ellipsis.ts";
import { BY_WORDS, type Known } from "./known.ts";
import type { PastTurn } from "./past-turns.ts";
import { withPronouns } from "./pronouns.ts";
import { LEAD_IN, wordsOf } from "./question-shape.ts";

/** A question that can be asked without what came before it. */
export type CompletedQuestion = {
  readonly text: string;
  /** What the conversation was about besides, in a few phrases, where the text itself does not tell. */
  readonly context: readonly string[];
  /** The words that were taken from earlier turns, in order. */
  readonly carried: readonly string[];
  /**
   * What it asks for besides: `more` than was shown, the words of `others` than the speakers shown, `when`, `where` or
   * `why` what was shown last came about, or what came `before` or `after` it; `null` when it is a question of its own.
   */
  readonly asks: "more" | "others" | "when" | "where" | "why" | "before" | "after" | null;
  /** The earlier question that `asks` is about. */
  readonly about: string | null;
  /** A "he" or "she" that none of those in `context`, who were spoken of, can be; nobody is guessed then. */
  readonly unclear?: string;
};

/**
 * Completes a follow-up with what earlier turns (newest last) were about; a question that is complete is left alone.
 *
 * Takes any text, and looks no further back than it is given.
 */
export function completeQuestion(
  asked: string,
  history: readonly PastTurn[],
  known: Known = BY_WORDS,
): CompletedQuestion {
  const text = asked.trim();
  const last = history.at(-1);
  if (last === undefined) return { text, context: [], carried: [], asks: null, about: null };
  const bare = text.replace(LEAD_IN, "").replace(/[\s?!.]+$/, "");
  const completed = withPronouns(text, history, known);
  const elliptic = completed.unclear === undefined ? ellipsis(bare, text, last, history, known.isSpeaker) : null;
  if (elliptic !== null) return { about: null, context: [], ...elliptic, carried: carriedWords(text, elliptic.text) };
  return { ...completed, carried: carriedWords(text, inFull(completed)), asks: null, about: null };
}

/** A completed question with what the conversation was about in brackets: "Who lost (election)?" */
export function inFull({
  text,
  context = [],
}: {
  readonly text: string;
  readonly context?: readonly string[];
}): string {
  return context.length === 0 ? text : `${text.replace(/[\s?!.]+$/, "")} (${context.join(", ")})?`;
}

/** The words of `completed` that `asked` did not have, each once. */
function carriedWords(asked: string, completed: string): string[] {
  const had = new Set(wordsOf(asked));
  const carried = new Map<string, string>();
  for (const [word] of completed.matchAll(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu)) {
    const key = word.toLowerCase().replace(/['’]s$/, "");
    if (!had.has(key) && !carried.has(key)) carried.set(key, word.replace(/['’]s$/, ""));
  }
  return [...carried.values()];
}
