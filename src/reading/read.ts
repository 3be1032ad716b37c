import type { Published } from "../article.ts";
import type { Analysis } from "./analysis.ts";
import { applyCorrections } from "./corrections.ts";
import { findAttributions } from "./find-attributions.ts";
import { findTimexes } from "./find-timexes.ts";
import { findMarked } from "./marks.ts";
import { findParagraphs } from "./paragraphs.ts";
import { findPeople } from "./people.ts";
import { type Corrections, NO_CORRECTIONS, type Reading } from "./reading.ts";
import { resolveSpeakers } from "./resolve-speakers.ts";
import { findSentences } from "./sentences.ts";

/**
 * Reads one article: a pure function of its body, its publication date and the moderators' corrections.
 *
 * Never throws, whatever the text. Takes time linear in its length.
 */
export function read(body: string, published: Published | null, corrections: Corrections = NO_CORRECTIONS): Reading {
  const paragraphs = findParagraphs(body);
  const marked = findMarked(body, paragraphs);
  const sentences = findSentences(body, paragraphs, marked);
  const analysis: Analysis = { body, paragraphs, marked, sentences };
  const people = findPeople(analysis);
  const reading = {
    paragraphs,
    sentences: sentences.map(({ start, end }) => ({ start, end })),
    attributions: resolveSpeakers(analysis, findAttributions(analysis), people),
    people,
    timexes: findTimexes(analysis, published),
  };
  return applyCorrections(body, reading, corrections);
}
