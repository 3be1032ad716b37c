import { parseQuestion } from "../answering/question.ts";
import { genderOfPronoun } from "../reading/pronouns.ts";
import { asWritten, contextPhrases } from "./context-phrases.ts";
import { type Focus, focusAfter, introduces, isStrong } from "./focus.ts";
import type { Known } from "./known.ts";
import { findNounPhrases, type NounPhrase } from "./noun-phrases.ts";
import type { PastTurn } from "./past-turns.ts";
import { ANSWER, type Meant, personMeant } from "./person-meant.ts";
import { asks, wordsOf } from "./question-shape.ts";

const PRONOUN =
  /\b(he|him|his|she|her|hers|they|them|their|theirs|it|its|this|that|these|those|there|here)\b(['’](?:s|re|ve|ll|d)\b)?/gi;

const LONG: Record<string, string> = { s: "is", re: "are", ve: "have", ll: "will", d: "would" };

/**
 * The question with its pronouns replaced by what they stand for; and, where that does not tell what it is about, the
 * phrases that the conversation was about.
 */
export function withPronouns(
  text: string,
  history: readonly PastTurn[],
  known: Known,
): { readonly text: string; readonly context: readonly string[]; readonly unclear?: string } {
  const talked = history.filter(({ vain }) => vain !== true);
  const focus = focusAfter(talked.map(({ question }) => question));
  const own = findNounPhrases(text);
  const alone = parseQuestion(text, known.isSpeaker);
  const asksSpeaker = alone.speaker !== null;
  const used = new Map<string, string | null>();
  const told = new Set<string>();
  const pointedAt: string[] = [];
  const isFresh = (phrase: NounPhrase) => !own.some(({ words }) => phrase.words.every((word) => words.includes(word)));
  const people = new Map<string, Meant>();
  let unclear: string | null = null;
  const completed = text.replace(PRONOUN, (pronoun: string, word: string, short: string | undefined, at: number) => {
    const lower = word.toLowerCase();
    if (!pointsBack(lower, text, at)) return pronoun;
    const key = kindOf(lower);
    // "Who is Lund and what did she say": the name stands in the question itself.
    const itself = asksSpeaker && key !== "person" ? [] : own;
    const stands = (phrase: NounPhrase) =>
      isStrong(phrase) ||
      /^,? and\b/.test(text.slice(phrase.end)) ||
      (key === "person" && known.kindOf(phrase.text) === "person");
    if (itself.some((phrase) => phrase.end < at && stands(phrase))) return pronoun;
    const gender = genderOfPronoun(lower);
    if (gender !== null) {
      const meant = people.get(gender) ?? personMeant(gender, isFresh, focus, history, known);
      people.set(gender, meant);
      used.set(key, meant.name);
      if (meant.other !== null) unclear ??= pronoun;
    } else if (!used.has(key)) {
      used.set(key, antecedent(lower, isFresh, focus, history, known, used.get("person") ?? null));
    }
    const phrase = used.get(key) ?? null;
    if (phrase === null) return pronoun;
    // "These methods": the noun stays, and what it belongs to is said besides.
    if (/^(?:this|that|these|those)$/.test(lower) && own.some(({ start }) => start === at + word.length + 1)) {
      pointedAt.push(phrase);
      return pronoun;
    }
    // "Why do they call them that": once it has been named, the pronouns stand for it again.
    if (told.has(phrase)) return pronoun;
    told.add(phrase);
    if (short !== undefined) return `${phrase} ${LONG[short.slice(1).toLowerCase()]}`;
    return /^(?:his|its|their|theirs|hers)$/.test(lower) || (lower === "her" && /^ \p{L}/u.test(text.slice(at + 3)))
      ? `${phrase}'s`
      : lower === "there" || lower === "here"
        ? `in ${phrase}`
        : phrase;
  });
  if (unclear !== null) return { text, context: [...people.values()].flatMap(({ other }) => other ?? []), unclear };
  const changed = told.size > 0;
  // "What happened in March" asks for all of it.
  const asksTime = alone.frame === "keywords" && TIME.test(alone.topic ?? "");
  if (asksSpeaker || alone.frame === "who-said" || asksTime) return { text: completed, context: pointedAt };
  const fuller = changed ? completed : withDefinites(text, history);
  const same = fuller === text && pointedAt.length === 0;
  const thin = same && focus.topic !== null && isThin(text, own, history);
  const answered = history.at(-1)?.answer != null;
  const bare =
    asks(text) &&
    !own.some((phrase) => introduces(text, phrase) || isSubject(text, phrase)) &&
    (own.some((phrase) => phrase.definite)
      ? !own.some((phrase) => (answered ? isStrong(phrase) : phrase.name))
      : answered && !own.some(isStrong));
  if (same && ((!thin && !bare) || used.get("person") === null)) return { text, context: [] };
  const named = changed && (own.some(({ name }) => name) || known.isSpeaker(used.get("person") ?? ""));
  const questions = talked.map(({ question }) => question);
  const context = [
    ...pointedAt,
    ...(thin ? [focus.topic!.text] : []),
    ...(named ? [] : contextPhrases(questions, talked.at(-1)?.answer ?? null)),
  ];
  return { text: fuller, context: eachOnce(context, fuller) };
}

const TIME = /^(?:(?:in|on|last|this|since|during|before|after) .*|yesterday|today)$/i;

/** The phrases without those of which `text` or an earlier one has every word; of the others the words that are new. */
function eachOnce(phrases: readonly string[], text: string): string[] {
  const held = new Set(wordsOf(text));
  return phrases.flatMap((phrase) => {
    const words = wordsOf(phrase);
    const added = words.filter((word) => !held.has(word));
    for (const word of added) held.add(word);
    return added.length === 0 ? [] : [added.length === words.length ? phrase : asWritten(added, phrase).join(" ")];
  });
}

/** True for a noun that the question is asked of: "are alcoholics depressed", "when was Oversteps released". */
function isSubject(text: string, phrase: NounPhrase): boolean {
  return !phrase.definite && /\b(?:is|are|was|were|do|does|did|has|have|had) $/i.test(text.slice(0, phrase.start));
}

/** True when the question names nothing by which it could be asked alone. */
function isThin(text: string, own: readonly NounPhrase[], history: readonly PastTurn[]): boolean {
  if (text.split(/\s+/).length > 12 || !asks(text)) return false;
  const spoken = new Set(history.flatMap(({ question }) => findNounPhrases(question).flatMap(({ words }) => words)));
  return !own.some(
    (phrase) =>
      isStrong(phrase) ||
      introduces(text, phrase) ||
      isSubject(text, phrase) ||
      (!phrase.definite && phrase.words.some((word) => spoken.has(word))),
  );
}

type Kind = "person" | "many" | "thing" | "place";

function kindOf(pronoun: string): Kind {
  if (/^(?:he|him|his|she|her|hers)$/.test(pronoun)) return "person";
  if (/^(?:they|them|their|theirs|these|those)$/.test(pronoun)) return "many";
  return pronoun === "there" || pronoun === "here" ? "place" : "thing";
}

/** False for "there is", "that" as a conjunction, "this year" and what is quoted: they stand for nothing said before. */
function pointsBack(pronoun: string, text: string, at: number): boolean {
  if (/["“][^"“”]*$/.test(text.slice(0, at)) && /["”]/.test(text.slice(at))) return false;
  const before = text.slice(0, at).trimEnd().toLowerCase();
  const after = text
    .slice(at + pronoun.length)
    .trimStart()
    .toLowerCase();
  const previous = /[\p{L}]+$/u.exec(before)?.[0] ?? "";
  const next = /^[\p{L}]+/u.exec(after)?.[0] ?? "";
  if (pronoun === "there" || pronoun === "here") {
    return (
      !/^(?:is|are|was|were|be|been|has|have|any|a|an|some)$/.test(next) &&
      !/^(?:is|are|was|were|has|have|be)$/.test(previous)
    );
  }
  if (pronoun === "that") {
    if (next === "") return true;
    if (/^(?:say|said|says|think|thinks|thought|claim|claims|know|so|believe|mean|true)$/.test(previous)) return false;
    return /^(?:is|was|did|does|happen|happened|affect|work|mean)$/.test(next);
  }
  if (pronoun === "they" && next === "call") return false;
  if (pronoun === "it")
    return !/^(?:(?:true|possible|clear|said|likely) (?:that|to|if)|seems?|looks?|sounds?|appears?|turns? out)\b/.test(
      after.replace(/^(?:is|was) /, ""),
    );
  if (/^(?:this|these|those)$/.test(pronoun)) return !/^(?:year|week|month|time|day|morning|days|years)$/.test(next);
  return true;
}

/** What a pronoun but he and she stands for, though not whom those stand for in the same question; `null` when nothing fits. */
function antecedent(
  pronoun: string,
  isFresh: (phrase: NounPhrase) => boolean,
  focus: Focus,
  history: readonly PastTurn[],
  known: Known,
  person: string | null,
): string | null {
  if (kindOf(pronoun) === "place") return worded(focus.name ?? focus.topic);
  const taken = person === null ? [] : wordsOf(person);
  const last = history.at(-1);
  // Nobody is an "it".
  const fits = (words: string) => !/^its?$/.test(pronoun) || known.kindOf(words) !== "person";
  const spoken = last?.frame === "what-said" || last?.frame === "who-said";
  if (spoken && last.topic !== null && fits(last.topic)) return last.topic;
  // What came up before a person was spoken of goes on before what was said of the person.
  const aside = focus.topic !== null && !fits(focus.topic.text);
  const things = aside ? [focus.wider] : [focus.topic, ...focus.last, focus.wider];
  const thing = things.find((phrase) => phrase !== null && isFresh(phrase) && fits(phrase.text)) ?? null;
  return thing?.words.every((word) => taken.includes(word)) ? null : worded(thing);
}

/** The phrase as it is named a second time: "the ferry" for "a ferry". */
function worded(phrase: NounPhrase | null): string | null {
  return phrase === null ? null : phrase.article ? `the ${phrase.text}` : phrase.text;
}

/** "The college" is the "electoral college" that was spoken of, "the Alliance" the one which the answer names in full. */
function withDefinites(text: string, history: readonly PastTurn[]): string {
  for (const phrase of findNounPhrases(text)) {
    if (phrase.words.length > 1 || !/\bthe $/i.test(text.slice(0, phrase.start))) continue;
    for (const { question, answer } of history.toReversed()) {
      const word = phrase.words[0]!;
      const fuller =
        findNounPhrases(question).find(({ words }) => words.length > 1 && words.length < 6 && words.includes(word)) ??
        findNounPhrases((answer ?? "").slice(0, ANSWER)).find(
          ({ name, words }) => name && words.length > 1 && words.length < 6 && words.at(-1) === word,
        );
      if (fuller !== undefined) return `${text.slice(0, phrase.start)}${fuller.text}${text.slice(phrase.end)}`;
    }
  }
  return text;
}
