import { APPLICATION, type Double, Exchange, type Json, type Message, snowflake } from "./double.ts";
import { componentsOf } from "./limits.ts";

const EVERYDAY = 1n << 10n; // View Channel
const MANAGE_MESSAGES = 1n << 13n;
const ALL = String((1n << 50n) - 1n);

/** A server with one text channel. */
export class Server {
  readonly double: Double;
  readonly id: string;
  readonly channel: string = snowflake();

  constructor(double: Double, id: string = snowflake()) {
    this.double = double;
    this.id = id;
    double.guilds.set(id, guildPayload(id, this.channel));
  }

  /** The bot is added to it while it is connected. */
  join(): void {
    this.double.gateway.dispatch("GUILD_CREATE", this.double.guilds.get(this.id));
  }

  /** The bot is removed from it. */
  leave(): void {
    this.double.guilds.delete(this.id);
    this.double.gateway.dispatch("GUILD_DELETE", { id: this.id });
  }

  /** Discord cannot serve it for a while. */
  fail(): void {
    this.double.gateway.dispatch("GUILD_DELETE", { id: this.id, unavailable: true });
  }

  member(name: string, { moderator = false } = {}): Member {
    return new Member(this, name, moderator);
  }
}

/** Somebody in a server who types, presses and chooses. */
export class Member {
  readonly server: Server;
  readonly user: Json;
  readonly #moderator: boolean;

  constructor(server: Server, name: string, moderator: boolean) {
    this.server = server;
    this.#moderator = moderator;
    this.user = {
      id: snowflake(),
      username: name,
      discriminator: "0",
      global_name: name,
      avatar: null,
      public_flags: 0,
    };
  }

  /** `/name` with options; `sub` names a subcommand. */
  slash(name: string, options: Record<string, Json> = {}, sub?: string): Promise<Exchange> {
    const given = Object.entries(options).map(([key, value]) => ({ name: key, type: typeOf(value), value }));
    const nested = sub === undefined ? given : [{ name: sub, type: 1, options: given }];
    return this.#send(2, { id: snowflake(), name, type: 1, options: nested }).answered();
  }

  /** What is offered while `option` is typed. */
  async complete(command: string, option: string, typed: string): Promise<string[]> {
    const options = [{ name: option, type: 3, value: typed, focused: true }];
    const exchange = await this.#send(4, { id: snowflake(), name: command, type: 1, options }).answered();
    return (exchange.choices ?? []).map(({ value }) => value);
  }

  /** An entry of the menu of a message. */
  menu(name: string, content: string, attachments: Json[] = []): Promise<Exchange> {
    const target = snowflake();
    const message = userMessage(target, this.server.channel, this.user, content, attachments);
    const resolved = { messages: { [target]: message } };
    return this.#send(2, { id: snowflake(), name, type: 3, target_id: target, resolved }).answered();
  }

  /** Presses the button with that label; with several of them, the one at `at`. */
  press(message: Message | null, label: string, at = 0): Promise<Exchange> {
    const found = componentsOf(message).filter((c) => c.type === 2 && c.label === label);
    const button = found[at];
    if (button === undefined) throw new Error(`There is no button "${label}": ${JSON.stringify(labelsOf(message))}`);
    if (button.disabled) throw new Error(`"${label}" is disabled.`);
    return this.pressId(message, button.custom_id);
  }

  /** Presses a button with any custom_id, real or forged. */
  pressId(message: Message | null, custom_id: string): Promise<Exchange> {
    return this.#send(3, { custom_id, component_type: 2 }, message).answered();
  }

  /** Chooses in the first menu of the message, or in the one whose custom_id begins so. */
  choose(message: Message | null, value: string, menu = ""): Promise<Exchange> {
    const select = componentsOf(message).find((c) => c.type === 3 && c.custom_id.startsWith(menu));
    return this.#send(3, { custom_id: select.custom_id, component_type: 3, values: [value] }, message).answered();
  }

  /** Submits a modal that was opened, with text by field; `files` by field. */
  submit(
    opened: Exchange,
    fields: Record<string, string>,
    files: Record<string, { name: string; url: string; size: number }[]> = {},
  ): Promise<Exchange> {
    return this.submitId(opened.modal.custom_id, opened.modal.components, opened.source, fields, files);
  }

  submitId(
    custom_id: string,
    components: readonly Json[],
    source: Message | null,
    fields: Record<string, string>,
    files: Record<string, { name: string; url: string; size: number }[]> = {},
  ): Promise<Exchange> {
    const attachments: Record<string, Json> = {};
    const filled = components
      .filter(({ type }) => type === 18)
      .map(({ component }, i) => {
        const { type, custom_id: field } = component;
        if (type === 19) {
          const values = (files[field] ?? []).map(({ name, url, size }) => {
            const id = snowflake();
            attachments[id] = { id, filename: name, size, url, proxy_url: url };
            return id;
          });
          return { type: 18, id: 2 * i + 1, component: { type, id: 2 * i + 2, custom_id: field, values } };
        }
        const value = fields[field] ?? component.value ?? "";
        const chosen = type === 3 ? { values: value === "" ? [] : [value] } : { value };
        return { type: 18, id: 2 * i + 1, component: { type, id: 2 * i + 2, custom_id: field, ...chosen } };
      });
    return this.#send(5, { custom_id, components: filled, resolved: { attachments } }, source).answered();
  }

