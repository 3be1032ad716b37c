import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { requestErrors } from "./validate.ts";

// biome-ignore lint/suspicious/noExplicitAny: bodies are what the bot sends; validate.ts judges them.
type Json = any;

/** A file of a multipart request. */
export type SentFile = { readonly name: string; readonly bytes: Uint8Array };

/** One request that the bot made. */
export type Sent = {
  readonly method: string;
  /** Without `/api/v10`. */
  readonly path: string;
  readonly body: Json;
  readonly files: readonly SentFile[];
};

/** What to do to the next `times` requests that match, instead of answering. */
export type Fault = {
  readonly method: string;
  readonly path: RegExp;
  times: number;
  readonly act:
    | { readonly status: number; readonly body?: Json; readonly headers?: Record<string, string> }
    | "reset"
    | "hang"
    /** The request is carried out and the connection broken before the answer. */
    | "reset after";
};

export type Answered = { readonly status: number; readonly body?: Json };

/** Discord's REST on loopback: parses, validates, then lets `answer` decide. */
export class Rest {
  readonly sent: Sent[] = [];
  /** Everything that Discord would have refused. */
  readonly problems: string[] = [];
  readonly faults: Fault[] = [];
  /** What is served beside the API, by path: attached files, pages to add. */
  readonly served = new Map<string, { readonly type: string; readonly body: string | Uint8Array }>();
  /** Paths of requests that were carried out and whose answer the bot did not get, or gave up waiting for. */
  readonly unanswered = new Set<string>();
  readonly #lastOn = new WeakMap<Socket, string>();
  /** How many bodies the validator saw. */
  validated = 0;
  readonly #answer: (sent: Sent) => Answered;
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  constructor(answer: (sent: Sent) => Answered) {
    this.#answer = answer;
  }

  async listen(): Promise<string> {
    // A connection that the bot is done with stays open for the next request.
    this.#server.on("connection", (socket) =>
      socket.on("close", () => this.unanswered.add(this.#lastOn.get(socket) ?? "")),
    );
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("REST does not listen.");
    return `http://127.0.0.1:${address.port}/api`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const method = request.method ?? "GET";
    const path = decodeURIComponent((request.url ?? "").replace(/^\/api\/v10/, ""));
    this.#lastOn.set(request.socket, path);
    const fault = this.faults.find((f) => f.times > 0 && f.method === method && f.path.test(path));
    if (fault !== undefined) fault.times--;
    if (fault !== undefined && fault.act !== "reset after") {
      if (fault.act === "reset") return void request.socket.destroy();
      if (fault.act === "hang") return;
      return send(response, fault.act.status, fault.act.body ?? {}, fault.act.headers);
    }
    const page = this.served.get(path);
    if (page !== undefined) {
      response.writeHead(200, { "content-type": page.type }).end(page.body);
      return;
    }
    const { body, files } = await parseBody(Buffer.concat(chunks), request.headers["content-type"] ?? "");
    const names = files.map(({ name }) => name);
    const errors = requestErrors(method, path, body, names);
    if (method !== "GET" && method !== "DELETE") this.validated++;
    const sent: Sent = { method, path, body, files };
    this.sent.push(sent);
    if (errors === null || errors.length > 0) {
      this.problems.push(...(errors ?? ["an unknown route"]).map((error) => `${method} ${path}: ${error}`));
      return send(response, 400, { code: 50035, message: "Invalid Form Body", errors });
    }
    const { status, body: answer } = this.#answer(sent);
    if (fault !== undefined) return void request.socket.destroy();
    send(response, status, answer);
  }
}

function send(response: ServerResponse, status: number, body?: Json, headers: Record<string, string> = {}): void {
  if (body === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

async function parseBody(bytes: Buffer, type: string): Promise<{ body: Json; files: SentFile[] }> {
  if (bytes.length === 0) return { body: undefined, files: [] };
  if (!type.startsWith("multipart/")) return { body: JSON.parse(bytes.toString("utf8")), files: [] };
  const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
  const files: SentFile[] = [];
  for (const [, value] of form) {
    if (typeof value !== "string") files.push({ name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  return { body: JSON.parse(String(form.get("payload_json") ?? "{}")), files };
}
