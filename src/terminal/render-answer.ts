import type { Answer, Understood } from "../answering/answer.ts";
import { wordBeside, wordEvidence } from "../answering/evidence-wording.ts";
import type { Found } from "../answering/why.ts";
import { count, wordCompleted, wordReason, wordUnderstood } from "../answering/wording.ts";
import { renderPassage } from "./render-passage.ts";
import { printable, type Style } from "./style.ts";

const HOW_TO_ADD = 'Add one with "add FILE" or "add LINK", or put a file into the corpus folder as the README shows.';

/** What was understood; of a follow-up with what it was taken to mean. */
function renderUnderstood(question: Understood): string {
  const completed = wordCompleted(question);
  return printable(`${wordUnderstood(question)}${completed === null ? "" : ` (${completed})`}`);
}

/** An answer as lines of text; `how`: with the reason why each passage was chosen. */
export function renderAnswer(answer: Answer, style: Style, how = false): string {
  const render = (passage: Found, number?: number) => {
    const why = how ? wordEvidence(passage) : null;
    const below = [wordBeside(passage), why && `chosen because: ${why}`].filter((line) => line !== null);
    return [renderPassage(passage, style, number), ...below.map((line) => `    ${style.dim(printable(line))}`)].join(
      "\n",
    );
  };
  switch (answer.kind) {
    case "passages": {
      const articles = new Set(answer.passages.map(({ article }) => article)).size;
      const found = `${count(answer.passages.length, "passage")} in ${count(articles, "article")}`;
      return [
        style.dim(`${renderUnderstood(answer.question)}: ${found}`),
        ...answer.passages.map((passage, i) => render(passage, i + 1)),
      ].join("\n\n");
    }
    case "which-speaker":
      return `Who is meant: ${answer.candidates.map(printable).join(", ")}? Type the full name of one.`;
    case "nothing-found": {
      const add = answer.reason === "no-articles" ? `\n${HOW_TO_ADD}` : "";
      const nothing = `${printable(wordReason(answer))}${add}`;
      if (answer.closest.length === 0) return nothing;
      const closest = answer.closest.map((passage) => render(passage));
      return [`${nothing}\nThe closest there is, which does not answer it:`, ...closest].join("\n\n");
    }
    case "refused":
      return answer.message;
    default:
      return answer satisfies never;
  }
}
