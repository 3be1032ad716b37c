import { type WebSocket, WebSocketServer } from "ws";

// biome-ignore lint/suspicious/noExplicitAny: gateway payloads are whatever a test wants to send.
type Json = any;

type Session = { readonly id: string; sequence: number; readonly log: Json[]; socket: WebSocket | null };

/** Discord's gateway on loopback: Hello, Identify, Resume with replay, heartbeats, and any close code on demand. */
export class Gateway {
  readonly #server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  readonly #sessions = new Map<string, Session>();
  readonly token: string;
  /** What READY says, and the dispatches that follow it. */
  readonly #greeting: () => { ready: Json; after: readonly (readonly [string, Json])[] };
  /** Close every Identify with this code (4004, 4014), when set. */
  refuseWith: number | null = null;
  /** Answer the next Resume with op 9. */
  refuseResume = false;
  /** Cut every connection as it comes. */
  unreachable = false;
  heartbeatInterval = 41_250;
  identifies = 0;
  resumes = 0;
  /** Connections that hear nothing and on which nothing arrives. */
  readonly #frozen = new WeakSet<WebSocket>();

  constructor(token: string, greeting: () => { ready: Json; after: readonly (readonly [string, Json])[] }) {
    this.token = token;
    this.#greeting = greeting;
    this.#server.on("connection", (socket) => {
      if (this.unreachable) return socket.terminate();
      socket.on("close", () => {
        for (const session of this.#sessions.values()) if (session.socket === socket) session.socket = null;
      });
      socket.on("message", (bytes) => this.#receive(socket, JSON.parse(String(bytes))));
      socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: this.heartbeatInterval }, s: null, t: null }));
    });
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("The gateway does not listen.");
    return `ws://127.0.0.1:${address.port}`;
  }

  /** Whether what is dispatched arrives at once. */
  get isConnected(): boolean {
    const sockets = [...this.#sessions.values()].map(({ socket }) => socket);
    return sockets.length > 0 && sockets.every((socket) => socket !== null && !this.#frozen.has(socket));
  }

  /** Sends a dispatch to every session; one that is disconnected gets it when it resumes. */
  dispatch(t: string, d: Json): void {
    for (const session of this.#sessions.values()) this.#send(session, t, d);
  }

  /** Sends an opcode as it is: 7 (reconnect), 9 (invalid session). */
  signal(op: number, d: Json): void {
    for (const { socket } of this.#sessions.values()) socket?.send(JSON.stringify({ op, d, s: null, t: null }));
  }

  /** Sends text that need not be JSON. */
  sendRaw(text: string): void {
    for (const { socket } of this.#sessions.values()) socket?.send(text);
  }

  /** Makes zombies of the connections that there are: they stay open and nothing passes any more. */
  freeze(): void {
    for (const { socket } of this.#sessions.values()) if (socket !== null) this.#frozen.add(socket);
  }

  /** Closes with a code, or cuts the connection. */
  close(code: number | "cut"): void {
    for (const session of this.#sessions.values()) {
      if (code === "cut") session.socket?.terminate();
      else session.socket?.close(code);
      session.socket = null;
    }
  }

  async stop(): Promise<void> {
    for (const client of this.#server.clients) client.terminate();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #receive(socket: WebSocket, { op, d }: Json): void {
    if (this.#frozen.has(socket)) return;
    if (op === 1) {
      socket.send(JSON.stringify({ op: 11, d: null, s: null, t: null }));
    } else if (op === 2) {
      this.identifies++;
      if (this.refuseWith !== null || d.token !== this.token) {
        socket.close(this.refuseWith ?? 4004);
        return;
      }
      this.#sessions.clear();
      const session: Session = { id: `session${this.identifies}`, sequence: 0, log: [], socket };
      this.#sessions.set(session.id, session);
      const { ready, after } = this.#greeting();
      this.#send(session, "READY", { ...ready, session_id: session.id, resume_gateway_url: this.url });
      for (const [t, data] of after) this.#send(session, t, data);
    } else if (op === 6) {
      const session = this.#sessions.get(d.session_id);
      if (session === undefined || this.refuseResume) {
        this.refuseResume = false;
        socket.send(JSON.stringify({ op: 9, d: false, s: null, t: null }));
        return;
      }
      this.resumes++;
      session.socket = socket;
      for (const packet of session.log) if (packet.s > d.seq) socket.send(JSON.stringify(packet));
      this.#send(session, "RESUMED", {});
    }
  }

  #send(session: Session, t: string, d: Json): void {
    const packet = { op: 0, t, d, s: ++session.sequence };
    session.log.push(packet);
    if (session.log.length > 500) session.log.shift();
    if (session.socket !== null && !this.#frozen.has(session.socket)) session.socket.send(JSON.stringify(packet));
  }
}
