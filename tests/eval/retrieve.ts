import { answerKindOf } from "../../src/answering/answer-kind.ts";
import { ask } from "../../src/answering/ask.ts";
import { type RankQuery, rank } from "../../src/answering/rank.ts";
import { Library } from "../../src/corpus/library.ts";
import type { Scope } from "../../src/corpus/scope.ts";
import { read } from "../../src/reading/read.ts";
import type { Span } from "../../src/span.ts";
import { jsonLines } from "./json-lines.ts";

type Sentence = { id: string; docId: string; title?: string; text: string };
type Question = { id: string; text: string };

/** No question of the sets depends on it. */
const TODAY = "2024-01-01";

/** `retrieve CORPUS.jsonl QUERIES.jsonl`: what the bot finds for each question, sentence by sentence. */
export async function* evaluateRetrieve([corpus, queries]: readonly string[]): AsyncGenerator<object> {
  if (corpus === undefined || queries === undefined) throw new Error("retrieve wants CORPUS.jsonl QUERIES.jsonl");
  const { scope, idOf } = await loadSentences(corpus);
  for await (const { id, text } of jsonLines<Question>(queries)) {
    const { hits, confidence } = rank(queryFor(text), scope);
    const answer = ask({ text, today: TODAY }, scope, null);
    const ranked = hits.slice(0, 20).map(({ holding, sentence }) => idOf(holding.article.id, sentence));
    yield { id, ranked, confidence, abstained: answer.kind !== "passages" };
  }
}

export function queryFor(text: string): RankQuery {
  return { topic: text, speaker: null, since: null, until: null, expects: answerKindOf(text) };
}

/** The sentences as articles of a scope; their own division into sentences is kept, so that answers can be compared. */
export async function loadSentences(
  path: string,
): Promise<{ scope: Scope; idOf(article: string, sentence: number): string }> {
  const documents = new Map<string, Sentence[]>();
  for await (const sentence of jsonLines<Sentence>(path)) {
    const document = documents.get(sentence.docId);
    if (document === undefined) documents.set(sentence.docId, [sentence]);
    else document.push(sentence);
  }
  const library = new Library();
  for (const [docId, given] of documents) {
    const body = given.map(({ text }) => text).join("\n");
    const sentences: Span[] = [];
    for (const { text } of given) {
      const start = sentences.length === 0 ? 0 : sentences.at(-1)!.end + 1;
      sentences.push({ start, end: start + text.length });
    }
    const article = {
      id: docId,
      title: given[0]!.title ?? "",
      body,
      publisher: null,
      url: null,
      author: null,
      published: null,
    };
    library.put({ article, reading: { ...read(body, null), sentences }, revision: "" });
  }
  return { scope: library.scope(null), idOf: (article, sentence) => documents.get(article)![sentence]!.id };
}
