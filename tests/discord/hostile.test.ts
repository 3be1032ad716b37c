import fc from "fast-check";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { CRANE, HOSTILE } from "./articles.ts";
import type { Exchange, Json } from "./double/double.ts";
import { componentsOf } from "./double/limits.ts";
import { type Member, Server, textOf } from "./double/world.ts";
import { LIVE, readQuote, readText, seen } from "./oracle.ts";
import { Started } from "./started.ts";

const run = new Started();
let anna: Member;
let mia: Member;
beforeAll(async () => {
  await run.start((put, double) => {
    put("harbour-crane", CRANE);
    const server = new Server(double);
    anna = server.member("anna");
    mia = server.member("mia", { moderator: true });
    put(`${server.id}/hostile`, HOSTILE);
  });
});
afterAll(() => run.stop());
afterEach(() => run.expectClean());

/** What pings or leads away, wherever it comes alive. */
const DANGEROUS = new Set([
  "user",
  "role",
  "channel",
  "everyone",
  "here",
  "emoji",
  "slashCommand",
  "guildNavigation",
  "link",
  "url",
  "autolink",
]);

/** Every text of the reply: nothing dangerous alive anywhere; between the bars exactly a slice of `body`, all dead. */
function expectDead({ shown }: Exchange, body: string): number {
  let quotes = 0;
  for (const { type, content } of componentsOf(shown)) {
    if (type !== 10) continue;
    expect(
      readText(content).kinds.filter((kind) => DANGEROUS.has(kind)),
      content,
    ).toEqual([]);
    const at = content.search(/^> /m);
    if (at < 0) continue;
    const { quoted, kinds } = readQuote(content.slice(at));
    quotes++;
    expect(seen(body)).toContain(quoted);
    // In "Context" the passage is bold, by the bot's own hand.
    expect(kinds.filter((kind) => LIVE.has(kind) && kind !== "strong")).toEqual([]);
  }
  return quotes;
}

async function pressAll(exchange: Exchange): Promise<Exchange[]> {
  const pressed: Exchange[] = [];
  for (const { type, custom_id, disabled } of structuredClone(componentsOf(exchange.shown))) {
    if (type !== 2 || !custom_id || disabled || custom_id.startsWith("delete")) continue;
    pressed.push(await anna.pressId(structuredClone(exchange.shown), custom_id));
  }
  return pressed;
}

it("shows an article full of markup as it stands, and nothing in it comes alive", async () => {
  const asked = [
    await anna.slash("ask", { question: "what did Lopez say about the ship" }),
    await anna.slash("ask", { question: "ship" }),
    await anna.slash("ask", { question: "@everyone <@123456789012345678> ship **bold** https://evil.example" }),
    await anna.slash("ask", { question: "ship", outlet: "_Out_ `let` @here" }),
    await anna.slash("timeline", { topic: "ship @here [x](https://evil.example)" }),
    await anna.slash("verify", { quote: "<@123456789012345678> saw the ship ||today||", speaker: "@everyone" }),
    await anna.slash("speakers", { name: "@everyone [x](https://evil.example)" }),
    await anna.slash("speakers"),
    await anna.slash("sources"),
  ];
  let quotes = 0;
  for (const exchange of asked) {
    for (const one of [exchange, ...(await pressAll(exchange))]) {
      if (one.shown !== null) quotes += expectDead(one, HOSTILE.body);
    }
  }
  expect(quotes).toBeGreaterThan(10);
}, 30_000);

it("attaches a passage that no message holds, whole", async () => {
  const { message } = await anna.slash("ask", { question: "ship carried grain and coal" });
  const long = message.files.find(({ bytes }: { bytes: Uint8Array }) => bytes.length > 3000);
  expect(HOSTILE.body).toContain(new TextDecoder().decode(long.bytes));
  expect(textOf(message)).toContain("attached whole");
});

