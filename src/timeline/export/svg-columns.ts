import { monthLabel } from "../labels.ts";
import type { TimelineEntry } from "../timeline.ts";
import { type Bin, type BinUnit, binEntries } from "./bins.ts";
import { svgText, widthOf } from "./svg-text.ts";
import type { Colours } from "./theme.ts";

const HEIGHT = 760;
const [LEFT, RIGHT, TOP, BOTTOM] = [96, 1040, 176, 640];

/** Columns of entries by period; what lies outside or is too coarse is counted in words below. */
export function drawColumns(entries: readonly TimelineEntry[], colours: Colours): { content: string; height: number } {
  const { unit, bins, earlier, later, coarser } = binEntries(entries);
  const most = Math.max(1, ...bins.map(({ past, scheduled }) => past + scheduled));
  const step = stepFor(most);
  const top = Math.ceil(most / step) * step;
  const yOf = (count: number) => BOTTOM - (count / top) * (BOTTOM - TOP);
  const slot = (RIGHT - LEFT) / Math.max(1, bins.length);
  const parts = [
    svgText(`${entries.length} dated passages`, { x: 48, y: 76, size: 44, fill: colours.text, bold: true }),
    svgText(`by ${unit}`, { x: 48, y: 122, size: 28, fill: colours.dim }),
    ...legend(bins, colours),
  ];
  for (let count = 0; count <= top; count += step) {
    const y = yOf(count);
    parts.push(`<line x1="${LEFT}" y1="${y}" x2="${RIGHT}" y2="${y}" stroke="${colours.grid}" stroke-width="2"/>`);
    parts.push(svgText(String(count), { x: LEFT - 16, y: y + 9, size: 26, fill: colours.dim, anchor: "end" }));
  }
  const width = Math.min(72, Math.max(4, slot * 0.72));
  for (const [i, bin] of bins.entries()) {
    const x = LEFT + slot * (i + 0.5) - width / 2;
    parts.push(bar(x, width, yOf(bin.past), BOTTOM, colours.accent));
    parts.push(bar(x, width, yOf(bin.past + bin.scheduled), yOf(bin.past), colours.scheduled));
  }
  parts.push(...axis(bins, unit, slot, colours));
  const outside = [
    ...(earlier > 0 ? [`${earlier} earlier`] : []),
    ...(later > 0 ? [`${later} later`] : []),
    ...(coarser > 0 ? [`${coarser} dated less exactly`] : []),
  ];
  if (outside.length > 0)
    parts.push(svgText(`Not drawn: ${outside.join(", ")}`, { x: 48, y: HEIGHT - 28, size: 26, fill: colours.dim }));
  return { content: parts.join(""), height: HEIGHT };
}

function bar(x: number, width: number, top: number, bottom: number, fill: string): string {
  return bottom - top < 0.5
    ? ""
    : `<rect x="${x.toFixed(1)}" y="${top.toFixed(1)}" width="${width.toFixed(1)}" height="${(bottom - top).toFixed(1)}" fill="${fill}"/>`;
}

function legend(bins: readonly Bin[], colours: Colours): string[] {
  if (bins.every(({ scheduled }) => scheduled === 0)) return [];
  return [
    `<rect x="700" y="98" width="26" height="26" fill="${colours.accent}"/>`,
    svgText("past", { x: 738, y: 121, size: 28, fill: colours.dim }),
    `<rect x="850" y="98" width="26" height="26" fill="${colours.scheduled}"/>`,
    svgText("scheduled", { x: 888, y: 121, size: 28, fill: colours.dim }),
  ];
}

/** Labels under the columns, as many as there is room for. */
function axis(bins: readonly Bin[], unit: BinUnit, slot: number, colours: Colours): string[] {
  const labels = bins.map(({ first }) => label(first, unit));
  const widest = Math.max(0, ...labels.map((text) => widthOf(text, 26)));
  const every = Math.max(1, Math.ceil((widest + 28) / slot));
  return labels.flatMap((text, i) =>
    i % every === 0
      ? [
          svgText(text, {
            x: Math.min(RIGHT - widthOf(text, 26) / 2 + 30, LEFT + slot * (i + 0.5)),
            y: BOTTOM + 44,
            size: 26,
            fill: colours.dim,
            anchor: "middle",
          }),
        ]
      : [],
  );
}

function label(first: string, unit: BinUnit): string {
  const year = String(Number(first.slice(0, 4)));
  switch (unit) {
    case "day":
    case "week":
      return `${Number(first.slice(8))} ${monthLabel(first).slice(0, 3)} ${year}`;
    case "month":
      return `${monthLabel(first).slice(0, 3)} ${year}`;
    case "decade":
      return `${year}s`;
    default:
      return year;
  }
}

/** A round step that gives at most six grid lines. */
function stepFor(most: number): number {
  for (let power = 1; ; power *= 10) {
    for (const step of [1, 2, 5]) if (most <= step * power * 5) return step * power;
  }
}
