/** Words that many sentences of another language have and no English one: German, Dutch, French, Spanish, Italian, Portuguese. */
const FOREIGN = new Set(
  `wer wie wann warum wieso weshalb wo hat haben sagt sagte gesagt über und der das ist sind nicht ein eine einen mit für
  von zu dem den im zum zur auf gibt ich du wir ihr bitte welche welcher welches
  wat waarom waar hoe wanneer heeft gezegd het een niet wie
  qui que quoi quand où pourquoi comment est les des une le du sur avec dans pour il elle quel quelle qu'est-ce dit
  qué quién cuándo dónde cómo porque por el los las una dijo sobre con para del está hay
  chi cosa quando dove perché come il che della sono detto gli nel
  quem onde disse não um uma os`.split(/\s+/),
);

const ENGLISH =
  /^(?:the|a|an|of|to|in|and|what|who|when|where|why|how|which|did|does|do|is|are|was|were|has|have|about|on|for|said|say|says|with|that|it|he|she|they)$/;

/** True for a question that is plainly not English: in another script, or with words that only other languages have. */
export function isForeign(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length;
  if (letters.length > 0 && latin < letters.length / 2) return true;
  const words = text.toLowerCase().match(/[\p{L}'’-]+/gu) ?? [];
  const foreign = words.filter((word) => FOREIGN.has(word)).length;
  const english = words.filter((word) => ENGLISH.test(word)).length;
  return foreign >= 2 && foreign > english;
}
