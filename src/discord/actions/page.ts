import { MessageFlags } from "discord.js";
import { showAgain } from "../answering.ts";
import type { Action, Call, Reply, Services, Use } from "../command.ts";
import { shortId } from "../custom-id.ts";
import { parseShown, type Shown } from "../render/controls.ts";
import { GONE, tell } from "../replies.ts";

/** Another page of an answer. */
export const page: Action = {
  name: "page",
  waits: "update",
  run: (use, call, services) => turn(parseShown(use.args, isPrivate(use)), call, services),
};

/** Best or newest first, from the first page. */
export const order: Action = {
  name: "order",
  waits: "update",
  run(use, call, services) {
    const [key = "", wanted = "", owner = ""] = use.args;
    return turn(parseShown([key, "0", wanted, owner], isPrivate(use)), call, services);
  },
};

/** What only the member saw, for all. */
export const share: Action = {
  name: "share",
  waits: "public",
  async run(use, call, services) {
    const shown = parseShown([...use.args, shortId(call.member)].slice(0, 4), false);
    const view = await showAgain(shown, call, services);
    return view === null ? tell(GONE) : { kind: "message", view, isPrivate: false };
  },
};

/** The one who asked turns the page for all; anybody else gets a page of their own. */
async function turn(shown: Shown, call: Call, services: Services): Promise<Reply> {
  const own = shortId(call.member);
  const isOwn = shown.isPrivate || shown.owner === own;
  const view = await showAgain(isOwn ? shown : { ...shown, owner: own, isPrivate: true }, call, services);
  if (view === null) return tell(GONE);
  return isOwn ? { kind: "update", view } : { kind: "message", view, isPrivate: true };
}

export function isPrivate({ interaction }: Use): boolean {
  return interaction.message?.flags.has(MessageFlags.Ephemeral) ?? false;
}
