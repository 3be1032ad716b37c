import { type CompletedQuestion, completeQuestion, inFull } from "../conversation/complete-question.ts";
import { pastTurns } from "../conversation/past-turns.ts";
import type { Scope } from "../corpus/scope.ts";
import type { Passage } from "../passage.ts";
import { termsOf } from "../retrieval/terms.ts";
import { parseDateRange } from "../timeline/dates-in-words.ts";
import type { Answer, AskRequest, Reason, Turn, Understood } from "./answer.ts";
import { type AnswerKind, answerKindOf } from "./answer-kind.ts";
import { saidAsWritten } from "./as-written.ts";
import { splitDates } from "./asked-dates.ts";
import { findAskedSpeaker, isQuoted } from "./asked-speaker.ts";
import { type Coverage, coverageOf } from "./coverage.ts";
import { datedPassage, passagesOf, surroundings } from "./passages.ts";
import { parseQuestion, type Question } from "./question.ts";
import { type RankQuery, rank } from "./rank.ts";
import { respell } from "./respell.ts";
import type { Found } from "./why.ts";

/** The longest question that is read, in UTF-16 code units. */
export const LONGEST_QUESTION = 1000;

const PASSAGES = 10;
const CLOSEST = 3;

/** Passages that are compared with the topic before it is given up. */
const LOOKED_AT = 30;

/** A passage answers a topic when it holds at least this share of it. */
const ENOUGH = 0.5;

/** What does not say the words itself must stand beside nearly all of them. */
const WHOLE = 0.8;

/** Up to so many words a question is too short for the confidence to tell. */
const FEW = 3;

/** "Take place" and its like say nothing of what took place. */
const HAPPEN = /\b(?:(?:take|takes|took|taken|taking) place|happen(?:s|ed|ing)?|occur(?:s|red|ring)?)\b/gi;

/**
 * Answers one question from the articles of `scope`; `conversation` is what was asked before, newest last.
 *
 * Never throws, whatever the text. The same request, scope and conversation give the same answer.
 */
export function ask(request: AskRequest, scope: Scope, conversation: readonly Turn[] | null): Answer {
  const text = clean(request.text);
  const message = refusal(text) ?? refusedDate(request);
  if (message !== null) {
    const question = { text, speaker: null, topic: null, since: null, until: null };
    return { kind: "refused", question, confidence: 0, passages: [], message };
  }
  const answer = askOnce(request, text, scope, conversation);
  if (answer.kind !== "nothing-found") return answer;
  const other = respell(text, scope);
  const again = other === null ? null : askOnce(request, other.text, scope, conversation);
  if (other === null || again?.kind !== "passages") return answer;
  return { ...again, question: { ...again.question, text, respelt: other.respelt } };
}

function askOnce(request: AskRequest, text: string, scope: Scope, conversation: readonly Turn[] | null): Answer {
  const turns = conversation ?? [];
  const quoted = (words: string) => isQuoted(words, scope);
  const completed = completeQuestion(text, pastTurns(turns, scope), quoted);
  if (completed.asks === "when") {
    const when = answerWhen(completed, text, scope, turns.at(-1)!);
    if (when !== null) return when;
  }
  return answer(understand(request, text, completed, scope), scope, completed, turns);
}

type Asked = {
  readonly question: Understood;
  /** The speaker in the member's words. */
  readonly words: string | null;
  readonly known: readonly string[];
  readonly query: RankQuery;
  readonly more: boolean;
};

