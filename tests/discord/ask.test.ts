import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { CRANE } from "./articles.ts";
import { labelsOf, type Member, quotesOf, Server, textOf } from "./double/world.ts";
import { Started } from "./started.ts";

const run = new Started();
let anna: Member;
let ben: Member;
beforeAll(async () => {
  await run.start((put, double) => {
    put("harbour-crane", CRANE);
    const server = new Server(double);
    anna = server.member("anna");
    ben = server.member("ben");
    for (let i = 0; i < 9; i++) {
      put(`${server.id}/lamp-${i}`, {
        title: `Lamp ${i}`,
        body: `The lamp of pier ${i} was lit again. Keeper Jo Hale said the lamp shines over ${i + 2} miles of sea.\n`,
        published: { value: `2021-0${i + 1}-05`, basis: "stated" },
      });
    }
  });
});
afterAll(() => run.stop());
afterEach(() => run.expectClean());

it("answers with the article's own words, its outlet and date", async () => {
  const { message, acknowledged, isPrivate } = await anna.slash("ask", { question: "forty tonnes crane" });
  expect(acknowledged).toBe(4);
  expect(isPrivate).toBe(false);
  expect(quotesOf(message)[0]).toBe("Harbour master Ines Caldera said the new crane will lift forty tonnes.");
  expect(textOf(message)).toContain("-# The Quay · 17 January 2022 · Harbour gets its crane");
});

it("answers privately when asked to, and shares it for all", async () => {
  const asked = await anna.slash("ask", { question: "forty tonnes crane", private: true });
  expect(asked.isPrivate).toBe(true);
  const shared = await anna.press(asked.message, "Share");
  expect(shared.isPrivate).toBe(false);
  expect(quotesOf(shared.message)).toEqual(quotesOf(asked.message));
});

it("turns pages in place for the one who asked, and in private for others", async () => {
  const { message } = await anna.slash("ask", { question: "lamp of the pier" });
  const first = quotesOf(message);
  const turned = await anna.press(message, "Next ›");
  expect(turned.acknowledged).toBe(7);
  const second = quotesOf(turned.message);
  expect(second).not.toEqual(first);
  const other = await ben.press(turned.message, "‹ Previous");
  expect(other.acknowledged).toBe(4);
  expect(other.isPrivate).toBe(true);
  expect(quotesOf(other.message)).toEqual(first);
  const back = await anna.press(turned.message, "‹ Previous");
  expect(quotesOf(back.message)).toEqual(first);
});

it("shows the newest first on demand", async () => {
  const { message } = await anna.slash("ask", { question: "lamp of the pier" });
  const turned = await anna.press(message, "Newest first");
  expect(textOf(turned.message)).toMatch(/5 September 2021[\s\S]*5 August 2021/);
  expect(labelsOf(turned.message)).toContain("Best first");
});

it("shows the paragraph and the reason of a passage to the one who asks for it", async () => {
  const { message } = await anna.slash("ask", { question: "forty tonnes crane" });
  const context = await ben.press(message, "Context");
  expect(context.isPrivate).toBe(true);
  expect(textOf(context.message)).toContain(
    "**Harbour master Ines Caldera said the new crane will lift forty tonnes.**",
  );
  const how = await ben.press(message, "How");
  expect(how.isPrivate).toBe(true);
  expect(textOf(how.message)).toContain("named as “Harbour master Ines Caldera”");
  expect(textOf(how.message)).toContain(
    "**Chosen because**: All 3 words looked for stand in it (forty, tonnes, crane);",
  );
});

it("links to the quotation itself", async () => {
  const { message } = await anna.slash("ask", { question: "forty tonnes crane" });
  expect(JSON.stringify(message.components)).toContain("https://quay.example/crane#:~:text=");
});

it("says why there is no answer", async () => {
  const { message } = await anna.slash("ask", { question: "zeppelin" });
  expect(textOf(message)).toContain("Nothing found");
  expect(quotesOf(message)).toEqual([]);
});

it("refuses what is no question, in private", async () => {
  const { message, isPrivate } = await anna.slash("ask", { question: "?!" });
  expect(isPrivate).toBe(true);
  expect(textOf(message)).toContain("Ask in words");
});

it("goes on from an answer in a modal", async () => {
  const asked = await anna.slash("ask", { question: "what did Caldera say about the crane" });
  const opened = await anna.press(asked.message, "Follow up");
  const followed = await anna.submit(opened, { question: "what did Brandt say about jobs" });
  expect(quotesOf(followed.message).join()).toContain("thirty jobs");
});

it("goes on with the conversation of the channel, says how it understood, and forgets on demand", async () => {
  await anna.slash("forget");
  await anna.slash("ask", { question: "what did Caldera say about the crane" });
  const followed = await anna.slash("ask", { question: "and about jobs?" });
  expect(textOf(followed.message)).toMatch(/understood as “.*Caldera.*jobs/);
  expect(textOf((await ben.slash("ask", { question: "and about jobs?" })).message)).not.toContain("Caldera, about");
  await anna.slash("forget");
  expect(textOf((await anna.slash("ask", { question: "and about jobs?" })).message)).not.toContain("understood as");
});

it("answers a mention and a reply, and leaves other messages alone", async () => {
  const answer = await anna.say("<@900000000000000001> forty tonnes crane");
  expect(quotesOf(answer)[0]).toContain("forty tonnes");
  expect(answer.message_reference).toBeDefined();
  const again = await anna.say("<@900000000000000001> lamp of the pier", { replyTo: answer });
  expect(quotesOf(again)[0]).toContain("lamp");
  const before = run.double.rest.sent.length;
  anna.write("forty tonnes crane", { mention: false });
  await anna.slash("forget");
  expect(run.double.rest.sent.slice(before).filter(({ path }) => path.startsWith("/channels"))).toEqual([]);
});

it("deletes an answer for the one who asked and for moderators only", async () => {
  const { message } = await anna.slash("ask", { question: "forty tonnes crane" });
  const refused = await ben.press(message, "Delete");
  expect(refused.isPrivate).toBe(true);
  expect(textOf(refused.message)).toContain("Only the one who asked");
  const deleted = await anna.press(message, "Delete");
  expect(deleted.deleted).toBe(true);
});

it("offers the speakers and outlets that go on from what was typed", async () => {
  expect(await anna.complete("ask", "outlet", "the q")).toEqual(["The Quay"]);
  expect(await anna.complete("ask", "outlet", "x")).toEqual([]);
  expect(await anna.complete("ask", "speaker", "bra")).toEqual(["Tom Brandt"]);
});

it("lists the articles, newest first, and its pages turn", async () => {
  const { message } = await anna.slash("sources");
  expect(textOf(message)).toContain("10 articles");
  expect(textOf(message).indexOf("Harbour gets its crane")).toBeLessThan(textOf(message).indexOf("Lamp 8"));
  const turned = await anna.press(message, "Next ›");
  expect(textOf(turned.message)).toContain("Lamp 0");
  expect((await ben.press(message, "‹ Previous")).isPrivate).toBe(true);
});

it("lists the speakers and finds them by name", async () => {
  expect(textOf((await anna.slash("speakers")).message)).toContain("Ines Caldera");
  expect(textOf((await anna.slash("speakers", { name: "brandt" })).message)).toContain("**Tom Brandt**");
  expect(textOf((await anna.slash("speakers", { name: "zz" })).message)).toContain("Nobody here is called");
});

it("helps", async () => {
  const { message, isPrivate } = await anna.slash("help");
  expect(isPrivate).toBe(true);
  expect(textOf(message)).toContain("/ask");
});
