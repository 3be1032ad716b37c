import type { Difference, Verdict } from "../answering/verdict.ts";
import { wordVerdict } from "../answering/verdict-wording.ts";
import { renderPassage } from "./render-passage.ts";
import { printable, type Style } from "./style.ts";

/** What became of a quotation: the verdict, the differences word by word, the original with its source. */
export function renderVerdict(verdict: Verdict, style: Style): string {
  const sentence = style.bold(printable(wordVerdict(verdict)));
  switch (verdict.kind) {
    case "refused":
      return sentence;
    case "not-found":
      return verdict.closest === null ? sentence : `${sentence}\n\n${renderPassage(verdict.closest, style)}`;
    case "exact":
    case "credited-elsewhere":
      return `${sentence}\n\n${renderPassage(verdict.passage, style)}`;
    case "altered":
      return [sentence, renderDifferences(verdict.differences, style), renderPassage(verdict.passage, style)].join(
        "\n\n",
      );
    case "cut": {
      const omitted = verdict.omitted.map(({ text }) => `    left out: ${style.accent(printable(text))}`);
      return [sentence, omitted.join("\n"), renderPassage(verdict.passage, style)].join("\n\n");
    }
    case "spliced":
      return [
        sentence,
        ...verdict.parts.map(
          ({ claimed, passage }) => `"${printable(claimed)}" is from:\n${renderPassage(passage, style)}`,
        ),
      ].join("\n\n");
    default:
      return verdict satisfies never;
  }
}

/** The claim beside the article: what was claimed and is not there as [-...-], what stands there instead as {+...+}. */
function renderDifferences(differences: readonly Difference[], style: Style): string {
  const marked = differences.map(({ kind, claimed, original }) => {
    if (kind === "same") return printable(claimed);
    const wrong = claimed === "" ? "" : style.bold(`[-${printable(claimed)}-]`);
    const right = original === "" ? "" : style.accent(`{+${printable(original)}+}`);
    return `${wrong}${right}`;
  });
  return `    ${marked.join(" ").replaceAll("\n", " ")}\n    ${style.dim("[-claimed-] {+in the article+}")}`;
}
