import { styleText } from "node:util";

/** Colours for a terminal; without them every function gives its text back. */
export type Style = {
  bold(text: string): string;
  dim(text: string): string;
  accent(text: string): string;
};

export function styleFor(colours: boolean): Style {
  const as = (format: Parameters<typeof styleText>[0]) => (text: string) => (colours ? styleText(format, text) : text);
  return { bold: as("bold"), dim: as("dim"), accent: as("cyan") };
}

/**
 * Text from outside, safe to print: control characters (terminal escapes among them) as their visible pictures,
 * direction overrides left out. Line ends and tabs stay.
 */
export function printable(text: string): string {
  return (
    text
      .replace(/\r\n?/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this replaces.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, (char) => String.fromCharCode(0x2400 + char.charCodeAt(0)))
      .replace(/[\u007f-\u009f]/g, "␡")
      .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
  );
}
