import type { Action } from "../command.ts";
import { shortId } from "../custom-id.ts";
import { renderSpeakers } from "../render/speakers.ts";

/** Another page of the list of speakers. */
export const speakersPage: Action = {
  name: "speakers",
  waits: "update",
  run({ args: [page = "", owner = ""] }, call) {
    const view = renderSpeakers(call.scope, "", Number(page), shortId(call.member));
    return owner === shortId(call.member) ? { kind: "update", view } : { kind: "message", view, isPrivate: true };
  },
};
