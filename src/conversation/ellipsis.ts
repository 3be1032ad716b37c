import type { IsSpeaker } from "../answering/question.ts";
import type { CompletedQuestion } from "./complete-question.ts";
import { findNounPhrases } from "./noun-phrases.ts";
import type { PastTurn } from "./past-turns.ts";
import { LEAD_IN, QUESTION_START, wordsOf } from "./question-shape.ts";

type Completion = Pick<CompletedQuestion, "text" | "asks"> & { readonly about?: string };

/** A follow-up that leaves out the verb or the subject: it takes them from the last question. */
export function ellipsis(
  bare: string,
  text: string,
  last: PastTurn,
  history: readonly PastTurn[],
  isSpeaker: IsSpeaker,
): Completion | null {
  if (
    /^(?:what else|anything else|any others?|something else|(?:tell me |show me |give me )?more|go on|continue|next|is there more|what more)(?: (?:please|about (?:it|that|this)))?$/i.test(
      bare,
    )
  ) {
    return { text: last.question, asks: "more" };
  }
  if (/^(?:what else|anything else) (?:did|does|has|have) (?:he|she|they) (?:say|said)$/i.test(bare)) {
    const speaker = last.speaker ?? last.shownSpeaker;
    return { text: speaker == null ? last.question : `What did ${speaker} say?`, asks: "more" };
  }
  const others =
    /^(?:who else|anyone else|anybody else|any other speakers?|(?:and |what about |how about )?(?:the )?others|what (?:did|do|have) (?:the )?(?:others|other people|other speakers|everyone else|anyone else) (?:say|said|think))(?: (?:about|on|of) (.*))?$/i.exec(
      bare.replace(SPOKE, "$1"),
    );
  if (others !== null) {
    const named = others[1] !== undefined && !POINTING.test(others[1]) ? others[1] : topicOf(history);
    if (last.frame === "who-said" && others[1] === undefined) return { text: last.question, asks: "others" };
    return { text: named === null ? last.question : `Who else spoke about ${named}?`, asks: "others" };
  }
  const asks = circumstanceOf(bare, text);
  if (asks !== null) {
    const word = `${asks.charAt(0).toUpperCase()}${asks.slice(1)}`;
    return { text: `${word}: ${last.question}`, asks, about: last.question };
  }
  const back =
    /^(?:(?:let's |let us |can we |please )?(?:(?:go|going|get|getting|come|coming) )?back to|returning to|return to) (.+)$/i.exec(
      bare,
    );
  if (back !== null) {
    const wanted = wordsOf(back[1]!);
    const earlier = history.findLast(({ question }) => wanted.length > 0 && sharesAll(wanted, question));
    return { text: earlier?.question ?? back[1]!, asks: null };
  }
  const correction =
    /^(?:no|nope|not quite|sorry|actually|wrong)?[\s,.:-]*(?:i (?:meant|mean)|i was asking about|not that,?|rather)[\s,]+(.+)$/i.exec(
      bare,
    ) ??
    /^(?:no|nope|not quite|sorry|wrong)[\s,.:-]+(?!(?:tell|what|who|how|why|when|where|i|it|that|this|you|not|he|she|they|the)\b)(.{1,60})$/i.exec(
      bare,
    ) ??
    /^(?:no|nope|not quite|sorry|wrong)[\s,.:-]+(the [\p{L}\p{N}'’-]+(?: [\p{L}\p{N}'’-]+)?)$/iu.exec(bare);
  // "No, I meant the ferry. How fast is it?" goes on to a question of its own.
  if (correction !== null && !/[.!?]\s+\S/.test(correction[1]!))
    return { text: replaceSlot(correction[1]!, last, isSpeaker), asks: null };
  const about =
    /^(?:(?:and |so |but )?(?:what|how) about|and about|about|what of)\s+(.+)$/i.exec(bare) ??
    (/^(?:and|or)\b/i.test(text) && !QUESTION_START.test(bare) ? /^(.{1,80})$/.exec(bare) : null);
  if (about !== null && about[1]!.split(" ").length <= 8) {
    const named = about[1]!;
    if (POINTING.test(named)) return null;
    return { text: replaceSlot(named, last, isSpeaker), asks: null };
  }
  if (
    /^(?:on|in|at|by|for|with|from|to|during|since|before|after|under|about) /i.test(bare) &&
    bare.split(" ").length <= 5
  ) {
    return { text: replaceSlot(bare, last, isSpeaker), asks: null };
  }
  if (isSpeaker(bare) && last.speaker !== null && last.topic !== null && bare.split(" ").length <= 3) {
    return { text: replaceSlot(bare, last, isSpeaker), asks: null };
  }
  return null;
}

