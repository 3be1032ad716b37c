import type { Timeline } from "../timeline.ts";
import { renderTimelineCsv } from "./csv.ts";
import { renderTimelineIcs } from "./ics.ts";
import { renderTimelineJson } from "./json.ts";
import { renderTimelineMarkdown } from "./markdown.ts";
import { renderTimelinePng } from "./png.ts";
import { renderTimelineSvg } from "./svg.ts";
import type { Theme } from "./theme.ts";

export type Format = "markdown" | "json" | "csv" | "ics" | "svg" | "png";

type Export = {
  readonly extension: string;
  readonly mediaType: string;
  /** `theme` matters to pictures only. */
  readonly render: (timeline: Timeline, theme?: Theme) => string | Promise<Uint8Array>;
};

/** Every format a timeline can be exported in. */
export const FORMATS: Readonly<Record<Format, Export>> = {
  markdown: { extension: "md", mediaType: "text/markdown", render: renderTimelineMarkdown },
  json: { extension: "json", mediaType: "application/json", render: renderTimelineJson },
  csv: { extension: "csv", mediaType: "text/csv", render: renderTimelineCsv },
  ics: { extension: "ics", mediaType: "text/calendar", render: renderTimelineIcs },
  svg: { extension: "svg", mediaType: "image/svg+xml", render: renderTimelineSvg },
  png: { extension: "png", mediaType: "image/png", render: renderTimelinePng },
};
