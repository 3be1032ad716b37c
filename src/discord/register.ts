import { type REST, type RESTPostAPIApplicationCommandsJSONBody, Routes } from "discord.js";

/** Where commands are registered: everywhere, or on one server only (which takes effect at once, for development). */
export type Place = { readonly application: string; readonly server: string | null };

/** Registers the commands when Discord has others than these. Gives whether it had to. */
export async function registerCommands(
  rest: REST,
  { application, server }: Place,
  definitions: readonly RESTPostAPIApplicationCommandsJSONBody[],
): Promise<boolean> {
  const route =
    server === null ? Routes.applicationCommands(application) : Routes.applicationGuildCommands(application, server);
  const query = new URLSearchParams({ with_localizations: "true" });
  const registered = (await rest.get(route, { query })) as unknown[];
  if (sameCommands(registered, definitions)) return false;
  await rest.put(route, { body: definitions });
  return true;
}

/** Whether the two lists mean the same commands, whatever Discord added of ids and defaults. */
export function sameCommands(registered: readonly unknown[], wanted: readonly unknown[]): boolean {
  const meanings = (list: readonly unknown[]) => JSON.stringify(list.map((one) => JSON.stringify(meaning(one))).sort());
  return meanings(registered) === meanings(wanted);
}

/** What Discord gives beside what was sent. */
const ASSIGNED = new Set(["id", "application_id", "version", "guild_id", "dm_permission", "handler"]);
/** What Discord assumes where nothing was sent, once empty values are gone. */
const ASSUMED: Readonly<Record<string, unknown>> = { type: 1, integration_types: [0] };

function meaning(value: unknown, top = true): unknown {
  if (Array.isArray(value)) return value.map((one) => meaning(one, false));
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value)
    .filter(([key]) => !top || !ASSIGNED.has(key))
    .map(([key, inner]) => [key, meaning(inner, false)] as const)
    .filter(([key, inner]) => !isEmpty(inner) && !(top && JSON.stringify(inner) === JSON.stringify(ASSUMED[key])));
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === false ||
    value === "" ||
    (typeof value === "object" && Object.keys(value).length === 0)
  );
}