it("takes hostile texts through preview and add", async () => {
  const parts = fc.constantFrom(
    "@everyone",
    "<@123456789012345678>",
    "||x||",
    "**b**",
    "`c`",
    "```d```",
    "[e](https://f.example)",
    "\n# g",
    "\n> h",
    "\r\n",
    "\u202e",
    "😀",
    "_i_",
    "~~j~~",
    "\n- k",
    "\n1. l",
    '"',
    "“",
    "”",
    "<t:1:R>",
    "\\",
    "\u200b",
  );
  const sentence = fc
    .tuple(parts, parts, fc.integer({ min: 1, max: 99999 }))
    .map(
      ([a, b, n]) =>
        `Captain Ona Reyes said that the ship ${a} was late by ${n} hours. "We lost ${b} our way," Reyes said on Monday.`,
    );
  const texts = fc.sample(
    fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.join("\n")),
    { numRuns: 100, seed: 7 },
  );
  let added = 0;
  for (const [i, text] of texts.entries()) {
    const opened = await mia.slash("article", {}, "add");
    const preview = await mia.submit(opened, {
      text,
      title: `T${i} @everyone <@123456789012345678> **x**`,
      published: "2022-01-17",
    });
    if (preview.message === null || componentsOf(preview.message).length < 4) continue;
    expectDead(preview, text);
    const saved = await mia.press(preview.message, "Add");
    expectDead(saved, text);
    added += Number(textOf(saved.message).includes("### Added"));
  }
  expect(added).toBeGreaterThan(90);
  expectDead(await mia.slash("article", {}, "list"), HOSTILE.body);
  expectDead(await mia.slash("article", {}, "history"), HOSTILE.body);
}, 60_000);

it("survives interactions with missing, extra or absurd fields, and answers the next one", async () => {
  const { message } = await anna.slash("ask", { question: "ship" });
  const base = anna.payload(2, {
    id: "1200000000000000000",
    name: "ask",
    type: 1,
    options: [{ name: "question", type: 3, value: "ship" }],
  });
  const component = anna.payload(
    3,
    { custom_id: componentsOf(message).find(({ custom_id }) => custom_id).custom_id, component_type: 2 },
    message,
  );
  const spoilt: Json[] = [];
  for (const whole of [base, component]) {
    for (const key of Object.keys(whole)) {
      const { [key]: _, ...without } = whole;
      spoilt.push(
        without,
        { ...whole, [key]: null },
        { ...whole, [key]: 7 },
        { ...whole, [key]: "x" },
        { ...whole, [key]: [] },
        { ...whole, [key]: {} },
      );
    }
    for (const key of Object.keys(whole.data))
      spoilt.push(
        { ...whole, data: { ...whole.data, [key]: null } },
        { ...whole, data: { ...whole.data, [key]: [[[]]] } },
      );
  }
  const option = (value: Json) => ({ ...base, data: { ...base.data, options: value } });
  spoilt.push(
    option([{ name: "question", type: 3, value: { a: 1 } }]),
    option([{ name: "question", type: 4, value: 1 }]),
    option([]),
    { ...base, extra: { deep: [1] } },
  );
  for (const payload of spoilt) run.double.interact(payload);
  run.double.gateway.dispatch("MESSAGE_CREATE", { id: "1" });
  run.double.gateway.dispatch("GUILD_CREATE", null);
  run.double.gateway.dispatch("NO_SUCH_EVENT", { a: 1 });
  run.double.gateway.sendRaw("{not json");
  const after = await anna.slash("ask", { question: "ship" });
  expect(textOf(after.message)).toContain("ship");
  await new Promise((resolve) => setTimeout(resolve, 300));
  // A member may be told of a failure, with a reference that stands in the log; nothing may be refused by Discord.
  const failed = run.logged.filter(({ level }) => Number(level) >= 40);
  expect(failed.length).toBeGreaterThan(0);
  for (const { msg } of failed) expect(msg).toMatch(/Left out a payload|failed|not answered|discord.js|could not say/);
  run.logged.length = 0;
  run.double.rest.problems.length = 0;
}, 60_000);
