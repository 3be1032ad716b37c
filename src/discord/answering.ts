import type { Answer, AskRequest, Turn } from "../answering/answer.ts";
import { ask } from "../answering/ask.ts";
import type { VerifyRequest } from "../answering/verdict.ts";
import { verify } from "../answering/verify.ts";
import type { Scope } from "../corpus/scope.ts";
import { type TimelineRequest, timelineInTurns } from "../timeline/timeline.ts";
import type { Call, Reply, Services } from "./command.ts";
import { shortId } from "./custom-id.ts";
import type { Question } from "./questions.ts";
import { renderAnswer } from "./render/answer.ts";
import type { View } from "./render/components.ts";
import type { Shown } from "./render/controls.ts";
import { renderTimeline } from "./render/timeline.ts";
import { renderVerdict } from "./render/verdict.ts";
import { tell } from "./replies.ts";

/** Where a member's conversation goes on. */
export function placeOf({ server, channel, member }: Call): string {
  return `${server}:${channel}:${member}`;
}

/** Asks as part of the member's conversation in this channel, and remembers the turn. */
export function answerQuestion(request: AskRequest, call: Call, services: Services, isPrivate: boolean): Reply {
  const turns = services.conversations.get(placeOf(call), call.now.getTime());
  return answerAfter(turns ?? [], request, call, services, isPrivate);
}

/** Asks after the given turns, and remembers the turn as the newest of this channel. */
export function answerAfter(
  turns: readonly Turn[],
  request: AskRequest,
  call: Call,
  services: Services,
  isPrivate: boolean,
): Reply {
  const answer = ask(request, call.scope, turns);
  if (answer.kind === "refused") return tell(answer.message);
  if (answer.kind === "nothing-found") services.meter?.silent(answer.reason);
  services.activity.asked(call.server);
  services.conversations.remember(placeOf(call), answer, call.now.getTime());
  const question = { kind: "ask", request, ...(answer.question.completed && { turns: thinned(turns) }) } as const;
  const key = services.questions.keep(call.server, question);
  const shown: Shown = { key, page: 0, order: "best", owner: shortId(call.member), isPrivate };
  return { kind: "message", view: renderAnswer(answer, request, shown, call.scope), isPrivate };
}

/** A timeline, whose buttons make it again. */
export async function answerTimeline(
  request: TimelineRequest,
  call: Call,
  services: Services,
  isPrivate: boolean,
): Promise<Reply> {
  const key = services.questions.keep(call.server, { kind: "timeline", request });
  const shown: Shown = { key, page: 0, order: "best", owner: shortId(call.member), isPrivate };
  return {
    kind: "message",
    view: await renderTimeline(await timelineInTurns(request, call.scope), request, shown),
    isPrivate,
  };
}

/** What the articles say about a quotation. */
export function answerVerify(request: VerifyRequest, call: Call, services: Services, isPrivate: boolean): Reply {
  const verdict = verify(request, call.scope);
  if (verdict.kind === "refused") return tell(verdict.message);
  const key = services.questions.keep(call.server, { kind: "verify", request });
  const shown: Shown = { key, page: 0, order: "best", owner: shortId(call.member), isPrivate };
  return { kind: "message", view: renderVerdict(verdict, request, shown, call.scope), isPrivate };
}

/** The answer behind a button, made again from the articles as they are now; `null` when its question is not kept. */
export async function showAgain(shown: Shown, call: Call, { questions }: Services): Promise<View | null> {
  const question = questions.find(call.server, shown.key);
  switch (question?.kind) {
    case "ask":
      return renderAnswer(answerAgain(question, call.scope), question.request, shown, call.scope);
    case "timeline":
      return renderTimeline(await timelineInTurns(question.request, call.scope), question.request, shown);
    case "verify":
      return renderVerdict(verify(question.request, call.scope), question.request, shown, call.scope);
    case undefined:
      return null;
    default:
      return question satisfies undefined;
  }
}

/** The answer to a kept question, as it would be given now. */
export function answerAgain({ request, turns }: Extract<Question, { kind: "ask" }>, scope: Scope): Answer {
  return ask(request, scope, turns ?? null);
}

/** Turns to be kept with a follow-up: what was shown matters of the last one only. */
function thinned(turns: readonly Turn[]): Turn[] {
  return turns.map((turn, i) => (i === turns.length - 1 ? turn : { ...turn, shown: [] }));
}
