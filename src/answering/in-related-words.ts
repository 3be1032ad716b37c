import type { Scope } from "../corpus/scope.ts";
import type { Passage } from "../passage.ts";
import { replaceWord, termsOf } from "../retrieval/terms.ts";
import type { Answer } from "./answer.ts";
import { coverageOf } from "./coverage.ts";
import { surroundings } from "./passages.ts";
import { relatedIn, tellsIt } from "./related-words.ts";
import { ENOUGH } from "./silence.ts";
import { SOMEBODY } from "./understand.ts";

/** The article has at least this share of the other words. */
const NEARLY_ALL = 0.8;

/** Articles call them by what they are: "eleven miners". */
const PEOPLE = /\b(?:people|persons?)\b/gi;

/**
 * What `ask` answers to `text`; where nothing answers, what it answers in a word that tells the same ("killed" for
 * "died"). Who does something is looked for by that as well ("builder" for "who built it") where what answers does not
 * have the word. Passages with the other word stand first; the answer tells which it was.
 */
export function inRelatedWords(text: string, ask: (text: string) => Answer, scope: Scope): Answer {
  const answer = ask(text);
  const { speaker, completed = text } = answer.question;
  if (answer.kind === "which-speaker" || answer.kind === "refused" || speaker !== null) return answer;
  const found = answer.passages[0];
  const words = completed.replace(SOMEBODY, "").replace(PEOPLE, "");
  for (const related of relatedIn(words, scope, found === undefined ? "all" : "agents")) {
    const { asked, used } = related;
    const other = replaceWord(text, asked, used);
    if (other === text || (found !== undefined && tellsIt(found.text, { asked, used: asked }))) continue;
    const again = ask(other);
    const topic = replaceWord(words, asked, "");
    const passages = again.kind === "nothing-found" ? again.closest : again.passages;
    const fitting = passages.filter((passage) => tellsIt(passage.text, related) && standsBy(topic, passage, scope));
    if (fitting.length === 0) continue;
    const others = again.passages.filter((passage) => !fitting.includes(passage));
    const question = { ...again.question, text, related };
    return { kind: "passages", question, confidence: again.confidence || ENOUGH, passages: [...fitting, ...others] };
  }
  return answer;
}

/** True when nearly all of `topic` stands in the article, and something of it in or right beside the passage. */
function standsBy(topic: string, passage: Passage, scope: Scope): boolean {
  const covers = coverageOf(topic, scope);
  // The index knows which words a long article has without its being read.
  const there = termsOf(topic).filter(({ term }) => scope.index.articlesWith(term).includes(passage.article));
  const words = there.map(({ form }) => form).join(" ");
  return covers(surroundings(passage, scope)) > 0 && covers(`${passage.title} ${words}`) >= NEARLY_ALL;
}