/** What is asked for, with the names looked up in `scope`. */
function understand(request: AskRequest, text: string, completed: CompletedQuestion, scope: Scope): Asked {
  const parsed = parse(completed.about ?? inFull(completed), scope);
  const asked = request.speaker?.trim() || parsed.speaker;
  const known = asked === null ? [] : findAskedSpeaker(asked, scope);
  const ofStatements = asked !== null || parsed.frame === "who-said";
  const newest = scope.holdings[0]?.article.published?.value ?? null;
  const dated = splitDates(parsed.topic ?? "", request.today, newest, ofStatements ? "any" : "relative");
  const since = request.since ? parseDateRange(request.since, request.today)?.since : dated.range?.since;
  const until = request.until ? parseDateRange(request.until, request.today)?.until : dated.range?.until;
  const frame = completed.asks === "where" || completed.asks === "why" ? completed.asks : parsed.frame;
  const question: Understood = {
    text,
    speaker: known.length === 1 ? known[0]! : asked,
    topic: ofStatements ? dated.text || null : null,
    since: since ?? null,
    until: until ?? null,
    frame,
    ...(completed.carried.length > 0 && { completed: completed.text, carried: completed.carried }),
    ...(completed.context.length > 0 && { context: completed.context }),
  };
  const expects: Record<string, AnswerKind> = { where: "place", why: "reason" };
  // Words carried into a question of its own help to find the place, but need not stand there.
  const helped = !ofStatements && completed.asks === null && question.carried !== undefined && termsOf(text).length > 1;
  const query: RankQuery = {
    topic: ofStatements ? dated.text : withoutHappening(helped ? text : dated.text),
    context: helped ? completed.carried.join(" ") : (parsed.verb ?? ""),
    speaker: known.length === 1 ? known[0]! : null,
    since: question.since,
    until: question.until,
    publisher: request.outlet?.trim() || null,
    expects: expects[completed.asks ?? ""] ?? answerKindOf(completed.text),
  };
  return { question, words: asked, known, query, more: completed.asks === "more" || parsed.more };
}

/** "What do the thieves demand" asks for a fact when no article quotes them. */
function parse(text: string, scope: Scope): Question {
  const parsed = parseQuestion(text, (words) => isQuoted(words, scope));
  const named = parsed.speaker === null || parsed.verb === null || findAskedSpeaker(parsed.speaker, scope).length > 0;
  return named ? parsed : { ...parsed, frame: "what", speaker: null, topic: text, verb: null };
}

