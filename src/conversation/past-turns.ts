import type { Frame, Turn } from "../answering/answer.ts";
import { type IsSpeaker, parseQuestion } from "../answering/question.ts";
import type { Scope } from "../corpus/scope.ts";
import { textOf } from "../span.ts";
import { inFull } from "./complete-question.ts";

/** One earlier question as it was completed, what it was understood to ask, and the first passage that answered. */
export type PastTurn = {
  readonly question: string;
  readonly frame: Frame;
  readonly speaker: string | null;
  readonly topic: string | null;
  readonly answer: string | null;
  /** Nothing was found: the words go on ("and about Ukraine?"), but are no matter that is talked about. */
  readonly vain?: boolean;
  /** Who said what was shown first; "he" in the next question. */
  readonly shownSpeaker?: string | null;
};

/** The turns with the words of what was shown, as far as `scope` still holds it. */
export function pastTurns(turns: readonly Turn[], scope: Scope): PastTurn[] {
  return turns.map(({ question, kind, shown: [first] }) => {
    const asked = inFull({ ...question, text: question.completed ?? question.text });
    // "When: what did Lund say" is a question about the one before, which goes on being what the talk is about.
    const about = asked.replace(/^(?:When|Where|Why|Before|After): /, "");
    const frame = about === asked ? (question.frame ?? "keywords") : question.speaker === null ? "what" : "what-said";
    const holding = first && scope.get(first.article);
    return {
      question: about,
      frame,
      speaker: question.speaker,
      topic: question.topic,
      answer: first && holding ? textOf(holding.article.body, first) : null,
      vain: kind === "nothing-found",
      shownSpeaker: first?.speaker ?? null,
    };
  });
}

/** A past turn of which nothing is known but its words; what it asked is understood from them. */
export function pastTurnOf(question: string, answer: string | null, isSpeaker: IsSpeaker = () => false): PastTurn {
  const { frame, speaker, topic } = parseQuestion(question, isSpeaker);
  return { question, answer, frame, speaker, topic };
}
