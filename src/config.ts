import { config as readEnvFile } from "dotenv";

/** Everything the environment decides; read once, at start. */
export type Config = {
  /** `null`: no Discord, a chat in the terminal instead. */
  readonly token: string | null;
  /** Register commands on this one server only (development); `null`: everywhere. */
  readonly developmentServer: string | null;
  /** Where Discord's REST lives when not at discord.com (a proxy, a test); ends in `/api`. */
  readonly discordApi: string | null;
  readonly corpusFolder: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** `host:port` pairs that links may reach although they are private. */
  readonly fetchAllow: readonly string[];
  /** Per server. */
  readonly limits: { readonly articles: number; readonly bytes: number; readonly asksPerMinute: number };
  /** What happens to a server's articles when the bot is removed from it. */
  readonly onLeave: (typeof ON_LEAVE)[number];
  /** Port of the loopback health and metrics endpoint; `null`: none. */
  readonly healthPort: number | null;
};

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
const ON_LEAVE = ["keep", "remove"] as const;

const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;
/** 0 to 65535. */
const PORT = /^(?:\d{1,4}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])$/;

/** A value as it was found, unless it is a secret that got into the wrong variable. */
function shown(value: string): string {
  if (TOKEN.test(value) && value.length > 50) return "what looks like a token";
  return JSON.stringify(value.replace(/\/\/[^/@]*@/, "//…@").slice(0, 100));
}

/** Several variables are wrong; `message` names each, what was found and what to write. */
export class ConfigError extends Error {}

/**
 * Reads the configuration from `environment`, or from `.env` and the process's environment.
 *
 * Throws a {@link ConfigError} that names every bad variable at once. Secrets are never part of a message.
 */
export function readConfig(environment?: Readonly<Record<string, string | undefined>>): Config {
  if (environment === undefined) readEnvFile({ quiet: true });
  const values = environment ?? process.env;
  const problems: string[] = [];

  const text = (name: string): string | null => values[name]?.trim() || null;
  const matching = (name: string, pattern: RegExp, remedy: string): string | null => {
    const value = text(name);
    if (value === null || pattern.test(value)) return value;
    problems.push(`${name} is ${shown(value)}; ${remedy}`);
    return null;
  };
  const whole = (name: string, otherwise: number): number =>
    Number(matching(name, /^[1-9]\d{0,14}$/, "write a whole number from 1.") ?? otherwise);
  const oneOf = <T extends string>(name: string, choices: readonly T[], otherwise: T): T => {
    const value = text(name) ?? otherwise;
    if (choices.includes(value as T)) return value as T;
    problems.push(`${name} is ${shown(value)}; write one of ${choices.join(", ")}.`);
    return otherwise;
  };

  const token = text("DISCORD_TOKEN");
  if (token !== null && !TOKEN.test(token)) {
    problems.push(
      "DISCORD_TOKEN does not look like a bot token (three parts with dots between); copy it anew from the Developer Portal, page Bot, Reset Token.",
    );
  }
  const healthPort = matching("HEALTH_PORT", PORT, "write a port number such as 9464, or leave it out.");
  const config: Config = {
    token,
    developmentServer: matching("DISCORD_GUILD_ID", /^\d{17,20}$/, "write the server's id, 17 to 20 digits."),
    discordApi: matching("DISCORD_API", /^https?:\/\/\S+\/api$/, "write an address that ends in /api."),
    corpusFolder: text("CORPUS_DIR") ?? "corpus",
    logLevel: oneOf("LOG_LEVEL", LOG_LEVELS, "info"),
    fetchAllow: (text("FETCH_ALLOW") ?? "").split(/[\s,]+/).filter((entry) => entry !== ""),
    limits: {
      articles: whole("MAX_ARTICLES_PER_SERVER", 5000),
      bytes: whole("MAX_BYTES_PER_SERVER", 100_000_000),
      asksPerMinute: whole("ASKS_PER_MINUTE", 20),
    },
    onLeave: oneOf("ON_LEAVE", ON_LEAVE, "keep"),
    healthPort: healthPort === null ? null : Number(healthPort),
  };
  for (const entry of config.fetchAllow) {
    if (!/^\S+:\d{1,5}$/.test(entry)) problems.push(`FETCH_ALLOW holds ${shown(entry)}; write host:port.`);
  }
  if (problems.length > 0) throw new ConfigError(problems.join("\n"));
  return config;
}
