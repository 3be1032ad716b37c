import type { Scope } from "../corpus/scope.ts";
import type { Answer, Turn } from "./answer.ts";
import type { Asked } from "./understand.ts";
import { articlesOf } from "./where.ts";

/** Of more who hold a role it is asked who is meant. */
const MOST_HOLDERS = 5;

/**
 * What `answer` gives for the one of several speakers that a question means: the only one whom the articles name that were
 * shown last ("the captain" in a talk about one ferry), else the only holder of a role who says what is asked for.
 * `null` when that tells nobody apart.
 */
export function meantSpeaker(
  asked: Asked,
  turns: readonly Turn[],
  scope: Scope,
  answer: (asked: Asked) => Answer,
): Answer | null {
  const { known } = asked;
  const named = known.filter((name) => lastShown(turns).some(({ article }) => articlesOf(name, scope).has(article)));
  return named.length === 1 ? answer(only(named[0]!, asked)) : onlyOne(asked, answer);
}

/** What the last answer with passages showed. */
export function lastShown(turns: readonly Turn[]): Turn["shown"] {
  return turns.findLast(({ shown }) => shown.length > 0)?.shown ?? [];
}

function only(name: string, asked: Asked): Asked {
  const { query, question } = asked;
  return { ...asked, known: [name], query: { ...query, speaker: name }, question: { ...question, speaker: name } };
}

/** "What did the captain say about the wave": of several captains the one who says its words; a name is never chosen so. */
function onlyOne(asked: Asked, answer: (asked: Asked) => Answer): Answer | null {
  const { words, known, query } = asked;
  if (words === null || query.topic === "" || known.length > MOST_HOLDERS) return null;
  const called = words.toLowerCase().split(" ");
  if (
    known.some((name) =>
      name
        .toLowerCase()
        .split(" ")
        .some((part) => called.includes(part)),
    )
  )
    return null;
  const answers = known.map((name) => answer(only(name, asked)));
  const saying = answers.filter(({ passages: [first] }) => first !== undefined && first.why?.beside === undefined);
  return saying.length === 1 ? saying[0]! : null;
}
