import type { Span } from "../span.ts";
import type { Marked } from "./marks.ts";
import type { Attribution } from "./reading.ts";
import type { Token } from "./wink.ts";

/** A sentence with its words and the number of its paragraph. */
export type Sentence = Span & { readonly tokens: readonly Token[]; readonly paragraph: number };

/** What the first stages found, for all later ones: wink-nlp runs once an article. */
export type Analysis = {
  readonly body: string;
  readonly paragraphs: readonly Span[];
  /** The stretches in quotation marks, marks included, one a paragraph; in order, outermost only. */
  readonly marked: readonly Marked[];
  /** No sentence ends inside a marked stretch. */
  readonly sentences: readonly Sentence[];
};

/** An attribution before its mention is resolved. */
export type Finding = Omit<Attribution, "speaker" | "speakerBasis"> & {
  /** The finding (its place in the list) whose speaker goes on here without being named again. */
  readonly continues: number | null;
};
