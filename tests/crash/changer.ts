// Changes a corpus without end, one random change after the other, and tells each before it begins and once it is
// acknowledged; until somebody kills it.
import { writeSync } from "node:fs";
import { Corpus } from "../../src/corpus/corpus.ts";
import { newsArticle, numbers } from "../corpus/news.ts";
import { ACT, QUOTATION, SERVER, type Told } from "./told.ts";

const [folder, seed] = [process.argv[2]!, Number(process.argv[3])];
const next = numbers(seed);
const tell = (told: Told) => writeSync(1, `${JSON.stringify(told)}\n`);

const corpus = await Corpus.open(folder);
// The first reading loads the model and takes long; it is changes that are to be interrupted.
await corpus.preview(null, { kind: "text", text: newsArticle(0, 4).body });
tell({ kind: "open" });
for (let n = 0; ; n++) {
  const server = next(3) === 0 ? null : SERVER;
  const word = `word${seed}x${n}`;
  const news = newsArticle(seed * 1_000 + n, 4);
  const draft = { ...news, title: `Title ${word}`, body: `${QUOTATION} said Ann Lee of ${word}. ${news.body}` };
  const own = corpus.scope(server).holdings.filter(({ article }) => article.id.includes("/") === (server !== null));
  const one = own[next(own.length || 1)];
  const removed = await corpus.removed(server);
  const choice = own.length > 8 ? 2 + next(2) : next(6);
  if (choice <= 1 || one === undefined) {
    tell({ kind: "begin", change: "add", server, word });
    const change = await corpus.add(server, draft, ACT);
    if (change.kind === "done") tell({ kind: "done", change: "add", id: change.article.id, word });
    else throw new Error(change.message, { cause: change.cause });
    continue;
  }
  const { id } = one.article;
  if (choice === 2 && removed.length > 0) {
    const back = removed[next(removed.length)]!;
    tell({ kind: "begin", change: "restore", id: back.id });
    const change = await corpus.restore(server, back.id, back.revision, ACT);
    if (change.kind === "done") tell({ kind: "done", change: "restore", id: back.id });
  } else if (choice === 3) {
    tell({ kind: "begin", change: "remove", id });
    const change = await corpus.remove(server, id, one.revision, ACT);
    if (change.kind === "done") tell({ kind: "done", change: "remove", id });
  } else if (choice === 4) {
    tell({ kind: "begin", change: "correct", id, word });
    const change = await corpus.correct(server, id, { kind: "speaker", quotation: QUOTATION, speaker: word }, ACT);
    if (change.kind === "done") tell({ kind: "done", change: "correct", id, word });
  } else {
    tell({ kind: "begin", change: "edit", id, word });
    const change = await corpus.edit(server, id, { ...draft, url: one.article.url }, one.revision, ACT);
    if (change.kind === "done") tell({ kind: "done", change: "edit", id, word });
  }
}
