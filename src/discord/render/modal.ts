import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from "discord.js";
import { oneLine } from "./escape.ts";

/** The most that Discord lets one type into a field. */
export const LONGEST_FIELD = 4000;

export function modal(
  custom_id: string,
  title: string,
  fields: readonly (APILabelComponent | null)[],
): APIModalInteractionResponseCallbackData {
  return { custom_id, title: oneLine(title, 45), components: fields.filter((field) => field !== null) };
}

export function labelled(label: string, component: APIComponentInLabel, description?: string): APILabelComponent {
  return { type: ComponentType.Label, label, component, ...(description !== undefined && { description }) };
}

/** A field of one line or several; `value` stands in it already when it fits. */
export function field(
  name: string,
  label: string,
  { value = "", isLong = false, isRequired = false, most = 300, description = undefined as string | undefined } = {},
): APILabelComponent {
  const component = {
    type: ComponentType.TextInput as const,
    custom_id: name,
    style: isLong ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: isRequired,
    max_length: most,
    ...(value !== "" && value.length <= most && { value }),
  };
  return labelled(label, component, description);
}
