import { type CompletedQuestion, inFull } from "../conversation/complete-question.ts";
import type { Scope } from "../corpus/scope.ts";
import { termsOf } from "../retrieval/terms.ts";
import { parseDateRange } from "../timeline/dates-in-words.ts";
import type { AskRequest, Understood } from "./answer.ts";
import { type AnswerKind, answerKindOf, wantedTerms } from "./answer-kind.ts";
import { splitDates } from "./asked-dates.ts";
import { splitLatest } from "./asked-latest.ts";
import { findAskedSpeaker, isQuoted } from "./asked-speaker.ts";
import { parseQuestion, type Question } from "./question.ts";
import type { RankQuery } from "./rank.ts";

/** "Take place" and its like say nothing of what took place. */
const HAPPEN = /\b(?:(?:take|takes|took|taken|taking) place|happen(?:s|ed|ing)?|occur(?:s|red|ring)?)\b/gi;

/** "Did anyone drown": whoever it was is called otherwise. */
export const SOMEBODY =
  /(?<=^(?:(?:did|does|do|is|are|was|were|has|have|had|will|can) )?)(?:any|some|every)(?:one|body)\b/i;

/** Verbs that say little without what they are said of: "how did they get in". */
export const LIGHT =
  /\b(?:get|gets|got|want|wants|wanted|make|makes|made|go|goes|went|gone|come|comes|came|take|takes|took|give|gives|gave|know|knows|knew|mean|means|meant|look|looks|need|needs|use|used|call|called|like|end|start|begin|work|works|do|done)\b/gi;

/** A question as it is searched for. */
export type Asked = {
  readonly question: Understood;
  /** The speaker in the member's words. */
  readonly words: string | null;
  readonly known: readonly string[];
  readonly query: RankQuery;
  /** The words that the conversation added to a question of its own; "" when it added none, or the question is about them. */
  readonly helpedBy: string;
  readonly more: boolean;
};

/** What is asked for, with the names looked up in `scope`. */
export function understand(request: AskRequest, text: string, completed: CompletedQuestion, scope: Scope): Asked {
  const { text: wanted, latest } = splitLatest(completed.about ?? inFull(completed));
  const parsed = parse(wanted, scope);
  const asked = request.speaker?.trim() || parsed.speaker;
  const known = asked === null ? [] : findAskedSpeakers(asked, scope);
  const ofStatements = asked !== null || parsed.frame === "who-said";
  const newest = scope.holdings[0]?.article.published?.value ?? null;
  const own = ofStatements ? ownTopic(text, parsed, completed) : null;
  const dates = ofStatements || parsed.frame === "keywords" ? "any" : "relative";
  const dated = splitDates(own ?? parsed.topic ?? "", request.today, newest, dates);
  const since = request.since ? parseDateRange(request.since, request.today)?.since : dated.range?.since;
  const until = request.until ? parseDateRange(request.until, request.today)?.until : dated.range?.until;
  const frame = completed.asks === "where" || completed.asks === "why" ? completed.asks : parsed.frame;
  const question: Understood = {
    text,
    speaker: known.length === 1 ? known[0]! : asked,
    topic: ofStatements ? dated.text || null : null,
    since: since ?? null,
    until: until ?? null,
    ...(latest && { latest }),
    frame,
    ...(completed.carried.length > 0 && { completed: completed.text, carried: completed.carried }),
    ...(completed.context.length > 0 && { context: completed.context }),
  };
  const expects: Record<string, AnswerKind> = { where: "place", why: "reason" };
  // Words carried into a question of its own help to find the place, but need not stand there.
  const helped =
    own !== null || (!ofStatements && completed.asks === null && completed.carried.length > 0 && tellsAlone(text));
  const helpedBy = helped ? completed.carried.join(" ") : "";
  const query: RankQuery = {
    topic: ofStatements ? dated.text : withoutHappening(helped ? text : dated.text),
    context: helped ? helpedBy : (parsed.verb ?? ""),
    speaker: known.length === 1 ? known[0]! : null,
    since: question.since,
    until: question.until,
    publisher: request.outlet?.trim() || null,
    expects: expects[completed.asks ?? ""] ?? answerKindOf(completed.text),
    latest,
  };
  return { question, words: asked, known, query, helpedBy, more: completed.asks === "more" || parsed.more };
}

/**
 * What a question for speakers says itself where a pronoun was replaced: "a disgrace" of "who called it a disgrace";
 * what the talk was about before need not stand in the same words.
 */
function ownTopic(text: string, { frame }: Question, { asks, carried }: CompletedQuestion): string | null {
  if (frame !== "who-said" || asks !== null || carried.length === 0) return null;
  const alone = parseQuestion(text, () => false);
  const topic = alone.topic ?? "";
  return alone.frame === "who-said" && termsOf(topic).length > 0 ? topic : null;
}

/** True when the words of a question tell what is looked for, not only what kind of thing ("what time is it"). */
export function tells(text: string): boolean {
  const wanted = wantedTerms(text);
  return termsOf(text).some(({ term }) => !wanted.has(term));
}

/** Whom a question names; of "Okoye and Vint" both, who then have to be asked for one by one. */
function findAskedSpeakers(words: string, scope: Scope): string[] {
  const known = findAskedSpeaker(words, scope);
  const parts = words.split(/,? (?:and|or|&) |, | vs\.? /i);
  if (known.length > 0 || parts.length < 2) return known;
  const each = parts.map((part) => findAskedSpeaker(part, scope));
  return each.every(({ length }) => length > 0) ? [...new Set(each.flat())] : [];
}

/** The same, when a verb that says little without its subject does not count ("how did they get in"). */
function tellsAlone(text: string): boolean {
  return tells(text.replace(HAPPEN, "").replace(LIGHT, ""));
}

/** "What do the thieves demand" asks for a fact when no article quotes them. */
function parse(text: string, scope: Scope): Question {
  const parsed = parseQuestion(text, (words) => isQuoted(words, scope));
  const named = parsed.speaker === null || parsed.verb === null || findAskedSpeaker(parsed.speaker, scope).length > 0;
  return named ? parsed : { ...parsed, frame: "what", speaker: null, topic: text, verb: null };
}

function withoutHappening(topic: string): string {
  const rest = topic.replace(HAPPEN, "").replace(SOMEBODY, "").trim();
  return termsOf(rest).length === 0 ? topic : rest;
}
