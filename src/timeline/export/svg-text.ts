/** Words in a picture: `size` in pixels, `x` and `y` of the base line. */
export type Placed = {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly bold?: boolean;
  readonly anchor?: "start" | "middle" | "end";
};

export function svgText(text: string, { x, y, size, fill, bold, anchor }: Placed): string {
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}"${bold ? ' font-weight="bold"' : ""}${anchor ? ` text-anchor="${anchor}"` : ""}>${escapeXml(text)}</text>`;
}

/** `text` in lines no wider than `width` pixels; a longer word is broken. */
export function wrap(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/u).flatMap((word) => pieces(word, size, width))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line !== "") lines.push(line);
  return lines;
}

function pieces(word: string, size: number, width: number): string[] {
  if (widthOf(word, size) <= width) return [word];
  const parts: string[] = [];
  let part = "";
  for (const character of word) {
    if (part !== "" && widthOf(part + character, size) > width) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return [...parts, part];
}

/** About the width in DejaVu Sans, a little more rather than less. */
export function widthOf(text: string, size: number): number {
  let ems = 0;
  for (const character of text) {
    if (/[ijl.,:;'’|!]/.test(character)) ems += 0.34;
    else if (/[mwMW@%—]/.test(character)) ems += 0.98;
    else if (/[frt()\s[\]"“”-]/.test(character)) ems += 0.42;
    else if (/[\p{Lu}]/u.test(character)) ems += 0.72;
    else if (character > "\u2e80") ems += 1;
    else ems += 0.64;
  }
  return ems * size;
}

function escapeXml(text: string): string {
  // XML 1.0 allows no other control characters, and no half of a surrogate pair.
  return text
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, " ")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");
}
