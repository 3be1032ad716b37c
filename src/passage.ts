import type { Published } from "./article.ts";
import type { Holding } from "./holding.ts";
import { attributionsOver, sentencesOver } from "./reading/overlapping.ts";
import type { Attribution, QuotationType, SpeakerBasis, Stance } from "./reading/reading.ts";
import { contains, type Span, textOf } from "./span.ts";

/** A span together with its words. */
export type Words = Span & { readonly text: string };

/** An attribution as it is shown: offsets into the article's body, words beside them. */
export type ShownAttribution = {
  readonly spans: readonly Span[];
  /** The article's own words from the first span to the last, a tag between them ("he said") included. */
  readonly text: string;
  readonly type: QuotationType;
  readonly stance: Stance;
  readonly speech: boolean;
  readonly cue: Words | null;
  readonly mention: Words | null;
  readonly speaker: string | null;
  readonly speakerBasis: SpeakerBasis;
};

/** What is shown: the fewest whole sentences that cover a hit and the quotations that overlap it. */
export type Passage = {
  readonly article: string;
  readonly revision: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly published: Published | null;
  readonly start: number;
  readonly end: number;
  /** `body.slice(start, end)`, whole. */
  readonly text: string;
  readonly sentences: readonly Span[];
  /** Of the attribution that answers, else `null`. */
  readonly speaker: string | null;
  readonly attributions: readonly ShownAttribution[];
};

/** Cuts the passage around `hit` out of the article: whole sentences, whole quotations. */
export function passageAround({ article, reading, revision }: Holding, hit: Span): Passage {
  let { start, end } = hit;
  for (let grown = true; grown; ) {
    grown = false;
    const within = [
      ...sentencesOver(reading, { start, end }),
      ...attributionsOver(reading, { start, end }).map(({ spans }) => ({
        start: spans[0]!.start,
        end: spans.at(-1)!.end,
      })),
    ];
    for (const span of within) {
      if (contains({ start, end }, span)) continue;
      start = Math.min(start, span.start);
      end = Math.max(end, span.end);
      grown = true;
    }
  }
  const shown = { start, end };
  return {
    article: article.id,
    revision,
    title: article.title,
    publisher: article.publisher,
    url: article.url,
    published: article.published,
    start,
    end,
    text: textOf(article.body, shown),
    sentences: sentencesOver(reading, shown).filter((sentence) => contains(shown, sentence)),
    speaker: null,
    attributions: attributionsOver(reading, shown)
      .filter(({ spans }) => spans.some((span) => contains(shown, span)))
      .map((attribution) => showAttribution(article.body, attribution)),
  };
}

/** An attribution with its words. */
export function showAttribution(body: string, attribution: Attribution): ShownAttribution {
  const { spans, type, stance, speech, cue, mention, speaker, speakerBasis } = attribution;
  const words = (span: Span | null) => span && { ...span, text: textOf(body, span) };
  return {
    spans,
    text: body.slice(spans[0]!.start, spans.at(-1)!.end),
    type,
    stance,
    speech,
    cue: words(cue),
    mention: words(mention),
    speaker,
    speakerBasis,
  };
}
