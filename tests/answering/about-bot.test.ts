import { describe, expect, it } from "vitest";
import { answerAboutBot } from "../../src/answering/about-bot.ts";
import { ask } from "../../src/answering/ask.ts";
import { turnOf } from "../../src/conversation/memory.ts";
import { scope } from "./verify/articles.ts";

const today = "2025-04-01";

describe("a word to the bot", () => {
  it.each([
    ["hi", /^Hello\. Ask .*“what did Mara Lund say”/],
    ["Hey there!", /^Hello/],
    ["thanks a lot", /^You are welcome/],
    ["ok thx", /^You are welcome/],
    ["lol", /^Ask when you like/],
    ["help", /\/help tells more/],
    ["Who are you?", /no language model/],
    ["are you an AI?", /no language model/],
    ["list articles", /^There are 2 articles here; \/sources/],
    ["how many articles are there?", /^There are 2 articles/],
    ["latest news", /^There are 2 articles/],
    ["the latest", /^There are 2 articles/],
    ["anything new?", /^There are 2 articles/],
    ["list speakers", /^The articles here quote 4 people and bodies; \/speakers lists them/],
    ["really?", /whether it is true is not for the bot to tell/],
  ])("%j is answered", (text, said) => {
    expect(ask({ text, today }, scope, null)).toMatchObject({ kind: "refused", message: expect.stringMatching(said) });
  });

  it.each([
    "who built it",
    "what articles of the treaty were broken",
    "help for the islanders",
    "how does it work",
    "who is quoted on the bridge",
    "thanks to whom was the ferry saved",
    "is it true that the ferry will stop?",
  ])("%j is a question", (text) => {
    expect(answerAboutBot(text, scope)).toBeNull();
  });

  it("leaves the conversation as it was", () => {
    const first = ask({ text: "what did Lund say about the ferry", today }, scope, null);
    expect(ask({ text: "thanks", today }, scope, [turnOf(first)]).kind).toBe("refused");
  });
});
