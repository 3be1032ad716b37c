import { tokenize } from "../reading/wink.ts";
import type { Span } from "../span.ts";

/** A noun phrase without its article: "Geneva talks", "Bank of England". */
export type NounPhrase = Span & {
  readonly text: string;
  /** Lower-case words that carry meaning, the head last. */
  readonly words: readonly string[];
  readonly name: boolean;
  readonly plural: boolean;
  /** Stands after "the": refers to something already spoken of. */
  readonly definite: boolean;
  /** Stands after "the", "a" or "an". */
  readonly article: boolean;
};

/** Words that ask or point and never are what is spoken of. */
const EMPTY =
  /^(?:things?|kinds?|types?|sorts?|ways?|lots?|one|ones|some|others?|something|anything|everything|nothing|someone|anyone|everyone|people|person|examples?|differences?|different|main|common|information|more|most|best|better|first|second|third|last|next|other|another|such|same|many|much|few|several|interesting|article|reasons?|aspects?|important|part|time|today|yesterday|year|years|day|name|fact|facts|please|thanks|ok|okay|yes|no|yeah|hmm|wow|sure|lot|bit|overview|history|effects?|meaning|purpose|difference|role|details?|topic|question|answer|story|stories|fair|enough|idea|ideas|sense|good|great|cool|nice|pros|cons|well|too|just|really|never|mind|wait)$/i;

/** Words that stand for nouns and are none, whatever the tagger takes them for. */
const PRONOUN = /^(?:he|him|his|she|her|it|its|they|them|their|this|that|these|those|there|here|which|what|who)$/i;

/** Verbs that the tagger takes for nouns in a question ("what causes rust", "how does it work"). */
const VERB = /^(?:causes?|works?|show|mean|means|call|play|happen|come|start|live|affect|relate|compare|treat|help)$/i;

/** The noun phrases of `text`, in order. Words that only point ("other things", "the difference") form none. */
export function findNounPhrases(text: string): NounPhrase[] {
  const tokens = tokenize(text.replace(/’/g, "'"), 0);
  const phrases: NounPhrase[] = [];
  for (let i = 0; i < tokens.length; ) {
    let end = i;
    let head = -1;
    let name = false;
    while (end < tokens.length) {
      const { pos, text: word } = tokens[end]!;
      // "Food labeling" at the end of a sentence.
      const gerund =
        pos === "VERB" && /ing$/.test(word) && head === end - 1 && /^[?.!]?$/.test(tokens[end + 1]?.text ?? "");
      const noun =
        gerund || (!VERB.test(word) && !PRONOUN.test(word) && !/'/.test(word) && (pos === "NOUN" || pos === "PROPN"));
      const joins =
        word.toLowerCase() === "of" && head === end - 1 && /^(?:PROPN|NOUN)$/.test(tokens[end + 1]?.pos ?? "");
      const hyphen = word === "-" && end > i && tokens[end - 1]!.end === tokens[end]!.start;
      if (VERB.test(word) || PRONOUN.test(word) || (!noun && pos !== "ADJ" && pos !== "NUM" && !joins && !hyphen))
        break;
      if (noun) head = end;
      if (pos === "PROPN") name = true;
      end++;
    }
    if (head < i) {
      i = Math.max(end, i + 1);
      continue;
    }
    let first = i;
    while (first < head && (EMPTY.test(tokens[first]!.text) || /^of$|^-$/i.test(tokens[first]!.text))) first++;
    const span = { start: tokens[first]!.start, end: tokens[head]!.end };
    const words = tokens
      .slice(first, head + 1)
      .map((token) => token.text.toLowerCase())
      .filter((word) => /[\p{L}\p{N}]/u.test(word) && word !== "of");
    const before = tokens[i - 1]?.text.toLowerCase();
    if (!(words.length === 1 && EMPTY.test(words[0]!)) && words.length > 0) {
      const last = tokens[head]!;
      phrases.push({
        ...span,
        text: text.slice(span.start, span.end),
        words,
        name,
        plural: !name && /[^su]s$/i.test(last.text),
        definite: before === "the",
        article: /^(?:the|an?)$/.test(before ?? ""),
      });
    }
    i = Math.max(end, i + 1);
  }
  return phrases;
}
