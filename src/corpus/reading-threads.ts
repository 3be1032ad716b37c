import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { InferredPublished } from "../reading/infer-published.ts";
import type { Corrections } from "../reading/reading.ts";
import type { ToRead } from "./derive.ts";
import { workerFile } from "./worker-file.ts";

/** What a thread is asked: to read an article, or (without corrections) when it was published. */
export type Asked = {
  readonly number: number;
  readonly article: ToRead;
  readonly corrections: Corrections | null;
};

/** What it answers to each, several together: the result, or why there is none. */
export type Answered =
  | { readonly number: number; readonly result: Uint8Array<ArrayBuffer> | InferredPublished | null }
  | { readonly number: number; readonly message: string };

type Waiting = {
  readonly asked: Asked;
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
};

type Thread = {
  readonly worker: Worker;
  /** The number of what it reads at the moment, in memory that it shares. */
  readonly current: Int32Array;
  /** By number of the question. */
  readonly waiting: Map<number, Waiting>;
  /** How many characters it has still to read. */
  characters: number;
  /** Ends it, when it reads one article for too long or had nothing to read for long. */
  end: NodeJS.Timeout | undefined;
};

const MOST = Math.min(4, availableParallelism());
/** A further thread takes half a second to start: only when each one has this many characters to read. */
const MUCH = 50_000;
/** A thread takes about 100 MB: all but one are ended after so many milliseconds without work. */
const IDLE = 60_000;
/** Milliseconds for one article, at most twice as many; the longest take two seconds. */
const WITHIN = 60_000;

/** Thrown when an article could not be read; nothing is wrong with the disk. */
export class Unread extends Error {}

/**
 * Threads that read articles, so that answers go on meanwhile. Each is started when it is needed; one without work
 * keeps no process alive.
 */
export class ReadingThreads {
  readonly #file: URL;
  readonly #threads = new Set<Thread>();
  readonly #idle: number;
  readonly #within: number;
  #asked = 0;
  #ended = false;

  /** All for tests. */
  constructor(file: URL = workerFile("reading-worker", import.meta.url), { idle = IDLE, within = WITHIN } = {}) {
    this.#file = file;
    this.#idle = idle;
    this.#within = within;
  }

  /** How many there are. */
  get size(): number {
    return this.#threads.size;
  }

  /** What `derive` gives, packed. An article on which a thread dies is an error; the others are read by another. */
  derive({ body, published, print }: ToRead, corrections: Corrections): Promise<Uint8Array> {
    return this.#result({ body, published, ...(print !== undefined && { print }) }, corrections);
  }

  /** What `inferPublished` gives. */
  inferPublished(body: string): Promise<InferredPublished | null> {
    return this.#result({ body, published: null }, null);
  }

  /** Ends all threads; what they still had to read is an error. */
  async end(): Promise<void> {
    this.#ended = true;
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()));
  }

  #result<T>(article: ToRead, corrections: Corrections | null): Promise<T> {
    const asked = { number: ++this.#asked, article, corrections };
    return new Promise((resolve, reject) => this.#ask({ asked, resolve, reject }));
  }

  #ask(waiting: Waiting): void {
    if (this.#ended) {
      waiting.reject(new Unread("the corpus was closed"));
      return;
    }
    const thread = this.#free();
    thread.waiting.set(waiting.asked.number, waiting);
    thread.characters += waiting.asked.article.body.length;
    if (thread.waiting.size === 1) this.#limit(thread);
    thread.worker.ref();
    thread.worker.postMessage(waiting.asked);
  }

  /** The thread with the least to read. */
  #free(): Thread {
    const [first] = [...this.#threads].sort((a, b) => a.characters - b.characters);
    const enough = first !== undefined && (first.characters < MUCH || this.#threads.size >= MOST);
    return enough ? first : this.#start();
  }

  /** It begins another article. */
  #limit(thread: Thread): void {
    clearTimeout(thread.end);
    const [begun] = thread.current;
    const end = () => {
      // Several are answered together: it goes on as long as it is not one that takes it all the time.
      if (thread.current[0] === begun) void thread.worker.terminate();
      else this.#limit(thread);
    };
    thread.end = setTimeout(end, this.#within);
  }

  #rest(thread: Thread): void {
    clearTimeout(thread.end);
    thread.worker.unref();
    const end = () => {
      if (this.#threads.size === 1) return;
      // Nothing more is asked of it from here on.
      this.#threads.delete(thread);
      void thread.worker.terminate();
    };
    thread.end = setTimeout(end, this.#idle).unref();
  }

  #start(): Thread {
    const current = new Int32Array(new SharedArrayBuffer(4));
    const worker = new Worker(this.#file, { env: {}, execArgv: [], workerData: current });
    const thread: Thread = { worker, current, waiting: new Map(), characters: 0, end: undefined };
    this.#threads.add(thread);
    worker.on("message", (answers: readonly Answered[]) => {
      for (const answered of answers) {
        const { asked, resolve, reject } = thread.waiting.get(answered.number)!;
        thread.waiting.delete(answered.number);
        thread.characters -= asked.article.body.length;
        if ("result" in answered) resolve(answered.result as never);
        else reject(new Unread(answered.message));
      }
      if (thread.waiting.size === 0) this.#rest(thread);
      else this.#limit(thread);
    });
    let cause: unknown;
    worker.once("error", (error) => {
      cause = error;
    });
    worker.once("exit", () => {
      clearTimeout(thread.end);
      this.#threads.delete(thread);
      // Where it died before it read anything, of the first: nothing is asked for ever.
      const fatal = thread.waiting.get(current[0]!) ?? thread.waiting.values().next().value;
      for (const waiting of thread.waiting.values()) {
        if (waiting === fatal && !this.#ended)
          waiting.reject(new Unread("the thread that reads died of it or took too long", { cause }));
        else this.#ask(waiting);
      }
    });
    return thread;
  }
}
