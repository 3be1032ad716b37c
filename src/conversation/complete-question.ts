import type { Frame } from "../answering/answer.ts";
import { type IsSpeaker, parseQuestion } from "../answering/question.ts";
import { contextWords } from "./context-words.ts";
import { type Focus, focusAfter, introduces, isStrong } from "./focus.ts";
import { findNounPhrases, type NounPhrase } from "./noun-phrases.ts";

/** One earlier question as it was completed, what it was understood to ask, and the first passage that answered. */
export type PastTurn = {
  readonly question: string;
  readonly frame: Frame;
  readonly speaker: string | null;
  readonly topic: string | null;
  readonly answer: string | null;
  /** Who said what was shown first; "he" in the next question. */
  readonly shownSpeaker?: string | null;
};

/** A question that can be asked without what came before it. */
export type CompletedQuestion = {
  readonly text: string;
  /** The words that were taken from earlier turns, in order. */
  readonly carried: readonly string[];
  /**
   * What it asks for besides: `more` than was shown, the words of `others` than the speakers shown, or `when`, `where`
   * or `why` what was shown last came about; `null` when it is a question of its own.
   */
  readonly asks: "more" | "others" | "when" | "where" | "why" | null;
  /** The earlier question that `asks` is about. */
  readonly about: string | null;
};

const LEAD_IN =
  /^(?:(?:and|so|but|ok|okay|well|hey|then|also|oh|wow|hmm+|yeah|yes|right|thanks|thank you|i see|interesting|cool|great|please)\b[\s,.!]*)+/i;

/**
 * Completes a follow-up with what earlier turns (newest last) were about; a question that is complete is left alone.
 *
 * Takes any text, and looks no further back than it is given.
 */
export function completeQuestion(
  asked: string,
  history: readonly PastTurn[],
  isSpeaker: IsSpeaker = () => false,
): CompletedQuestion {
  const text = asked.trim();
  const last = history.at(-1);
  if (last === undefined) return { text, carried: [], asks: null, about: null };
  const bare = text.replace(LEAD_IN, "").replace(/[\s?!.]+$/, "");
  const elliptic = ellipsis(bare, text, last, history, isSpeaker);
  if (elliptic !== null) return { about: null, ...elliptic, carried: carriedWords(text, elliptic.text) };
  const completed = withPronouns(text, history, isSpeaker);
  return { text: completed, carried: carriedWords(text, completed), asks: null, about: null };
}

type Completion = Pick<CompletedQuestion, "text" | "asks"> & { readonly about?: string };

/** A follow-up that leaves out the verb or the subject: it takes them from the last question. */
function ellipsis(
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
      bare.replace(/ (?:said|says|say) (?:so|that|this|it|the same)$/i, ""),
    );
  if (others !== null) {
    const named = others[1] !== undefined && !POINTING.test(others[1]) ? others[1] : (last.topic ?? topicOf(last));
    if (last.frame === "who-said" && others[1] === undefined) return { text: last.question, asks: "others" };
    return { text: named === null ? last.question : `Who else spoke about ${named}?`, asks: "others" };
  }
  const circumstance =
    /^(when|where|why|how come|how so|what for|what year|what day|what date|which day)(?: (?:was|is|were|did|does|do|has|are)(?:n't| not)?)?(?: (?:he|she|they|it|that|this|those|these))?(?: (?:say|said|happen|happened|take place|so|that|this|it|be))*$/i.exec(
      bare,
    );
  if (circumstance !== null) {
    const word = circumstance[1]!.toLowerCase();
    const asks = /^how|^wh(?:y|at for)/.test(word) ? "why" : word === "where" ? "where" : "when";
    return { text: `${asks.charAt(0).toUpperCase()}${asks.slice(1)}: ${last.question}`, asks, about: last.question };
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
    );
  if (correction !== null) return { text: replaceSlot(correction[1]!, last, isSpeaker), asks: null };
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

const QUESTION_START =
  /^(?:who|whom|whose|what|when|where|why|which|how|is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|tell|show|give|describe|explain|list|find)\b/i;
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

/** What a past question was about, in one phrase. */
function topicOf(turn: PastTurn): string | null {
  return findNounPhrases(turn.question)[0]?.text ?? null;
}

const PRONOUN =
  /\b(he|him|his|she|her|hers|they|them|their|theirs|it|its|this|that|these|those|there|here)\b(['’](?:s|re|ve|ll|d)\b)?/gi;

const LONG: Record<string, string> = { s: "is", re: "are", ve: "have", ll: "will", d: "would" };

/** "Mara Lund" may be a he or a she; "the Ferry campaign" is none. */
function isPerson({ text }: NounPhrase): boolean {
  return !/(?:^|\s)\p{Ll}/u.test(text) || text === text.toLowerCase();
}

/** The question with its pronouns replaced by what they stand for, or with its topic named when it has none. */
function withPronouns(text: string, history: readonly PastTurn[], isSpeaker: IsSpeaker): string {
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

/** True when the last sentence begins as a question does; keywords and remarks are taken as they stand. */
function asks(text: string): boolean {
  const last = text.split(/[.!?]\s+/).findLast((sentence) => sentence.trim() !== "") ?? "";
  return QUESTION_START.test(last.replace(LEAD_IN, ""));
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

/** The words of `completed` that `asked` did not have, each once. */
function carriedWords(asked: string, completed: string): string[] {
  const had = new Set(wordsOf(asked));
  const carried = new Map<string, string>();
  for (const [word] of completed.matchAll(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu)) {
    const key = word.toLowerCase().replace(/['’]s$/, "");
    if (!had.has(key) && !carried.has(key)) carried.set(key, word.replace(/['’]s$/, ""));
  }
  return [...carried.values()];
}

function wordsOf(text: string): string[] {
  return Array.from(text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu), ([word]) => word);
}

function sharesAll(words: readonly string[], text: string): boolean {
  const held = new Set(wordsOf(text));
  return words.filter((word) => !/^(?:the|a|an|of|his|her)$/.test(word)).every((word) => held.has(word));
}

/** A past turn of which nothing is known but its words; what it asked is understood from them. */
export function turnOf(question: string, answer: string | null, isSpeaker: IsSpeaker = () => false): PastTurn {
  const { frame, speaker, topic } = parseQuestion(question, isSpeaker);
  return { question, answer, frame, speaker, topic };
}
