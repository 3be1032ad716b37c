import { createRequire } from "node:module";
import type { Json, Message } from "../double/double.ts";

// biome-ignore lint/suspicious/noExplicitAny: the parser's nodes are typed loosely.
type Node = any;
const { parse } = createRequire(import.meta.url)("discord-markdown-parser") as {
  parse(text: string, type: "extended"): Node[];
};

/** A page that lays a message out as Discord's dark theme does, near enough to judge it by eye. */
export function pageOf(asked: string, message: Message): string {
  const files = new Map<string, string>(
    message.files.map(({ name, bytes }: { name: string; bytes: Uint8Array }) => [
      `attachment://${name}`,
      `data:image/${name.endsWith("png") ? "png" : "plain"};base64,${Buffer.from(bytes).toString("base64")}`,
    ]),
  );
  const body = message.components.map((component: Json) => html(component, files)).join("");
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style>
<div class="asked"><b>anna</b> used <span class="command">${safe(asked)}</span></div>
<div class="message"><div class="avatar">V</div><div class="body"><div><b>Verbatim</b> <span class="app">APP</span></div>${body}</div></div>`;
}

function html(component: Json, files: Map<string, string>): string {
  const inside = () => component.components.map((inner: Json) => html(inner, files)).join("");
  switch (component.type) {
    case 1:
      return `<div class="row">${inside()}</div>`;
    case 2:
      return `<span class="button style${component.style}${component.disabled ? " off" : ""}">${safe(component.label)}${component.style === 5 ? " ↗" : ""}</span>`;
    case 3:
      return `<span class="menu">${safe(component.placeholder ?? "")}<i>⌄</i></span>`;
    case 9:
      return `<div class="section"><div>${inside()}</div>${html(component.accessory, files)}</div>`;
    case 10:
      return `<div class="text">${markdown(component.content)}</div>`;
    case 12:
      return component.items.map(({ media }: Json) => `<img src="${files.get(media.url)}">`).join("");
    case 13:
      return `<div class="file">📄 ${safe(component.file.url.slice("attachment://".length))}</div>`;
    case 14:
      return "<hr>";
    case 17:
      return `<div class="container">${inside()}</div>`;
    default:
      throw new Error(`The page does not know components of type ${component.type}.`);
  }
}

function markdown(content: string): string {
  return nodes(parse(content, "extended"));
}

function nodes(list: readonly Node[]): string {
  return list.map(node).join("");
}

function node({ type, content, level, name, timestamp }: Node): string {
  const inside = () => (Array.isArray(content) ? nodes(content) : safe(String(content ?? "")));
  switch (type) {
    case "text":
      return safe(content);
    case "twemoji":
      return safe(name);
    case "br":
    case "newline":
      return "<br>";
    case "strong":
      return `<b>${inside()}</b>`;
    case "em":
      return `<i>${inside()}</i>`;
    case "strikethrough":
      return `<s>${inside()}</s>`;
    case "heading":
      return `<h${level}>${inside()}</h${level}>`;
    case "subtext":
      return `<small>${inside()}</small>`;
    case "blockQuote":
      return `<blockquote>${inside().replace(/(<br>)+$/, "")}</blockquote>`;
    case "timestamp":
      return `<span class="time">${new Date(Number(timestamp) * 1000).toUTCString()}</span>`;
    default:
      return `<mark>${safe(type)}: ${inside()}</mark>`;
  }
}

function safe(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}

const STYLE = `
body { background: #313338; color: #dbdee1; font: 15px/1.35 "gg sans", "Noto Sans", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; margin: 0; padding: 14px 16px; width: 628px; }
.asked { color: #b5bac1; font-size: 13px; margin: 0 0 4px 54px; } .asked b { color: #e8a33d; } .command { color: #c9cdfb; background: #3c4270; border-radius: 3px; padding: 0 3px; }
.message { display: flex; gap: 14px; } .avatar { flex: none; width: 40px; height: 40px; border-radius: 50%; background: #3b6ea5; color: #fff; font-weight: 700; font-size: 20px; display: grid; place-items: center; }
.body { flex: 1; } .body b { color: #f2f3f5; } .app { background: #5865f2; color: #fff; font-size: 10px; border-radius: 3px; padding: 1px 4px; vertical-align: 2px; }
.container { background: #2b2d31; border: 1px solid #3a3c42; border-left: 4px solid #3b6ea5; border-radius: 8px; padding: 12px 16px; margin-top: 6px; max-width: 520px; display: flex; flex-direction: column; gap: 8px; }
h1, h2, h3 { margin: 0 0 2px; color: #f2f3f5; } h3 { font-size: 16px; } small { color: #949ba4; font-size: 12px; display: block; }
blockquote { margin: 0 0 4px; padding: 0 8px 0 12px; border-left: 4px solid #4e5058; border-radius: 2px; } hr { border: 0; border-top: 1px solid #4e5058; width: 100%; margin: 2px 0; }
.row { display: flex; gap: 8px; flex-wrap: wrap; margin-top: 6px; } .container .row { margin-top: 0; }
.button { border-radius: 6px; padding: 5px 12px; font-size: 13px; font-weight: 500; color: #fff; background: #4e5058; white-space: nowrap; height: fit-content; } .style1 { background: #5865f2; } .style3 { background: #248046; } .style4 { background: #da373c; } .off { opacity: .5; }
.section { display: flex; gap: 12px; justify-content: space-between; } .menu { display: flex; justify-content: space-between; min-width: 320px; background: #1e1f22; border-radius: 6px; padding: 7px 12px; color: #949ba4; font-size: 13px; }
img { max-width: 400px; border-radius: 8px; margin-top: 6px; display: block; } .file { background: #2b2d31; border: 1px solid #3a3c42; border-radius: 8px; padding: 10px 14px; margin-top: 6px; max-width: 400px; } mark { background: #f00; color: #fff; }
`;
