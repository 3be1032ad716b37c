import { overlaps, type Span, textOf } from "../span.ts";
import type { Attribution, Corrections, Reading } from "./reading.ts";

/** The reading as the moderators corrected it. A correction that fits nothing any more is passed over. */
export function applyCorrections(body: string, reading: Reading, { speakers, dates }: Corrections): Reading {
  if (speakers.length === 0 && dates.length === 0) return reading;
  const attributions = [...reading.attributions];
  for (const { quotation, speaker } of speakers) {
    for (const i of quoting(body, attributions, quotation)) {
      attributions[i] = { ...attributions[i]!, speaker, speakerBasis: "corrected" };
    }
  }
  const timexes = reading.timexes.flatMap((timex) => {
    const correction = dates.find(({ start, text }) => start === timex.start && text === textOf(body, timex));
    if (correction === undefined) return [timex];
    if (correction.value === null) return [];
    return [{ ...timex, value: correction.value, anchor: null, rule: "corrected" }];
  });
  return { ...reading, attributions, timexes };
}

/** The attributions that begin with these very words; when none does, those that overlap where the words stand. */
function quoting(body: string, attributions: readonly Attribution[], quotation: string): number[] {
  if (quotation === "") return [];
  const places = (holds: (attribution: Attribution) => boolean) =>
    attributions.flatMap((attribution, i) => (holds(attribution) ? [i] : []));
  const exact = places(({ spans }) => textOf(body, spans[0]!) === quotation);
  if (exact.length > 0) return exact;
  const start = body.indexOf(quotation);
  if (start < 0) return [];
  const words: Span = { start, end: start + quotation.length };
  return places(({ spans }) => spans.some((span) => overlaps(span, words)));
}
