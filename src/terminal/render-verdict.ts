import type { Difference, Verdict } from "../answering/verdict.ts";
import { wordCompared, wordVerdict } from "../answering/verdict-wording.ts";
import type { Passage } from "../passage.ts";
import { renderPassage } from "./render-passage.ts";
import { printable, type Style } from "./style.ts";

/** What became of a quotation: the verdict, the differences word by word, the original with its source; `how`: and why it. */
export function renderVerdict(verdict: Verdict, style: Style, how = false): string {
  const render = (passage: Passage) => {
    const why = how ? wordCompared(verdict, passage) : null;
    const lines = renderPassage(passage, style);
    return why === null ? lines : `${lines}\n    ${style.dim(`chosen because: ${printable(why)}`)}`;
  };
  const sentence = style.bold(printable(wordVerdict(verdict)));
  switch (verdict.kind) {
    case "refused":
      return sentence;
    case "not-found":
      return verdict.closest === null ? sentence : `${sentence}\n\n${render(verdict.closest)}`;
    case "exact":
    case "credited-elsewhere":
      return `${sentence}\n\n${render(verdict.passage)}`;
    case "altered":
      return [sentence, renderDifferences(verdict.differences, style), render(verdict.passage)].join("\n\n");
    case "cut": {
      const omitted = verdict.omitted.map(({ text }) => `    left out: ${style.accent(printable(text))}`);
      return [sentence, omitted.join("\n"), render(verdict.passage)].join("\n\n");
    }
    case "spliced":
      return [
        sentence,
        ...verdict.parts.map(({ claimed, passage }) => `"${printable(claimed)}" is from:\n${render(passage)}`),
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
