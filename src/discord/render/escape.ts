/**
 * `text` so that Discord shows exactly it: no markup, mention, link, emoji code or time stamp in it comes alive.
 *
 * Only backslashes are put in, each before a character that is neither letter, digit nor white space; taking them out
 * again gives `text`.
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      // What can open or close any inline markup or mention. A colon matters before a word only (":smile:", "https://").
      .replace(/[\\*_~`|<>[\]@]|:(?=\S)/g, "\\$&")
      // What makes a line a heading, subtext or list item: "# ", "-# ", "- ", "+ ", "1. "
      .replace(/(^|[\r\n])([^\S\r\n]*)([#+-]|\d{1,10}(?=[.)]))/g, (_, end: string, blanks: string, mark: string) =>
        /\d/.test(mark) ? `${end}${blanks}${mark}\\` : `${end}${blanks}\\${mark}`,
      )
  );
}

/** `text` as a block quote, every line behind its bar. */
export function quoteBlock(text: string): string {
  return quoteLines(escapeMarkdown(text));
}

/** Markdown that is already safe as a block quote. */
export function quoteLines(markdown: string): string {
  return `> ${markdown.replace(/\r\n|\r|\n/g, "$&> ")}`;
}

/**
 * Plain words on one line, escaped: a title, a name, what was asked. What is longer than `most` code units, backslashes
 * counted, is cut with "…".
 */
export function inline(text: string, most = 200): string {
  let line = oneLine(text, most);
  let escaped = escapeMarkdown(line);
  while (escaped.length > most && line.length > 1) {
    line = oneLine(line, Math.max(1, line.length - (escaped.length - most)));
    escaped = escapeMarkdown(line);
  }
  return escaped;
}

/** Plain words on one line for a label, where Discord reads no markup. */
export function oneLine(text: string, most: number): string {
  // Direction overrides in a name would turn the words around it about.
  const line = text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim();
  if (line.length <= most) return line;
  // A cut inside a surrogate pair would leave half a character.
  return `${line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
