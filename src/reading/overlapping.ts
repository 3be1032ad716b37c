import { lastAtOrBefore, type Span } from "../span.ts";
import type { Attribution, Reading } from "./reading.ts";

/** Where an attribution stands, from its first span to its last, and its place in the list. */
type Place = Span & { readonly at: number };

/** By where they begin; `reach`: how far those up to each one go. */
type Places = { readonly places: readonly Place[]; readonly reach: readonly number[] };

const known = new WeakMap<readonly Attribution[], Places>();

/** The attributions with spans in or around `span`, in reading order. Of a long article few are looked at. */
export function attributionsOver({ attributions }: Pick<Reading, "attributions">, span: Span): Attribution[] {
  const { places, reach } = placesOf(attributions);
  const found: number[] = [];
  for (let i = lastAtOrBefore(places, span.end - 1); i >= 0 && reach[i]! > span.start; i--) {
    if (places[i]!.end > span.start) found.push(places[i]!.at);
  }
  return found.sort((a, b) => a - b).map((at) => attributions[at]!);
}

/** The sentences that share something with `span`, in reading order. */
export function sentencesOver({ sentences }: Pick<Reading, "sentences">, span: Span): readonly Span[] {
  const last = lastAtOrBefore(sentences, span.end - 1);
  let first = last + 1;
  while (first > 0 && sentences[first - 1]!.end > span.start) first--;
  return sentences.slice(first, last + 1);
}

function placesOf(attributions: readonly Attribution[]): Places {
  let found = known.get(attributions);
  if (found === undefined) {
    const places = attributions.map(({ spans }, at) => ({
      start: Math.min(...spans.map(({ start }) => start)),
      end: Math.max(...spans.map(({ end }) => end)),
      at,
    }));
    places.sort((a, b) => a.start - b.start);
    const reach: number[] = [];
    for (const { end } of places) reach.push(Math.max(reach.at(-1) ?? 0, end));
    found = { places, reach };
    known.set(attributions, found);
  }
  return found;
}