  /** Writes in the channel; with `mention` the bot is pinged and so can read it. */
  async say(content: string, { mention = true, replyTo = null as Message | null } = {}): Promise<Message> {
    const next = this.server.double.nextMessage();
    this.write(content, { mention, replyTo });
    return next;
  }

  /** The same without waiting for an answer. */
  write(content: string, { mention = true, replyTo = null as Message | null } = {}): void {
    const { double, id, channel } = this.server;
    const bot = { id: APPLICATION, username: "Verbatim", discriminator: "0001", avatar: null, bot: true };
    double.gateway.dispatch("MESSAGE_CREATE", {
      ...userMessage(snowflake(), channel, this.user, mention ? content : ""),
      guild_id: id,
      member: memberPayload(),
      mentions: mention ? [{ ...bot, member: memberPayload() }] : [],
      ...(replyTo && { type: 19, message_reference: { type: 0, channel_id: channel, message_id: replyTo.id } }),
    });
  }

  /** An interaction's payload, for tests that spoil it. */
  payload(type: number, data: Json, source: Message | null = null): Json {
    const { server } = this;
    const permissions = String(EVERYDAY | (this.#moderator ? MANAGE_MESSAGES : 0n));
    const { files: _, ...message } = source ?? { files: [] };
    return {
      application_id: APPLICATION,
      type,
      data,
      guild_id: server.id,
      guild: { id: server.id, locale: "en-US", features: [] },
      channel_id: server.channel,
      channel: { id: server.channel, type: 0, guild_id: server.id, name: "news", permissions: ALL },
      member: { ...memberPayload(), user: this.user, permissions },
      version: 1,
      app_permissions: ALL,
      locale: "en-US",
      guild_locale: "en-US",
      entitlements: [],
      authorizing_integration_owners: { "0": server.id },
      context: 0,
      attachment_size_limit: 10_485_760,
      ...(source !== null && { message }),
    };
  }

  #send(type: number, data: Json, source: Message | null = null): Exchange {
    return this.server.double.interact(this.payload(type, data, source), source);
  }
}

/** All the text of a message, in order. */
export function textOf(message: Message | null): string {
  return componentsOf(message)
    .filter(({ type }) => type === 10)
    .map(({ content }) => content)
    .join("\n");
}

export function labelsOf(message: Message | null): string[] {
  return componentsOf(message).flatMap(({ type, label }) => (type === 2 ? [label] : []));
}

/** The words between the bars, one entry for each text, with the escaping undone. */
export function quotesOf(message: Message | null): string[] {
  return componentsOf(message)
    .filter(({ type }) => type === 10)
    .flatMap(({ content }) => {
      const lines: string[] = content.split("\n");
      const quoted = lines.filter((line) => line.startsWith("> ")).map((line) => line.slice(2));
      return quoted.length === 0 ? [] : [quoted.join("\n").replace(/\\([^0-9A-Za-z\s])/g, "$1")];
    });
}

export { Exchange };

function typeOf(value: Json): number {
  return typeof value === "boolean" ? 5 : typeof value === "number" ? 4 : 3;
}

function memberPayload(): Json {
  return { roles: [], joined_at: "2021-01-01T00:00:00Z", deaf: false, mute: false, flags: 0, nick: null, avatar: null };
}

function userMessage(id: string, channel: string, author: Json, content: string, attachments: Json[] = []): Json {
  return {
    id,
    channel_id: channel,
    author,
    content,
    timestamp: "2026-01-01T00:00:00Z",
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments,
    embeds: [],
    pinned: false,
    type: 0,
    flags: 0,
    components: [],
  };
}

function guildPayload(id: string, channel: string): Json {
  const everyone = {
    id,
    name: "@everyone",
    color: 0,
    hoist: false,
    position: 0,
    permissions: ALL,
    managed: false,
    mentionable: false,
    flags: 0,
  };
  return {
    id,
    name: `server ${id}`,
    icon: null,
    splash: null,
    owner_id: snowflake(),
    region: "x",
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    roles: [everyone],
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    system_channel_id: null,
    premium_tier: 0,
    preferred_locale: "en-US",
    nsfw_level: 0,
    joined_at: "2021-01-01T00:00:00Z",
    large: false,
    unavailable: false,
    member_count: 2,
    voice_states: [],
    members: [
      {
        ...memberPayload(),
        user: { id: APPLICATION, username: "Verbatim", discriminator: "0001", avatar: null, bot: true },
      },
    ],
    channels: [
      { id: channel, type: 0, name: "news", position: 0, permission_overwrites: [], parent_id: null, nsfw: false },
    ],
    threads: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
