import { afterEach, expect, it, vi } from "vitest";
import { COMMANDS } from "../../commands/index.ts";
import * as answers from "../../src/answering/ask.ts";
import { startBot } from "../../src/discord/bot.ts";
import { CRANE } from "./articles.ts";
import { TOKEN } from "./double/double.ts";
import { type Member, Server, textOf } from "./double/world.ts";
import { Started } from "./started.ts";

vi.mock(import("../../src/answering/ask.ts"), { spy: true });

let run: Started;
let anna: Member;
async function begin(options?: { asksPerMinute: number }): Promise<void> {
  run = await new Started(options).start((put, double) => {
    put("harbour-crane", CRANE);
    anna = new Server(double).member("anna");
  });
}
afterEach(async () => {
  vi.restoreAllMocks();
  await run.stop();
});

/** Makes the next question take `milliseconds`. */
function slow(milliseconds: number): void {
  const { preview } = run.services.corpus;
  vi.spyOn(run.services.corpus, "preview").mockImplementationOnce(async (...args) => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return preview.apply(run.services.corpus, args);
  });
}

it("defers what is not there after a second, and answers when it is", async () => {
  await begin();
  const mia = anna.server.member("mia", { moderator: true });
  slow(1300);
  const exchange = await mia.menu("Add to corpus", `${CRANE.body} Once more.`);
  expect(exchange.acknowledged).toBe(5);
  expect(exchange.acknowledgedAfter).toBeLessThan(2000);
  expect(exchange.isPrivate).toBe(true);
  expect(textOf(exchange.message)).toContain("**Passages**");
  run.expectClean();
});

it("tells a failure in one private sentence with a reference, and the log has the cause with it", async () => {
  await begin();
  vi.mocked(answers.ask).mockImplementationOnce(() => {
    throw new Error("a broken promise");
  });
  const exchange = await anna.slash("ask", { question: "crane" });
  expect(exchange.isPrivate).toBe(true);
  const reference = /under (\w{6})\./.exec(textOf(exchange.message))?.[1];
  const entry = run.logged.find((line) => line.reference === reference) as Record<string, { message: string }>;
  expect(entry?.err?.message).toBe("a broken promise");
  expect(JSON.stringify(run.logged)).not.toContain(TOKEN);
  expect(JSON.stringify(run.logged)).not.toContain(exchange.token);
  expect(run.double.rest.problems).toEqual([]);
});

it("asks for patience when one member asks too much, and answers the others", async () => {
  await begin({ asksPerMinute: 3 });
  for (let i = 0; i < 3; i++) await anna.slash("ask", { question: "crane" });
  const refused = await anna.slash("ask", { question: "crane" });
  expect(refused.isPrivate).toBe(true);
  expect(textOf(refused.message)).toMatch(/please wait 20 s/);
  expect(textOf((await anna.server.member("ben").slash("ask", { question: "forty tonnes" })).message)).toContain(
    "forty",
  );
  run.now = new Date(run.now.getTime() + 21_000);
  expect(textOf((await anna.slash("ask", { question: "forty tonnes" })).message)).toContain("forty");
  run.expectClean();
});

it("finishes what is open before it leaves, and takes nothing new meanwhile", async () => {
  await begin();
  const mia = anna.server.member("mia", { moderator: true });
  slow(400);
  const open = mia.menu("Add to corpus", `${CRANE.body} Once more.`);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const stopping = run.bot.stop();
  const late = await anna.slash("ask", { question: "crane" });
  expect(textOf(late.message)).toContain("about to restart");
  expect(textOf((await open).message)).toContain("**Passages**");
  await stopping;
  run.expectClean();
});

it("keeps quiet about an interaction that Discord no longer takes", async () => {
  await begin();
  run.double.rest.faults.push({
    method: "POST",
    path: /callback/,
    times: 1,
    act: { status: 404, body: { code: 10062, message: "Unknown interaction" } },
  });
  const lost = anna.server.double.interact(
    anna.payload(2, { id: "1200000000000000000", name: "help", type: 1, options: [] }),
  );
  await expect(lost.answered(700)).rejects.toThrow("No answer");
  const entry = run.logged.find(({ msg }) => msg === "failed");
  expect(entry?.advice).toContain("more than 3 seconds");
  expect(textOf((await anna.slash("help")).message)).toContain("/ask");
});

it("answers although the connection broke once while it did", async () => {
  await begin();
  run.double.rest.faults.push({ method: "POST", path: /callback/, times: 1, act: "reset" });
  expect(textOf((await anna.slash("ask", { question: "forty tonnes" })).message)).toContain("forty");
  expect(run.double.rest.problems).toEqual([]);
});

it("answers mentions again after Discord refused the token once", async () => {
  await begin();
  run.double.rest.faults.push({
    method: "POST",
    path: /^\/channels/,
    times: 1,
    act: { status: 401, body: { code: 0, message: "401: Unauthorized" } },
  });
  anna.write("<@900000000000000001> forty tonnes");
  await vi.waitFor(() => expect(run.logged.some(({ msg }) => msg === "failed")).toBe(true));
  expect(textOf(await anna.say("<@900000000000000001> forty tonnes"))).toContain("forty");
});

it("says in the log which permission is missing when a mention cannot be answered", async () => {
  await begin();
  run.double.rest.faults.push({
    method: "POST",
    path: /^\/channels/,
    times: 1,
    act: { status: 403, body: { code: 50013, message: "Missing Permissions" } },
  });
  anna.write("<@900000000000000001> forty tonnes");
  await vi.waitFor(() => expect(run.logged.some(({ advice }) => String(advice).includes("Send Messages"))).toBe(true));
});

it("resumes after the connection was cut, and answers what was asked meanwhile", async () => {
  await begin();
  run.double.gateway.close("cut");
  const exchange = await anna.slash("ask", { question: "forty tonnes" });
  expect(textOf(exchange.message)).toContain("forty");
  expect(run.double.gateway.resumes).toBe(1);
  expect(run.double.rest.problems).toEqual([]);
});

it("registers the commands once, and again only when they differ", async () => {
  await begin();
  const puts = () => run.double.rest.sent.filter(({ method }) => method === "PUT").length;
  expect(puts()).toBe(1);
  await run.restart();
  expect(puts()).toBe(1);
  run.double.commands.get("")![0].description = "another";
  await run.restart();
  expect(puts()).toBe(2);
});

it.each<[string, (from: Started) => void, string, RegExp]>([
  ["a wrong token", () => {}, "wrong.token.here", /DISCORD_TOKEN/],
  ["refused intents", ({ double }) => Object.assign(double.gateway, { refuseWith: 4014 }), TOKEN, /intents/],
  ["session starts used up", ({ double }) => Object.assign(double, { sessionStarts: 0 }), TOKEN, /connections today/],
  [
    "a REST that refuses the token",
    ({ double }) =>
      double.rest.faults.push({
        method: "GET",
        path: /gateway/,
        times: 9,
        act: { status: 401, body: { code: 0, message: "401: Unauthorized" } },
      }),
    TOKEN,
    /DISCORD_TOKEN/,
  ],
])("does not start with %s, and says what to do", async (_, spoil, token, expected) => {
  await begin();
  await run.bot.stop();
  spoil(run);
  const options = { token, api: run.double.api, developmentServer: null, asksPerMinute: 20, commands: COMMANDS };
  await expect(startBot(options, run.services)).rejects.toThrow(expected);
});
