import type { Turn } from "../answering/answer.ts";
import type { Scope } from "../corpus/scope.ts";
import { textOf } from "../span.ts";
import type { PastTurn } from "./past-turn.ts";

/** The turns with the words of what was shown, as far as `scope` still holds it. */
export function pastTurns(turns: readonly Turn[], scope: Scope): PastTurn[] {
  return turns.map(({ question, shown: [first] }) => {
    const asked = question.completed ?? question.text;
    // "When: what did Lund say" is a question about the one before, which goes on being what the talk is about.
    const about = asked.replace(/^(?:When|Where|Why): /, "");
    const frame = about === asked ? (question.frame ?? "keywords") : question.speaker === null ? "what" : "what-said";
    const holding = first && scope.get(first.article);
    return {
      question: about,
      frame,
      speaker: question.speaker,
      topic: question.topic,
      answer: first && holding ? textOf(holding.article.body, first) : null,
      shownSpeaker: first?.speaker ?? null,
    };
  });
}
