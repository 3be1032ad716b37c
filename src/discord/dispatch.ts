import type { AutocompleteInteraction, BaseInteraction, Interaction, RepliableInteraction } from "discord.js";
import { ACTIONS } from "./actions/index.ts";
import type { Call, Command, CommandInteraction, ComponentInteraction, Reply, Services } from "./command.ts";
import { parseCustomId } from "./custom-id.ts";
import { adviceFor, isTooLate, newReference } from "./failure.ts";
import { MODERATOR } from "./permissions.ts";
import { RateLimit } from "./rate-limit.ts";
import { notice } from "./render/components.ts";
import { oneLine } from "./render/escape.ts";
import { tell } from "./replies.ts";
import { isBeingAcknowledged, respond, sayPrivately } from "./respond.ts";

export type DispatchOptions = {
  readonly commands: readonly Command[];
  /** How often one member, and how often all of one server, may ask. */
  readonly limits: { readonly perMember: number; readonly perServer: number };
};

const UNKNOWN = "This is not something I know, or no longer. Please ask again with /ask.";
const REMEMBERED = 5_000;
const RESTARTING = "I am about to restart; please try again in a minute.";

/** Finds who answers an interaction, answers it, and turns every failure into one sentence and one log entry. */
export class Dispatch {
  readonly #options: DispatchOptions;
  readonly #services: Services;
  readonly #members: RateLimit;
  readonly #servers: RateLimit;
  readonly #open = new Map<RepliableInteraction, Promise<void>>();
  /** Ids of the last interactions. */
  readonly #taken = new Set<string>();
  #stopping = false;

  constructor(options: DispatchOptions, services: Services) {
    this.#options = options;
    this.#services = services;
    this.#members = new RateLimit(options.limits.perMember);
    this.#servers = new RateLimit(options.limits.perServer);
  }

