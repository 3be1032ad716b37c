import { newestFirst, type Scope } from "../corpus/scope.ts";
import { type Passage, passageAround } from "../passage.ts";
import { termsOf } from "../retrieval/terms.ts";
import { contains, textOf } from "../span.ts";
import type { RankQuery } from "./rank.ts";
import { whereOf } from "./where.ts";

/** From here on a phrase only explains its head: "a spokesman | for the council". */
const BEHIND_HEAD = /(?:^| )(?:for|of|at|from|in|with|on|to|by|who|whose|which|that)(?: .*|$)/is;

/**
 * Where those speak whom the articles quote without a name ("the neighbour": "a neighbour, who asked not to be named"):
 * passages with a statement whose mention has `words`, its head and all the others, as written. Newest article first.
 */
export function* saidAsWritten(words: string, query: RankQuery, scope: Scope): Generator<Passage> {
  const asked = termsIn(words);
  const head = headsOf(words)[0];
  if (head === undefined) return;
  const stem = head.slice(0, 4);
  const where = whereOf({ ...query, speaker: null }, scope);
  for (const holding of newestFirst(scope.index.articlesWith(head), scope)) {
    const { article, reading } = holding;
    const fits = where?.sentencesOf(article.id);
    if (fits === null) continue;
    let shown = 0;
    for (const { mention, speech, spans, speaker } of reading.attributions) {
      const [first] = spans;
      if (mention === null || !speech || first === undefined || first.start < shown) continue;
      const written = textOf(article.body, mention);
      // Before all else what is cheap: most mentions are others.
      if (!written.toLowerCase().includes(stem) || !headsOf(written).includes(head)) continue;
      const have = termsIn(`${written} ${article.title}`);
      if (!asked.every((term) => have.includes(term))) continue;
      const sentence = reading.sentences.findIndex((span) => contains(span, { start: first.start, end: first.start }));
      if (fits?.(sentence) === false) continue;
      const passage = passageAround(holding, first);
      shown = passage.end;
      yield { ...passage, speaker };
    }
  }
}

/** The last word of the phrase, and of each one in apposition to it. */
function headsOf(phrase: string): string[] {
  return phrase.split(",").flatMap((part) => termsIn(part.replace(BEHIND_HEAD, "")).at(-1) ?? []);
}

function termsIn(text: string): string[] {
  return termsOf(text).map(({ term }) => term);
}
