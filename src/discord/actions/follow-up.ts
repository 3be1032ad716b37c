import { ComponentType, type ModalSubmitInteraction, TextInputStyle } from "discord.js";
import { turnOf } from "../../conversation/memory.ts";
import { answerAfter, answerAgain, answerQuestion } from "../answering.ts";
import type { Action } from "../command.ts";
import { customId } from "../custom-id.ts";
import { isPrivate } from "./page.ts";

/** Opens the modal for a follow-up to this very answer. */
export const followUp: Action = {
  name: "follow-up",
  waits: "modal",
  run({ args: [key = ""] }) {
    return {
      kind: "modal",
      modal: {
        custom_id: customId("asked", key),
        title: "Follow up",
        components: [
          {
            type: ComponentType.Label,
            label: "Your question",
            description: "It may refer to the answer: “and about Ukraine?”, “when was that?”",
            component: {
              type: ComponentType.TextInput,
              custom_id: "question",
              style: TextInputStyle.Short,
              max_length: 300,
              required: true,
            },
          },
        ],
      },
    };
  },
};

/** The follow-up, asked after the answer whose button opened the modal. */
export const asked: Action = {
  name: "asked",
  waits: "public",
  run(use, call, services) {
    const [key = ""] = use.args;
    const text = fieldOf(use.interaction as ModalSubmitInteraction, "question");
    const request = { text, today: call.today };
    const before = services.questions.find(call.server, key);
    if (before?.kind !== "ask") return answerQuestion(request, call, services, isPrivate(use));
    const turns = [...(before.turns ?? []), turnOf(answerAgain(before, call.scope))];
    return answerAfter(turns, request, call, services, isPrivate(use));
  },
};

/** What was typed into a field; "" when there is none. */
export function fieldOf(interaction: ModalSubmitInteraction, name: string): string {
  const field = interaction.fields.fields.get(name);
  return field !== undefined && "value" in field && typeof field.value === "string" ? field.value : "";
}