  /** Never rejects. */
  async take(interaction: Interaction): Promise<void> {
    if (!this.#isNew(interaction.id)) return;
    try {
      if (interaction.isAutocomplete()) await this.#complete(interaction);
      else if (interaction.isRepliable()) {
        const done = this.#answer(interaction);
        this.#open.set(interaction, done);
        await done.finally(() => this.#open.delete(interaction));
      }
    } catch (err) {
      this.#services.log.error({ err }, "An interaction was not answered");
    }
  }

  /** When a connection is resumed, Discord sends again what it does not know to have arrived. */
  #isNew(id: string): boolean {
    if (this.#taken.has(id)) return false;
    this.#taken.add(id);
    if (this.#taken.size > REMEMBERED) this.#taken.delete(this.#taken.values().next().value!);
    return true;
  }

  /** Takes nothing new; waits `milliseconds` for what is open, then apologises for what still is. */
  async stop(milliseconds: number): Promise<void> {
    this.#stopping = true;
    const open = [...this.#open.entries()];
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise((resolve) => {
      timer = setTimeout(resolve, milliseconds);
    });
    await Promise.race([Promise.allSettled(open.map(([, done]) => done)), late]);
    clearTimeout(timer);
    const waiting = [...this.#open.keys()].filter((interaction) => !isBeingAcknowledged(interaction));
    const apologies = waiting.map((interaction) => sayPrivately(interaction, notice(RESTARTING)));
    await Promise.race([Promise.allSettled(apologies), new Promise((resolve) => setTimeout(resolve, 2000))]);
  }

  get isStopping(): boolean {
    return this.#stopping;
  }

  /** Seconds that a member has to wait before asking again; 0 for none. */
  waitFor(server: string, member: string): number {
    const now = this.#services.now().getTime();
    return this.#members.take(`${server}:${member}`, now) || this.#servers.take(server, now);
  }

  /** Who calls from where. `null` outside a server. */
  callOf(interaction: BaseInteraction): Call | null {
    const { guildId, channelId, user } = interaction;
    if (guildId === null) return null;
    return makeCall(
      { server: guildId, channel: channelId ?? "", member: user.id },
      interaction.memberPermissions?.has(MODERATOR) ?? false,
      this.#services,
    );
  }

  async #complete(interaction: AutocompleteInteraction): Promise<void> {
    const call = this.callOf(interaction);
    const command = this.#commandFor(interaction);
    const found =
      call === null || this.#stopping ? [] : ((await command?.complete?.(interaction, call, this.#services)) ?? []);
    const choices = found.map((choice) => (typeof choice === "string" ? { name: choice, value: choice } : choice));
    const fitting = choices
      .map(({ name, value }) => ({ name: oneLine(name, 100), value }))
      .filter(({ name, value }) => name !== "" && value !== "" && value.length <= 100);
    await interaction.respond(fitting.slice(0, 25));
  }

  async #answer(interaction: RepliableInteraction): Promise<void> {
    const { log, meter } = this.#services;
    const what = nameOf(interaction);
    const started = performance.now();
    try {
      const { waits, work } = this.#find(interaction);
      await respond(interaction, waits, work());
      meter?.answered(what, (performance.now() - started) / 1000);
      log.debug({ what, server: interaction.guildId, ms: Math.round(performance.now() - started) }, "answered");
    } catch (err) {
      meter?.failed(what);
      const reference = newReference();
      const advice = adviceFor(err);
      log.error({ err, what, reference, server: interaction.guildId, ...(advice !== null && { advice }) }, "failed");
      if (isTooLate(err)) return;
      const sorry = `Something went wrong; who runs this bot finds the reason in its log under ${reference}.`;
      await sayPrivately(interaction, notice(sorry)).catch((second: unknown) =>
        log.warn({ err: second, reference }, "could not say so either"),
      );
    }
  }

  #find(interaction: RepliableInteraction): {
    waits: "update" | "private" | "public" | "modal";
    work: () => Promise<Reply>;
  } {
    const say = (sentence: string) => ({ waits: "private" as const, work: async () => tell(sentence) });
    if (this.#stopping) return say(RESTARTING);
    const call = this.callOf(interaction);
    if (call === null) return say("I answer in servers only.");
    const seconds = this.waitFor(call.server, call.member);
    if (seconds > 0) return say(`That was a lot at once; please wait ${seconds} s and try again.`);
    if (interaction.isCommand()) {
      const command = this.#commandFor(interaction);
      if (command === undefined) return say(UNKNOWN);
      const waits = command.isPrivate(interaction as CommandInteraction) ? "private" : "public";
      return { waits, work: async () => command.run(interaction as CommandInteraction, call, this.#services) };
    }
    const component = interaction as ComponentInteraction;
    const id = parseCustomId(component.customId);
    const action = ACTIONS.find(({ name }) => name === id?.action);
    if (id === null || action === undefined) return say(UNKNOWN);
    const values = "values" in component && Array.isArray(component.values) ? component.values : [];
    const use = { interaction: component, args: id.args, values };
    return { waits: action.waits, work: async () => action.run(use, call, this.#services) };
  }

  #commandFor(interaction: { commandName: string; commandType?: number }): Command | undefined {
    return this.#options.commands.find(
      ({ definition }) =>
        definition.name === interaction.commandName && (definition.type ?? 1) === (interaction.commandType ?? 1),
    );
  }
}

export function makeCall(
  who: { readonly server: string; readonly channel: string; readonly member: string },
  isModerator: boolean,
  { corpus, now }: Services,
): Call {
  const at = now();
  return { ...who, scope: corpus.scope(who.server), now: at, today: at.toISOString().slice(0, 10), isModerator };
}

/** For the log: `/ask`, or the action of a component. */
function nameOf(interaction: RepliableInteraction): string {
  if (interaction.isCommand()) return `/${interaction.commandName}`;
  return parseCustomId((interaction as ComponentInteraction).customId)?.action ?? "unknown component";
}
