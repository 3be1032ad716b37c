import type { Frame } from "./answer.ts";
import { withoutAbout, withoutLeadIns } from "./lead-ins.ts";
import { isPlainSayingVerb, isSayingVerb } from "./saying-verbs.ts";

/** What the words of a question tell by themselves; names are as written and not yet looked up. */
export type Question = {
  readonly frame: Frame;
  /** Whose words are asked for: "Peskov", "the Kremlin's spokesman". */
  readonly speaker: string | null;
  /** What it is about; for a question about the world its own words without the question word. */
  readonly topic: string | null;
  /** A verb that tells something of what was said ("denied", "called"), as written. */
  readonly verb: string | null;
  /** Asks for more than was shown ("what else"), or for others than those shown ("who else"). */
  readonly more: boolean;
};

/** Tells whether words name somebody whom the articles quote or name. */
export type IsSpeaker = (words: string) => boolean;

const AUXILIARY =
  "did|does|do|has|have|had|is|was|were|are|will|would|can|could|should|didn't|doesn't|hasn't|haven't|isn't|wasn't";
const ADVERB =
  /\b(?:also|ever|recently|just|actually|really|still|officially|publicly|exactly|specifically|once|already|now|always|have to|had to|has to)\b/gi;
const OPINION =
  "views?|opinions?|positions?|stances?|comments?|statements?|reactions?|responses?|take|thoughts?|remarks?|quotes?|quotations?|words?|answers?|reply|replies|arguments?|explanations?|descriptions?|assessments?|position";
const NO_SPEAKER =
  /^(?:(?:the|this|that|an?|any) )?(?:articles?|reports?|news|papers?|newspapers?|texts?|stor(?:y|ies)|documents?|study|studies|sources?|corpus|it|there)$/i;
