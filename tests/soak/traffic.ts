import type { Double, Exchange, Message } from "../discord/double/double.ts";
import { componentsOf } from "../discord/double/limits.ts";
import { labelsOf, type Member, Server, textOf } from "../discord/double/world.ts";

const NAMES = ["Ines Caldera", "Tom Brandt", "Odile Ferrand", "Jo Hale", "Lia Moss"];
const THINGS = ["crane", "bridge", "lamp", "ferry", "lock", "quay", "mill", "tower"];

/** An invented article, another one for each number. */
export function article(number: number): { title: string; body: string } {
  const [name, thing] = [NAMES[number % NAMES.length]!, THINGS[number % THINGS.length]!];
  const [first, last] = name.split(" ");
  return {
    title: `The ${thing} of pier ${number}`,
    body: `Keeper ${first} ${last} said on Monday that the ${thing} of pier ${number} will stay. "It has stood here for ${number + 10} years," ${last} told the council.
Nobody in Larn had asked for another ${thing}, ${last} said on January 12. The council meets again on February 3.
`,
  };
}

/** A small generator of pseudo-random numbers (mulberry32), so that a run can be repeated. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Step = () => Promise<Exchange>;

/** One server with members who ask, turn pages, ask on, and a moderator who adds and removes. */
export class Neighbourhood {
  readonly #server: Server;
  readonly #members: Member[];
  readonly #moderator: Member;
  readonly #random: () => number;
  #shown: Message | null = null;
  #added = 0;
  readonly #number: number;
  /** Titles whose Add the bot acknowledged with "Added". */
  readonly acknowledged: string[] = [];

  constructor(double: Double, number: number, draw: () => number) {
    this.#number = number;
    this.#random = draw;
    this.#server = new Server(double);
    this.#members = ["anna", "ben", "cleo"].map((name) => this.#server.member(name));
    this.#moderator = this.#server.member("mia", { moderator: true });
  }

  get id(): string {
    return this.#server.id;
  }

  #one<T>(list: readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)]!;
  }

  /** The next thing that somebody does here; its promise is kept when the bot has answered. */
  next(): Step {
    const member = this.#one(this.#members);
    const draw = this.#random();
    const shown = this.#shown;
    if (shown !== null && draw < 0.35) {
      const pressable = componentsOf(shown)
        .filter(({ type, disabled }) => type === 2 && disabled !== true)
        .map(({ label }) => String(label))
        .filter((label) => /Next|Newest|Best|Context|How|Share/.test(label));
      if (pressable.length > 0) return () => this.#show(member.press(shown, this.#one(pressable)));
    }
    if (draw < 0.42) return () => this.#show(member.slash("ask", { question: `and about the ${this.#one(THINGS)}?` }));
    if (draw < 0.5) return () => this.#show(member.slash("timeline", { topic: this.#one(THINGS) }));
    if (draw < 0.55) return () => member.slash("speakers");
    if (draw < 0.58) return () => member.slash("sources");
    if (draw < 0.61) return () => member.slash("help");
    if (draw < 0.66) return () => this.add();
    const question = `what did ${this.#one(NAMES)} say about the ${this.#one(THINGS)}`;
    return () => this.#show(member.slash("ask", { question }));
  }

  /** Presses a button under the last answer that all see; `null` when there is none. */
  pressOld(): Promise<Exchange> | null {
    const button = componentsOf(this.#shown).find(
      ({ type, label, disabled }) => type === 2 && !disabled && /Next|Newest|Best|Context|How/.test(label),
    );
    return button === undefined ? null : this.#members[0]!.pressId(this.#shown, button.custom_id);
  }

  async #show(exchange: Promise<Exchange>): Promise<Exchange> {
    const answered = await exchange;
    if (!answered.isPrivate) this.#shown = answered.shown;
    return answered;
  }

  /** A moderator adds an article from a message, in two steps. */
  async add(): Promise<Exchange> {
    const { title, body } = article(this.#number * 1000 + this.#added++);
    const preview = await this.#moderator.menu("Add to corpus", `${title}\n\n${body}`);
    if (!labelsOf(preview.shown).includes("Add")) return preview;
    const saved = await this.#moderator.press(preview.shown, "Add");
    if (textOf(saved.shown).includes("### Added")) this.acknowledged.push(title);
    return saved;
  }
}
