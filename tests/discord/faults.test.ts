import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { CRANE } from "./articles.ts";
import type { Fault } from "./double/rest.ts";
import { type Member, Server, textOf } from "./double/world.ts";
import { eventually, Started } from "./started.ts";

vi.setConfig({ testTimeout: 60_000 });

/** What Discord does on bad days; `.github/FAULTS.md` lists it. */

const CALLBACK = /\/callback/;
const ORIGINAL = /\/messages\/@original/;
const CHANNEL = /^\/channels/;

const run = new Started();
let anna: Member;
let mia: Member;
beforeAll(async () => {
  await run.start((put, double) => {
    put("harbour-crane", CRANE);
    const server = new Server(double);
    anna = server.member("anna");
    mia = server.member("mia", { moderator: true });
  });
});
afterAll(() => run.stop());
beforeEach(() => {
  run.logged.length = 0;
});

function spoil(method: string, path: RegExp, times: number, act: Fault["act"]): void {
  run.double.rest.faults.push({ method, path, times, act });
}

function said(words: string | RegExp): Record<string, unknown>[] {
  return run.logged.filter((entry) => String(entry.msg).match(words) !== null);
}

const ask = (who = anna) => who.slash("ask", { question: "forty tonnes" });

/** Makes the next preview take `milliseconds`, so that Discord is told first that it is being worked on. */
function slow(milliseconds: number): void {
  const { preview } = run.services.corpus;
  vi.spyOn(run.services.corpus, "preview").mockImplementationOnce(async (...args) => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return preview.apply(run.services.corpus, args);
  });
}

async function expectAnswerOnce(): Promise<void> {
  const exchange = await ask();
  expect(textOf(exchange.message)).toContain("forty");
  expect(exchange.followUps).toEqual([]);
  expect(run.double.rest.problems).toEqual([]);
}

describe("a first answer", () => {
  it.each<[string, number, Fault["act"], RegExp]>([
    ["a burst of server errors", 4, { status: 502 }, /did not take a request; trying again/],
    ["connections that break before Discord hears", 3, "reset", /did not take a request; trying again/],
    ["a connection that breaks after Discord heard", 1, "reset after", /did not take a request; trying again/],
    ["silence", 1, "hang", /did not take a request; trying again/],
    ["a limit of the route", 1, limited(false), /limits how often/],
    ["a limit of everything", 1, limited(true), /limits how often/],
  ])("outlives %s, and is given once", async (_, times, act, logged) => {
    spoil("POST", CALLBACK, times, act);
    await expectAnswerOnce();
    await eventually(() => expect(said(/^answered$/).length).toBe(1));
    expect(said(logged).length).toBe(times);
    expect(JSON.stringify(run.logged)).not.toMatch(/token-\d/);
  });

  it("with a picture outlives silence", async () => {
    spoil("POST", CALLBACK, 1, "hang");
    const exchange = await anna.slash("timeline");
    expect(exchange.message.files.length).toBeGreaterThan(0);
    expect(exchange.acknowledged).toBe(4);
    expect(run.double.rest.problems).toEqual([]);
  });

  it("is not waited for longer than Discord waits when a limit lasts, and the log says why", async () => {
    spoil("POST", CALLBACK, 1, limited(true, 60));
    await expect(send().answered(500)).rejects.toThrow("No answer");
    expect(said("failed")[0]?.advice).toContain("limits how often");
    expect(said("limits how often")[0]).toMatchObject({ global: true, seconds: 60 });
    await expectAnswerOnce();
  });

  it.each([
    ["is unknown or expired", 404, 10062, /more than 3 seconds/],
    ["was answered by another process", 400, 40060, /second process/],
  ])("to an interaction that %s ends in the log", async (_, status, code, advice) => {
    spoil("POST", CALLBACK, 1, { status, body: { code, message: "No" } });
    await expect(send().answered(500)).rejects.toThrow("No answer");
    expect(said("failed").map((entry) => entry.advice)).toEqual([expect.stringMatching(advice)]);
    await expectAnswerOnce();
  });

  it("that says to wait is followed by the answer, also when Discord heard it and did not say so", async () => {
    slow(1300);
    spoil("POST", CALLBACK, 1, "reset after");
    const exchange = await mia.menu("Add to corpus", `${CRANE.body} Once more.`);
    expect(exchange.acknowledged).toBe(5);
    expect(textOf(exchange.message)).toContain("**Passages**");
    expect(run.double.rest.problems).toEqual([]);
  });
});

it("answers an interaction once that arrives twice", async () => {
  const exchange = send();
  const again = run.double.gateway;
  const data = { id: "1200000000000000000", name: "help", type: 1, options: [] };
  again.dispatch("INTERACTION_CREATE", { ...anna.payload(2, data), id: exchange.id, token: exchange.token });
  await exchange.answered();
  await expectAnswerOnce();
  expect(said(/^answered$/).length).toBe(2);
  expect(said("failed")).toEqual([]);
});

describe("a later answer", () => {
  it.each<[string, Fault["act"], number]>([
    ["server errors", { status: 503 }, 3],
    ["broken connections", "reset", 2],
    ["a limit", limited(false), 1],
  ])("outlives %s", async (_, act, times) => {
    slow(1200);
    spoil("PATCH", ORIGINAL, times, act);
    const exchange = await mia.menu("Add to corpus", `${CRANE.body} Once more.`);
    expect(textOf(exchange.message)).toContain("**Passages**");
    expect(exchange.followUps).toEqual([]);
  });

  it("whose time is up ends in the log", async () => {
    slow(1200);
    spoil("PATCH", ORIGINAL, 1, { status: 401, body: { code: 50027, message: "Invalid Webhook Token" } });
    await expect(send(mia, "Add to corpus").answered(2000)).rejects.toThrow("No answer");
    expect(said("failed")[0]?.advice).toContain("15 minutes");
  });
});