function answer(asked: Asked, scope: Scope, { asks }: CompletedQuestion, turns: readonly Turn[]): Answer {
  const { question, known, query, more } = asked;
  if (known.length > 1) {
    return { kind: "which-speaker", question, confidence: 0, passages: [], candidates: known };
  }
  if (question.speaker !== null && known.length === 0) {
    return unnamed(asked, scope) ?? nothing(question, "unknown-speaker", closestTo({ ...query, speaker: null }, scope));
  }
  if (query.speaker === null && query.since === null && query.until === null && termsOf(query.topic).length === 0) {
    return { kind: "refused", question, confidence: 0, passages: [], message: "Say whom or what it is about." };
  }
  const others = asks === "others" || (more && question.frame === "who-said");
  const shown = others || more ? turns.flatMap((turn) => turn.shown) : [];
  const heard = new Set(others ? shown.map(({ speaker }) => speaker) : []);
  const ranked = rank(more && !others ? { ...query, exclude: shown } : query, scope);
  const covers = coverageOf(query.topic, scope);
  // What is said beside the words of a topic is about it; a speaker has to say them.
  const fits = (passage: Passage) =>
    !heard.has(passage.speaker) &&
    (covers(passage.text) >= ENOUGH || (query.speaker === null && covers(surroundings(passage, scope)) >= ENOUGH));
  const found: Found[] = [];
  const fitting: Found[] = [];
  for (const passage of passagesOf(ranked.hits, question.frame ?? "keywords", query, covers)) {
    found.push(passage);
    if (fits(passage)) fitting.push(passage);
    if (fitting.length === PASSAGES || found.length === LOOKED_AT) break;
  }
  const passages = (fitting.length > 0 ? fitting : saidUnder(query, covers, scope, shown)).slice(0, PASSAGES);
  // The confidence is calibrated on questions of many words; a passage with all of a few is an answer as well.
  const few = termsOf(query.topic).length <= FEW && passages[0] !== undefined && covers(passages[0].text) === 1;
  if (passages.length > 0 && (ranked.answers || few || fitting.length === 0)) {
    return { kind: "passages", question, confidence: fitting.length > 0 ? ranked.confidence : ENOUGH, passages };
  }
  if (shown.length > 0) return nothing(question, "nothing-more", []);
  const reason = reasonFor(query, found, scope);
  const written = reason === "unknown-speaker" ? unnamed(asked, scope) : null;
  if (written !== null) return written;
  return nothing(question, reason, found.length > 0 ? found.slice(0, CLOSEST) : closestTo(query, scope));
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

/**
 * What the speaker said under a title or beside a sentence with the whole topic: said about it, though the words are
 * not in it.
 */
function saidUnder(query: RankQuery, covers: Coverage, scope: Scope, shown: RankQuery["exclude"] = []): Found[] {
  if (query.speaker === null || query.topic === "") return [];
  const { hits } = rank({ ...query, topic: "", context: "", exclude: shown }, scope);
  const said = first(
    LOOKED_AT,
    passagesOf(hits, "what-said", query, () => 0),
  );
  return said.flatMap((passage) => {
    const value = covers(surroundings(passage, scope));
    const evidence = [{ kind: "surroundings", value }, ...(passage.why?.evidence ?? [])];
    return value < WHOLE ? [] : [{ ...passage, why: { topic: query.topic, expects: query.expects, evidence } }];
  });
}

/** "When was that?": the passage shown last, and what tells its date; `null` when it is no longer there. */
function answerWhen(
  { text, carried }: CompletedQuestion,
  asked: string,
  scope: Scope,
  { question, shown }: Turn,
): Answer | null {
  const [first] = shown;
  const holding = first && scope.get(first.article);
  if (first === undefined || holding === undefined) return null;
  const passages = datedPassage(holding, first).map((passage) => ({ ...passage, speaker: first.speaker }));
  return {
    kind: "passages",
    question: { ...question, text: asked, frame: "when", completed: text, carried },
    confidence: 1,
    passages,
  };
}

/** Why nothing answers; each reason is only given where it is true. */
function reasonFor(query: RankQuery, found: readonly Passage[], scope: Scope): Reason {
  const covers = coverageOf(query.topic, scope);
  if (query.since !== null || query.until !== null) {
    const { hits } = rank({ ...query, since: null, until: null }, scope);
    const ever = first(PASSAGES, passagesOf(hits, "keywords", query, covers));
    if (ever.some((passage) => covers(passage.text) >= ENOUGH)) return "outside-dates";
  }
  if (query.speaker !== null) {
    const all = rank({ topic: "", speaker: query.speaker, since: null, until: null, expects: null }, scope);
    return all.hits.length > 0 ? "speaker-not-on-topic" : "unknown-speaker";
  }
  const absent =
    found.every((passage) => covers(passage.text) === 0) && scope.index.search(query.topic, 1).length === 0;
  return absent ? "words-absent" : "low-confidence";
}

/** The nearest passages on the topic, whoever speaks. */
function closestTo(query: RankQuery, scope: Scope): Found[] {
  const topic = query.topic.trim();
  if (topic === "") return [];
  const covers = coverageOf(topic, scope);
  const { hits } = rank({ ...query, speaker: null, since: null, until: null }, scope);
  const near = first(CLOSEST, passagesOf(hits, "keywords", { ...query, speaker: null }, covers));
  return near.filter((passage) => covers(passage.text) >= ENOUGH);
}

function nothing(question: Understood, reason: Reason, closest: readonly Found[]): Answer {
  return { kind: "nothing-found", question, confidence: 0, passages: [], reason, closest };
}

function withoutHappening(topic: string): string {
  const rest = topic.replace(HAPPEN, "").trim();
  return termsOf(rest).length === 0 ? topic : rest;
}

function first<Item>(count: number, items: Iterable<Item>): Item[] {
  const taken: Item[] = [];
  for (const item of items) {
    taken.push(item);
    if (taken.length === count) break;
  }
  return taken;
}

/** The question without control characters, white space as single blanks. */
function clean(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** A date that cannot be read is not passed over: the answer would be one to another question. */
function refusedDate({ since, until, today }: AskRequest): string | null {
  const bad = [since, until].find((words) => words?.trim() && parseDateRange(words, today) === null);
  return bad === undefined ? null : `"${bad}" is no date; write for example last week, 2021, 3 March or 2022-01-17.`;
}

function refusal(text: string): string | null {
  if (text.length > LONGEST_QUESTION) {
    return `The question is ${text.length} characters long; please ask in at most ${LONGEST_QUESTION}.`;
  }
  if (!/[\p{L}\p{N}]/u.test(text)) return 'Ask in words, for example "what did Peskov say about NATO".';
  return null;
}
