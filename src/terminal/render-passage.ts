import type { Passage, ShownAttribution } from "../passage.ts";
import { printable, type Style } from "./style.ts";

/** A passage beside a bar, and below it who said each quotation, where and when it was published. */
export function renderPassage(passage: Passage, style: Style, number?: number): string {
  const head = number === undefined ? "    " : `${String(number).padStart(2)}. `;
  const bar = style.accent("│");
  const quoted = printable(passage.text)
    .split("\n")
    .map((line, i) => `${i === 0 ? style.bold(head) : "    "}${bar} ${line}`);
  const several = passage.attributions.length > 1;
  const said = passage.attributions.map((attribution) => `    ${renderAttribution(attribution, several, style)}`);
  return [...quoted, ...said, `    ${style.dim(renderSource(passage))}`].join("\n");
}

/** Who said it, and how he is called where not by name, `Dmitry Peskov (here "He")`; the words where there are several. */
export function renderAttribution(attribution: ShownAttribution, withWords: boolean, style: Style): string {
  const { speaker, speakerBasis, mention, stance } = attribution;
  const asWritten = mention === null ? null : `"${printable(mention.text)}"`;
  const who = speaker === null ? (asWritten ?? "speaker not named") : printable(speaker);
  const how =
    speakerBasis === "corrected"
      ? " (corrected by a moderator)"
      : speaker !== null && asWritten !== null && !["name", "organisation"].includes(speakerBasis)
        ? ` (here ${asWritten})`
        : "";
  const stood = { said: "", denied: ", DENYING it", asked: ", ASKING it", conditional: ", ON A CONDITION" }[stance];
  const words = withWords ? `: ${printable(attribution.text).replaceAll("\n", " ")}` : "";
  return `— ${style.bold(who)}${style.dim(`${how}${stood}${words}`)}`;
}

/** Outlet, date, title and id of the article, its link below. */
export function renderSource({ publisher, published, title, url, article }: Passage): string {
  const date = renderPublished({ published });
  const line = [publisher ?? "outlet unknown", date, title, `[${article}]`].map(printable).join(" · ");
  return url === null ? line : `${line}\n    ${printable(url)}`;
}

/** `2022-01-17 (inferred)`, `no date`. */
export function renderPublished({ published }: Pick<Passage, "published">): string {
  if (published === null) return "no date";
  return `${published.value}${published.basis === "inferred" ? " (inferred)" : ""}`;
}
