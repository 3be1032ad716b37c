import type { Article } from "../article.ts";

/** An article as its file had it, and what was found of the file. */
export type KnownArticle = {
  readonly article: Article;
  readonly revision: string;
  /** The key of its reading without corrections. */
  readonly key: string;
  /** Every byte of the file. */
  readonly file: Uint8Array;
};

/** Many of them as few large values; `about` has a line of JSON for each. */
export type PackedArticles = {
  readonly about: string;
  readonly files: Uint8Array;
  /** Where in `files` the body of each begins, and where it ends, which is where its file ends. */
  readonly bodies: Uint32Array;
  readonly ends: Uint32Array;
};

export function packArticles(articles: readonly KnownArticle[]): PackedArticles {
  const about: string[] = [];
  const bodies = new Uint32Array(articles.length);
  const ends = new Uint32Array(articles.length);
  let end = 0;
  for (const [i, { article, revision, key, file }] of articles.entries()) {
    const { body, ...fields } = article;
    about.push(JSON.stringify([fields, revision, key]));
    end += file.length;
    bodies[i] = end - Buffer.byteLength(body);
    ends[i] = end;
  }
  return { about: about.join("\n"), files: Buffer.concat(articles.map(({ file }) => file)), bodies, ends };
}

/** By the id of the article. */
export function unpackArticles({ about, files, bodies, ends }: PackedArticles): Map<string, KnownArticle> {
  const bytes = Buffer.from(files.buffer, files.byteOffset, files.length);
  const known = new Map<string, KnownArticle>();
  for (const [i, line] of (about === "" ? [] : about.split("\n")).entries()) {
    const [fields, revision, key] = JSON.parse(line) as [Omit<Article, "body">, string, string];
    const article: Article = { ...fields, body: bytes.toString("utf8", bodies[i], ends[i]) };
    known.set(article.id, { article, revision, key, file: bytes.subarray(i === 0 ? 0 : ends[i - 1], ends[i]) });
  }
  return known;
}
