import { describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "../src/config.ts";

describe("readConfig", () => {
  it("needs nothing: without variables it is the terminal over ./corpus", () => {
    expect(readConfig({})).toEqual({
      token: null,
      developmentServer: null,
      discordApi: null,
      corpusFolder: "corpus",
      logLevel: "info",
      fetchAllow: [],
      limits: { articles: 5000, bytes: 100_000_000, asksPerMinute: 20 },
      onLeave: "keep",
      healthPort: null,
    });
  });

  it("treats a variable left empty as not set", () => {
    expect(readConfig({ DISCORD_TOKEN: " ", CORPUS_DIR: "", HEALTH_PORT: "" })).toEqual(readConfig({}));
  });

  it("reports every bad variable together, with what was found and what to write", () => {
    const bad = { DISCORD_GUILD_ID: "my server", LOG_LEVEL: "loud", ASKS_PER_MINUTE: "0", FETCH_ALLOW: "intranet" };
    expect(() => readConfig(bad)).toThrow(ConfigError);
    const message = messageOf(() => readConfig(bad));
    expect(message.split("\n")).toEqual([
      'DISCORD_GUILD_ID is "my server"; write the server\'s id, 17 to 20 digits.',
      'LOG_LEVEL is "loud"; write one of trace, debug, info, warn, error, fatal, silent.',
      'ASKS_PER_MINUTE is "0"; write a whole number from 1.',
      'FETCH_ALLOW holds "intranet"; write host:port.',
    ]);
  });

  it("never repeats a token, not even a malformed one", () => {
    const message = messageOf(() => readConfig({ DISCORD_TOKEN: "s3cret value" }));
    expect(message).toContain("DISCORD_TOKEN");
    expect(message).not.toContain("s3cret");
  });
});

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  return "";
}
