import { createRequire } from "node:module";
import { renderAsync } from "@resvg/resvg-js";
import type { Timeline } from "../timeline.ts";
import { encodePng } from "./encode-png.ts";
import { renderTimelineSvg } from "./svg.ts";
import type { Theme } from "./theme.ts";

const { resolve } = createRequire(import.meta.url);
const FONTS = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((file) => resolve(`dejavu-fonts-ttf/ttf/${file}`));

/** Drawing takes a tenth of a second; turning a page back, or another member's same question, needs none. */
const drawn = new Map<string, Promise<Uint8Array>>();
const MOST_DRAWN = 40;

/**
 * The picture of {@link renderTimelineSvg} as PNG, the same on every machine: no font of the system is used. It is drawn
 * on another thread, so that answers go on meanwhile.
 */
export function renderTimelinePng(timeline: Timeline, theme: Theme = "dark"): Promise<Uint8Array> {
  const svg = renderTimelineSvg(timeline, theme);
  const png = drawn.get(svg) ?? draw(svg);
  drawn.delete(svg);
  drawn.set(svg, png);
  if (drawn.size > MOST_DRAWN) drawn.delete(drawn.keys().next().value!);
  // What failed once is drawn anew the next time.
  png.catch(() => drawn.delete(svg));
  return png;
}

async function draw(svg: string): Promise<Uint8Array> {
  const font = { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: "DejaVu Sans" };
  const { pixels, width, height } = await renderAsync(svg, { font });
  return encodePng(pixels, width, height);
}
