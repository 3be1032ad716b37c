import { ConfigError, readConfig } from "./config.ts";
import { runTerminal } from "./terminal/run.ts";

try {
  const config = readConfig();
  const args = process.argv.slice(2);
  if (config.token === null || args.length > 0) {
    process.exitCode = await runTerminal(args, config, process);
  } else {
    throw new ConfigError("The Discord bot is not built yet; leave DISCORD_TOKEN out for the chat in the terminal.");
  }
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
