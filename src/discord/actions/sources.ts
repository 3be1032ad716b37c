import type { Action } from "../command.ts";
import { shortId } from "../custom-id.ts";
import { renderArticleList } from "../render/moderation.ts";
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

/** Another page of the list of this server's own articles, which nobody else can see. */
export const articlesPage: Action = {
  name: "articles",
  waits: "update",
  run: ({ args: [page = ""] }, { scope, server, member }) => ({
    kind: "update",
    view: renderArticleList(scope, server, Number(page), shortId(member)),
  }),
};
