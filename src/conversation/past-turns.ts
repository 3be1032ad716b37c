import type { Turn } from "../answering/answer.ts";
import type { Scope } from "../corpus/scope.ts";
import { textOf } from "../span.ts";
import type { PastTurn } from "./complete-question.ts";

/** The turns with the words of what was shown, as far as `scope` still holds it. */
export function pastTurns(turns: readonly Turn[], scope: Scope): PastTurn[] {
  return turns.map(({ question, shown: [first] }) => {
    const holding = first && scope.get(first.article);
    return {
      question: question.completed ?? question.text,
      frame: question.frame ?? "keywords",
      speaker: question.speaker,
      topic: question.topic,
      answer: first && holding ? textOf(holding.article.body, first) : null,
      shownSpeaker: first?.speaker ?? null,
    };
  });
}
