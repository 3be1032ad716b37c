import { expect, it, vi } from "vitest";
import { ArticleReader } from "../../src/corpus/article-reader.ts";
import { Corpus } from "../../src/corpus/corpus.ts";
import { NO_CORRECTIONS } from "../../src/reading/reading.ts";
import { openedCorpus } from "./opened.ts";

/** No thread can be started. */
vi.mock("../../src/corpus/worker-file.ts", () => ({
  workerFile: () => new URL("data:text/javascript,process.exit(1)"),
}));

const opened = openedCorpus();

it("starts without a thread that reads, and reads short articles all the same", async () => {
  const corpus = await Corpus.open(opened.folder, { lasting: true });
  await corpus.close();
  const reader = ArticleReader.open(opened.folder);
  await reader.prepare();
  const article = { body: "Ann Lee said the bridge opens.", published: null };
  const { derived } = await reader.derive(article, NO_CORRECTIONS);
  expect(derived.reading.attributions).toHaveLength(1);
  expect(await reader.inferPublished(article.body)).toBeNull();
  await reader.close();
});
