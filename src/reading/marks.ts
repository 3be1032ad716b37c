import type { Span } from "../span.ts";

/** A stretch in quotation marks within one paragraph, marks included. */
export type Marked = Span & {
  readonly paragraph: number;
  /** The quotation was left open in the paragraph before and goes on here. */
  readonly continued: boolean;
};

/** Marks that close what they open, by the code units that open; a mark is matched only by its own kind. */
const CLOSING: Record<string, string> = {
  "“": "”",
  "„": "”",
  "«": "»",
  "‹": "›",
  '"': '"',
  "''": "''",
  "``": "''",
  "‘": "’",
  "'": "'",
};
const MARK = /[“”„«»‹›"]|''|``|[‘’']/gu;

type Mark = Span & { readonly text: string; readonly opens: boolean; readonly closes: boolean };

/**
 * The stretches in quotation marks, outermost only, in order; at most one stretch a paragraph belongs to one quotation.
 *
 * Marks pair by kind over the whole article. One that is left open runs to the end of its paragraph when the next
 * paragraph opens with the same kind (and is then one quotation with it); every other orphan is dropped. Apostrophes
 * and primes are no marks.
 */
export function findMarked(body: string, paragraphs: readonly Span[]): Marked[] {
  const found: Marked[] = [];
  /** What the paragraph before left open: the mark to expect here, and whether it was itself going on. */
  let left: { opening: string; from: number; continued: boolean } | null = null;
  for (const [paragraph, { start, end }] of paragraphs.entries()) {
    const marks = marksOf(body, start, end);
    let open: { opening: string; at: number; continued: boolean } | null = null;
    let first = 0;
    if (left !== null && marks[0]?.start === start && sameKind(marks[0].text, left.opening)) {
      found.push({
        start: left.from,
        end: paragraphs[paragraph - 1]!.end,
        paragraph: paragraph - 1,
        continued: left.continued,
      });
      open = { opening: left.opening, at: start, continued: true };
      first = 1;
    }
    left = null;
    for (let i = first; i < marks.length; i++) {
      const mark = marks[i]!;
      if (open !== null && mark.closes && closes(mark.text, open.opening) && !(mark.opens && mark.text !== '"')) {
        if (isSingle(mark.text) && closesLater(marks, i, body)) continue;
        if (mark.start > open.at + open.opening.length)
          found.push({ start: open.at, end: mark.end, paragraph, continued: open.continued });
        open = null;
      } else if (mark.opens && (open === null || sameKind(mark.text, open.opening))) {
        // A second opening mark of the same kind: the first was an orphan.
        if (isSingle(mark.text) && !closesInParagraph(marks, i)) continue;
        open = { opening: mark.text, at: mark.start, continued: false };
      }
    }
    if (open !== null) left = { opening: open.opening, from: open.at, continued: open.continued };
  }
  return found;
}

function marksOf(body: string, start: number, end: number): Mark[] {
  const marks: Mark[] = [];
  // In the paragraph alone: the next mark of the body may be far, and would be looked for in every paragraph before it.
  const paragraph = body.slice(start, end);
  for (let match = MARK.exec(paragraph); match !== null; match = MARK.exec(paragraph)) {
    const text = match[0];
    const at = start + match.index;
    const before = at === start ? " " : body[at - 1]!;
    const after = at + text.length >= end ? " " : body[at + text.length]!;
    const opens = canOpen(text, before, after);
    const closing = canClose(text, before, after);
    if (opens || closing) marks.push({ text, start: at, end: at + text.length, opens, closes: closing });
  }
  return marks;
}

const EDGE = /[\s([{<—–\-/:;,.…“„«‹"‘'`]/u;

function canOpen(mark: string, before: string, after: string): boolean {
  if (!(mark in CLOSING) && mark !== "”") return false;
  if (/\s/u.test(after)) return false;
  if (mark === "„" || mark === "«" || mark === "‹" || mark === "“" || mark === "``") return true;
  if (mark === "”") return false;
  return EDGE.test(before) && !/[,.;:!?)]/u.test(after);
}

function canClose(mark: string, before: string, after: string): boolean {
  if (mark === "”" || mark === "»" || mark === "›") return true;
  // A straight mark with space on both sides can only end what is open.
  if (mark === '"' && /\s/u.test(before)) return /\s/u.test(after);
  if (mark === "„" || mark === "«" || mark === "‹" || mark === "``") return false;
  if (/\s/u.test(before)) return false;
  if (mark === "“") return !/[\p{L}\p{N}]/u.test(after);
  if (mark === "‘") return false;
  return !/[\p{L}\p{N}]/u.test(after);
}

function closes(mark: string, opening: string): boolean {
  if (opening === "“" || opening === '"') return mark === "”" || mark === '"' || mark === "“";
  return CLOSING[opening] === mark || (opening === "''" && mark === '"');
}

function sameKind(mark: string, opening: string): boolean {
  // Curly and straight double marks are mixed up in many texts.
  if ((mark === "“" || mark === '"') && (opening === "“" || opening === '"')) return true;
  return mark === opening || (mark === "``" && opening === "''") || (mark === "''" && opening === "``");
}

function isSingle(mark: string): boolean {
  return mark === "‘" || mark === "’" || mark === "'";
}

/** After "the workers’" an apostrophe is as likely as an end: it is one when the quotation is closed again further on. */
function closesLater(marks: readonly Mark[], at: number, body: string): boolean {
  const mark = marks[at]!;
  if (!/s/iu.test(body[mark.start - 1]!) || !/^\s\p{Ll}/u.test(body.slice(mark.end, mark.end + 2))) return false;
  const next = marks[at + 1];
  return next?.closes === true && next.text === mark.text;
}

/** An opening single mark counts only when the same paragraph closes it: elsewhere it is an apostrophe (’90s, ’em). */
function closesInParagraph(marks: readonly Mark[], at: number): boolean {
  const closing = CLOSING[marks[at]!.text];
  for (let i = at + 1; i < marks.length && i < at + 40; i++)
    if (marks[i]!.closes && marks[i]!.text === closing) return true;
  return false;
}
