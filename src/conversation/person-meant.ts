import type { Gender } from "../reading/forenames.ts";
import type { Focus } from "./focus.ts";
import type { Known } from "./known.ts";
import { findNounPhrases, type NounPhrase } from "./noun-phrases.ts";
import type { PastTurn } from "./past-turns.ts";
import { wordsOf } from "./question-shape.ts";

/** The part of an answer in which names are looked for, in UTF-16 code units. */
export const ANSWER = 1000;

const DAY =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)\b/i;

/** "Mara Lund" may be a he or a she; "the Ferry campaign" is none. */
function mayBePerson({ text }: NounPhrase): boolean {
  if (DAY.test(text)) return false;
  return !/(?:^|\s)\p{Ll}/u.test(withoutPlace(text)) || text === text.toLowerCase();
}

/** "Mara Lund of Sandvik" is called Mara Lund. */
function withoutPlace(text: string): string {
  return text.replace(/ (?:of|from|in) \p{Lu}.*$/u, "");
}

/** Whom a he or a she stands for; when nobody fits, `name` is `null`, and `other` who it would be but for the gender. */
export type Meant = { readonly name: string | null; readonly other: string | null };

/** Whom a pronoun of `gender` stands for among those spoken of, the likeliest first; nobody of the other gender is guessed. */
export function personMeant(
  gender: Gender,
  isFresh: (phrase: NounPhrase) => boolean,
  focus: Focus,
  history: readonly PastTurn[],
  known: Known,
): Meant {
  let other: string | null = null;
  for (const words of spokenOf(isFresh, focus, history, known)) {
    const name = known.nameOf(words);
    const kind = known.kindOf(name);
    if (kind === "organisation" || kind === "place") continue;
    const theirs = known.genderOf(name);
    if (theirs === null || theirs === gender) return { name, other: null };
    other ??= name;
  }
  return { name: null, other };
}

function* spokenOf(
  isFresh: (phrase: NounPhrase) => boolean,
  focus: Focus,
  history: readonly PastTurn[],
  known: Known,
): Generator<string> {
  const last = history.at(-1);
  const speaker = last?.speaker ?? last?.shownSpeaker;
  if (speaker != null) yield speaker;
  for (const { text } of focus.last) if (known.isSpeaker(text)) yield text;
  const named = [focus.topic, focus.name].find((phrase) => phrase?.name && mayBePerson(phrase));
  if (named != null && isFresh(named)) yield named.article ? `the ${named.text}` : named.text;
  for (const { text } of last?.answer == null ? [] : peopleIn(last.answer.slice(0, ANSWER))) yield withoutPlace(text);
  const { topic } = focus;
  if (topic !== null && mayBePerson(topic) && (topic.name || known.kindOf(topic.text) === "person")) yield topic.text;
  // A question that found nothing does not shift the focus, but who was named in it was spoken of.
  for (const { text } of findNounPhrases(last?.question ?? "")) if (known.kindOf(text) === "person") yield text;
  for (const turn of history.toReversed()) {
    const speaker = turn.speaker ?? turn.shownSpeaker;
    if (speaker != null) yield speaker;
  }
}

/** The people an answer is about: whom it names most often first, of several the one it names first. */
function peopleIn(answer: string): NounPhrase[] {
  const words = wordsOf(answer);
  const times = (phrase: NounPhrase) => words.filter((word) => word === phrase.words.at(-1)).length;
  const people = findNounPhrases(answer).filter((phrase) => phrase.name && !phrase.definite && mayBePerson(phrase));
  return people.toSorted((a, b) => times(b) - times(a));
}
