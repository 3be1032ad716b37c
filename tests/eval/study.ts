import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Answer } from "../../src/answering/answer.ts";
import { ask } from "../../src/answering/ask.ts";
import { Conversations } from "../../src/conversation/memory.ts";
import { Corpus } from "../../src/corpus/corpus.ts";
import type { Scope } from "../../src/corpus/scope.ts";

const FOLDER = "tests/fixtures/study";

/** The articles that are shipped. */
const SHIPPED = "corpus";

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

/**
 * `questions`: complete ones, as the bot's makers write them. `as-typed`: as they are typed on Discord, in small letters,
 * with slips and slang; `newcomer` and `talks`: the same again, questions and conversations, the shipped article among
 * the others. All but `questions` were written before any answer was seen.
 */
export type Questions = "questions" | "as-typed" | "newcomer" | "talks";

/** The passage that answers, known by its article and words in it; of several (`a,b` and `x/y`) any will do. */
type Expected = { readonly article: string; readonly words: string; readonly speaker: string };

/** Asks a newcomer's questions over the articles that were written for them; one behind "> " follows the one before. */
export async function* study(file: Questions): AsyncGenerator<{ question: string; outcome: Outcome; answer: Answer }> {
  const scope = await openScope(file === "newcomer" || file === "talks");
  const conversations = new Conversations();
  for (const [i, line] of readFileSync(join(FOLDER, `${file}.tsv`), "utf8")
    .trim()
    .split("\n")
    .entries()) {
    const [question = "", article = "", words = "", speaker = ""] = line.split("\t");
    if (!question.startsWith("> ")) conversations.forget("");
    const text = question.replace(/^> /, "");
    const answer = ask({ text, today: "2025-01-02" }, scope, conversations.get("", i));
    conversations.remember("", answer, i);
    yield { question, outcome: judge({ article, words, speaker }, answer), answer };
  }
}

async function openScope(shipped: boolean): Promise<Scope> {
  const articles = join(FOLDER, "articles");
  if (!shipped) return (await Corpus.open(articles)).scope(null);
  const both = mkdtempSync(join(tmpdir(), "study-"));
  try {
    for (const folder of [articles, SHIPPED]) cpSync(folder, both, { recursive: true });
    return (await Corpus.open(both)).scope(null);
  } finally {
    rmSync(both, { recursive: true });
  }
}

/** Without an article nothing answers. */
function judge({ article, words, speaker }: Expected, answer: Answer): Outcome {
  if (article === "WHICH") return answer.kind === "which-speaker" ? "right first" : "wrongly answered";
  if (article === "NONE") return answer.kind === "passages" ? "wrongly answered" : "rightly silent";
  if (answer.kind !== "passages") return "wrongly silent";
  const articles = article.split(",");
  const right = words.split("/");
  const at = answer.passages.findIndex(
    (passage) => articles.includes(passage.article) && right.some((part) => passage.text.includes(part)),
  );
  if (at < 0 || at > 2 || (speaker !== "" && answer.passages[at]!.speaker !== speaker)) return "wrongly answered";
  return at === 0 ? "right first" : "right in the first three";
}

const FILES: readonly Questions[] = ["questions", "as-typed", "newcomer", "talks"];

/** `study [as-typed|newcomer|talks]`: a line for each question that did not come out right first, and the counts. */
export async function* evaluateStudy([file]: readonly string[]): AsyncGenerator<object> {
  const counts: Partial<Record<Outcome, number>> = {};
  for await (const { question, outcome, answer } of study(FILES.find((known) => known === file) ?? "questions")) {
    counts[outcome] = (counts[outcome] ?? 0) + 1;
    if (outcome === "right first" || outcome === "rightly silent") continue;
    const { frame, speaker, topic, completed } = answer.question;
    const reason = answer.kind === "nothing-found" ? answer.reason : undefined;
    const first = answer.passages[0];
    yield {
      outcome,
      question,
      completed,
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
