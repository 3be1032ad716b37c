import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { formatArticleFile } from "../../src/corpus/article-file.ts";
import { Double, type Exchange, type Json } from "../discord/double/double.ts";
import { componentsOf } from "../discord/double/limits.ts";
import { type Member, Server } from "../discord/double/world.ts";
import { BotProcess } from "../soak/bot-process.ts";
import { article, random } from "../soak/traffic.ts";
import { mutate } from "./mutate.ts";

/** Stands in the other server's articles and nowhere else. */
const SECRET = "Zubrowkant";

export type FuzzReport = {
  readonly sent: number;
  readonly answered: number;
  /** Bodies with the other server's words. */
  readonly leaks: number;
  /** Bodies that would ping somebody. */
  readonly pings: number;
  /** Bodies that Discord would refuse. */
  readonly refused: readonly string[];
  /** Distinct errors that the bot logged while it went on. */
  readonly errors: Readonly<Record<string, number>>;
  readonly alive: boolean;
  /** Articles the server had, before and after: a forged payload adds or removes none of another server. */
  readonly otherArticles: readonly [number, number];
  /** An ordinary question at the end is answered. */
  readonly answersAfterwards: boolean;
};

/** Sends `count` interactions mutated from valid ones to the bot in its own process, and looks for what must not be. */
export async function fuzz(count: number, seed: number): Promise<FuzzReport> {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-fuzz-"));
  const double = await new Double().start();
  const server = new Server(double);
  const other = new Server(double);
  for (let i = 0; i < 12; i++) put(folder, `shared-${i}`, article(i).title, article(i).body);
  for (let i = 0; i < 4; i++) put(folder, `${server.id}/own-${i}`, `Own ${i}`, article(100 + i).body);
  const secret = `Minister Ana ${SECRET} said the crane of ${SECRET} stays closed. "The ${SECRET} lamp is secret," ${SECRET} said on January 12.\n`;
  for (let i = 0; i < 4; i++) put(folder, `${other.id}/secret-${i}`, `${SECRET} ${i}`, secret);
  const bot = new BotProcess(double.api, folder);
  try {
    await bot.ready();
    const member = server.member("anna");
    const moderator = server.member("mia", { moderator: true });
    const valid = await collectValid(member, moderator, other.id);
    const draw = random(seed);
    double.rest.sent.length = 0;
    double.rest.problems.length = 0;
    const exchanges: Exchange[] = [];
    for (let i = 0; i < count; i++) {
      const payload = mutate(valid[Math.floor(draw() * valid.length)], draw);
      exchanges.push(double.interact(payload));
      if (i % 50 === 49) await settle(exchanges.slice(-50), bot);
      if (!bot.isRunning) break;
    }
    await settle(exchanges, bot);
    // Mutated text that held the secret's name itself would be shown back; there is none.
    const bodies = double.rest.sent.map(({ body }) => JSON.stringify(body) ?? "");
    const problems = [...double.rest.problems];
    const last = bot.isRunning ? await member.slash("ask", { question: "what did Caldera say about the crane" }) : null;
    const errors: Record<string, number> = {};
    for (const { level, msg, err } of bot.logged) {
      if (level < 50) continue;
      const name = `${msg}: ${String((err as Error | undefined)?.message)
        .split("\n")[0]!
        .slice(0, 100)}`;
      errors[name] = (errors[name] ?? 0) + 1;
    }
    return {
      sent: exchanges.length,
      answered: exchanges.filter(({ settled }) => settled).length,
      leaks: bodies.filter((body) => body.includes(SECRET)).length,
      pings: double.rest.sent.filter(({ body }) => wouldPing(body)).length,
      refused: problems,
      errors,
      alive: bot.isRunning,
      otherArticles: [4, readdirSync(join(folder, other.id)).filter((name) => name.endsWith(".md")).length],
      answersAfterwards: componentsOf(last?.shown ?? null).length > 0,
    };
  } finally {
    await bot.end("SIGKILL");
    await double.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Valid interactions of every kind, with the real custom_ids of this bot's own messages. */
async function collectValid(member: Member, moderator: Member, otherServer: string): Promise<Json[]> {
  const { double } = member.server;
  const kept: Json[] = [];
  const interact = double.interact.bind(double);
  double.interact = (payload, source) => {
    kept.push(payload);
    return interact(payload, source);
  };
  const asked = await member.slash("ask", { question: "what did Caldera say about the crane" });
  await member.slash("ask", { question: "lamp", speaker: "Jo Hale", since: "2021", until: "2023", private: true });
  const timeline = await member.slash("timeline", { topic: "crane" });
  for (const name of ["speakers", "sources", "help", "forget"]) await member.slash(name);
  await member.slash("verify", { quote: "It has stood here for 10 years" });
  for (const option of ["speaker", "outlet"]) await member.complete("ask", option, "Ca");
  const preview = await moderator.menu("Add to corpus", `A lamp\n\n${article(500).body}`);
  const opened = await moderator.slash("article", {}, "add");
  await moderator.submit(opened, { text: article(501).body, title: "A mill", published: "2022-01-17" });
  for (const sub of ["list", "history", "reports"]) await moderator.slash("article", {}, sub);
  for (const sub of ["show", "edit", "remove", "restore"]) {
    await moderator.slash("article", { article: `${otherServer}/secret-1` }, sub);
  }
  for (const { shown } of [asked, timeline, preview]) {
    for (const { type, custom_id } of componentsOf(shown)) {
      if (type === 2 && custom_id !== undefined) await moderator.pressId(shown, custom_id).catch(() => {});
    }
  }
  double.interact = interact;
  return kept;
}

/** Waits until all are answered, or as long as Discord would. */
async function settle(exchanges: readonly Exchange[], bot: BotProcess): Promise<void> {
  const until = Date.now() + 3_000;
  let before = -1;
  for (let idle = 0; idle < 15 && Date.now() < until && bot.isRunning; ) {
    const settled = exchanges.filter((exchange) => exchange.settled).length;
    if (settled === exchanges.length) return;
    // Those that discord.js cannot read are never answered.
    idle = settled === before ? idle + 1 : 0;
    before = settled;
    await wait(10);
  }
}

/** Anything but an explicit "nobody" could ping. */
function wouldPing(body: Json): boolean {
  const message = body?.data?.components || body?.data?.content ? body.data : body;
  if (message?.components === undefined && message?.content === undefined) return false;
  if (body?.type === 9) return false;
  return JSON.stringify(message.allowed_mentions) !== '{"parse":[]}';
}

function put(folder: string, id: string, title: string, body: string): void {
  const published = { value: "2022-01-17", basis: "stated" } as const;
  const path = join(folder, `${id}.md`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, formatArticleFile({ title, body, publisher: null, url: null, author: null, published }));
}
