import { answerAfter } from "../answering.ts";
import type { Action } from "../command.ts";
import { shortId } from "../custom-id.ts";
import { GONE, tell } from "../replies.ts";
import { isPrivate } from "./page.ts";

/** One of several people whom the name could mean: the question again, about this one. */
export const speaker: Action = {
  name: "speaker",
  waits: "update",
  run(use, call, services) {
    const [key = "", owner = ""] = use.args;
    const question = services.questions.find(call.server, key);
    const name = use.values[0];
    if (question?.kind !== "ask" || !name) return tell(GONE);
    const inPrivate = isPrivate(use);
    const isOwn = inPrivate || owner === shortId(call.member);
    const reply = answerAfter([], { ...question.request, speaker: name }, call, services, inPrivate || !isOwn);
    return reply.kind === "message" && isOwn && !reply.isPrivate === !inPrivate
      ? { kind: "update", view: reply.view }
      : reply;
  },
};
