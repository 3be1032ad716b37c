/** Words as they are typed in a chat, all in small letters: "WHOS" and "U" may be names. */
const TYPED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    whos: "who is",
    whats: "what is",
    wheres: "where is",
    whens: "when is",
    hows: "how is",
    whys: "why is",
    wat: "what",
    wut: "what",
    abt: "about",
    ppl: "people",
    u: "you",
    ur: "your",
    pls: "please",
    plz: "please",
    govt: "government",
    gov: "government",
    didnt: "didn't",
    doesnt: "doesn't",
    isnt: "isn't",
    wasnt: "wasn't",
    wanna: "want to",
    gonna: "going to",
    gotta: "have to",
    thats: "that is",
    theres: "there is",
    wholl: "who will",
    whatll: "what will",
    itll: "it will",
    dont: "don't",
    wont: "won't",
    werent: "weren't",
    arent: "aren't",
    hasnt: "hasn't",
    havent: "haven't",
    smth: "something",
    sth: "something",
    bc: "because",
    cuz: "because",
  }),
);

/** Two letters changed over in a word of nearly every question: "waht", "abuot". */
const SLIPS = new Map(
  ["what", "when", "where", "which", "about", "said", "the", "says"].flatMap((word) =>
    Array.from(word.slice(1), (_, i): [string, string] => [
      word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2),
      word,
    ]),
  ),
);

/** A question between quotation marks, as it is copied from somewhere. */
const QUOTED =
  /^["“”]((?:who|whom|whose|what|when|where|why|how|which|did|does|is|are|was|were|has|have)\b[^"“”]*)["“”][?.!]*$/i;

/** "Who got charged", "did he get fired": was. */
const GOT =
  /\b(?:get|gets|got|gotten|getting) (?=(?:\p{L}+ed|hurt|shot|caught|beaten|stolen|hit|built|sold|thrown|lost|found|sent|stuck|taken)\b)/giu;

/** "The train thing" is the train. */
const THING = /\b(the (?:whole )?[\p{L}\p{N}-]+(?: [\p{L}\p{N}-]+)?) (?:thing|stuff|business|affair)\b/giu;

/** A question without the mention it begins with, its chat words written out. */
export function inPlainWords(text: string): string {
  return text
    .replace(/^(?:<@[!&]?\d+>|@[\p{L}\p{N}_]+)[\s,:]+(?=\S)/u, "")
    .replace(QUOTED, "$1")
    .replace(/(\?)[\s!?.]+(?:please|pls|plz|thanks|thank you|thx|ty|asap|help|answer|anyone)\b[^?]*$/i, "$1")
    .replace(/^y(?= )/, "why")
    .replace(GOT, "be ")
    .replace(THING, "$1")
    .replace(/(?<![\p{L}\p{N}'’.-])\p{Ll}+(?![\p{L}\p{N}'’.-])/gu, (word) => TYPED.get(word) ?? SLIPS.get(word) ?? word)
    .replace(/(?<![\p{L}\p{N}])(who|what|where|when|how)(?:'|’)s(?= )/giu, "$1 is");
}
