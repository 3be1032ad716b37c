import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import { expect, it } from "vitest";
import { createLog } from "../../src/discord/log.ts";

const TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcDe.s3cret-bot-token";
const ANSWER = "https://discord.com/api/v10/interactions/123456789012345678/s3cret-interaction/callback";
const EDIT = "https://discord.com/api/v10/webhooks/123456789012345678/s3cret-webhook/messages/@original?x=1";
const request = { files: undefined, body: { content: "s3cret words of a member" } };
const raw = { code: 10062, message: "Unknown interaction" };
const api = () => new DiscordAPIError(raw, 10062, 404, "POST", ANSWER, request);
const http = () => new HTTPError(502, "Bad Gateway", "PATCH", EDIT, request);
const limit = {
  url: EDIT,
  route: "",
  hash: "",
  global: false,
  method: "PATCH",
  limit: 1,
  timeToReset: 1,
  retryAfter: 1,
};

it.each<[string, () => unknown]>([
  ["an error of Discord", api],
  ["an error of the network", http],
  ["a limit", () => new RateLimitError({ ...limit, majorParameter: "", sublimitTimeout: 0, scope: "user" })],
  ["the cause of another error", () => new Error("outer", { cause: api() })],
  ["several errors at once", () => new AggregateError([api(), http()], "several")],
  ["an error within an error's field", () => Object.assign(new Error("outer"), { inner: { deeper: { url: EDIT } } })],
  ["an error with the headers", () => Object.assign(new Error("x"), { options: { headers: [`Bot ${TOKEN}`] } })],
  ["an error's message", () => new Error(`connect failed: Authorization: Bot ${TOKEN}`)],
  ["a plain text", () => `GET ${EDIT} with ${TOKEN}`],
])("leaves tokens and members' words out of the log: %s", (_, make) => {
  const lines: string[] = [];
  const log = createLog("debug", [TOKEN], { write: (line: string) => void lines.push(line) });
  log.error({ err: make(), token: TOKEN }, `with ${TOKEN}`);
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain("s3cret");
  expect(JSON.parse(lines[0]!).msg).toBe("with [redacted]");
});
