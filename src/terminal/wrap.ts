import { stripVTControlCharacters } from "node:util";

const COLOUR = `(?:${String.fromCharCode(27)}\\[\\d+m)*`;

/** A passage's number or indentation, and its bar. */
const BARRED = new RegExp(`^${COLOUR}[ \\d.]{4}${COLOUR}(${COLOUR}│${COLOUR} )`);

/** What takes two columns: East Asian scripts and pictures. */
const WIDE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u;

/**
 * `text` in lines of at most `columns`, broken at single spaces only: each break stands in the place of one, and what
 * goes on is indented as its line was, behind the same bar. A word that is longer stays whole.
 */
export function wrapLines(text: string, columns: number): string {
  return text
    .split("\n")
    .map((line) => wrapLine(line, columns))
    .join("\n");
}

function wrapLine(line: string, columns: number): string {
  if (widthOf(line) <= columns) return line;
  const barred = BARRED.exec(line);
  const prefix = barred?.[0] ?? /^ */.exec(line)![0];
  const indent = barred === null ? prefix : `    ${barred[1]!}`;
  const lines: string[] = [];
  let [row, width, held] = [prefix, widthOf(prefix), false];
  for (const word of line.slice(prefix.length).split(" ")) {
    const more = widthOf(word);
    if (held && word !== "" && width + 1 + more > columns) {
      lines.push(row);
      [row, width] = [`${indent}${word}`, widthOf(indent) + more];
    } else {
      row += held ? ` ${word}` : word;
      width += more + (held ? 1 : 0);
    }
    held = true;
  }
  return [...lines, row].join("\n");
}

/** How many columns a text takes. */
function widthOf(text: string): number {
  let width = 0;
  for (const char of stripVTControlCharacters(text)) width += /\p{M}|\u200d/u.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
  return width;
}
