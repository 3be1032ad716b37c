import { type IsSpeaker, parseQuestion } from "../answering/question.ts";
import { contextWords } from "./context-words.ts";
import { type Focus, focusAfter, introduces, isStrong } from "./focus.ts";
import { findNounPhrases, type NounPhrase } from "./noun-phrases.ts";
import type { PastTurn } from "./past-turns.ts";
import { asks, wordsOf } from "./question-shape.ts";

const PRONOUN =
  /\b(he|him|his|she|her|hers|they|them|their|theirs|it|its|this|that|these|those|there|here)\b(['’](?:s|re|ve|ll|d)\b)?/gi;

const LONG: Record<string, string> = { s: "is", re: "are", ve: "have", ll: "will", d: "would" };

/** "Mara Lund" may be a he or a she; "the Ferry campaign" is none. */
function isPerson({ text }: NounPhrase): boolean {
  return !/(?:^|\s)\p{Ll}/u.test(text) || text === text.toLowerCase();
}

/** The question with its pronouns replaced by what they stand for, or with its topic named when it has none. */
export function withPronouns(text: string, history: readonly PastTurn[], isSpeaker: IsSpeaker): string {
  const focus = focusAfter(history.map(({ question }) => question));
  const own = findNounPhrases(text);
  const alone = parseQuestion(text, isSpeaker);
  const asksSpeaker = alone.speaker !== null;
  const used = new Map<string, string | null>();
  let changed = false;
  const completed = text.replace(PRONOUN, (pronoun: string, word: string, short: string | undefined, at: number) => {
    const lower = word.toLowerCase();
    if (!pointsBack(lower, text, at)) return pronoun;
    const key = kindOf(lower);
    // "Who is Lund and what did she say": the name stands in the question itself.
    const itself = asksSpeaker && key !== "person" ? [] : own;
    if (itself.some((phrase) => phrase.end < at && (isStrong(phrase) || /^,? and\b/.test(text.slice(phrase.end))))) {
      return pronoun;
    }
    if (!used.has(key)) used.set(key, antecedent(key, own, focus, history));
    const phrase = used.get(key) ?? null;
    if (phrase === null) return pronoun;
    changed = true;
    if (short !== undefined) return `${phrase} ${LONG[short.slice(1).toLowerCase()]}`;
    return /^(?:his|its|their|theirs|hers)$/.test(lower) || (lower === "her" && /^ \p{L}/u.test(text.slice(at + 3)))
      ? `${phrase}'s`
      : lower === "there" || lower === "here"
        ? `in ${phrase}`
        : phrase;
  });
  if (asksSpeaker || alone.frame === "who-said") return completed;
  const fuller = changed ? completed : withDefinites(text, history);
  const thin = fuller === text && focus.topic !== null && isThin(text, own, history);
  const answered = history.at(-1)?.answer != null;
  const bare =
    asks(text) &&
    !own.some((phrase) => introduces(text, phrase) || isSubject(text, phrase)) &&
    (own.some((phrase) => phrase.definite)
      ? !own.some((phrase) => (answered ? isStrong(phrase) : phrase.name))
      : answered && !own.some(isStrong));
  if (fuller === text && ((!thin && !bare) || used.get("person") === null)) return text;
  if (changed && own.some(({ name }) => name)) return fuller;
  const questions = history.map(({ question }) => question);
  const held = new Set(wordsOf(fuller));
  const context = [...(thin ? focus.topic!.words : []), ...contextWords(questions, history.at(-1)?.answer ?? null)];
  const added = [...new Set(context)].filter((word) => !held.has(word));
  return added.length === 0 ? fuller : `${fuller.replace(/[\s?!.]+$/, "")} (${added.join(" ")})?`;
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

/** False for "there is", "that" as a conjunction, and "this year": they stand for nothing said before. */
function pointsBack(pronoun: string, text: string, at: number): boolean {
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
  if (pronoun === "it")
    return !/^(?:true|possible|clear|said|likely) (?:that|to|if)\b/.test(after.replace(/^(?:is|was) /, ""));
  if (/^(?:this|these|those)$/.test(pronoun)) return !/^(?:year|week|month|time|day|morning|days|years)$/.test(next);
  return true;
}

/** What a pronoun of `kind` stands for; `null` when nothing fits. */
function antecedent(kind: Kind, own: readonly NounPhrase[], focus: Focus, history: readonly PastTurn[]): string | null {
  const fresh = (phrase: NounPhrase | null) =>
    phrase !== null && !own.some(({ words }) => phrase.words.every((word) => words.includes(word)));
  const last = history.at(-1);
  if (kind === "person") {
    const speaker = last?.speaker ?? last?.shownSpeaker;
    if (speaker != null) return speaker;
  } else if (kind !== "place" && (last?.frame === "what-said" || last?.frame === "who-said") && last.topic !== null) {
    return last.topic;
  }
  if (kind === "person" || kind === "place") {
    const named =
      [focus.topic, focus.name].find((phrase) => phrase?.name && (kind === "place" || isPerson(phrase))) ?? null;
    if (kind === "place") return (focus.name ?? focus.topic)?.text ?? null;
    if (named !== null && fresh(named)) return named.text;
    const answer = last?.answer;
    const name = answer == null ? undefined : findNounPhrases(answer.slice(0, 300)).find((phrase) => phrase.name);
    return name?.text ?? (focus.topic !== null && isPerson(focus.topic) ? focus.topic.text : null);
  }
  if (fresh(focus.topic)) return focus.topic!.text;
  return focus.last.find((phrase) => fresh(phrase))?.text ?? (fresh(focus.wider) ? focus.wider!.text : null);
}

/** "The college" is the "electoral college" that was spoken of. */
function withDefinites(text: string, history: readonly PastTurn[]): string {
  const phrases = findNounPhrases(text);
  for (const phrase of phrases) {
    if (!phrase.definite || phrase.words.length > 1) continue;
    for (const turn of [...history].reverse()) {
      const fuller = findNounPhrases(turn.question).find(
        ({ words }) => words.length > 1 && words.length < 6 && words.includes(phrase.words[0]!),
      );
      if (fuller !== undefined) return `${text.slice(0, phrase.start)}${fuller.text}${text.slice(phrase.end)}`;
    }
  }
  return text;
}
