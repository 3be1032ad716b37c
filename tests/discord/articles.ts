import type { Article } from "../../src/article.ts";
import type { Holding } from "../../src/holding.ts";
import { read } from "../../src/reading/read.ts";

/** An article read by the product itself. */
export function holding(id: string, body: string, more: Partial<Article> = {}): Holding {
  const article: Article = {
    id,
    title: `Title of ${id}`,
    body,
    publisher: null,
    url: null,
    author: null,
    published: { value: "2022-01-17", basis: "stated" },
    ...more,
  };
  return { article, reading: read(body, article.published), revision: "0123456789ab" };
}

export const HARBOUR = `Harbour master Ines Caldera said the new crane will lift forty tonnes. "It is the strongest crane on this coast," Caldera said on Monday.
Union leader Tom Brandt said that the crane would cost thirty jobs. "We will strike on March 3 if nobody talks to us," Brandt told reporters.
Caldera denied that any job was at risk.`;

export const HARBOUR_ARTICLE = holding("harbour-crane", HARBOUR, {
  title: "Harbour gets its crane",
  publisher: "The Quay",
  url: "https://quay.example/crane",
});
