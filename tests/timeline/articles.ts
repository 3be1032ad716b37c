import type { Article } from "../../src/article.ts";
import { Library } from "../../src/corpus/library.ts";
import type { Scope } from "../../src/corpus/scope.ts";
import { read } from "../../src/reading/read.ts";

/** An article of the Island Wire. */
export function article(id: string, published: string, body: string, more: Partial<Article> = {}): Article {
  return {
    id,
    title: `Report ${id}`,
    body,
    publisher: "Island Wire",
    url: `https://island.example/${id}`,
    author: null,
    published: { value: published, basis: "stated" },
    ...more,
  };
}

/** A scope over `articles`, read as the bot reads them. */
export function scopeOf(...articles: Article[]): Scope {
  const library = new Library();
  for (const one of articles) {
    library.put({ article: one, reading: read(one.body, one.published), revision: "000000000000" });
  }
  return library.scope(null);
}
