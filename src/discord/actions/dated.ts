import { contains, textOf } from "../../span.ts";
import type { Action } from "../command.ts";
import { findPassage } from "../passage-ref.ts";
import { renderDated } from "../render/how.ts";
import { GONE, tell } from "../replies.ts";

/** How the date of a timeline entry came about. */
export const dated: Action = {
  name: "dated",
  waits: "private",
  run({ args: [ref = "", at = ""] }, { scope }) {
    const found = findPassage(ref, scope);
    const timex = found?.holding.reading.timexes.find((one) => String(one.start) === at && contains(found.span, one));
    if (!found || timex === undefined) return tell(GONE);
    return { kind: "message", view: renderDated(timex, textOf(found.holding.article.body, timex)), isPrivate: true };
  },
};
