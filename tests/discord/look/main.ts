import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Message } from "../double/double.ts";
import { Server } from "../double/world.ts";
import { Started } from "../started.ts";
import { pageOf } from "./html.ts";

/**
 * Draws the bot's replies to look at: `node dist/tests/discord/look/main.js FOLDER`. Asks about the articles in
 * `corpus/` over the wire double, writes a page for each reply and, where a Chromium is installed, a picture of it.
 */
const folder = process.argv[2] ?? "look";
/** In CSS pixels; a headless browser does not cut a picture to its content. */
const HEIGHTS: Readonly<Record<string, number>> = { answer: 890, timeline: 1130, verdict: 350 };
mkdirSync(folder, { recursive: true });
const run = new Started();
let server!: Server;
await run.start((_put, double) => {
  copyFileSync("corpus/moscow-military-presence.md", join(run.folder, "moscow-military-presence.md"));
  server = new Server(double);
});
try {
  const anna = server.member("anna");
  const mia = server.member("mia", { moderator: true });
  const question = "what did Peskov say about NATO";
  const asked = await anna.slash("ask", { question });
  draw("answer", `/ask question: ${question}`, asked.message);
  const quote = "NATO is not a dove of peace, it is a weapon of war";
  draw("verdict", `/verify quote: ${quote}`, (await anna.slash("verify", { quote })).message);
  draw("timeline", "/timeline", (await anna.slash("timeline")).message);
  draw("how", "How", (await anna.press(asked.message, "How")).message);
  draw("context", "Context", (await anna.press(asked.message, "Context")).message);
  draw(
    "nothing",
    "/ask question: what did Putin say",
    (await anna.slash("ask", { question: "what did Putin say" })).message,
  );
  draw("speakers", "/speakers", (await anna.slash("speakers")).message);
  const text = `Mayor Odile Ferrand said the old bridge would stay closed until June. "Nobody will cross it before it is safe," Ferrand said on Monday.`;
  draw("preview", "Add to corpus", (await mia.menu("Add to corpus", text)).message);
} finally {
  await run.stop();
}

function draw(name: string, asked: string, message: Message | null): void {
  if (message === null) throw new Error(`There is no reply for ${name}.`);
  const page = join(folder, `${name}.html`);
  writeFileSync(page, pageOf(asked, message));
  const chromium = process.env.CHROMIUM ?? "chromium";
  const picture = join(folder, `${name}.png`);
  const flags = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    "--force-device-scale-factor=1.25",
  ];
  const size = `--window-size=660,${HEIGHTS[name] ?? 480}`;
  execFileSync(chromium, [...flags, size, `--screenshot=${picture}`, page], { stdio: "ignore", timeout: 60_000 });
  console.log(picture);
}
