import { ComponentType, type ModalSubmitInteraction } from "discord.js";
import { type Passage, passageAround, type ShownAttribution } from "../../passage.ts";
import { actOf, tellChange } from "../articles.ts";
import type { Action, Call, Reply, Services } from "../command.ts";
import { customId } from "../custom-id.ts";
import { findPassage } from "../passage-ref.ts";
import { notice } from "../render/components.ts";
import { oneLine } from "../render/escape.ts";
import { field, labelled, modal } from "../render/modal.ts";
import { GONE, tell } from "../replies.ts";
import { fieldOf } from "./follow-up.ts";

const MODERATORS = "Only moderators (Manage Messages) can correct a speaker; “Report wrong speaker” reaches them.";

/**
 * Manage Messages, or the moderators' list of reports (`task`), which Discord lets the moderators whom a server has named
 * open: a button itself does not tell who they are.
 */
function mayCorrect(task: string, { isModerator, server, member, now }: Call, { pending }: Services): boolean {
  return isModerator || pending.find(task, server, member, now.getTime())?.kind === "reports";
}

/** Opens the modal in which a moderator says whose a quotation is. */
export const correct: Action = {
  name: "correct",
  waits: "modal",
  run({ args: [ref = "", task = ""] }, call, services) {
    if (!mayCorrect(task, call, services)) return tell(MODERATORS);
    const speaker = field("speaker", "Whose words are they?", {
      most: 100,
      description: "The name as it should be shown; leave it empty for nobody",
    });
    return choosing(customId("corrected", ref, task), "Correct a speaker", ref, call, [speaker]);
  },
};

/** Keeps the correction; it survives every new reading. */
export const corrected: Action = {
  name: "corrected",
  waits: "private",
  async run({ interaction, args: [ref = "", task = ""] }, call, services) {
    if (!mayCorrect(task, call, services)) return tell(MODERATORS);
    const chosen = chosenIn(interaction as ModalSubmitInteraction, ref, call);
    if (chosen === null) return tell(GONE);
    const name = fieldOf(interaction as ModalSubmitInteraction, "speaker").trim();
    const correction = { kind: "speaker" as const, quotation: chosen.quotation, speaker: name === "" ? null : name };
    const change = await services.corpus.correct(call.server, chosen.passage.article, correction, actOf(call));
    const done =
      name === "" ? "Corrected: nobody is named as its speaker." : `Corrected: these are the words of ${name}.`;
    return tellChange(change, done, services);
  },
};

/** Opens the modal in which a member says which quotation has the wrong speaker. */
export const report: Action = {
  name: "report",
  waits: "modal",
  run: ({ args: [ref = ""] }, call) => choosing(customId("reported", ref), "Report a wrong speaker", ref, call, []),
};

export const reported: Action = {
  name: "reported",
  waits: "private",
  async run({ interaction, args: [ref = ""] }, call, services) {
    const chosen = chosenIn(interaction as ModalSubmitInteraction, ref, call);
    if (chosen === null) return tell(GONE);
    const { passage, quotation, speaker } = chosen;
    const change = await services.corpus.report(
      call.server,
      { article: passage.article, quotation, speaker },
      actOf(call),
    );
    return tellChange(change, "Thank you; the moderators find it under /article reports.", services);
  },
};

/** Takes a report off the moderators' list. */
export const dismiss: Action = {
  name: "dismiss",
  waits: "update",
  async run({ args: [id = "", reportId = ""] }, call, services) {
    const task = services.pending.find(id, call.server, call.member, call.now.getTime());
    if (task?.kind !== "reports") return tell("Please open the list again with /article reports.");
    const change = await services.corpus.closeReport(call.server, reportId, actOf(call));
    if (change.kind === "refused") return tellChange(change, "", services);
    return { kind: "update", view: notice("Dismissed. /article reports shows what is left.") };
  },
};

function choosing(
  id: string,
  title: string,
  ref: string,
  call: Call,
  more: readonly ReturnType<typeof field>[],
): Reply {
  const passage = passageOf(ref, call);
  const quoted = passage?.attributions.slice(0, 25) ?? [];
  if (passage === null || quoted.length === 0) return tell(GONE);
  const options = quoted.map((attribution, i) => ({
    label: oneLine(wordsOf(attribution, passage), 100) || `quotation ${i + 1}`,
    value: String(attribution.spans[0]!.start),
    description: oneLine(`now: ${attribution.speaker ?? "nobody"}`, 100),
    ...(i === 0 && { default: true }),
  }));
  const select = { type: ComponentType.StringSelect as const, custom_id: "quotation", options, required: true };
  return { kind: "modal", modal: modal(id, title, [labelled("Which quotation?", select), ...more]) };
}

function chosenIn(interaction: ModalSubmitInteraction, ref: string, call: Call) {
  const passage = passageOf(ref, call);
  const chosen = interaction.fields.fields.get("quotation");
  const start = chosen !== undefined && "values" in chosen ? chosen.values[0] : undefined;
  const attribution = passage?.attributions.find(({ spans }) => String(spans[0]!.start) === start);
  if (passage === null || attribution === undefined) return null;
  return { passage, quotation: wordsOf(attribution, passage), speaker: attribution.speaker };
}

/** The first stretch of a quotation, verbatim: what a correction is kept under. */
function wordsOf({ spans }: ShownAttribution, { start, text }: Passage): string {
  return text.slice(spans[0]!.start - start, spans[0]!.end - start);
}

function passageOf(ref: string, { scope }: Call): Passage | null {
  const found = findPassage(ref, scope);
  return found && passageAround(found.holding, found.span);
}
