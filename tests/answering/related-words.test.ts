import { describe, expect, it } from "vitest";
import { ask } from "../../src/answering/ask.ts";
import { wordUnderstood } from "../../src/answering/wording.ts";
import { scopeOf, talkIn } from "../conversation/talk.ts";

const scope = scopeOf(
  ["farm", "2024-03-04", "The solar farm at Drenn feeds 900 homes. The builder, Helion, paid 340 million for it."],
  [
    "bus",
    "2024-03-05",
    '"I lend out love stories," said the driver of the library bus, Edith Sommer. The bus is blue.',
  ],
  ["ferry", "2024-03-06", "The ferry Alma sank off Vard on Saturday. All 212 people on board were saved."],
  ["mine", "2024-03-07", "A mine at Orsk fell in on Monday. Eleven miners were killed, the company said."],
  ["flood", "2024-03-08", "A flood in Lisk carried off nine bridges. Letters from 1790 were saved."],
  ["mill", "2024-03-09", "The mill of Teln was built by monks in 1404. Its miller resigned in May."],
  ["case", "2024-03-11", "The pending case finished on Friday. It rained in Lisk."],
  ["crown", "2024-03-10", "The crown of Vard is undamaged. Two men were detained in a bar."],
);
const asked = (text: string) => ask({ text, today: "2024-04-01" }, scope, null);

describe("a question in other words than the article's", () => {
  it.each([
    ["who built the solar farm", "The builder, Helion, paid 340 million for it.", "builder"],
    ["who built the solar farm in Drenn", "The builder, Helion, paid 340 million for it.", "builder"],
    [
      "who drives the library bus",
      '"I lend out love stories," said the driver of the library bus, Edith Sommer.',
      "driver",
    ],
    ["did anyone die on the ferry", "All 212 people on board were saved.", "saved"],
    ["how many people died in the mine", "Eleven miners were killed, the company said.", "killed"],
    ["deaths in the mine", "Eleven miners were killed, the company said.", "killed"],
    ["why did the miller quit", "Its miller resigned in May.", "resigned"],
    ["when did the pending case end", "The pending case finished on Friday.", "finish"],
    ["who quit", "Its miller resigned in May.", "resigned"],
    ["is the crown damaged", "The crown of Vard is undamaged.", "undamaged"],
  ])("%s", (text, first, used) => {
    const { passages, question } = asked(text);
    expect(passages[0]?.text).toBe(first);
    expect(question.related?.used).toBe(used);
  });

  it("tells what was looked for", () => {
    expect(wordUnderstood(asked("did anyone die on the ferry").question)).toBe(
      "did anyone die on the ferry, looked for “saved” in place of “die”",
    );
  });

  it("is taken as it stands where that finds something", () => {
    const { passages, question } = asked("who built the mill of Teln");
    expect(passages[0]!.text).toBe("The mill of Teln was built by monks in 1404.");
    expect(question.related).toBeUndefined();
  });

  it.each([
    ["nothing of the kind stands in the article", "did anyone die on the library bus"],
    ["only things were saved", "did anyone die in the flood"],
    ["the word stands in another article", "who built the library bus"],
  ])("is not answered where %s", (_, text) => {
    expect(asked(text).kind).not.toBe("passages");
  });

  it("is called absent only where no title has it either", () => {
    const quits = scopeOf(["quits", "2024-03-04", "The pier is shut."]);
    expect(ask({ text: "who quits", today: "2024-04-01" }, quits, null)).toMatchObject({ reason: "low-confidence" });
    expect(ask({ text: "who sings", today: "2024-04-01" }, quits, null)).toMatchObject({ reason: "words-absent" });
  });

  it("is no reason where it says little", () => {
    expect(asked("did the miller make a kite")).toMatchObject({ kind: "nothing-found", absent: ["kite"] });
  });

  it("is understood as part of a talk", () => {
    const { passages } = talkIn(scope, "tell me about the solar farm", "who built it?");
    expect(passages[0]!.text).toBe("The builder, Helion, paid 340 million for it.");
  });
});
