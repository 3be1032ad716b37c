import type { Action } from "../command.ts";
import { shortId } from "../custom-id.ts";
import { tell } from "../replies.ts";

/** Takes an answer away, for the one who asked and for moderators. */
export const remove: Action = {
  name: "delete",
  waits: "update",
  run({ args: [owner = ""] }, call) {
    if (owner === shortId(call.member) || call.isModerator) return { kind: "delete" };
    return tell("Only the one who asked, or a moderator, can delete this answer.");
  },
};
