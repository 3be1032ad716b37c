import type { Action } from "../command.ts";
import { shortId } from "../custom-id.ts";
import { renderSources } from "../render/sources.ts";

/** Another page of the list of articles. */
export const sourcesPage: Action = {
  name: "sources",
  waits: "update",
  run({ args: [page = "", owner = ""] }, call) {
    const view = renderSources(call.scope, Number(page), shortId(call.member));
    return owner === shortId(call.member) ? { kind: "update", view } : { kind: "message", view, isPrivate: true };
  },
};
