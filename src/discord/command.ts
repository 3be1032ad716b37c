import type {
  APIModalInteractionResponseCallbackData,
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  RESTPostAPIApplicationCommandsJSONBody,
  StringSelectMenuInteraction,
} from "discord.js";
import type { Logger } from "pino";
import type { Conversations } from "../conversation/memory.ts";
import type { Corpus } from "../corpus/corpus.ts";
import type { Scope } from "../corpus/scope.ts";
import type { Meter } from "../health/metrics.ts";
import type { Activity } from "./activity.ts";
import type { Attached, AttachmentBytes } from "./attachments.ts";
import type { Pending } from "./pending.ts";
import type { Questions } from "./questions.ts";
import type { View } from "./render/components.ts";

/** Everything a command may use beside the interaction. */
export type Services = {
  readonly corpus: Corpus;
  readonly conversations: Conversations;
  readonly questions: Questions;
  readonly pending: Pending;
  readonly activity: Activity;
  readonly readAttachment: (attached: Attached) => Promise<AttachmentBytes>;
  readonly now: () => Date;
  readonly log: Logger;
  /** Counts what was done, when somebody wants to know. */
  readonly meter?: Meter;
};

/** Who calls from where, as Discord vouches for it, and what that server can see. */
export type Call = {
  readonly server: string;
  readonly channel: string;
  readonly member: string;
  readonly scope: Scope;
  readonly now: Date;
  /** ISO date. */
  readonly today: string;
  /** May manage messages here, and so the articles. */
  readonly isModerator: boolean;
};

/** What the member gets back. */
export type Reply =
  | { readonly kind: "message"; readonly view: View; readonly isPrivate: boolean }
  /** In place of the message whose component was used. */
  | { readonly kind: "update"; readonly view: View }
  | { readonly kind: "modal"; readonly modal: APIModalInteractionResponseCallbackData }
  /** The message whose component was used goes away. */
  | { readonly kind: "delete" };

export type CommandInteraction = ChatInputCommandInteraction | MessageContextMenuCommandInteraction;

/** What is offered while an option is typed: the same to read and to send, or not. */
export type Choice = string | { readonly name: string; readonly value: string };

/** A slash command or menu entry. */
export type Command<Interaction extends CommandInteraction = CommandInteraction> = {
  readonly definition: RESTPostAPIApplicationCommandsJSONBody;
  /** Whether the answer is for the member alone; it is asked before the answer is there, when that takes long. */
  isPrivate(interaction: Interaction): boolean;
  run(interaction: Interaction, call: Call, services: Services): Promise<Reply> | Reply;
  /** What could stand in the option that is being typed. */
  complete?(
    interaction: AutocompleteInteraction,
    call: Call,
    services: Services,
  ): Promise<readonly Choice[]> | readonly Choice[];
};

export type SlashCommand = Command<ChatInputCommandInteraction>;
export type MessageCommand = Command<MessageContextMenuCommandInteraction>;

export type ComponentInteraction = ButtonInteraction | StringSelectMenuInteraction | ModalSubmitInteraction;

/** A component or modal in use: what its custom_id says, which may be made up, and what was chosen. */
export type Use = {
  readonly interaction: ComponentInteraction;
  readonly args: readonly string[];
  /** What was chosen in a menu. */
  readonly values: readonly string[];
};

/** What a button, menu or modal does; its custom_id begins with `name`. */
export type Action = {
  readonly name: string;
  /** What is shown when it takes long: nothing yet ("update"), or a new message for one or all. "modal" never waits. */
  readonly waits: "update" | "private" | "public" | "modal";
  run(use: Use, call: Call, services: Services): Promise<Reply> | Reply;
};
