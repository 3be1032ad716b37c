import fc from "fast-check";
import { expect, it } from "vitest";
import { attributionsOver, sentencesOver } from "../../src/reading/overlapping.ts";
import type { Attribution } from "../../src/reading/reading.ts";
import { overlaps, type Span } from "../../src/span.ts";

const span = fc
  .record({ start: fc.nat(60), length: fc.integer({ min: 1, max: 20 }) })
  .map(({ start, length }): Span => ({ start, end: start + length }));

it("finds every attribution over a span that looking at each finds, in their order", () => {
  fc.assert(
    fc.property(fc.array(fc.array(span, { minLength: 1, maxLength: 3 }), { maxLength: 12 }), span, (all, wanted) => {
      const attributions = all.map((spans) => ({ spans }) as unknown as Attribution);
      const extent = (spans: readonly Span[]) => ({
        start: Math.min(...spans.map(({ start }) => start)),
        end: Math.max(...spans.map(({ end }) => end)),
      });
      const expected = attributions.filter(({ spans }) => overlaps(extent(spans), wanted));
      expect(attributionsOver({ attributions }, wanted)).toEqual(expected);
    }),
  );
});

it("finds every sentence over a span, and none that only touches it", () => {
  const lengths = fc.array(fc.record({ gap: fc.nat(3), length: fc.integer({ min: 1, max: 9 }) }), { maxLength: 12 });
  fc.assert(
    fc.property(lengths, span, (all, wanted) => {
      let end = 0;
      const sentences = all.map(({ gap, length }): Span => {
        const start = end + gap;
        end = start + length;
        return { start, end };
      });
      expect(sentencesOver({ sentences }, wanted)).toEqual(sentences.filter((one) => overlaps(one, wanted)));
    }),
  );
});
