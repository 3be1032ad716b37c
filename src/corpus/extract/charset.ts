/**
 * The text of a page: character set by byte order mark, then the Content-Type header, then the page's own `<meta>`,
 * then UTF-8 if the bytes are that, else windows-1252 (the order of the HTML standard, 13.2.3.2). A page that says
 * UTF-8 and is not is read as windows-1252. No bytes are refused: what no character stands for becomes U+FFFD.
 */
export function decodePage(bytes: Uint8Array, contentType: string | null): string {
  const marked = byMark(bytes);
  const named =
    marked ?? nameIn(contentType ?? "") ?? nameIn(new TextDecoder("latin1").decode(bytes.subarray(0, 4096)));
  const label = named ?? "utf-8";
  try {
    const text = new TextDecoder(label, { fatal: label === "utf-8" }).decode(bytes);
    return label === "windows-1252" ? withMarks(text) : text;
  } catch {
    return withMarks(new TextDecoder("windows-1252").decode(bytes));
  }
}

/** 0x80 to 0x9F in windows-1252; 0xFFFD where nothing stands. */
const MARKS =
  "\u20AC\uFFFD\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\uFFFD\u017D\uFFFD\uFFFD\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\uFFFD\u017E\u0178";

/** Node 20 reads windows-1252 as Latin-1, which has control characters where the quotation marks stand. */
function withMarks(text: string): string {
  return text.replace(/[\u0080-\u009F]/g, (control) => MARKS[control.charCodeAt(0) - 0x80]!);
}

function byMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return null;
}

/** The encoding after `charset=` (or an XML `encoding=`), by its standard name; `null` when unknown or absent. */
function nameIn(text: string): string | null {
  const label = /(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w:.-]{1,40})/i.exec(text)?.[1];
  if (label === undefined) return null;
  try {
    const { encoding } = new TextDecoder(label);
    // A page that was found by its ASCII `<meta>` is not UTF-16, whatever it says (HTML standard, same section).
    return encoding.startsWith("utf-16") ? "utf-8" : encoding;
  } catch {
    return null;
  }
}
