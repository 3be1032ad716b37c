import { REST, Routes } from "discord.js";
import { COMMANDS } from "../../commands/index.ts";
import { ConfigError, readConfig } from "../config.ts";
import { registerCommands } from "./register.ts";

/** `npm run register`: registers the commands and ends, for a machine that deploys but does not run the bot. */
try {
  const { token, developmentServer, discordApi } = readConfig();
  if (token === null) throw new ConfigError("DISCORD_TOKEN is not set; put the bot's token into .env.");
  const rest = new REST(discordApi === null ? {} : { api: discordApi }).setToken(token);
  const { id: application } = (await rest.get(Routes.currentApplication())) as { readonly id: string };
  const definitions = COMMANDS.map(({ definition }) => definition);
  const changed = await registerCommands(rest, { application, server: developmentServer }, definitions);
  console.log(changed ? `Registered ${definitions.length} commands.` : "Discord has these commands already.");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof ConfigError ? 2 : 1;
}
