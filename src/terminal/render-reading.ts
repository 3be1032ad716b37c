import { count } from "../answering/wording.ts";
import type { Draft } from "../corpus/changes.ts";
import { showAttribution } from "../passage.ts";
import type { Reading } from "../reading/reading.ts";
import { textOf } from "../span.ts";
import { renderAttribution } from "./render-passage.ts";
import { printable, type Style } from "./style.ts";

/** What was understood of one article, as `read --json` gives it. Spans point into the body. */
export function readingToJson({ title, body, published }: Draft, reading: Reading) {
  return {
    title,
    published,
    sentences: reading.sentences,
    quotations: reading.attributions.map((attribution) => showAttribution(body, attribution)),
    timexes: reading.timexes.map(({ start, end, type, value, mod, rule }) => ({
      start,
      end,
      text: body.slice(start, end),
      type,
      value,
      ...(mod !== null && { mod }),
      dateRule: rule,
    })),
  };
}

/** What was understood of one article, for people. */
export function renderReading(article: Draft, reading: Reading, style: Style): string {
  const { title, body, published } = article;
  const date = published === null ? "date unknown" : `${published.value}, ${published.basis}`;
  const quotations = reading.attributions.map((attribution) => {
    const shown = showAttribution(body, attribution);
    return `    ${style.accent("│")} ${printable(shown.text).replaceAll("\n", " ")}\n    ${renderAttribution(shown, false, style)}`;
  });
  const dates = reading.timexes.map((timex) => {
    const text = printable(textOf(body, timex)).replaceAll("\n", " ");
    return `    ${timex.value ?? "no date"}  "${text}" ${style.dim(`(${timex.rule})`)}`;
  });
  return [
    `${style.bold(printable(title))} ${style.dim(`(${date})`)}`,
    [
      count(reading.sentences.length, "sentence"),
      count(quotations.length, "quotation"),
      count(dates.length, "date"),
    ].join(", "),
    ...quotations,
    ...(dates.length > 0 ? [dates.join("\n")] : []),
  ].join("\n\n");
}
