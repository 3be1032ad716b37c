import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { COMMANDS } from "../../commands/index.ts";
import { startBot } from "../../src/discord/bot.ts";
import type { Refused } from "../../src/discord/refused.ts";
import { BotProcess } from "../soak/bot-process.ts";
import { CRANE } from "./articles.ts";
import { Double, TOKEN } from "./double/double.ts";
import { Server, textOf } from "./double/world.ts";
import { eventually, Started } from "./started.ts";

vi.setConfig({ testTimeout: 60_000 });

/** How the bot starts, begins anew and ends when Discord does not let it in. `.github/FAULTS.md` lists it. */

const FATAL: [number, RegExp, boolean][] = [
  [4004, /put the new one into DISCORD_TOKEN/, false],
  [4010, /start again/, true],
  [4011, /start again/, true],
  [4012, /install the newest/, false],
  [4013, /install the newest/, false],
  [4014, /check in the Developer Portal/, false],
];

describe("while it runs", () => {
  it.each(FATAL)("ends with one sentence when Discord closes with %i", async (code, sentence, again) => {
    const refused: Refused[] = [];
    const run = await new Started({ onEnd: (error) => refused.push(error) }).start(() => {});
    run.double.gateway.close(code);
    await eventually(() => expect(refused.length).toBe(1));
    expect(refused[0]?.message).toMatch(sentence);
    expect(refused[0]?.again).toBe(again);
    await run.stop();
  });

  // Discord lets nobody identify twice within five seconds.
  it("begins anew when the session is gone, and says that something may be lost", { timeout: 30_000 }, async () => {
    const lose: ((run: Started) => void)[] = [
      ({ double }) => double.gateway.signal(9, false),
      ({ double }) => {
        double.gateway.refuseResume = true;
        double.gateway.close(4009);
      },
    ];
    await Promise.all(
      lose.map(async (trouble) => {
        const run = await new Started().start((put) => put("harbour-crane", CRANE));
        const server = new Server(run.double);
        server.join();
        trouble(run);
        await eventually(() => expect(run.logged.map(({ msg }) => msg).join()).toContain("Connected to Discord anew"));
        expect(run.double.gateway.identifies).toBe(2);
        const { message } = await server.member("anna").slash("ask", { question: "forty tonnes" });
        expect(textOf(message)).toContain("forty");
        run.expectClean();
        await run.stop();
      }),
    );
  });
});

describe("at its start", () => {
  let run: Started;
  beforeEach(async () => {
    run = await new Started().start(() => {});
    await run.bot.stop();
  });
  afterEach(() => run.stop());

  function start(token = TOKEN) {
    const { api } = run.double;
    return startBot({ token, api, developmentServer: null, asksPerMinute: 20, commands: COMMANDS }, run.services);
  }

  it.each(FATAL)("does not start when Discord closes with %i, and says what to do", async (code, sentence, again) => {
    run.double.gateway.refuseWith = code;
    const error = await start().catch((refused: unknown) => refused);
    expect(error).toMatchObject({ message: expect.stringMatching(sentence), again });
  });

  it("does not start with a wrong token", async () => {
    await expect(start("wrong.token.here")).rejects.toThrow(/DISCORD_TOKEN/);
  });

  it("does not start when REST refuses the token", async () => {
    const refusal = { status: 401, body: { code: 0, message: "401: Unauthorized" } };
    run.double.rest.faults.push({ method: "GET", path: /gateway/, times: 9, act: refusal });
    await expect(start()).rejects.toThrow(/DISCORD_TOKEN/);
  });

  it("waits when the session starts are used up, says until when, and asks Discord no more meanwhile", async () => {
    run.double.sessionStarts = 0;
    run.double.sessionStartsAfter = 1200;
    run.double.rest.sent.length = 0;
    const starting = start();
    const told = await eventually(() => {
      const entry = run.logged.find(({ msg }) => String(msg).includes("no more connections until"));
      if (entry === undefined) throw new Error("not told yet");
      return entry;
    });
    const milliseconds = Date.parse(String(told.until)) - Number(told.time);
    expect(milliseconds).toBeGreaterThan(0);
    expect(milliseconds).toBeLessThanOrEqual(1200);
    run.double.sessionStarts = 1000;
    run.bot = await starting;
    expect(run.double.gateway.identifies).toBe(2);
    expect(run.double.rest.sent.filter(({ path }) => path === "/gateway/bot").length).toBe(2);
  });

  it("starts although Discord has trouble first", async () => {
    run.double.rest.faults.push({ method: "GET", path: /gateway/, times: 3, act: { status: 503 } });
    run.double.rest.faults.push({ method: "GET", path: /commands/, times: 2, act: "reset" });
    run.bot = await start();
    expect(run.bot.isConnected()).toBe(true);
    expect(run.logged.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });
});

describe("the process", () => {
  let folder: string;
  let double: Double;
  const bots: BotProcess[] = [];
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "verbatim-ends-"));
    double = await new Double().start();
  });
  afterEach(async () => {
    for (const bot of bots.splice(0)) await bot.end("SIGKILL");
    await double.stop();
    rmSync(folder, { recursive: true });
  });
  function begin(settings: Record<string, string> = {}): BotProcess {
    const bot = new BotProcess(double.api, join(folder, String(bots.length)), settings);
    bots.push(bot);
    return bot;
  }

  it("ends with status 2 for what somebody has to mend, with 1 for what a new start mends", async () => {
    mkdirSync(join(folder, "0"));
    const bot = begin();
    await bot.ready();
    expect(await bot.health()).toEqual({ status: 200, text: "ok\n" });
    double.gateway.unreachable = true;
    double.gateway.close("cut");
    await eventually(async () => expect((await bot.health()).status).toBe(503));
    double.gateway.unreachable = false;
    await eventually(async () => expect((await bot.health()).status).toBe(200));
    double.gateway.close(4011);
    expect(await bot.ended()).toBe(1);
    expect(bot.logged.at(-1)).toMatchObject({ level: 60, msg: expect.stringContaining("start again") });
    double.gateway.refuseWith = 4004;
    mkdirSync(join(folder, "1"));
    const second = begin();
    expect(await second.ended()).toBe(2);
    expect(second.logged.at(-1)).toMatchObject({ level: 60, msg: expect.stringContaining("DISCORD_TOKEN") });
    expect(JSON.stringify(second.logged)).not.toContain(TOKEN);
  });

  it.each(["keep", "remove"])("with ON_LEAVE=%s does so with a server's articles", async (ON_LEAVE) => {
    const [left, other] = [new Server(double), new Server(double)];
    for (const { id } of [left, other]) {
      mkdirSync(join(folder, "0", id), { recursive: true });
      writeFileSync(join(folder, "0", id, "crane.md"), `---\ntitle: Crane\npublished: 2022-01-17\n---\n${CRANE.body}`);
    }
    const bot = begin({ ON_LEAVE });
    await bot.ready();
    other.fail();
    left.leave();
    const last = ON_LEAVE === "keep" ? "A server removed the bot" : "Deleted the articles of a server";
    await eventually(() => expect(bot.logged.map(({ msg }) => msg)).toContain(last));
    expect(existsSync(join(folder, "0", left.id, "crane.md"))).toBe(ON_LEAVE === "keep");
    expect(existsSync(join(folder, "0", other.id, "crane.md"))).toBe(true);
    expect(await bot.end("SIGTERM")).toBe(0);
  });
});
