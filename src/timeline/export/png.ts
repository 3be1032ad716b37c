import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import type { Timeline } from "../timeline.ts";
import { renderTimelineSvg } from "./svg.ts";
import type { Theme } from "./theme.ts";

const { resolve } = createRequire(import.meta.url);
const FONTS = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((file) => resolve(`dejavu-fonts-ttf/ttf/${file}`));

/** Drawing takes a tenth of a second; turning a page back, or another member's same question, needs none. */
const drawn = new Map<string, Uint8Array>();
const MOST_DRAWN = 40;

/** The picture of {@link renderTimelineSvg} as PNG, the same on every machine: no font of the system is used. */
export function renderTimelinePng(timeline: Timeline, theme: Theme = "dark"): Uint8Array {
  const svg = renderTimelineSvg(timeline, theme);
  const font = { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: "DejaVu Sans" };
  const png = drawn.get(svg) ?? new Resvg(svg, { font }).render().asPng();
  drawn.delete(svg);
  drawn.set(svg, png);
  if (drawn.size > MOST_DRAWN) drawn.delete(drawn.keys().next().value!);
  return png;
}
