import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Answer } from "../../src/answering/answer.ts";
import { ask } from "../../src/answering/ask.ts";
import { Corpus } from "../../src/corpus/corpus.ts";

const FOLDER = "tests/fixtures/study";

/**
 * How a question came out against what a reader of the articles expects. `wrongly answered`: passages although nothing
 * answers, or none of the first three is right, or the right one with the wrong speaker.
 */
export type Outcome =
  | "right first"
  | "right in the first three"
  | "rightly silent"
  | "wrongly silent"
  | "wrongly answered";

/** A question with the passage that answers it, known by words in it; without an article nothing answers. */
type Expected = {
  readonly question: string;
  readonly article: string;
  readonly words: string;
  readonly speaker: string;
};

/** Asks the newcomer's questions over the articles that were written for them. */
export async function* study(): AsyncGenerator<{ question: string; outcome: Outcome; answer: Answer }> {
  const scope = (await Corpus.open(join(FOLDER, "articles"))).scope(null);
  for (const line of readFileSync(join(FOLDER, "questions.tsv"), "utf8").trim().split("\n")) {
    const [question = "", article = "", words = "", speaker = ""] = line.split("\t");
    const answer = ask({ text: question, today: "2025-01-02" }, scope, null);
    yield { question, outcome: judge({ question, article, words, speaker }, answer), answer };
  }
}

function judge({ article, words, speaker }: Expected, answer: Answer): Outcome {
  if (article === "WHICH") return answer.kind === "which-speaker" ? "right first" : "wrongly answered";
  if (article === "NONE") return answer.kind === "passages" ? "wrongly answered" : "rightly silent";
  if (answer.kind !== "passages") return "wrongly silent";
  const at = answer.passages.findIndex((passage) => passage.article === article && passage.text.includes(words));
  if (at < 0 || at > 2 || (speaker !== "" && answer.passages[at]!.speaker !== speaker)) return "wrongly answered";
  return at === 0 ? "right first" : "right in the first three";
}

/** `study`: a line for each question that did not come out right first, and the counts. */
export async function* evaluateStudy(): AsyncGenerator<object> {
  const counts: Partial<Record<Outcome, number>> = {};
  for await (const { question, outcome, answer } of study()) {
    counts[outcome] = (counts[outcome] ?? 0) + 1;
    if (outcome === "right first" || outcome === "rightly silent") continue;
    const { frame, speaker, topic } = answer.question;
    const reason = answer.kind === "nothing-found" ? answer.reason : undefined;
    const first = answer.passages[0];
    yield {
      outcome,
      question,
      frame,
      speaker,
      topic,
      kind: answer.kind,
      reason,
      first: first && `${first.speaker}: ${first.text.slice(0, 90)}`,
    };
  }
  yield counts;
}
