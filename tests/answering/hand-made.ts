import { Library } from "../../src/corpus/library.ts";
import type { Scope } from "../../src/corpus/scope.ts";
import { read } from "../../src/reading/read.ts";
import type { Attribution } from "../../src/reading/reading.ts";
import type { Speaker } from "../../src/reading/speakers.ts";

/** A quotation as a test states it: words of the body (each must stand there once) and who said them. */
export type Stated = {
  readonly words: string | readonly string[];
  readonly speaker: string | null;
  readonly type?: Attribution["type"];
  readonly stance?: Attribution["stance"];
  readonly cue?: string;
  readonly mention?: string;
};

export type StatedArticle = {
  readonly id: string;
  readonly title: string;
  readonly published?: string;
  readonly body: string;
  readonly quotations: readonly Stated[];
};

/** A scope over articles whose quotations and speakers are stated by hand, not found. */
export function handMadeScope(articles: readonly StatedArticle[], speakers: readonly Partial<Speaker>[]): Scope {
  const library = new Library();
  for (const { id, title, published, body, quotations } of articles) {
    const date = published === undefined ? null : { value: published, basis: "stated" as const };
    const article = { id, title, body, publisher: null, url: null, author: null, published: date };
    const spanOf = (words: string) => {
      const start = body.indexOf(words);
      if (start < 0 || body.indexOf(words, start + 1) >= 0) throw new Error(`not once in ${id}: ${words}`);
      return { start, end: start + words.length };
    };
    const attributions = quotations.map(({ words, speaker, type, stance, cue, mention }): Attribution => {
      const spans = (typeof words === "string" ? [words] : words).map(spanOf);
      // The cue and the mention are the nearest ones outside the quotation, before it if there is one.
      const near = (text: string | undefined) => {
        if (text === undefined) return null;
        const before = body.lastIndexOf(text, spans[0]!.start - 1);
        const start = before >= 0 ? before : body.indexOf(text, spans[0]!.end);
        return { start, end: start + text.length };
      };
      return {
        spans,
        type: type ?? "direct",
        stance: stance ?? "said",
        speech: true,
        cue: near(cue),
        mention: near(mention),
        speaker,
        speakerBasis: speaker === null ? "unnamed" : "name",
        rule: "stated",
      };
    });
    library.put({ article, reading: { ...read(body, date), attributions }, revision: "000000000000" });
  }
  return {
    ...library.scope(null),
    speakers: speakers.map((speaker) => ({
      name: "",
      kind: "person",
      aliases: [],
      roles: [],
      mentions: 1,
      quotations: 1,
      articles: articles
        .filter(({ quotations }) => quotations.some((stated) => stated.speaker === speaker.name))
        .map(({ id }) => id),
      ...speaker,
    })),
  };
}
