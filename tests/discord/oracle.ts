import { createRequire } from "node:module";

// The package's types name its parser's nodes loosely, and its default export differs between loaders.
type Node = { readonly type: string; readonly content?: Node[] | string; readonly [key: string]: unknown };
const { parse } = createRequire(import.meta.url)("discord-markdown-parser") as {
  parse(text: string, type: "extended"): Node[];
};

/** What may never come alive in words that are not the bot's own. */
export const LIVE: ReadonlySet<string> = new Set(
  "strong em underline strikethrough spoiler inlineCode codeBlock heading subtext link url autolink user role channel everyone here emoji timestamp slashCommand guildNavigation".split(
    " ",
  ),
);

/** As the parser itself sees text before it parses: other line ends as \n, tabs as blanks, no form feeds. */
export const seen = (text: string) => text.replace(/\r\n?/g, "\n").replace(/\t/g, "    ").replace(/\f/g, "");

/** Text as an independent reader of Discord's Markdown sees it, and which kinds of nodes it found inside. */
export function readText(markdown: string): { readonly text: string; readonly kinds: string[] } {
  const kinds: string[] = [];
  const text = flatten(parse(markdown, "extended"), kinds);
  return { text, kinds: kinds.filter((kind, i) => !(i === 0 && kind === "strong" && markdown.startsWith("**x**"))) };
}

/** The block quote at the beginning, and what stands after it. */
export function readQuote(markdown: string): {
  readonly quoted: string;
  readonly after: string;
  readonly kinds: string[];
} {
  const [first, ...rest] = parse(markdown, "extended");
  const kinds: string[] = [];
  if (first?.type !== "blockQuote") return { quoted: "(no block quote)", after: "", kinds };
  const quoted = flatten(first.content as Node[], kinds).replace(/\n$/, "");
  return { quoted, after: flatten(rest, []), kinds };
}

function flatten(nodes: readonly Node[], kinds: string[]): string {
  return nodes
    .map((node) => {
      if (node.type === "text" || node.type === "twemoji") return String(node.content ?? node.name);
      if (node.type === "br" || node.type === "newline") return "\n";
      kinds.push(node.type);
      return Array.isArray(node.content) ? flatten(node.content, kinds) : String(node.content ?? "");
    })
    .join("");
}
