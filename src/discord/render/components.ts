import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIMessageTopLevelComponent,
  type APISectionComponent,
  type APISelectMenuOption,
  type APISeparatorComponent,
  type APIStringSelectComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  SeparatorSpacingSize,
} from "discord.js";
import { oneLine } from "./escape.ts";

/** A file that goes with a message. */
export type Attachment = { readonly name: string; readonly bytes: Uint8Array };

/** What a message shows: Components V2 and the files they name. */
export type View = {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly files?: readonly Attachment[];
};

/** The most that one message holds: characters over all its texts, and components at any depth. */
export const MOST_CHARACTERS = 4000;
export const MOST_COMPONENTS = 40;

/** The colour beside every container. */
const ACCENT = 0x3b6ea5;

export function text(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}

export function container(...components: APIComponentInContainer[]): APIContainerComponent {
  return { type: ComponentType.Container, accent_color: ACCENT, components };
}

export function separator(): APISeparatorComponent {
  return { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small };
}

export function section(content: string, accessory: APIButtonComponent): APISectionComponent {
  return { type: ComponentType.Section, components: [text(content)], accessory };
}

export function button(
  label: string,
  custom_id: string,
  {
    disabled = false,
    style = ButtonStyle.Secondary as
      | ButtonStyle.Primary
      | ButtonStyle.Secondary
      | ButtonStyle.Success
      | ButtonStyle.Danger,
  } = {},
): APIButtonComponent {
  return { type: ComponentType.Button, style, label, custom_id, ...(disabled && { disabled }) };
}

/** `null` when Discord would not take the address. */
export function link(label: string, url: string | null): APIButtonComponent | null {
  if (url === null || url.length > 512 || !/^https?:\/\/[^\s/]/i.test(url) || !URL.canParse(url)) return null;
  return { type: ComponentType.Button, style: ButtonStyle.Link, label, url };
}

export function row(...buttons: (APIButtonComponent | null)[]): APIActionRowComponent<APIButtonComponent> {
  return { type: ComponentType.ActionRow, components: buttons.filter((one) => one !== null) };
}

/**
 * A menu of at most 25 options; `null` when there are none. Labels are cut, an empty one gives way to the value; of the
 * same value twice the first stays, one longer than Discord takes is left out.
 */
export function menu(
  custom_id: string,
  placeholder: string,
  options: readonly { readonly label: string; readonly value: string; readonly description?: string }[],
): APIActionRowComponent<APIStringSelectComponent> | null {
  const fitting = new Map<string, APISelectMenuOption>();
  for (const { label, value, description = "" } of options) {
    if (value.trim() === "" || value.length > 100 || fitting.has(value)) continue;
    const below = oneLine(description, 100);
    fitting.set(value, { label: oneLine(label, 100) || value, value, ...(below !== "" && { description: below }) });
  }
  if (fitting.size === 0) return null;
  const select: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    custom_id,
    placeholder: oneLine(placeholder, 150),
    options: [...fitting.values()].slice(0, 25),
  };
  return { type: ComponentType.ActionRow, components: [select] };
}

/** Short words in a container of their own: an error, a confirmation. `markdown` is already safe. */
export function notice(markdown: string): View {
  return { components: [container(text(markdown))] };
}

/** How many components there are, nested ones included. */
export function countComponents(components: readonly object[]): number {
  return components.reduce((sum: number, component) => {
    const { components: inner, accessory } = component as { components?: readonly object[]; accessory?: object };
    return sum + 1 + countComponents(inner ?? []) + (accessory === undefined ? 0 : 1);
  }, 0);
}

/** How many characters its texts hold, nested ones included. */
export function countCharacters(components: readonly object[]): number {
  return components.reduce((sum: number, component) => {
    const { components: inner, content } = component as { components?: readonly object[]; content?: string };
    return sum + (content?.length ?? 0) + countCharacters(inner ?? []);
  }, 0);
}
