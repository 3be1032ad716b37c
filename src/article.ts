/** A publication date as `YYYY-MM-DD`: read off the article ("stated") or concluded from it ("inferred"). */
export type Published = { readonly value: string; readonly basis: "stated" | "inferred" };

/** One news article. `body` is kept exactly as it was added; every span of the project points into it. */
export type Article = {
  /** Its path in the corpus without `.md`: `<slug>` (shared) or `<server id>/<slug>`; never changes. */
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly author: string | null;
  /** `null` when neither stated nor to be concluded. */
  readonly published: Published | null;
};
