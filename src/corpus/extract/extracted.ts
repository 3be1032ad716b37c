import type { Published } from "../../article.ts";

/** Something read off a text or page, and where it stood, in words a moderator understands: "the dateline", "JSON-LD". */
export type Known = { readonly value: string; readonly how: string };

/** What a text, file or page gives before it is an article: the first stage of adding. */
export type Extracted = {
  /** `null` when nothing looks like one; whoever adds the article is asked. */
  readonly title: Known | null;
  /** The paragraphs, one a line, as they will be stored. */
  readonly body: string;
  readonly publisher: Known | null;
  readonly author: Known | null;
  /** The canonical address, without tracking parameters. */
  readonly url: Known | null;
  /** `how` is the reason in words: "stated in the front matter", "the embedded post is dated January 17, 2022". */
  readonly published: (Published & { readonly how: string }) | null;
  /** Whole sentences for the moderator: what is doubtful, what was left out. */
  readonly warnings: readonly string[];
};

/** Why nothing can be stored, as one sentence that says what to do. */
export type Refused = { readonly refused: string };

export type Extraction = Extracted | Refused;
