import ICAL from "ical.js";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { CRANE } from "./articles.ts";
import { labelsOf, type Member, quotesOf, Server, textOf } from "./double/world.ts";
import { Started } from "./started.ts";

const run = new Started();
let anna: Member;
beforeAll(async () => {
  await run.start((put, double) => {
    put("harbour-crane", CRANE);
    anna = new Server(double).member("anna");
  });
});
afterAll(() => run.stop());
afterEach(() => run.expectClean());

it("tells what happened when, in order, with a picture", async () => {
  const { message } = await anna.slash("timeline");
  const text = textOf(message);
  expect(text).toMatch(/### 2019[\s\S]*### 2022[\s\S]*10 Jan 2022[\s\S]*17 Jan 2022/);
  for (const quote of quotesOf(message)) expect(CRANE.body).toContain(quote);
  const [picture] = message.files;
  expect(picture.name).toBe("timeline.png");
  expect(Buffer.from(picture.bytes.slice(1, 4)).toString()).toBe("PNG");
});

it("tells how an entry was dated", async () => {
  const { message } = await anna.slash("timeline", { topic: "crane" });
  const at = textOf(message)
    .split("\n")
    .filter((line) => line.startsWith("**"))
    .findIndex((line) => line.includes("17 Jan 2022"));
  expect(at).toBeGreaterThanOrEqual(0);
  const labels = labelsOf(message).filter((label) => label === "How dated");
  const dated = await Promise.all(labels.map((_, i) => anna.press(message, "How dated", i)));
  const told = dated.map(({ message: shown }) => textOf(shown)).join("\n");
  expect(told).toContain("“Monday” → **17 January 2022**");
  expect(told).toContain("counted from the publication date, 17 January 2022");
});

it("gives the timeline as a calendar that another library reads, as a table and as text", async () => {
  const { message } = await anna.slash("timeline");
  const saved = await anna.choose(message, "ics", "export");
  expect(saved.isPrivate).toBe(true);
  const ics = new TextDecoder().decode(saved.message.files[0].bytes);
  const events = new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents("vevent");
  expect(events.length).toBeGreaterThanOrEqual(3);
  for (const format of ["markdown", "csv", "json", "svg"]) {
    const { message: file } = await anna.choose(message, format, "export");
    expect(file.files[0].bytes.length).toBeGreaterThan(100);
  }
});

it("says what is wrong with a date", async () => {
  const { message } = await anna.slash("timeline", { since: "blursday" });
  expect(textOf(message)).toContain("blursday");
});

it("finds a quotation word for word", async () => {
  const { message } = await anna.slash("verify", { quote: "It is the strongest crane on this coast" });
  expect(textOf(message)).toContain("### ✅ Word for word");
  expect(quotesOf(message)).toEqual(['"It is the strongest crane on this coast," Caldera said on Monday.']);
});

it("marks what was altered, and never calls it exact", async () => {
  const { message } = await anna.slash("verify", { quote: "It is the weakest crane on this coast" });
  expect(textOf(message)).toContain("### ✏️ Altered");
  expect(textOf(message)).toContain("~~weakest~~ **strongest**");
});

it("tells how the original was found", async () => {
  const exact = await anna.slash("verify", { quote: "It is the strongest crane on this coast" });
  expect(textOf((await anna.press(exact.message, "How")).message)).toContain(
    "**Chosen because**: The 8 words checked stand in it in a row.",
  );
  const altered = await anna.slash("verify", { quote: "It is the weakest crane on this coast" });
  expect(textOf((await anna.press(altered.message, "How")).message)).toContain(
    "**Chosen because**: 7 of the 8 words checked stand in it, in their order.",
  );
});

it("shows what was left out", async () => {
  const { message } = await anna.slash("verify", { quote: "We will strike on March 3" });
  expect(textOf(message)).toContain("### ✂️ Cut");
  expect(quotesOf(message)[0]).toContain("if nobody talks to us");
});

it("tells whose words they are when they are credited to somebody else", async () => {
  const options = { quote: "It is the strongest crane on this coast", speaker: "Tom Brandt" };
  const { message } = await anna.slash("verify", options);
  expect(textOf(message)).toContain("not of Tom Brandt");
});

it("says when a quotation is not there", async () => {
  const { message } = await anna.slash("verify", { quote: "Never feed a seagull after midnight" });
  expect(textOf(message)).toContain("Not found");
});

it("checks the quotation in a message, in private, and shares the verdict", async () => {
  const said = 'Did you see this? "It is the strongest crane on this coast" lol';
  const checked = await anna.menu("Check this quote", said);
  expect(checked.isPrivate).toBe(true);
  expect(textOf(checked.message)).toContain("✅");
  const shared = await anna.press(checked.message, "Share");
  expect(shared.isPrivate).toBe(false);
  expect(textOf(shared.message)).toContain("✅");
  expect(textOf((await anna.menu("Check this quote", "")).message)).toContain("no words");
});
