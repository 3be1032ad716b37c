import { overlaps, type Span } from "../../span.ts";
import type { Finding } from "../analysis.ts";
import type { Item, Line } from "../line.ts";
import { isVerbal } from "../phrase.ts";
import { findAnnouncement } from "./announced.ts";

/** How many sentences after the last attributed one a quotation without a tag still belongs to its speaker. */
const REACH = 6;

type Place = { readonly place: number; readonly line: number; readonly paragraph: number };

/**
 * Quotations that stand alone, given to whom the paragraph before announces or to the speaker before them: the rest of a split quotation in the same paragraph,
 * later paragraphs of one that was left open, and sentences wholly in marks.
 */
export function attachFloating(lines: readonly Line[], found: readonly Finding[]): Finding[] {
  /** With spans of their own to add to: copied at every addition they would take the square of the time. */
  const findings: (Finding & { readonly spans: Span[] })[] = [];
  /** Old place to new place. */
  const places: number[] = [];
  let next = 0;
  let last = null as Place | null;
  for (const [i, line] of lines.entries()) {
    const first = aloneIn(line);
    const own: number[] = [];
    while (next < found.length && found[next]!.spans[0]!.start < line.end) {
      const finding = found[next]!;
      places[next] = findings.length;
      const continues = finding.continues === null ? null : (places[finding.continues] ?? null);
      findings.push({ ...finding, spans: [...finding.spans], continues });
      own.push(findings.length - 1);
      next++;
    }
    if (first !== null && !own.some((place) => findings[place]!.spans.some((span) => overlaps(span, first)))) {
      const quotation = { start: first.start, end: first.end };
      const announced = i === 0 ? null : findAnnouncement(lines[i - 1]!);
      if (announced !== null) {
        const finding = { ...announced, type: "direct", speech: true, rule: "announced", continues: null } as const;
        findings.push({ ...finding, spans: [quotation] });
        last = { place: findings.length - 1, line: line.index, paragraph: line.paragraph };
        continue;
      }
      const previous = last !== null && line.index - last.line <= REACH ? last : null;
      if (previous !== null) {
        const before = findings[previous.place]!;
        if ((first.marked?.continued || previous.paragraph === line.paragraph) && before.type === "direct") {
          before.spans.push(quotation);
          last = { place: previous.place, line: line.index, paragraph: line.paragraph };
        } else {
          findings.push({
            spans: [quotation],
            type: "direct",
            stance: "said",
            speech: true,
            cue: null,
            mention: before.mention,
            rule: "floating",
            continues: previous.place,
          });
          last = { place: findings.length - 1, line: line.index, paragraph: line.paragraph };
        }
        continue;
      }
    }
    const speaking = own.findLast((place) => findings[place]!.mention !== null);
    if (speaking !== undefined) last = { place: speaking, line: line.index, paragraph: line.paragraph };
  }
  return findings;
}

/** The quotation that is the whole sentence, but for what it is about: "Of the war: “...”". */
function aloneIn({ items }: Line): Item | null {
  const opening = items[0]?.pos === "ADP" ? items.findIndex(({ lower }) => lower === ":") + 1 : 0;
  const first = items[opening];
  if (first === undefined || first.marked === null) return null;
  const alone = items.every((item, i) =>
    i < opening ? item.marked === null && !isVerbal(item) : item.marked !== null || item.pos === "PUNCT",
  );
  return alone ? first : null;
}
