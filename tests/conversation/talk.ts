import type { Answer, Turn } from "../../src/answering/answer.ts";
import { ask } from "../../src/answering/ask.ts";
import { turnOf } from "../../src/conversation/memory.ts";
import { Library } from "../../src/corpus/library.ts";
import type { Scope } from "../../src/corpus/scope.ts";
import { read } from "../../src/reading/read.ts";

/** A scope over articles as they are read; each with its id, its day of publication and its body. */
export function scopeOf(...articles: readonly (readonly [id: string, published: string, body: string])[]): Scope {
  const library = new Library();
  for (const [id, day, body] of articles) {
    const published = { value: day, basis: "stated" } as const;
    const article = { id, title: id, body, publisher: null, url: null, author: null, published };
    library.put({ article, reading: read(body, published), revision: "000000000000" });
  }
  return library.scope(null);
}

/** Asks one question after the other and gives the last answer. */
export function talkIn(scope: Scope, ...questions: readonly string[]): Answer {
  const turns: Turn[] = [];
  let answer: Answer | undefined;
  for (const text of questions) {
    answer = ask({ text, today: "2025-04-01" }, scope, turns);
    if (answer.kind !== "refused") turns.push(turnOf(answer));
  }
  return answer!;
}
