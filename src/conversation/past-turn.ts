import type { Frame } from "../answering/answer.ts";
import { type IsSpeaker, parseQuestion } from "../answering/question.ts";

/** One earlier question as it was completed, what it was understood to ask, and the first passage that answered. */
export type PastTurn = {
  readonly question: string;
  readonly frame: Frame;
  readonly speaker: string | null;
  readonly topic: string | null;
  readonly answer: string | null;
  /** Who said what was shown first; "he" in the next question. */
  readonly shownSpeaker?: string | null;
};

/** A past turn of which nothing is known but its words; what it asked is understood from them. */
export function turnOf(question: string, answer: string | null, isSpeaker: IsSpeaker = () => false): PastTurn {
  const { frame, speaker, topic } = parseQuestion(question, isSpeaker);
  return { question, answer, frame, speaker, topic };
}
