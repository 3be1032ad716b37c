import type { ChatInputCommandInteraction, SlashCommandBooleanOption, SlashCommandStringOption } from "discord.js";
import type { Scope } from "../corpus/scope.ts";

/** No definition allows more, so that more is forged; what is shown of it must fit into a message. */
const LONGEST = 2000;

/** The options that several commands have; `completeSpeaker` offers what can stand in the first. */
export function speakerOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option
    .setName("speaker")
    .setDescription("Only what this person or body said")
    .setAutocomplete(true)
    .setMaxLength(100);
}

export function sinceOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option.setName("since").setDescription("From when on: 3 March, last week, 2021").setMaxLength(60);
}

export function untilOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option.setName("until").setDescription("Up to when: yesterday, 2022-01-17").setMaxLength(60);
}

export function privateOption(option: SlashCommandBooleanOption): SlashCommandBooleanOption {
  return option.setName("private").setDescription("Show it to you alone");
}

export function isAskedInPrivate({ options }: Pick<ChatInputCommandInteraction, "options">): boolean {
  return options.getBoolean("private") ?? false;
}

/** The text options that were filled in, by name. */
export function given<Name extends string>(
  options: ChatInputCommandInteraction["options"],
  ...names: Name[]
): { [name in Name]?: string } {
  const found: { [name in Name]?: string } = {};
  for (const name of names) {
    const value = options.getString(name)?.trim().slice(0, LONGEST);
    if (value) found[name] = value;
  }
  return found;
}

/** Speakers of this server whose name or alias goes on from what was typed, most quoted first. */
export function completeSpeaker(typed: string, { speakers }: Scope): string[] {
  const wanted = typed.trim().toLowerCase();
  return speakers
    .filter(({ aliases, quotations }) =>
      wanted === "" ? quotations > 0 : aliases.some((alias) => beginsAWord(alias.toLowerCase(), wanted)),
    )
    .map(({ name }) => name);
}

/** Outlets of this server, by the number of their articles. */
export function completeOutlet(typed: string, { holdings }: Scope): string[] {
  const counts = new Map<string, number>();
  for (const { article } of holdings) {
    if (article.publisher !== null) counts.set(article.publisher, (counts.get(article.publisher) ?? 0) + 1);
  }
  const wanted = typed.trim().toLowerCase();
  return [...counts.entries()]
    .filter(([outlet]) => beginsAWord(outlet.toLowerCase(), wanted))
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .map(([outlet]) => outlet);
}

function beginsAWord(name: string, wanted: string): boolean {
  return name.startsWith(wanted) || name.includes(` ${wanted}`);
}
