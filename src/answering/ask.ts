import type { Scope } from "../corpus/scope.ts";
import { type Passage, passageAround, type ShownAttribution } from "../passage.ts";
import { contains } from "../span.ts";
import type { Answer, AskRequest, Frame, Reason, Turn, Understood } from "./answer.ts";
import { answerKindOf } from "./answer-kind.ts";
import { findAskedSpeaker } from "./asked-speaker.ts";
import { type Coverage, coverageOf } from "./coverage.ts";
import { parseQuestion } from "./question.ts";
import { type Ranked, type RankQuery, rank } from "./rank.ts";

/** The longest question that is read, in UTF-16 code units. */
export const LONGEST_QUESTION = 1000;

const PASSAGES = 10;
const CLOSEST = 3;

/** A passage answers a topic when it holds at least this share of it. */
const ENOUGH = 0.5;

/**
 * Answers one question from the articles of `scope`; `conversation` is what was asked before, newest last.
 *
 * Never throws, whatever the text. The same request, scope and conversation give the same answer.
 */
export function ask(request: AskRequest, scope: Scope, _conversation: readonly Turn[] | null): Answer {
  const text = clean(request.text);
  const plain: Understood = { text, speaker: null, topic: null, since: null, until: null };
  const message = refusal(text);
  if (message !== null) return { kind: "refused", question: plain, confidence: 0, passages: [], message };

  const parsed = parseQuestion(text, (words) => findAskedSpeaker(words, scope).length > 0);
  const asked = request.speaker ?? parsed.speaker;
  const known = asked === null ? [] : findAskedSpeaker(asked, scope);
  const ofStatements = asked !== null || parsed.frame === "who-said";
  const question: Understood = {
    ...plain,
    speaker: known.length === 1 ? known[0]! : asked,
    topic: ofStatements ? parsed.topic : null,
    since: request.since ?? null,
    until: request.until ?? null,
    frame: parsed.frame,
  };
  if (known.length > 1) {
    return { kind: "which-speaker", question, confidence: 0, passages: [], candidates: known };
  }
  if (asked !== null && known.length === 0) return nothing(question, "unknown-speaker", []);
  const query: RankQuery = {
    topic: parsed.topic ?? "",
    speaker: known[0] ?? null,
    since: question.since,
    until: question.until,
    publisher: request.outlet ?? null,
    expects: answerKindOf(text),
  };
  return answer(question, query, scope);
}

function answer(question: Understood, query: RankQuery, scope: Scope): Answer {
  const ranked = rank(query, scope);
  const covers = coverageOf(query.topic, scope);
  const found = passagesOf(ranked, question.frame ?? "keywords", query.speaker, covers);
  const passages = found.filter((passage) => covers(passage.text) >= ENOUGH).slice(0, PASSAGES);
  if (passages.length > 0 && ranked.answers) {
    return { kind: "passages", question, confidence: ranked.confidence, passages };
  }
  return nothing(question, reasonFor(query, found, scope), found.slice(0, CLOSEST));
}

/** The passages around the hits, each once, best first, with the speaker of the attribution that answers. */
function passagesOf(ranked: Ranked, frame: Frame, speaker: string | null, covers: Coverage): Passage[] {
  const passages: Passage[] = [];
  for (const { holding, span } of ranked.hits) {
    const shown = passages.some((passage) => passage.article === holding.article.id && contains(passage, span));
    if (shown) continue;
    const passage = passageAround(holding, span);
    const answering = answeringAttribution(passage, frame, speaker, covers);
    if (answering === null && (speaker !== null || frame === "who-said")) continue;
    passages.push({ ...passage, speaker: answering?.speaker ?? null });
    if (passages.length === 3 * PASSAGES) break;
  }
  return passages;
}

/** The attribution of the passage that covers most of the topic; only what was stated answers who said something. */
function answeringAttribution(
  { attributions }: Passage,
  frame: Frame,
  speaker: string | null,
  covers: Coverage,
): ShownAttribution | null {
  let best: ShownAttribution | null = null;
  let most = speaker === null ? 0 : -1;
  for (const attribution of attributions) {
    const fits = speaker !== null ? attribution.speaker === speaker : attribution.stance === "said";
    if (!fits || (frame === "who-said" && !attribution.speech)) continue;
    const covered = covers(attribution.text);
    if (covered <= most) continue;
    [best, most] = [attribution, covered];
  }
  return best;
}

function reasonFor(query: RankQuery, found: readonly Passage[], scope: Scope): Reason {
  if (query.since !== null || query.until !== null) {
    const ever = rank({ ...query, since: null, until: null }, scope);
    if (ever.hits.length > 0 && found.length === 0) return "outside-dates";
  }
  if (query.speaker !== null) {
    const quoted = rank({ ...query, topic: "", since: null, until: null }, scope).hits.length > 0;
    return quoted ? "speaker-not-on-topic" : "unknown-speaker";
  }
  const absent = coverageOf(query.topic, scope);
  return found.every((passage) => absent(passage.text) === 0) && scope.index.search(query.topic, 1).length === 0
    ? "words-absent"
    : "low-confidence";
}

function nothing(question: Understood, reason: Reason, closest: readonly Passage[]): Answer {
  return { kind: "nothing-found", question, confidence: 0, passages: [], reason, closest };
}

/** The question without control characters, white space as single blanks. */
function clean(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function refusal(text: string): string | null {
  if (text.length > LONGEST_QUESTION) {
    return `The question is ${text.length} characters long; please ask in at most ${LONGEST_QUESTION}.`;
  }
  if (!/[\p{L}\p{N}]/u.test(text)) return 'Ask in words, for example "what did Peskov say about NATO".';
  return null;
}
