import { Gateway } from "./gateway.ts";
import { type Answered, Rest, type Sent, type SentFile } from "./rest.ts";

// biome-ignore lint/suspicious/noExplicitAny: payloads are Discord's; tests read what they need of them.
export type Json = any;

export const TOKEN = "loopback.test.token";
export const APPLICATION = "900000000000000001";

let last = 1_200_000_000_000_000_000n;
/** A fresh Discord id. */
export const snowflake = (): string => String(++last);

/** A message as it stands in a channel; `files` holds what was attached. */
export type Message = Json & { readonly id: string; files: SentFile[] };

/** One interaction and everything the bot did about it. */
export class Exchange {
  readonly id = snowflake();
  readonly token = `token-${this.id}`;
  readonly created = Date.now();
  /** The callback type of the first answer: 4 message, 5 deferred, 6 deferred update, 7 update, 8 choices, 9 modal. */
  acknowledged: number | null = null;
  acknowledgedAfter: number | null = null;
  /** The new message, or the one that was updated; `null` when there is none or it was deleted. */
  message: Message | null = null;
  modal: Json = null;
  choices: readonly { name: string; value: string }[] | null = null;
  readonly followUps: Message[] = [];
  deleted = false;
  settled = false;
  /** The message whose component was used. */
  readonly source: Message | null;
  #waiting: (() => void)[] = [];

  constructor(source: Message | null) {
    this.source = source;
  }

  settle(): void {
    this.settled = true;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** Resolves when the bot has answered in full; rejects after `milliseconds`. */
  async answered(milliseconds = 15_000): Promise<this> {
    if (this.settled) return this;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`No answer within ${milliseconds} ms.`)), milliseconds);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
    return this;
  }

  /** Whether the last thing shown is for the member alone. */
  get isPrivate(): boolean {
    return ((this.shown?.flags ?? 0) & 64) !== 0;
  }

  /** What the member sees last: the newest follow-up, else the message. */
  get shown(): Message | null {
    return this.followUps.at(-1) ?? this.message;
  }
}

