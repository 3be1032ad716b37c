import type { TerminalCommand } from "../command.ts";
import { sources } from "./sources.ts";

/** `list`: the same as `sources`, under the name that goes with `add` and `remove`. */
export const list: TerminalCommand = { ...sources, name: "list" };