describe("an answer to a mention", () => {
  it.each<[string, Fault["act"], number]>([
    ["server errors", { status: 502 }, 3],
    ["a connection that breaks before Discord hears", "reset", 1],
    ["a connection that breaks after Discord heard", "reset after", 1],
    ["a limit of everything", limited(true), 1],
  ])("outlives %s, and is given once", async (_, act, times) => {
    spoil("POST", CHANNEL, times, act);
    const before = run.double.messages.size;
    expect(textOf(await anna.say("<@900000000000000001> forty tonnes"))).toContain("forty");
    expect(run.double.messages.size).toBe(before + 1);
    await eventually(() => expect(run.double.rest.faults.every(({ times }) => times === 0)).toBe(true));
    await expectAnswerOnce();
    expect(run.double.messages.size).toBe(before + 2);
  });

  it("is refused when the token is, once; everything else goes on", async () => {
    spoil("POST", CHANNEL, 1, { status: 401, body: { code: 0, message: "401: Unauthorized" } });
    anna.write("<@900000000000000001> forty tonnes");
    await eventually(() => expect(said("failed")[0]?.advice).toContain("refused the token"));
    await expectAnswerOnce();
    expect(textOf(await anna.say("<@900000000000000001> forty tonnes"))).toContain("forty");
  });
});

describe("the connection", () => {
  it.each<[string, () => void]>([
    ["op 7", () => run.double.gateway.signal(7, null)],
    ["op 9, resumable", () => run.double.gateway.signal(9, true)],
    ["a cut", () => run.double.gateway.close("cut")],
    ["close 4000", () => run.double.gateway.close(4000)],
    ["close 4009", () => run.double.gateway.close(4009)],
  ])("is resumed after %s, and what was asked meanwhile is answered once", async (_, trouble) => {
    const { identifies } = run.double.gateway;
    const resumed = nextResume();
    trouble();
    await expectAnswerOnce();
    await resumed();
    expect(run.double.gateway.identifies).toBe(identifies);
  });

  it("may break while an answer is worked on", async () => {
    slow(1300);
    const open = mia.menu("Add to corpus", `${CRANE.body} Once more.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    run.double.gateway.close("cut");
    expect(textOf((await open).message)).toContain("**Passages**");
    await eventually(() => expect(run.bot.isConnected()).toBe(true));
    expect(said("connection to Discord closed")[0]).toMatchObject({ code: 1006 });
    expect(said("Connected to Discord again").length).toBe(1);
  });

  it("is left when nothing answers any more, and what was asked meanwhile is answered", async () => {
    // The interval holds from the next connection on.
    run.double.gateway.heartbeatInterval = 300;
    const begun = nextResume();
    run.double.gateway.signal(7, null);
    await begun();
    run.double.gateway.freeze();
    await expectAnswerOnce();
    expect(said("connection to Discord closed").at(-1)?.why).toBe("Zombie connection");
    run.double.gateway.heartbeatInterval = 41_250;
    const ended = nextResume();
    run.double.gateway.signal(7, null);
    await ended();
  });

  it("is made again and again while Discord is away, and the log is not filled with it", async () => {
    await eventually(() => expect(run.bot.isConnected()).toBe(true));
    run.logged.length = 0;
    run.double.gateway.unreachable = true;
    run.double.gateway.close("cut");
    await new Promise((resolve) => setTimeout(resolve, 1800));
    expect(run.bot.isConnected()).toBe(false);
    run.double.gateway.unreachable = false;
    await expectAnswerOnce();
    expect(run.bot.isConnected()).toBe(true);
    expect(said("connection to Discord closed").length).toBe(1);
    expect(Number(said("Connected to Discord")[0]?.tries)).toBeGreaterThan(2);
  });
});

describe("a server", () => {
  it("that adds the bot is answered at once, and one with an outage is not one that left", async () => {
    const server = new Server(run.double);
    server.join();
    expect(textOf((await ask(server.member("cleo"))).message)).toContain("forty");
    expect(said("A server added the bot")).toMatchObject([{ server: server.id }]);
    server.fail();
    await eventually(() => expect(said("out of order").length).toBe(1));
    expect(said("removed the bot")).toEqual([]);
    server.join();
    expect(textOf((await ask(server.member("cleo"))).message)).toContain("forty");
    server.leave();
    await eventually(() => expect(said("A server removed the bot")).toMatchObject([{ server: server.id }]));
    await expectAnswerOnce();
  });
});

/** Call it before the trouble; what it gives waits until the bot is connected again. */
function nextResume(): () => Promise<void> {
  const { resumes } = run.double.gateway;
  return () =>
    eventually(() => {
      expect(run.double.gateway.resumes).toBe(resumes + 1);
      expect(run.bot.isConnected()).toBe(true);
    });
}

function limited(global: boolean, seconds = 0.2): Fault["act"] {
  const headers = { "retry-after": String(seconds), ...(global && { "x-ratelimit-global": "true" }) };
  const body = { message: "You are being rate limited.", retry_after: seconds, global };
  return { status: 429, body, headers };
}

/** Sends `/help`, or a message to a menu, without waiting. */
function send(who = anna, menu?: string) {
  if (menu === undefined) {
    const data = { id: "1200000000000000000", name: "help", type: 1, options: [] };
    return run.double.interact(who.payload(2, data));
  }
  const before = new Set(run.double.exchanges.keys());
  who.menu(menu, `${CRANE.body} Once more.`).catch(() => {});
  return [...run.double.exchanges].find(([token]) => !before.has(token))![1];
}
