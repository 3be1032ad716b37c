import { afterEach, expect, it, vi } from "vitest";
import * as answers from "../../src/answering/ask.ts";
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
