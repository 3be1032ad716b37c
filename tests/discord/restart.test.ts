import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { BRIDGE, CRANE } from "./articles.ts";
import { componentsOf } from "./double/limits.ts";
import { type Member, quotesOf, Server, textOf } from "./double/world.ts";
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
    put(`${server.id}/sand`, {
      title: "Sand on the road",
      body: `Tessa Hale said the sea took the road. "The sea took it all in one night," Hale said on March 9.\n`,
    });
    for (const [i, place] of ["north", "south", "east", "west", "upper", "lower"].entries()) {
      put(`${server.id}/${place}`, {
        title: `The ${place} lamp`,
        body: `The ${place} lamp was lit on March ${i + 1}. Keeper Jo Hale said the ${place} lamp shines over ${i} miles of ${place} sea.\n`,
        url: `https://lamps.example/${place}`,
        published: { value: `2022-04-0${i + 1}`, basis: "stated" },
      });
    }
  });
});
afterAll(() => run.stop());
afterEach(() => run.expectClean());

it("goes on with every component of every answer after a restart", async () => {
  const [answer, timeline, verdict, sources, speakers] = [
    await anna.slash("ask", { question: "lamp sea" }),
    await anna.slash("timeline"),
    await anna.slash("verify", { quote: "It is the strongest crane on this coast" }),
    await anna.slash("sources"),
    await anna.slash("speakers"),
  ];
  const followed = await anna.slash("ask", { question: "and the crane?" });
  const hidden = await anna.slash("ask", { question: "lamp sea", private: true });
  const which = await anna.slash("ask", { question: "what did Hale say about the sea" });
  const how = await anna.press(verdict.message, "How");
  const form = await anna.press(answer.message, "Follow up");
  const added = await mia.slash("article", {}, "add");
  const preview = await mia.submit(added, { text: BRIDGE.body, title: "Bridge", published: "2022-01-17" });
  const removed = await mia.slash("article", { article: "The west lamp" }, "remove");
  await run.restart();

  const used = new Set<string>();
  for (const { message } of [answer, followed, timeline, verdict, sources, speakers, hidden, which, how]) {
    for (const { type, custom_id, disabled, options } of structuredClone(componentsOf(message))) {
      if (custom_id === undefined || disabled || custom_id.startsWith("delete")) continue;
      const copy = structuredClone(message);
      const exchange = type === 3 ? await anna.choose(copy, options[0].value) : await anna.pressId(copy, custom_id);
      const shown = exchange.modal?.title ?? textOf(exchange.shown);
      expect(shown, custom_id).not.toMatch(/can no longer|not something I know|Something went wrong/);
      expect(shown.length).toBeGreaterThan(0);
      used.add(custom_id.split(":")[0]);
    }
  }
  const all = [
    "page",
    "order",
    "follow-up",
    "share",
    "context",
    "how",
    "dated",
    "export",
    "correct",
    "report",
    "sources",
    "speaker",
  ];
  expect([...used].sort()).toEqual(all.sort());
  expect(quotesOf((await anna.submit(form, { question: "forty tonnes crane" })).message).join()).toContain("forty");
  expect(textOf((await mia.press(preview.message, "Add")).message)).toContain("### Added");
  expect(textOf((await mia.press(removed.message, "Undo")).message)).toContain("It is back");
  expect((await anna.press(answer.message, "Delete")).deleted).toBe(true);
}, 30_000);

it("says in one sentence that an article or a question is gone", async () => {
  const { message } = await anna.slash("ask", { question: "upper lamp sea" });
  await mia.slash("article", { article: "The upper lamp" }, "remove");
  const gone = await anna.press(message, "Context");
  expect(gone.isPrivate).toBe(true);
  expect(textOf(gone.message)).toContain("can no longer be continued");
});

it("answers custom_ids that are forged, cut or absurd with one plain sentence", async () => {
  const { message } = await anna.slash("ask", { question: "lamp sea" });
  const real = componentsOf(message).flatMap(({ custom_id }) => custom_id ?? []);
  const forged = [
    "x",
    ":",
    "page",
    "page:",
    "page::::",
    "page:AAAAAAAAAAAA:0:best:0",
    "page:../../etc:0:best:0",
    "share",
    "order:x:y:z",
    "context:",
    "context:a.b.c.d",
    "how:1.0.zzzzzzzzzzz.x",
    "how:....",
    "dated:a.0.5.x:NaN",
    "export:x",
    "speaker:x",
    "correct:x",
    "report:x",
    "sources:-1:x",
    "sources:1e9:x",
    "speakers:NaN:",
    "articles:99999",
    "__proto__",
    "constructor:x",
    "toString",
    "article-save:../../../x",
    "article-correct:",
    "dismiss:x:y",
    "é".repeat(50),
    "a".repeat(100),
    "follow-up:",
    ...real.map((id) => id.slice(0, -3)),
    ...real.map((id) => `${id}x`),
    ...real.map((id) => id.replace(/\d/g, "9")),
  ];
  for (const custom_id of forged) {
    const exchange = await anna.pressId(structuredClone(message), custom_id);
    expect(exchange.acknowledged, custom_id).not.toBeNull();
  }
  const select = await anna.server.double
    .interact(
      anna.payload(3, { custom_id: "speaker:x", component_type: 3, values: ["\u0000", "x".repeat(5000)] }, message),
      message,
    )
    .answered();
  expect(textOf(select.shown)).toContain("can no longer");
}, 30_000);
