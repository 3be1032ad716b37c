import { ConfigError, readConfig } from "./config.ts";
import { runTerminal } from "./terminal/run.ts";

try {
  const config = readConfig();
  const args = process.argv.slice(2);
  if (config.token === null || args.length > 0) {
    process.exitCode = await runTerminal(args, config, process);
  } else {
    // Imported here alone: discord.js takes 0.35 s to load, which the terminal need not wait for.
    const { runBot } = await import("./discord/run.ts");
    await runBot({ ...config, token: config.token });
  }
} catch (error) {
  const isOurs = !(error instanceof ConfigError);
  const message = error instanceof Error ? error.message : String(error);
  console.error(
    isOurs ? `Something failed that should not: ${message}\nWith LOG_LEVEL=debug the cause is shown.` : message,
  );
  if (isOurs && process.env.LOG_LEVEL === "debug") console.error(error);
  process.exitCode = 2;
}