/** "Who else said so", "who else spoke", "who else was quoted": the question behind which it stands tells the rest. */
const SPOKE =
  /^((?:who|anyone|anybody) else) (?:(?:was |is )?quoted|said|says|say|spoke|speaks|talked|commented|agreed?|agrees)(?: (?:so|that|this|it|the same|there|too|then|(?:about|on) (?:it|that|this)))?$/i;

/** Which circumstance of what was shown last a question of a few words asks for; `null` for any other. */
function circumstanceOf(bare: string, text: string): "when" | "where" | "why" | "before" | "after" | null {
  const asked = CIRCUMSTANCE.exec(bare)?.[1]?.toLowerCase();
  if (asked !== undefined) return /^how|^wh(?:y|at for)/.test(asked) ? "why" : asked === "where" ? "where" : "when";
  // As a lead-in a lone "then" is no longer there.
  const around = AROUND.exec(bare)?.[1] ?? (/^(?:and |so |ok )*then\W*$/i.test(text) ? "after" : undefined);
  if (around === undefined) return null;
  return /^(?:before|earlier|previously)/i.test(around) ? "before" : "after";
}

/** "When was that", "why did he say so", "where". */
const CIRCUMSTANCE =
  /^(when|where|why|how come|how so|what for|what year|what day|what date|which day)(?: (?:was|is|were|did|does|do|has|are)(?:n't| not)?)?(?: (?:he|she|they|it|that|this|those|these))?(?: (?:say|said|happen|happened|take place|so|that|this|it|be))*$/i;

/** "What happened next", "before that": what came before or after what was shown. */
const AROUND =
  /^(?:(?:what|anything) (?:(?:(?:has|had|have) )?happen(?:ed|s)?|(?:was|comes?|came|is)) |what )?(?:right |just |soon |shortly )?((?:before|after)(?: (?:that|this|it))?|afterwards?|next|later(?: on)?|earlier|previously|thereafter)$/i;

const POINTING = /^(?:it|that|this|them|those|these|he|him|she|her|they)(?: one| ones)?$/i;

/** The last question with `words` in the place they fit: its speaker, its topic, or beside what it named. */
function replaceSlot(words: string, last: PastTurn, isSpeaker: IsSpeaker): string {
  const named = words.replace(/^(?:about|on|regarding)\s+/i, "");
  if (last.speaker !== null) {
    // "And about NATO?" asks for another topic, even where NATO speaks too.
    if (named === words && isSpeaker(named)) {
      return last.topic === null ? `What did ${named} say?` : `What did ${named} say about ${last.topic}?`;
    }
    return `What did ${last.speaker} say about ${named}?`;
  }
  if (last.frame === "who-said")
    return isSpeaker(named) ? `What did ${named} say about ${last.topic ?? "it"}?` : `Who spoke about ${named}?`;
  const question = last.question
    .replace(/[\s?!.]+$/, "")
    .replace(/^.*[.!?]\s+/s, "")
    .replace(LEAD_IN, "");
  const phrases = findNounPhrases(question);
  const given = findNounPhrases(named);
  const preposition = /^(?:in|at|on|for|with|from|to|during|since|before|after|by|under) /i.test(words);
  const replaced = preposition
    ? undefined
    : (phrases.find(({ name }) => given.some((phrase) => phrase.name) && name) ?? phrases.at(-1));
  if (replaced === undefined) return `${question} ${words}?`;
  const before = question.slice(0, replaced.start);
  return `${/^the /i.test(named) ? before.replace(/\bthe $/i, "") : before}${named}${question.slice(replaced.end)}?`;
}

/** What the past questions were about last, in one phrase; who was asked for is not what it was about. */
function topicOf(history: readonly PastTurn[]): string | null {
  for (const { topic, speaker, question } of history.toReversed()) {
    const phrase = topic ?? (speaker === null ? findNounPhrases(question)[0]?.text : null);
    if (phrase != null) return phrase;
  }
  return null;
}

function sharesAll(words: readonly string[], text: string): boolean {
  const held = new Set(wordsOf(text));
  return words.filter((word) => !/^(?:the|a|an|of|his|her)$/.test(word)).every((word) => held.has(word));
}
