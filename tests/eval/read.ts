import { read } from "../../src/reading/read.ts";
import type { Attribution, QuotationType, Timex } from "../../src/reading/reading.ts";
import { type Span, textOf } from "../../src/span.ts";
import { jsonLines } from "./json-lines.ts";

type Text = { id: string; text: string; date?: string | null; dct?: string | null };

type Quote = Span & {
  spans: readonly Span[];
  type: QuotationType;
  speech: boolean;
  speaker: string | null;
  speakerMention: (Span & { text: string }) | null;
};

/** `read FILE.jsonl`: what the bot's own reading finds in each text. */
export async function* evaluateRead([path]: readonly string[]): AsyncGenerator<object> {
  if (path === undefined) throw new Error("read wants a file: npm run eval -- read FILE.jsonl");
  for await (const { id, text, date, dct } of jsonLines<Text>(path)) {
    const day = /^\d{4}-\d{2}-\d{2}/.exec(dct ?? date ?? "")?.[0];
    const reading = read(text, day === undefined ? null : { value: day, basis: "stated" });
    yield {
      id,
      sentences: reading.sentences,
      quotes: reading.attributions.map((attribution) => quoteOf(text, attribution)),
      timexes: reading.timexes.map((timex) => timexOf(text, timex)),
    };
  }
}

function quoteOf(text: string, { spans, type, speech, speaker, mention }: Attribution): Quote {
  const speakerMention = mention && { ...mention, text: textOf(text, mention) };
  return { start: spans[0]!.start, end: spans.at(-1)!.end, spans, type, speech, speaker, speakerMention };
}

function timexOf(text: string, { start, end, type, value }: Timex) {
  return { start, end, text: text.slice(start, end), type, value };
}
