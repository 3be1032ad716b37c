import type { ParseArgsConfig } from "node:util";
import type { Answer, Turn } from "../answering/answer.ts";
import type { Corpus } from "../corpus/corpus.ts";
import type { Scope } from "../corpus/scope.ts";
import type { Style } from "./style.ts";

/** What a command of the terminal works with. */
export type Context = {
  readonly corpus: Corpus;
  /** `--server`; `null` for the shared articles. */
  readonly server: string | null;
  /** What that server can see. */
  readonly scope: Scope;
  readonly style: Style;
  now(): Date;
  /** ISO date of today; "last week" in an option counts from it. */
  readonly today: string;
  /** Shows how far long work is. */
  progress(done: number, all: number): void;
  /** What was asked before, newest last; `null` outside a chat. */
  readonly conversation: readonly Turn[] | null;
  /** Keeps an answer for follow-ups. */
  remember(answer: Answer): void;
};

/** 0: something to show; 1: nothing found or a question back; 2: wrong usage or failure. */
export type Status = 0 | 1 | 2;

/** What a command gives: `text` for people, `json` for `--json`; a `file` is for another program, and printed as it is. */
export type Outcome = {
  readonly status: Status;
  readonly text: string;
  readonly json: unknown;
  readonly file?: boolean;
};

export type Options = Readonly<Record<string, string | boolean | undefined>>;

export type TerminalCommand = {
  readonly name: string;
  /** What follows the name: `QUESTION [--speaker NAME]`. */
  readonly usage: string;
  readonly summary: string;
  readonly options: NonNullable<ParseArgsConfig["options"]>;
  run(words: readonly string[], options: Options, context: Context): Promise<Outcome> | Outcome;
};

/** The caller used a command wrongly; `message` says how it is used. */
export class UsageError extends Error {}

/** What of an outcome is printed; `wrap` fits text for people into the window. */
export function printed({ text, json, file }: Outcome, options: Options, wrap: (text: string) => string): string {
  return options.json === true ? JSON.stringify(json) : file ? text : wrap(text);
}

/** The value of a text option, or nothing to spread. */
export function given<Name extends string>(options: Options, ...names: Name[]): { [name in Name]?: string } {
  const found: { [name in Name]?: string } = {};
  for (const name of names) {
    const value = options[name];
    if (typeof value === "string" && value.trim() !== "") found[name] = value;
  }
  return found;
}
