import { count } from "../../answering/wording.ts";
import type { TerminalCommand } from "../command.ts";
import { renderPublished } from "../render-passage.ts";
import { printable } from "../style.ts";

/** `sources`: which articles there are, newest first. */
export const sources: TerminalCommand = {
  name: "sources",
  usage: "",
  summary: "which articles there are, newest first",
  options: {},
  run(_words, _options, { scope, style }) {
    const found = scope.holdings.map(({ article, revision, reading }) => ({
      article: article.id,
      revision,
      title: article.title,
      publisher: article.publisher,
      url: article.url,
      published: article.published,
      sentences: reading.sentences.length,
      quotations: reading.attributions.length,
    }));
    const lines = found.map(({ article, title, publisher, published, quotations, url }) => {
      const date = renderPublished({ published });
      const facts = [publisher ?? "outlet unknown", count(quotations, "quotation"), `[${article}]`].map(printable);
      return `${date}  ${style.bold(printable(title))}\n    ${style.dim([...facts, ...(url === null ? [] : [printable(url)])].join(" · "))}`;
    });
    return {
      status: found.length > 0 ? 0 : 1,
      text: lines.join("\n") || "There are no articles yet; add one with: add FILE",
      json: { sources: found },
    };
  },
};
