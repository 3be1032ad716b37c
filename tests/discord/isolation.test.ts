import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { BRIDGE, CRANE } from "./articles.ts";
import type { Exchange } from "./double/double.ts";
import { componentsOf } from "./double/limits.ts";
import { type Member, Server } from "./double/world.ts";
import { Started } from "./started.ts";

const run = new Started();
let anna: Member;
let olga: Member;
beforeAll(async () => {
  await run.start((put, double) => {
    put("harbour-crane", CRANE);
    const [mine, theirs] = [new Server(double), new Server(double)];
    anna = mine.member("anna");
    olga = theirs.member("olga", { moderator: true });
    put(`${mine.id}/bridge`, BRIDGE);
  });
});
afterAll(() => run.stop());
afterEach(() => run.expectClean());

/** Everything a member can see of an answer, without what is new each time. */
const seen = ({ message, choices }: Exchange) =>
  JSON.stringify([
    message?.components,
    message?.files.map(({ bytes }: { bytes: Uint8Array }) => Buffer.from(bytes).toString("base64")),
    choices,
  ]);

async function everything(): Promise<string[]> {
  const asked = [
    await anna.slash("ask", { question: "what did Ferrand say about the bridge" }),
    await anna.slash("ask", { question: "bridge June crane" }),
    await anna.slash("ask", { question: "what did Quill say about the bridge" }),
    await anna.slash("ask", { question: "zeppelin" }),
    await anna.slash("ask", { question: "what did the mayor say" }),
    await anna.slash("ask", { question: "brigde closed" }),
    await anna.slash("ask", { question: "bridge", outlet: "The Zeppelin Post" }),
    await anna.slash("timeline"),
    await anna.slash("timeline", { topic: "bridge", speaker: "Odile Ferrand" }),
    await anna.slash("verify", { quote: "Nobody will cross that zeppelin before it is safe" }),
    await anna.slash("verify", { quote: "Nobody will cross that bridge before it is safe", speaker: "Quill" }),
    await anna.slash("speakers"),
    await anna.slash("speakers", { name: "quill" }),
    await anna.slash("sources"),
  ];
  const pressed: Exchange[] = [];
  for (const { message } of asked) {
    for (const { type, custom_id, label, disabled } of componentsOf(message)) {
      if (type === 2 && custom_id && !disabled && !/^(delete|follow-up|share)/.test(custom_id)) {
        pressed.push(await anna.pressId(structuredClone(message), custom_id));
      }
      expect(label).not.toBe("");
    }
  }
  const completed = [];
  for (const typed of ["", "q", "od", "zep", "the"]) {
    completed.push(await anna.complete("ask", "speaker", typed), await anna.complete("ask", "outlet", typed));
  }
  return [...[...asked, ...pressed].map(seen), ...completed.map((choices) => JSON.stringify(choices))];
}

it("shows nothing of what another server adds, corrects or removes, in any reply, button or completion", async () => {
  const before = await everything();
  const opened = await olga.slash("article", {}, "add");
  const text = `Mayor Quill Ferrand said the zeppelin bridge of Larn would open in June. "Nobody will cross that zeppelin before it is safe," Odile Ferrand-Quill said on January 12, 2022. The bridge brigde was built in 1899, the mayor said.\n`;
  const preview = await olga.submit(opened, {
    text,
    title: "Zeppelin",
    publisher: "The Zeppelin Post",
    published: "2022-01-13",
  });
  await olga.press(preview.message, "Add");
  const added = await everything();
  expect(added).toEqual(before);
  const found = await olga.slash("ask", { question: "zeppelin" });
  const how = await olga.press(found.message, "How");
  const correct = await olga.press(how.message, "Correct (moderators)");
  const { value } = correct.modal.components[0].component.options[0];
  await olga.submit(correct, { quotation: value, speaker: "Odile Ferrand" });
  expect(await everything()).toEqual(before);
  await olga.slash("article", { article: "Zeppelin" }, "remove");
  expect(await everything()).toEqual(before);
}, 30_000);
