import type { Scope } from "../corpus/scope.ts";
import type { Answer, Turn } from "./answer.ts";
import type { Asked } from "./understand.ts";
import { articlesOf } from "./where.ts";

/** Of more who hold a role it is asked who is meant. */
const MOST_HOLDERS = 5;

/**
 * What `answer` gives for the one of several holders of a role that a question means: the only one whom the articles name
 * that were shown last ("the captain" in a talk about one ferry), else the only one who says what is asked for. `null` when
 * that tells nobody apart; of several who share a name none is chosen.
 */
export function meantSpeaker(
  asked: Asked,
  turns: readonly Turn[],
  scope: Scope,
  answer: (asked: Asked) => Answer,
): Answer | null {
  const { words, known, query } = asked;
  const called = words?.toLowerCase().split(" ") ?? [];
  const isNamed = (name: string) => name.split(" ").some((part) => called.includes(part.toLowerCase()));
  if (words === null || known.some(isNamed)) return null;
  const spokenOf = known.filter((name) => lastShown(turns).some(({ article }) => articlesOf(name, scope).has(article)));
  if (spokenOf.length === 1) return answer(only(spokenOf[0]!, asked));
  if (query.topic === "" || known.length > MOST_HOLDERS) return null;
  const answers = known.map((name) => answer(only(name, asked)));
  const saying = answers.filter(({ passages: [first] }) => first !== undefined && first.why?.beside === undefined);
  return saying.length === 1 ? saying[0]! : null;
}

/** What the last answer with passages showed. */
export function lastShown(turns: readonly Turn[]): Turn["shown"] {
  return turns.findLast(({ shown }) => shown.length > 0)?.shown ?? [];
}

function only(name: string, asked: Asked): Asked {
  const { query, question } = asked;
  return { ...asked, known: [name], query: { ...query, speaker: name }, question: { ...question, speaker: name } };
}
