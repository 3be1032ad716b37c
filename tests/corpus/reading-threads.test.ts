import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { afterEach, expect, it, vi } from "vitest";
import { derive } from "../../src/corpus/derive.ts";
import { unpackDerived } from "../../src/corpus/derived.ts";
import { ReadingThreads, Unread } from "../../src/corpus/reading-threads.ts";
import { NO_CORRECTIONS } from "../../src/reading/reading.ts";

/** Answers with the body; dies of one that says so, and throws nothing. */
const MORTAL = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, workerData } from "node:worker_threads";
    parentPort.on("message", ({ number, article: { body } }) => {
      workerData[0] = number;
      if (body === "fatal") process.exit(1);
      if (body === "endless") for (;;);
      if (body === "wrong") parentPort.postMessage([{ number, message: "it is wrong" }]);
      else parentPort.postMessage([{ number, result: new TextEncoder().encode(body) }]);
    });
  `)}`,
);

/** The same, but it answers only when nothing more is asked. */
const KEEPING = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
    parentPort.on("message", (first) => {
      const answers = [];
      for (let asked = first; asked !== undefined; asked = receiveMessageOnPort(parentPort)?.message) {
        workerData[0] = asked.number;
        if (asked.article.body === "fatal") process.exit(1);
        for (const end = Date.now() + Number(asked.article.body.match(/\\d+ ms/)?.[0].slice(0, -3) ?? 0); Date.now() < end; );
        answers.push({ number: asked.number, result: new TextEncoder().encode(asked.article.body) });
      }
      parentPort.postMessage(answers);
    });
  `)}`,
);

let threads: ReadingThreads;
afterEach(() => threads.end());

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

it("read what this thread would read", async () => {
  threads = new ReadingThreads();
  const article = {
    body: "“The port is sold,” Ann Lee said on Monday.\n\nBo Berg denied that “it was cheap”. \u{1F6A2} Ä",
    published: { value: "2024-05-08", basis: "stated" },
  } as const;
  const corrections = { speakers: [{ quotation: "“it was cheap”", speaker: "Carla Dietz" }], dates: [] };
  for (const corrected of [NO_CORRECTIONS, corrections]) {
    const { print, facts, reading } = unpackDerived(await threads.derive(article, corrected));
    const { paragraphs, sentences, attributions, people, timexes } = reading;
    expect({ print, facts, reading: { paragraphs, sentences, attributions, people, timexes } }).toEqual(
      derive(article, corrected),
    );
  }
});

it.runIf(process.platform === "linux")("leave the processor to answers", async () => {
  const before = nicest();
  threads = new ReadingThreads();
  await threads.derive({ body: "It rains.", published: null }, NO_CORRECTIONS);
  expect(nicest()).toBe(Math.max(10, before));
});

/** The least urgent priority among the threads of this process. */
function nicest(): number {
  // Field 19; the second field, the name in brackets, may hold spaces.
  const stats = readdirSync("/proc/self/task").map((id) => readFileSync(`/proc/self/task/${id}/stat`, "utf8"));
  return Math.max(...stats.map((stat) => Number(stat.split(") ").at(-1)!.split(" ")[16])));
}

it("lose no other article when one of them dies of an article", async () => {
  threads = new ReadingThreads(MORTAL);
  const bodies = ["a", "fatal", "b", "wrong", "fatal", "c"];
  const read = await Promise.allSettled(
    bodies.map((body) => threads.derive({ body, published: null }, NO_CORRECTIONS)),
  );
  expect(read.map((result) => (result.status === "fulfilled" ? text(result.value) : result.reason))).toEqual([
    "a",
    expect.any(Unread),
    "b",
    expect.objectContaining({ message: "it is wrong" }),
    expect.any(Unread),
    "c",
  ]);
});

it("name the article on which one of them dies, not one that it has read and not answered yet", async () => {
  threads = new ReadingThreads(KEEPING);
  const bodies = ["a", "b", "fatal", "c"];
  const read = await Promise.allSettled(
    bodies.map((body) => threads.derive({ body, published: null }, NO_CORRECTIONS)),
  );
  expect(read.map((result) => (result.status === "fulfilled" ? text(result.value) : result.reason))).toEqual([
    "a",
    "b",
    expect.any(Unread),
    "c",
  ]);
});

it("give up an article that takes too long, and read the others", async () => {
  threads = new ReadingThreads(MORTAL, { within: 500 });
  const [endless, next] = ["endless", "b"].map((body) => threads.derive({ body, published: null }, NO_CORRECTIONS));
  await expect(endless).rejects.toThrow("took too long");
  expect(text(await next!)).toBe("b");
});

it("give up none of many that are answered together, however long all of them take", async () => {
  threads = new ReadingThreads(KEEPING, { within: 500 });
  const bodies = ["200 ms", "201 ms", "202 ms", "203 ms", "204 ms"];
  const read = await Promise.all(bodies.map((body) => threads.derive({ body, published: null }, NO_CORRECTIONS)));
  expect(read.map(text)).toEqual(bodies);
});

it("are not more than one for long, when nothing is to be read, and read again", async () => {
  threads = new ReadingThreads(MORTAL, { idle: 1 });
  const read = (body: string) => threads.derive({ body, published: null }, NO_CORRECTIONS);
  const long = "a".repeat(100_000);
  const all = Promise.all([read(long), read("b")]);
  const most = Math.min(2, availableParallelism());
  expect(threads.size).toBe(most);
  await all;
  await vi.waitFor(() => expect(threads.size).toBe(1));
  expect(text(await read("c"))).toBe("c");
});

it("say of what is left at the end that it was not read", async () => {
  threads = new ReadingThreads(new URL("data:text/javascript,import%20'node:fs';setInterval(()=>{},1e6)"));
  const read = threads.derive({ body: "never", published: null }, NO_CORRECTIONS);
  const failed = expect(read).rejects.toThrow("the corpus was closed");
  await threads.end();
  await failed;
});

it("are started no more after the end", async () => {
  threads = new ReadingThreads(MORTAL);
  await threads.end();
  await expect(threads.derive({ body: "a", published: null }, NO_CORRECTIONS)).rejects.toThrow("the corpus was closed");
  expect(threads.size).toBe(0);
});
