import { type CompletedQuestion, completeQuestion } from "../conversation/complete-question.ts";
import { knownIn } from "../conversation/known.ts";
import { pastTurns } from "../conversation/past-turns.ts";
import type { Scope } from "../corpus/scope.ts";
import type { Passage } from "../passage.ts";
import { termsOf } from "../retrieval/terms.ts";
import { askedRange } from "../timeline/dates-in-words.ts";
import { answerAboutBot, example } from "./about-bot.ts";
import type { Answer, AskRequest, Turn, Understood } from "./answer.ts";
import { saidAsWritten } from "./as-written.ts";
import { coverageOf } from "./coverage.ts";
import { isForeign } from "./foreign.ts";
import { inRelatedWords } from "./in-related-words.ts";
import { lastShown, meantSpeaker } from "./meant-speaker.ts";
import { passagesOf, surroundings } from "./passages.ts";
import { inPlainWords } from "./plain-words.ts";
import { rank } from "./rank.ts";
import { respell } from "./respell.ts";
import { saidUnder, saidUnderTitles } from "./said-under.ts";
import { answerAround, answerWhen, rangeAround } from "./shown-last.ts";
import { absentIn, CLOSEST, closestTo, ENOUGH, first, nothing, reasonFor } from "./silence.ts";
import { type Asked, tells, understand } from "./understand.ts";
import type { Found } from "./why.ts";

/** The longest question that is read, in UTF-16 code units. */
export const LONGEST_QUESTION = 1000;

const PASSAGES = 10;

/** Passages that are compared with the topic before it is given up. */
const LOOKED_AT = 30;

/** The confidence at which what is expected beside all words is an answer. */
const NEARLY = 0.3;

