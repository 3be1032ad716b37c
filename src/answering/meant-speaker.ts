import type { Scope } from "../corpus/scope.ts";
import { wordsOf } from "../reading/directory.ts";
import type { Answer, Turn } from "./answer.ts";
import type { Asked } from "./understand.ts";
import { articlesOf } from "./where.ts";

/** Of more who hold a role it is asked who is meant. */
const MOST_HOLDERS = 5;

/**
 * What `answer` gives for the one of several holders of a role that a question means: the only one whom the articles name
 * that were shown last ("the captain" in a talk about one ferry), else the only one who says what is asked for. `null` when
 * that tells nobody apart; of several who share a name none is chosen, nor a minister where another is the culture minister
 * asked for.
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
  const whole = calledSo(words, known, scope);
  const may = (name: string) => whole.size === 0 || whole.has(name);
  const spokenOf = known.filter((name) => lastShown(turns).some(({ article }) => articlesOf(name, scope).has(article)));
  if (spokenOf.length === 1) return may(spokenOf[0]!) ? answer(only(spokenOf[0]!, asked)) : null;
  if (query.topic === "" || known.length > MOST_HOLDERS) return null;
  const answers = known.map((name) => answer(only(name, asked)));
  const saying = answers.filter(({ passages: [first] }) => first !== undefined && first.why?.beside === undefined);
  return saying.length === 1 && may(saying[0]!.question.speaker!) ? saying[0]! : null;
}

/** Those of `known` with a role that has every one of the words. */
function calledSo(words: string, known: readonly string[], { speakers }: Scope): ReadonlySet<string> {
  const [asked, names] = [wordsOf(words), new Set(known)];
  const has = (role: string) => asked.every((word) => wordsOf(role).includes(word));
  return new Set(speakers.filter(({ name, roles }) => names.has(name) && roles.some(has)).map(({ name }) => name));
}

/** What the last answer with passages showed. */
export function lastShown(turns: readonly Turn[]): Turn["shown"] {
  return turns.findLast(({ shown }) => shown.length > 0)?.shown ?? [];
}

function only(name: string, asked: Asked): Asked {
  const { query, question } = asked;
  return { ...asked, known: [name], query: { ...query, speaker: name }, question: { ...question, speaker: name } };
}
