import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import type { Timeline } from "../timeline.ts";
import { renderTimelineSvg } from "./svg.ts";
import type { Theme } from "./theme.ts";

const { resolve } = createRequire(import.meta.url);
const FONTS = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((file) => resolve(`dejavu-fonts-ttf/ttf/${file}`));

/** The picture of {@link renderTimelineSvg} as PNG, the same on every machine: no font of the system is used. */
export function renderTimelinePng(timeline: Timeline, theme: Theme = "dark"): Uint8Array {
  const font = { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: "DejaVu Sans" };
  return new Resvg(renderTimelineSvg(timeline, theme), { font }).render().asPng();
}
