import { completeQuestion, inFull } from "../../src/conversation/complete-question.ts";
import { type PastTurn, pastTurnOf } from "../../src/conversation/past-turns.ts";
import { jsonLines } from "./json-lines.ts";

type Line = { readonly role: "topic" | "user" | "assistant"; readonly text: string };
type Follow = { readonly id: string; readonly text: string; readonly history: readonly Line[] };

/** `rewrite QUERIES.jsonl`: each question completed as the bot would, after the earlier ones of its conversation. */
export async function* evaluateRewrite([queries]: readonly string[]): AsyncGenerator<object> {
  if (queries === undefined) throw new Error("rewrite wants QUERIES.jsonl");
  for await (const { id, text, history } of jsonLines<Follow>(queries)) {
    const turns: PastTurn[] = [];
    for (const [i, line] of history.entries()) {
      // The subject of the first answer, which these conversations give in place of it.
      if (line.role === "topic") turns.push(pastTurnOf(line.text, null));
      if (line.role !== "user") continue;
      const answer = history[i + 1]?.role === "assistant" ? history[i + 1]!.text : null;
      turns.push(pastTurnOf(inFull(completeQuestion(line.text, turns)), answer));
    }
    yield { id, rewritten: inFull(completeQuestion(text, turns)) };
  }
}
