import { dateLabel, dayLabel } from "../labels.ts";
import type { Timeline, TimelineEntry } from "../timeline.ts";
import { drawColumns } from "./svg-columns.ts";
import { svgText, wrap } from "./svg-text.ts";
import { type Colours, THEMES, type Theme } from "./theme.ts";

/** Pixels; wide enough for a phone held upright. */
export const WIDTH = 1080;
const MARGIN = 48;
const TEXT_LEFT = 104;
/** At most so many entries, and so much height, are drawn with their sentences; more become columns. */
const MOST_LISTED = 10;
const TALLEST = 3000;

/** The timeline as a picture: a few entries with their whole sentences, many as columns by period. */
export function renderTimelineSvg({ entries }: Timeline, theme: Theme = "dark"): string {
  const colours = THEMES[theme];
  const list = entries.length <= MOST_LISTED ? drawList(entries, colours) : null;
  const { content, height } = list !== null && list.height <= TALLEST ? list : drawColumns(entries, colours);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="DejaVu Sans, Verdana, sans-serif"><rect width="100%" height="100%" fill="${colours.ground}"/>${content}</svg>`;
}

/** A rail with a dot an entry; hollow for what is scheduled. Sentences stand whole. */
function drawList(entries: readonly TimelineEntry[], colours: Colours): { content: string; height: number } {
  const rail = 64;
  const parts: string[] = [];
  let y = MARGIN + 24;
  let last = y;
  for (const [i, entry] of entries.entries()) {
    const { passage, speaker, scheduled } = entry;
    const colour = scheduled ? colours.scheduled : colours.accent;
    last = y - 11;
    parts.push(
      `<circle cx="${rail}" cy="${last}" r="12" fill="${scheduled ? colours.ground : colour}" stroke="${colour}" stroke-width="5"/>`,
    );
    parts.push(
      svgText(`${dateLabel(entry)}${scheduled ? " · scheduled" : ""}`, {
        x: TEXT_LEFT,
        y,
        size: 34,
        fill: colour,
        bold: true,
      }),
    );
    y += 48;
    for (const line of wrap(entry.text, 32, WIDTH - TEXT_LEFT - MARGIN)) {
      parts.push(svgText(line, { x: TEXT_LEFT, y, size: 32, fill: colours.text }));
      y += 43;
    }
    // The same article is named once, under the last of its entries in a row.
    const repeated = entries[i + 1]?.passage.article === passage.article;
    const source = [...(speaker === null ? [] : [`— ${speaker}`]), ...(repeated ? [] : [sourceLine(entry)])].join(
      " · ",
    );
    for (const line of wrap(source, 26, WIDTH - TEXT_LEFT - MARGIN)) {
      parts.push(svgText(line, { x: TEXT_LEFT, y, size: 26, fill: colours.dim }));
      y += 36;
    }
    y += 40;
  }
  const line = `<line x1="${rail}" y1="${MARGIN + 13}" x2="${rail}" y2="${last}" stroke="${colours.grid}" stroke-width="5"/>`;
  return { content: line + parts.join(""), height: y - 40 + MARGIN - 12 };
}

function sourceLine({ passage: { publisher, title, published } }: TimelineEntry): string {
  return [publisher ?? title, ...(published === null ? [] : [dayLabel(published.value)])].join(", ");
}
