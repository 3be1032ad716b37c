import { wordCompared } from "../../answering/verdict-wording.ts";
import { verify } from "../../answering/verify.ts";
import { type Passage, passageAround } from "../../passage.ts";
import { answerAgain } from "../answering.ts";
import type { Action } from "../command.ts";
import { findPassage } from "../passage-ref.ts";
import { renderHow } from "../render/how.ts";
import { GONE, tell } from "../replies.ts";

/** Why this speaker, this date, this passage. */
export const how: Action = {
  name: "how",
  waits: "private",
  run({ args: [ref = "", key = ""] }, { scope, server }, { questions }) {
    const found = findPassage(ref, scope);
    if (found === null) return tell(GONE);
    const passage = passageAround(found.holding, found.span);
    const question = questions.find(server, key);
    if (question?.kind === "verify") {
      const compared = wordCompared(verify(question.request, scope), passage);
      return { kind: "message", view: renderHow(passage, scope, compared), isPrivate: true };
    }
    const answer = question?.kind === "ask" ? answerAgain(question, scope) : null;
    const shown = answer?.kind === "nothing-found" ? answer.closest : (answer?.passages ?? []);
    const same = ({ article, start, end }: Passage) =>
      article === passage.article && start === passage.start && end === passage.end;
    return { kind: "message", view: renderHow(shown.find(same) ?? passage, scope), isPrivate: true };
  },
};
