import type { Action } from "../command.ts";
import { findPassage } from "../passage-ref.ts";
import { renderContext } from "../render/context.ts";
import { GONE, tell } from "../replies.ts";

/** The paragraph around a passage. */
export const context: Action = {
  name: "context",
  waits: "private",
  run({ args: [ref = ""] }, { scope }) {
    const found = findPassage(ref, scope);
    if (found === null) return tell(GONE);
    return { kind: "message", view: renderContext(found.holding, found.span), isPrivate: true };
  },
};