/** Expects nothing in particular: what answers it has its words. */
const YES_OR_NO = /^(?:did|do|does|is|are|was|were|has|have|had|will|can)(?:n't)? /i;

/** Up to so many words a question is too short for the confidence to tell. */
const FEW = 3;

/**
 * Answers one question from the articles of `scope`; `conversation` is what was asked before, newest last.
 *
 * Never throws, whatever the text. The same request, scope and conversation give the same answer.
 */
export function ask(request: AskRequest, scope: Scope, conversation: readonly Turn[] | null): Answer {
  const text = clean(request.text);
  const message = refusal(text, scope) ?? answerAboutBot(text, scope) ?? refusedDate(request);
  if (message !== null) return refused(unread(text), message);
  if (scope.holdings.length === 0) return nothing(unread(text), "no-articles", []);
  const foreign = isForeign(text);
  const answer = askPlainly(request, text, scope, foreign ? null : conversation);
  return foreign && answer.kind === "nothing-found" ? { ...answer, reason: "not-english" } : answer;
}

/** Answers a question in chat words, and with slips of spelling where it finds nothing else; `text` stays as it was typed. */
function askPlainly(request: AskRequest, text: string, scope: Scope, conversation: readonly Turn[] | null): Answer {
  const plain = inPlainWords(text);
  const answer = askInTalk(request, plain, scope, conversation);
  const other = answer.kind === "nothing-found" ? respell(plain, scope) : null;
  const again = other === null ? null : askInTalk(request, other.text, scope, conversation);
  const better = again?.kind === "passages" || (isUnknown(answer) && again !== null && !isUnknown(again));
  if (other === null || again === null || !better) return { ...answer, question: { ...answer.question, text } };
  return { ...again, question: { ...again.question, text, respelt: other.respelt } };
}

function isUnknown(answer: Answer): boolean {
  return answer.kind === "nothing-found" && answer.reason === "unknown-speaker";
}

/** Answers a question as part of a conversation; as one of its own when it could be one and finds nothing otherwise. */
function askInTalk(request: AskRequest, text: string, scope: Scope, conversation: readonly Turn[] | null): Answer {
  const turns = conversation ?? [];
  const [history, known] = [pastTurns(turns, scope), knownIn(scope)];
  const complete = (words: string) => completeQuestion(words, history, known);
  const completed = complete(text);
  const ask = (words: string) =>
    askCompleted(request, words, words === text ? completed : complete(words), scope, turns);
  const answered = inRelatedWords(text, ask, scope);
  const canStandAlone = completed.carried.length > 0 && completed.asks === null && answered.question.speaker === null;
  if (answered.kind !== "nothing-found" || !canStandAlone || PERSON.test(text)) return answered;
  const alone = askInTalk(request, text, scope, null);
  return alone.kind === "passages" ? alone : answered;
}

/** Answers a question as it was completed from the talk. */
function askCompleted(
  request: AskRequest,
  text: string,
  completed: CompletedQuestion,
  scope: Scope,
  turns: readonly Turn[],
): Answer {
  if (completed.unclear !== undefined) {
    const message = `“${completed.unclear}” cannot be ${completed.context.join(" or ")}; write the name of whom you mean.`;
    return refused(unread(text), message);
  }
  const last = turns.findLast(({ shown }) => shown.length > 0);
  const when = completed.asks === "when" && last !== undefined ? answerWhen(completed, text, scope, last) : null;
  if (when !== null) return when;
  const range = last === undefined ? null : rangeAround(completed.asks, last, scope);
  const days = { ...(range?.since && { since: range.since }), ...(range?.until && { until: range.until }) };
  const asked = understand({ ...request, ...days }, text, completed, scope);
  if (range !== null && asked.question.speaker === null) return answerAround(asked, scope, last!, request.today);
  return answer(asked, scope, completed, turns);
}

/** Who these are, only the conversation tells. */
const PERSON = /\b(?:he|him|his|she|her|hers|they|them|their|theirs)\b/i;

/** What stands for nobody as long as nobody was spoken of. */
const NOBODY = /^(?:he|she|they|it|this|that)$/i;

function vague(question: Understood): Answer {
  return refused(question, "Say whom or what it is about.");
}

function refused(question: Understood, message: string): Answer {
  return { kind: "refused", question, confidence: 0, passages: [], message };
}

/** A question of which nothing is understood yet. */
function unread(text: string): Understood {
  return { text, speaker: null, topic: null, since: null, until: null };
}

function answer(asked: Asked, scope: Scope, completed: CompletedQuestion, turns: readonly Turn[]): Answer {
  const { question, known, query, more } = asked;
  const { asks } = completed;
  if (known.length > 1) {
    const one = meantSpeaker(asked, turns, scope, (each) => answer(each, scope, completed, turns));
    if (one !== null) return one;
    return { kind: "which-speaker", question, confidence: 0, passages: [], candidates: known };
  }
  if (question.speaker !== null && known.length === 0) {
    if (NOBODY.test(question.speaker)) return vague(question);
    return unnamed(asked, scope) ?? nothing(question, "unknown-speaker", closestTo({ ...query, speaker: null }, scope));
  }
  if (query.speaker === null && query.since === null && query.until === null && !tells(query.topic)) {
    return vague(question);
  }
  const others = asks === "others" || (more && question.frame === "who-said");
  const shown = others || more ? turns.flatMap((turn) => turn.shown) : [];
  const heard = new Set(others ? shown.map(({ speaker }) => speaker) : []);
  const ranked = rank(more && !others ? { ...query, exclude: shown } : query, scope);
  const covers = coverageOf(query.topic, scope);
  // What is said beside the words of a topic is about it; a speaker has to say them.
  // Of a follow-up the words that were carried into it have to stand there or beside it.
  const carried = coverageOf(asked.helpedBy, scope);
  const fits = (passage: Passage) =>
    !heard.has(passage.speaker) &&
    (asked.helpedBy === "" || carried(surroundings(passage, scope)) > 0) &&
    (covers(passage.text) >= ENOUGH || (query.speaker === null && covers(surroundings(passage, scope)) >= ENOUGH));
  const found: Found[] = [];
  const fitting: Found[] = [];
  for (const passage of passagesOf(ranked.hits, question.frame ?? "keywords", query, covers)) {
    found.push(passage);
    if (fits(passage)) fitting.push(passage);
    if (fitting.length === PASSAGES || found.length === LOOKED_AT) break;
  }
  const said = fitting.length > 0 ? fitting : saidUnder(query, covers, scope, shown);
  // Said in an article that begins with the topic is near it, and an answer only where the talk is about that article.
  const last = new Set(lastShown(turns).map(({ article }) => article));
  const near = said.filter(({ why, article }) => why?.beside === "lead" && !last.has(article));
  const under = near.length > 0 ? said.filter((passage) => !near.includes(passage)) : said;
  const titled =
    question.frame === "who-said"
      ? saidUnderTitles(query, ranked.hits, covers, under, asks === "others" ? last : new Set())
      : [];
  const passages = [...under, ...titled.filter(({ speaker }) => !heard.has(speaker))].slice(0, PASSAGES);
  const needed = asks === "why" || asks === "where" || query.expects === "duration";
  if (needed && !passages.some(tellsWhatIsExpected)) {
    return nothing(question, "low-confidence", found.slice(0, CLOSEST));
  }
  // The confidence is calibrated on questions of many words; a passage with all of a few is an answer as well, and so
  // is one with what is expected beside them.
  const [top] = passages;
  const few =
    termsOf(query.topic).length <= FEW &&
    top !== undefined &&
    (covers(top.text) === 1 ||
      (ranked.confidence >= NEARLY &&
        (YES_OR_NO.test(query.topic) || tellsWhatIsExpected(top)) &&
        covers(surroundings(top, scope)) === 1));
  if (passages.length > 0 && (ranked.answers || few || fitting.length === 0)) {
    return { kind: "passages", question, confidence: fitting.length > 0 ? ranked.confidence : ENOUGH, passages };
  }
  if (shown.length > 0) return nothing(question, "nothing-more", []);
  const reason = reasonFor(query, found, scope);
  const written = reason === "unknown-speaker" ? unnamed(asked, scope) : null;
  if (written !== null) return written;
  const closest = near.length > 0 ? near : found.length > 0 ? found : closestTo(query, scope);
  return nothing(question, reason, closest.slice(0, CLOSEST), absentIn(query.topic, scope));
}

function tellsWhatIsExpected({ why }: Found): boolean {
  return why?.evidence.some(({ kind, value }) => kind === "expected" && value > 0) ?? false;
}

/** What those said whom the articles call as the member does, without a name; `null` when there is nobody. */
function unnamed({ question, words, query }: Asked, scope: Scope): Answer | null {
  if (words === null) return null;
  const said = first(LOOKED_AT, saidAsWritten(words, query, scope));
  if (said.length === 0) return null;
  const covers = coverageOf(query.topic, scope);
  const passages = said.filter(({ text }) => covers(text) >= ENOUGH).slice(0, PASSAGES);
  const asked = { ...question, speaker: words };
  if (passages.length === 0) return nothing(asked, "speaker-not-on-topic", closestTo(query, scope));
  return { kind: "passages", question: asked, confidence: ENOUGH, passages };
}

/** The question without control characters, white space as single blanks. */
function clean(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** A date that cannot be read is not passed over: the answer would be one to another question. */
function refusedDate(request: AskRequest): string | null {
  const range = askedRange(request);
  return typeof range === "string" ? range : null;
}

function refusal(text: string, scope: Scope): string | null {
  if (text.length > LONGEST_QUESTION) {
    return `The question is ${text.length} characters long; please ask in at most ${LONGEST_QUESTION}.`;
  }
  if (!/[\p{L}\p{N}]/u.test(text)) return `Ask in words, ${example(scope)}.`;
  return null;
}
