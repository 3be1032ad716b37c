import type { Holding } from "../../holding.ts";
import { overlaps, type Span, textOf } from "../../span.ts";
import { container, MOST_CHARACTERS, text, type View } from "./components.ts";
import { escapeMarkdown, inline, quoteLines } from "./escape.ts";
import { wordPublished } from "./words.ts";

/** The paragraphs around a passage, with the passage in bold. Too long for a message, they come as a file. */
export function renderContext({ article, reading }: Holding, passage: Span): View {
  const around = reading.paragraphs.filter((paragraph) => overlaps(paragraph, passage));
  const start = Math.min(passage.start, ...around.map((span) => span.start));
  const end = Math.max(passage.end, ...around.map((span) => span.end));
  const part = (from: number, to: number) => escapeMarkdown(textOf(article.body, { start: from, end: to }));
  const marked = `**${part(passage.start, passage.end)}**`;
  const quoted = quoteLines(`${part(start, passage.start)}${marked}${part(passage.end, end)}`);
  const head = `### ${inline(article.title, 200)}\n-# ${wordPublished(article.published)}`;
  if (head.length + quoted.length < MOST_CHARACTERS) return { components: [container(text(`${head}\n${quoted}`))] };
  const name = "context.txt";
  const bytes = new TextEncoder().encode(textOf(article.body, { start, end }));
  return {
    components: [
      container(text(`${head}\n-# Too long for a message; attached whole.`)),
      { type: 13, file: { url: `attachment://${name}` } },
    ],
    files: [{ name, bytes }],
  };
}