/** Discord on loopback: gateway, REST and the state of its messages. */
export class Double {
  readonly rest = new Rest((sent) => this.#answer(sent));
  readonly gateway: Gateway;
  readonly exchanges = new Map<string, Exchange>();
  readonly messages = new Map<string, Message>();
  readonly guilds = new Map<string, Json>();
  /** What is registered, as Discord would list it; keyed by guild id or "". */
  readonly commands = new Map<string, Json[]>();
  sessionStarts = 1000;
  /** Milliseconds until there are session starts again. */
  sessionStartsAfter = 1000;
  api = "";
  readonly #nonces = new Map<string, Message>();
  #onMessage: ((message: Message) => void)[] = [];

  constructor() {
    this.gateway = new Gateway(TOKEN, () => ({
      ready: {
        v: 10,
        user: BOT,
        guilds: [...this.guilds.keys()].map((id) => ({ id, unavailable: true })),
        application: { id: APPLICATION, flags: 0 },
        shard: [0, 1],
      },
      after: [...this.guilds.values()].map((guild) => ["GUILD_CREATE", guild] as const),
    }));
  }

  async start(): Promise<this> {
    this.api = await this.rest.listen();
    return this;
  }

  async stop(): Promise<void> {
    await this.gateway.stop();
    await this.rest.stop();
  }

  /** Sends an interaction and keeps what comes back. */
  interact(payload: Json, source: Message | null = null): Exchange {
    const exchange = new Exchange(source);
    this.exchanges.set(exchange.token, exchange);
    this.gateway.dispatch("INTERACTION_CREATE", { ...payload, id: exchange.id, token: exchange.token });
    return exchange;
  }

  /** The next message that the bot posts to a channel. */
  nextMessage(milliseconds = 15_000): Promise<Message> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`No message within ${milliseconds} ms.`)), milliseconds);
      this.#onMessage.push((message) => {
        clearTimeout(timer);
        resolve(message);
      });
    });
  }

  #answer(sent: Sent): Answered {
    const { method, path, body } = sent;
    const route = `${method} ${path}`;
    if (path === "/gateway/bot") {
      const reset_after = this.sessionStartsAfter;
      const session_start_limit = { total: 1000, remaining: this.sessionStarts, reset_after, max_concurrency: 1 };
      return { status: 200, body: { url: this.gateway.url, shards: 1, session_start_limit } };
    }
    if (path === "/applications/@me") return { status: 200, body: { id: APPLICATION } };
    const commands = /^\/applications\/\d+(?:\/guilds\/(\d+))?\/commands/.exec(path);
    if (commands !== null) {
      const key = commands[1] ?? "";
      if (method === "PUT") this.commands.set(key, body.map(registered));
      return { status: 200, body: this.commands.get(key) ?? [] };
    }
    const callback = /^\/interactions\/(\d+)\/([^/]+)\/callback/.exec(path);
    if (callback !== null) return this.#acknowledge(callback[2]!, sent);
    const webhook = /^\/webhooks\/\d+\/([^/?]+)(?:\/messages\/([^/?]+))?/.exec(path);
    if (webhook !== null) return this.#webhook(webhook[1]!, webhook[2] ?? null, sent);
    const channel = /^\/channels\/(\d+)\/messages(?:\/(\d+))?/.exec(path);
    if (channel !== null && method === "POST") {
      const before = body.enforce_nonce ? this.#nonces.get(body.nonce) : undefined;
      if (before !== undefined) return { status: 200, body: wire(before) };
      const message = this.#create({ ...body, channel_id: channel[1] }, sent.files);
      this.#nonces.set(body.nonce, message);
      for (const resolve of this.#onMessage.splice(0)) resolve(message);
      return { status: 200, body: wire(message) };
    }
    if (channel !== null && method === "GET") {
      const message = this.messages.get(channel[2] ?? "");
      return message
        ? { status: 200, body: wire(message) }
        : { status: 404, body: { code: 10008, message: "Unknown Message" } };
    }
    if (channel !== null && method === "DELETE") {
      this.messages.delete(channel[2]!);
      return { status: 204 };
    }
    this.rest.problems.push(`${route}: the double does not know it`);
    return { status: 404, body: { code: 0, message: "404: Not Found" } };
  }

  #acknowledge(token: string, { path, body, files }: Sent): Answered {
    const exchange = this.exchanges.get(token);
    if (exchange === undefined || Date.now() - exchange.created > 3000) {
      return { status: 404, body: { code: 10062, message: "Unknown interaction" } };
    }
    if (exchange.acknowledged !== null) {
      // Whoever got no answer may ask again.
      if (!this.rest.unanswered.has(path)) this.rest.problems.push(`interaction ${exchange.id} acknowledged twice`);
      return { status: 400, body: { code: 40060, message: "Interaction has already been acknowledged." } };
    }
    exchange.acknowledged = body.type;
    exchange.acknowledgedAfter = Date.now() - exchange.created;
    const flags = body.data?.flags ?? 0;
    if (body.type === 4) exchange.message = this.#create(body.data, files);
    // A deferred message keeps only whether it is for one member.
    if (body.type === 5) exchange.message = this.#create({ flags: flags & 64 }, []);
    if (body.type === 6) exchange.message = exchange.source;
    if (body.type === 7) {
      if (exchange.source === null) return { status: 400, body: { code: 50035, message: "Nothing to update" } };
      exchange.message = this.#edit(exchange.source, body.data, files);
    }
    if (body.type === 8) exchange.choices = body.data.choices;
    if (body.type === 9) exchange.modal = body.data;
    if (body.type !== 5 && body.type !== 6) exchange.settle();
    return { status: 204 };
  }

  #webhook(token: string, id: string | null, { method, body, files }: Sent): Answered {
    const exchange = this.exchanges.get(token);
    if (exchange === undefined || exchange.acknowledged === null) {
      return { status: 404, body: { code: 10015, message: "Unknown Webhook" } };
    }
    if (id === null) {
      const message = this.#create(body, files);
      exchange.followUps.push(message);
      exchange.settle();
      return { status: 200, body: wire(message) };
    }
    const message = id === "@original" ? exchange.message : this.messages.get(id);
    if (!message) return { status: 404, body: { code: 10008, message: "Unknown Message" } };
    if (method === "DELETE") {
      this.messages.delete(message.id);
      exchange.deleted = true;
      exchange.message = null;
      // A deferred answer is deleted when an error follows in private.
      if (exchange.acknowledged === 6) exchange.settle();
      return { status: 204 };
    }
    if (method === "PATCH") {
      this.#edit(message, body, files);
      exchange.settle();
    }
    return { status: 200, body: wire(message) };
  }

  #create(data: Json, files: readonly SentFile[]): Message {
    const message: Message = {
      id: snowflake(),
      channel_id: data.channel_id ?? snowflake(),
      author: BOT,
      content: data.content ?? "",
      timestamp: new Date().toISOString(),
      edited_timestamp: null,
      tts: false,
      mention_everyone: false,
      mentions: [],
      mention_roles: [],
      attachments: [],
      embeds: [],
      pinned: false,
      type: data.message_reference ? 19 : 0,
      flags: data.flags ?? 0,
      components: numbered(data.components ?? []),
      ...(data.message_reference ? { message_reference: data.message_reference } : {}),
      files: [...files],
    };
    this.#attach(message);
    this.messages.set(message.id, message);
    return message;
  }

  #edit(message: Message, data: Json, files: readonly SentFile[]): Message {
    if (data?.components) message.components = numbered(data.components);
    if (data?.flags !== undefined) message.flags |= data.flags;
    // What the attachments list does not name is dropped; new files are added.
    if (data?.attachments !== undefined || files.length > 0) message.files = [...files];
    this.#attach(message);
    return message;
  }

  #attach(message: Message): void {
    message.attachments = message.files.map(({ name, bytes }: SentFile) => ({
      id: snowflake(),
      filename: name,
      size: bytes.length,
      url: `https://cdn.discordapp.com/${name}`,
      proxy_url: `https://cdn.discordapp.com/${name}`,
    }));
  }
}

export const BOT = {
  id: APPLICATION,
  username: "Verbatim",
  discriminator: "0001",
  global_name: null,
  avatar: null,
  bot: true,
  public_flags: 0,
  flags: 0,
};

/** Discord numbers components that carry no id. */
function numbered(components: readonly Json[]): Json[] {
  let next = 1;
  const number = (component: Json): Json => ({
    id: next++,
    ...component,
    ...(component.components ? { components: component.components.map(number) } : {}),
    ...(component.accessory ? { accessory: number(component.accessory) } : {}),
  });
  return components.map(number);
}

const wire = ({ files: _, ...message }: Message): Json => message;

/** A command as Discord lists it: with ids and every default spelled out. */
function registered(command: Json): Json {
  return {
    id: snowflake(),
    application_id: APPLICATION,
    version: snowflake(),
    type: 1,
    name_localizations: null,
    description: "",
    description_localizations: null,
    default_member_permissions: null,
    dm_permission: true,
    nsfw: false,
    integration_types: [0],
    contexts: null,
    ...command,
  };
}
