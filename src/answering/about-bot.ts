import type { Scope } from "../corpus/scope.ts";
import { count } from "./wording.ts";

/** The longest text that is taken for a word to the bot rather than a question, in UTF-16 code units. */
const LONGEST = 80;

const BOT = "(?:you|this (?:bot|thing)|verbatim|the bot)";

/** What members say to a bot, and what it says back; the first that fits the whole text counts. */
const TALK: readonly (readonly [RegExp, (scope: Scope) => string])[] = [
  [
    /^(?:hi+|hello+|hey+|yo|sup|hiya|greetings|hallo|moin|servus|howdy|(?:good )?(?:morning|afternoon|evening|day)|what'?s up|how are (?:you|u)(?: doing)?(?: today)?)(?: (?:there|all|everyone|bot|verbatim))?$/,
    (scope) => `Hello. Ask what the articles here say, ${example(scope)}.`,
  ],
  [
    /^(?:(?:many |ok(?:ay)? |cool |great )?(?:thanks?|thank you|thx|tnx|ty|cheers|danke|merci|gracias)(?: (?:you|a lot|so much|very much|mate|bot|man|bro|dude|guys|for (?:that|your help|the help)))*|good bot|well done|nice one|gg)$/,
    () => "You are welcome.",
  ],
  [
    /^(?:ok|okay|k|cool|nice|great|wow|lol|lmao|rofl|haha(?:ha)*|hehe|hm+|yes|yeah|yep|no|nope|sure|fine|i see|got it|never ?mind|bye|goodbye|good night|test|testing|ping|(?:give me |show me )?(?:some |any |the )?(?:quotes?|quotations?|answers?))$/,
    (scope) => `Ask when you like, ${example(scope)}.`,
  ],
  [
    new RegExp(
      `^(?:help(?: me)?|commands?|usage|manual|instructions|how (?:do|can) i (?:use|ask) ${BOT}|how does ${BOT} work|what (?:can|do) ${BOT} do|what can i ask(?: ${BOT})?|who (?:are|made|built|created) ${BOT}|what (?:are|is) ${BOT}|what is this|are you (?:a |an )?(?:bot|human|robot|ai|real|person|chatgpt|gpt|llm)(?: .*)?)$`,
    ),
    (scope) =>
      `A bot that answers with the exact words of the articles here and who said them; no language model. /help tells more. Ask, ${example(scope)}.`,
  ],
  [
    /^(?:(?:list|show)(?: me)?(?: all)?(?: the| your)? (?:articles?|sources?|news|stories|outlets|documents)|(?:articles|sources)|(?:what|which|how many) (?:articles?|sources?|stories|news|texts|documents|outlets)(?: (?:do you have|have you(?: got)?|are (?:there|here|in here|loaded|available)|exist|do you know|can you see))?|what do you (?:know|have)|what (?:are )?(?:your|the) sources|(?:the )?(?:latest|newest|recent) (?:news|articles?|stories)|(?:any )?news|(?:the )?latest|any(?:thing)? new|what(?:'s|s| is) (?:new|the latest))$/,
    ({ holdings: { length } }) =>
      length === 0
        ? "There are no articles here yet."
        : `There ${length === 1 ? "is" : "are"} ${count(length, "article")} here; /sources lists them, newest first.`,
  ],
  [
    /^(?:(?:list|show)(?: me)?(?: all)?(?: the)? (?:speakers|people|persons|names)|(?:speakers|people)|who (?:is|are) (?:quoted|the speakers|in (?:here|the articles))|(?:who|whom) (?:do you|can you) (?:know|quote)|(?:what|which|how many) (?:speakers|people)(?: (?:are (?:there|here|quoted)|do you (?:know|have)))?)$/,
    ({ speakers }) => {
      const quoted = speakers.filter(({ quotations }) => quotations > 0).length;
      return `The articles here quote ${quoted === 1 ? "one person or body" : `${quoted} people and bodies`}; /speakers lists them.`;
    },
  ],
  [
    /^(?:really|seriously|are you (?:sure|certain|kidding)|is (?:that|this|it) (?:true|right|correct|real)|says who|source|sources please|proof|prove it|how do you know(?: that)?|you(?:'re| are) wrong|(?:that(?:'s| is) )?(?:wrong|false|not true|bullshit|nonsense|a lie|fake news))$/,
    () => "What was shown stands in the articles word for word; whether it is true is not for the bot to tell.",
  ],
  [
    /^(?:what does (?:that|this|it) mean|(?:please )?explain(?: (?:that|this|it))?(?: to me)?|i (?:don't|do not|dont) (?:understand|get it)|(?:translate|summari[sz]e)(?: (?:that|this|it))?(?: (?:in|into|to) \p{L}+)?|tl ?dr|what)$/u,
    () => "The bot shows the articles' own words; it explains, sums up and translates nothing.",
  ],
];

/** What is said to a member who talks to the bot instead of asking about the articles; `null` when it is a question. */
export function answerAboutBot(text: string, scope: Scope): string | null {
  if (text.length > LONGEST) return null;
  const said = text
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, " ")
    .trim()
    .replace(/^(?:(?:please|pls|plz|hey|hi|ok|okay|so|and|but|verbatim|bot) (?=\S+ ))+/, "")
    .replace(/ (?:please|pls|plz|again|then)$/, "");
  return TALK.find(([pattern]) => pattern.test(said))?.[1](scope) ?? null;
}

/** A question that the articles answer. */
export function example({ speakers }: Scope): string {
  const known = speakers.find(({ quotations }) => quotations > 0);
  return known === undefined ? "for example “who spoke about NATO”" : `for example “what did ${known.name} say”`;
}