const ANYBODY = /^(?:any(?:one|body)|some(?:one|body)|people|they|every(?:one|body)|who|what|we|you)(?: else)?$/i;
/** What asks for all there is on something: "anything about", "what's going on with", "summary of". */
const TOPIC_REQUESTS = [
  /^(?:(?:is|are|was) there |(?:do|have) you (?:(?:have|got|know) )?|got )?(?:anything|something|everything|all|(?:(?:any|the|more|latest|recent|newest) )*(?:news|info|information|articles?|stor(?:y|ies)|updates?|details?|facts?)|more)(?: (?:there is|you (?:have|know)))? (?:about|on|regarding|concerning|of|with) (.+)$/i,
  /^what(?:'s|’s| is| was| has been)? (?:going on|happening|happened|new|the (?:latest|news|situation|story|deal)) (?:with|about|on|to|at|around|from) (.+)$/i,
  /^what(?:'s|’s| is| was| has)? (?:happening|happened) ((?:in|on|last|this|since|during|before|after|yesterday|today)\b.*)$/i,
  /^(?:about|regarding|summari[sz]e|explain|(?:a |the )?summary of|tl;?dr(?: of)?|search(?: for)?|look up|(?:what|how) about|what (?:do|did) (?:you|the articles?|the news|the papers?|it) (?:know|have|say|write|report) (?:about|on)) (.+)$/i,
];
/** "The flood article": the last word only says where it stands. */
const ARTICLE = /^(?:the |an? )?(.{2,60}?) (?:articles?|stor(?:y|ies)|news|thing|stuff)$/i;
const OTHERS = /^(?:the )?(?:others?|other people|other speakers|the rest|rest)$/i;

/**
 * Understands one question by its own words.
 *
 * Takes anything: what fits no pattern is a list of keywords.
 */
export function parseQuestion(asked: string, isSpeaker: IsSpeaker): Question {
  const text = withoutLeadIns(asked.replace(/\s+/g, " ").trim()).replace(/[\s?!.]+$/, "");
  const { rest, source } = withoutSource(text);
  const found =
    topicRequest(rest, isSpeaker) ??
    whatSaid(rest) ??
    whoSaid(rest) ??
    circumstance(rest) ??
    yesOrNo(rest) ??
    quotesBy(rest) ??
    short(rest, isSpeaker);
  const question = found ?? general(rest);
  if (source === null || question.speaker !== null) return question;
  return { ...question, frame: question.frame === "keywords" ? "what-said" : question.frame, speaker: source };
}

/** "According to Peskov, what is NATO" and "what is NATO according to Peskov". */
function withoutSource(text: string): { rest: string; source: string | null } {
  const first =
    /^according to ([^,]{1,80}?)(?:,| (?=what|who|when|where|why|how|which|is\b|are\b|was\b|did\b|does\b)) ?/i.exec(
      text,
    );
  if (first !== null) return { rest: text.slice(first[0].length), source: named(first[1]!) };
  const last = text.toLowerCase().lastIndexOf(" according to ");
  if (last < 0) return { rest: text, source: null };
  return { rest: text.slice(0, last), source: named(text.slice(last + " according to ".length)) };
}

/** "Anything about the ferry", "what's going on with the tram": the words for it as keywords, or a name. */
function topicRequest(text: string, isSpeaker: IsSpeaker): Question | null {
  for (const pattern of TOPIC_REQUESTS) {
    const asked = pattern.exec(text)?.[1];
    if (asked === undefined) continue;
    const topic = ARTICLE.exec(asked)?.[1] ?? asked;
    return short(topic, isSpeaker) ?? { frame: "keywords", speaker: null, topic, verb: null, more: false };
  }
  return null;
}

/** "What did Peskov say about NATO", "how does he describe it", "which statements has she made". */
function whatSaid(text: string): Question | null {
  const possessive = new RegExp(
    `^(?:what|which)(?:'s|’s| is| was| are| were| has been| have been)? (.{1,80}?)(?:'s|’s|s'|s’) (?:${OPINION})(?: (.*))?$`,
    "i",
  ).exec(text);
  if (possessive !== null) return said("what-said", possessive[1]!, possessive[2] ?? "");
  const opinion = new RegExp(
    `^(?:what|which) (?:is|was|are|were) the (?:${OPINION}) of (.{1,80}?) ((?:on|about|regarding|concerning|to) .*)$`,
    "i",
  ).exec(text);
  if (opinion !== null) return said("what-said", opinion[1]!, opinion[2]!);
  const start = new RegExp(
    `^(?:what|which|how)(?: (else|other|more))?(?: (?:things?|exactly|precisely|statements?|remarks?|claims?))* (?:${AUXILIARY}) `,
    "i",
  ).exec(text);
  if (start !== null) {
    const clause = speakerAndTopic(text.slice(start[0].length));
    return clause && said("what-said", clause.speaker, clause.topic, start[1] !== undefined, clause.verb);
  }
  const embedded = /^what(?: (else))? /i.exec(text);
  if (embedded === null) return null;
  const clause = speakerAndTopic(text.slice(embedded[0].length));
  return clause && said("what-said", clause.speaker, clause.topic, embedded[1] !== undefined, clause.verb);
}

/** "Who said that NATO is a weapon", "who else talked about evidence", "who is quoted on the border". */
function whoSaid(text: string): Question | null {
  const who =
    /^(?:who|whom|by whom|which (?:person|politician|official|speaker|minister|leader|president)s?)(?:'s|’s)?(?: (else))?(?: (?:was|is) it(?: (?:that|who))?)?(?: (?:has|have|had|is|was|are|were|also|ever|did|publicly|first|recently))* /i.exec(
      text,
    );
  if (who === null) return null;
  const rest = text.slice(who[0].length);
  const verb = /^[\p{L}]+/u.exec(rest)?.[0] ?? "";
  const quoted = /^quoted$/i.test(verb);
  if (!quoted && (!isSayingVerb(verb) || /^ (?:for|to) /.test(rest.slice(verb.length)))) return null;
  const about = withoutAbout(rest.slice(verb.length)).replace(POINTING, "");
  const telling = quoted || isPlainSayingVerb(verb) ? null : verb;
  return { frame: "who-said", speaker: null, topic: about || null, verb: telling, more: who[1] !== undefined };
}

/** "It" in "who called it a disgrace": what the words are about is not in them. */
const POINTING =
  /^(?:it|this|that|these|those|they|them|him|her|he|she)(?: (?:is|was|are|were|has|had|will|would|as))? (?=\S)/i;

/** "When did Peskov say that", "why does Moscow think so", "how many troops did he say there are". */
function circumstance(text: string): Question | null {
  const start = new RegExp(`^(when|where|why)(?: else)? (?:${AUXILIARY}) `, "i").exec(text);
  if (start === null) return null;
  const clause = speakerAndTopic(text.slice(start[0].length), /\b(?:did|does|do) $/i.test(start[0]));
  if (clause === null || NO_SPEAKER.test(clause.speaker) || ANYBODY.test(clause.speaker)) return null;
  return said(start[1]!.toLowerCase() as Frame, clause.speaker, clause.topic, false, clause.verb);
}

/** "Did Peskov say anything about China", "has Moscow confirmed it". */
function yesOrNo(text: string): Question | null {
  const start = new RegExp(`^(?:${AUXILIARY}) `, "i").exec(text);
  const clause = start && speakerAndTopic(text.slice(start[0].length));
  if (clause === null) return null;
  const topic = clause.topic.replace(/^(?:anything|something|much)(?: else)?\s*/i, "");
  return said("what-said", clause.speaker, topic, false, clause.verb);
}

/** "Quotes by Peskov on NATO", "Peskov's statements about the border". */
function quotesBy(text: string): Question | null {
  const by = new RegExp(
    `^(?:(?:any|all|every|some|the|latest|more|other|recent) )*(?:${OPINION})(?: made)? (?:by|of|from) (.{1,80}?)(?: ((?:on|about|regarding|concerning|to) .*))?$`,
    "i",
  ).exec(text);
  if (by !== null) return said("what-said", by[1]!, by[2] ?? "");
  const own = new RegExp(`^(.{1,80}?)(?:'s|’s|s'|s’) (?:(?:latest|recent|main) )?(?:${OPINION})(?: (.*))?$`, "i").exec(
    text,
  );
  if (own !== null) return said("what-said", own[1]!, own[2] ?? "");
  const on = new RegExp(
    `^(?:(?:any|all|every|some|the|latest|more|other|recent) )*(?:${OPINION}) (?:on|about|regarding|concerning|to) (.+)$`,
    "i",
  ).exec(text);
  return on && { frame: "who-said", speaker: null, topic: on[1]!, verb: null, more: false };
}

/** "Peskov about NATO", "Peskov said NATO", "Peskov", "peskov nato". */
function short(text: string, isSpeaker: IsSpeaker): Question | null {
  // "Why did the minister resign" names the minister, and asks for more. "Will" may be a name.
  if (/^(?:who|whom|whose|what|when|where|why|which|how|is|are|was|were|did|does|do|has|have|had)\b/i.test(text))
    return null;
  const words = text.split(" ");
  for (let length = Math.min(6, words.length); length > 0; length--) {
    const name = words.slice(0, length).join(" ").replace(/[,:]$/, "");
    if (!isSpeaker(name)) continue;
    const rest = words.slice(length);
    // "Okoye vs Vint": both are meant.
    if (/^(?:vs\.?|versus|and|&)$/i.test(rest[0] ?? "") && isSpeaker(rest.slice(1).join(" ")))
      return said("what-said", text, "");
    if (rest.length > 0 && isSayingVerb(rest[0]!)) rest.shift();
    return said("what-said", name, rest.join(" "));
  }
  return null;
}

/** A question about the world, or keywords. */
function general(text: string): Question {
  const more = /\belse\b/i.test(text);
  const start =
    /^(who|whom|whose|when|where|why|what|which|how (?:many|much|long|far|old|often|big|large|high)|how|is|are|was|were|did|does|do|has|have|had|will|would|can|could|should)\b/i
      .exec(text)?.[1]
      ?.toLowerCase();
  const frame: Frame =
    start === undefined
      ? "keywords"
      : /^who/.test(start)
        ? "who"
        : /^how ./.test(start)
          ? "how-many"
          : start === "when" || start === "where" || start === "why"
            ? start
            : "what";
  return { frame, speaker: null, topic: text === "" ? null : text, verb: null, more };
}

type Clause = { readonly speaker: string; readonly verb: string | null; readonly topic: string };

const BEFORE_NOUN =
  /^(?:the|an?|its|his|her|their|our|my|your|this|that|these|those|any|no|of|in|for|on|with|some|new|latest)$/i;

/** Splits "Peskov say about NATO" at its first verb of saying; `null` when there is none after a subject. `base`: behind "did" ("Lee stop writing"). */
function speakerAndTopic(clause: string, base = false): Clause | null {
  const words = clause.split(" ");
  for (let i = 1; i < Math.min(words.length, 10); i++) {
    const word = words[i]!.replace(/[^\p{L}]+$/u, "");
    if (!isSayingVerb(word) || (base && /ing$/i.test(word))) continue;
    const speaker = words.slice(0, i).join(" ").replace(ADVERB, "").replace(/\s+/g, " ").trim();
    // "The report", "its proposals": a noun.
    if (speaker === "" || BEFORE_NOUN.test(words[i - 1]!)) continue;
    const said = words.slice(i + 1).join(" ");
    // "Tell reporters about the border".
    const rest = /^t(?:ell|old)/i.test(word)
      ? said.replace(/^[^,]{1,40}? (?=(?:about|on|regarding|that)\b)/i, "")
      : said;
    return { speaker, verb: isPlainSayingVerb(word) ? null : word, topic: rest };
  }
  return null;
}

function said(frame: Frame, speaker: string, about: string, more = false, verb: string | null = null): Question {
  const topic = withoutAbout(about.replace(/^ ?(?:of|out) /i, "")) || null;
  const name = speaker.trim();
  if (OTHERS.test(name)) return { frame: "who-said", speaker: null, topic, verb, more: true };
  if (ANYBODY.test(name)) return { frame: "who-said", speaker: null, topic, verb, more };
  if (NO_SPEAKER.test(name)) return { frame: "what", speaker: null, topic, verb, more };
  return { frame, speaker: named(name), topic, verb, more };
}

/** The asked name without what leads up to it. */
function named(words: string): string {
  return words.trim().replace(/[,;:]+$/, "");
}
