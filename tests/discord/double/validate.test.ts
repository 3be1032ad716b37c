import { expect, it } from "vitest";
import { COMMANDS } from "../../../commands/index.ts";
import { articleModal } from "../../../src/discord/render/article-modal.ts";
import { button, container, row, text } from "../../../src/discord/render/components.ts";
import { requestErrors } from "./validate.ts";

const CALLBACK = "/interactions/100000000000000000/token/callback";
const COMMANDS_PATH = "/applications/100000000000000000/commands";
const V2 = 1 << 15;
// biome-ignore lint/suspicious/noExplicitAny: bodies that are wrong on purpose.
type Json = any;

const message = (components: Json[], more: Json = {}) => ({
  type: 4,
  data: { flags: V2, allowed_mentions: { parse: [] }, components, ...more },
});
const check = (body: Json, files: string[] = []) => requestErrors("POST", CALLBACK, body, files);
const good = [container(text("hello"), row(button("Go", "page:a")))];
/** As they go over the wire. */
const definitions: Json[] = JSON.parse(JSON.stringify(COMMANDS.map(({ definition }) => definition)));

it("lets good bodies pass", () => {
  expect(check(message(good))).toEqual([]);
  expect(check({ type: 9, data: articleModal("article-text:x", null) })).toEqual([]);
  expect(requestErrors("PUT", COMMANDS_PATH, definitions, [])).toEqual([]);
});

const nested = (n: number) => Array.from({ length: n }, (_, i) => row(button(`b${i}`, `page:${i}`)));

it.each<[string, Json, string]>([
  ["an unknown key", message([{ ...text("x"), colour: 1 }]), "colour"],
  ["a key misspelt in a container", message([{ ...container(text("x")), accentcolor: 3 }]), "accentcolor"],
  ["no flag", message(good, { flags: 0 }), "without their flag"],
  ["content beside components", message(good, { content: "hello" }), "beside content"],
  ["mentions that are allowed", message(good, { allowed_mentions: { parse: ["everyone"] } }), "parse: []"],
  ["mentions that are not spoken of", message(good, { allowed_mentions: undefined }), "parse: []"],
  ["too much text", message([text("x".repeat(3999)), text("yy")]), "over 4000"],
  ["too many components", message([container(...nested(14)), container(...nested(6))]), "over 40"],
  ["a custom_id twice", message([row(button("a", "page:a"), button("b", "page:a"))]), "twice"],
  [
    "a custom_id over 100",
    message([row(button("a", "p")), row({ ...button("b", "q"), custom_id: "x".repeat(101) } as Json)]),
    "100",
  ],
  ["a link that is none", message([row({ type: 2, style: 5, label: "a", url: "javascript:1" } as Json)]), "link to"],
  [
    "a link with custom_id",
    message([row({ type: 2, style: 5, label: "a", url: "https://a.example", custom_id: "a" } as Json)]),
    "custom_id",
  ],
  ["blanks for text", message([text(" ")]), "blanks"],
  ["six buttons in a row", message([row(...Array.from({ length: 6 }, (_, i) => button("a", `page:${i}`)))]), "5"],
  ["a file that is not attached", message([{ type: 13, file: { url: "attachment://x.txt" } }]), "not attached"],
  ["a callback of no type", { data: {} }, "type undefined"],
  [
    "a modal of six",
    { type: 9, data: { custom_id: "a", title: "t", components: Array.from({ length: 6 }, (_, i) => label(`f${i}`)) } },
    "1 to 5",
  ],
  [
    "a modal with a long title",
    { type: 9, data: { custom_id: "a", title: "t".repeat(46), components: [label("f")] } },
    "45",
  ],
  [
    "a modal with a value over its length",
    { type: 9, data: { custom_id: "a", title: "t", components: [label("f", { value: "xx", max_length: 1 })] } },
    "outside",
  ],
  [
    "26 choices",
    { type: 8, data: { choices: Array.from({ length: 26 }, (_, i) => ({ name: `${i}`, value: `${i}` })) } },
    "25",
  ],
  ["a choice over 100", { type: 8, data: { choices: [{ name: "a", value: "x".repeat(101) }] } }, "100"],
])("catches %s", (_, body, expected) => {
  expect(check(body)?.join("\n")).toContain(expected);
});

it.each<[string, (commands: Json[]) => void, string]>([
  ["a name in capitals", ([ask]) => Object.assign(ask, { name: "Ask" }), "Ask"],
  ["no description", ([ask]) => Object.assign(ask, { description: "" }), "description"],
  [
    "a required option after an optional one",
    ([ask]) => ask.options.push({ type: 3, name: "x", description: "x", required: true }),
    "after an optional",
  ],
  ["a description over 100", ([ask]) => Object.assign(ask.options[0], { description: "x".repeat(101) }), "100"],
  [
    "26 options",
    ([ask]) =>
      ask.options.push(...Array.from({ length: 25 }, (_, i) => ({ type: 3, name: `x${i}`, description: "x" }))),
    "25",
  ],
  ["a name twice", (commands) => commands.push(commands[0]), "twice"],
  ["an unknown key", ([ask]) => Object.assign(ask, { colour: 1 }), "colour"],
])("catches a command with %s", (_, spoil, expected) => {
  const commands = structuredClone(definitions);
  spoil(commands);
  expect(requestErrors("PUT", COMMANDS_PATH, commands, [])?.join("\n")).toContain(expected);
});

it("does not know routes that the bot does not use", () => {
  expect(requestErrors("POST", "/guilds/100000000000000000/bans", {}, [])).toBeNull();
});

function label(custom_id: string, more: Json = {}): Json {
  return { type: 18, label: custom_id, component: { type: 4, custom_id, style: 1, ...more } };
}
