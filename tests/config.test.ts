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

describe("readConfig, given secrets or nonsense where they do not belong,", () => {
  // As long as a real one, which is 70 characters and more.
  const token = `${"M".repeat(26)}.${"G".repeat(6)}.${"s3cret".repeat(6)}`;

  it.each(["DISCORD_GUILD_ID", "DISCORD_API", "LOG_LEVEL", "HEALTH_PORT", "FETCH_ALLOW", "ON_LEAVE"])(
    "never repeats a token that stands in %s",
    (name) => {
      const message = messageOf(() => readConfig({ [name]: token }));
      expect(message).toContain(`${name} `);
      expect(message).not.toContain("s3cret");
    },
  );

  it("never repeats the password of a proxy", () => {
    const message = messageOf(() => readConfig({ DISCORD_API: "https://me:s3cret@proxy.example/wrong" }));
    expect(message).toContain("proxy.example");
    expect(message).not.toContain("s3cret");
  });

  it.each(["99999", "65536", "127.0.0.1:9464", "0.0.0.0", "-1", "9464 evil"])("takes no port %s", (HEALTH_PORT) => {
    expect(messageOf(() => readConfig({ HEALTH_PORT }))).toContain("HEALTH_PORT is");
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
