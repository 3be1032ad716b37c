import { passageAround } from "../../passage.ts";
import type { Action } from "../command.ts";
import { findPassage } from "../passage-ref.ts";
import { renderHow } from "../render/how.ts";
import { GONE, tell } from "../replies.ts";

/** Why this speaker, this date, this passage. */
export const how: Action = {
  name: "how",
  waits: "private",
  run({ args: [ref = ""] }, { scope }) {
    const found = findPassage(ref, scope);
    if (found === null) return tell(GONE);
    return { kind: "message", view: renderHow(passageAround(found.holding, found.span), scope), isPrivate: true };
  },
};
