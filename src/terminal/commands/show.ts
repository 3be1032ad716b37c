import { type TerminalCommand, UsageError } from "../command.ts";
import { renderPublished } from "../render-passage.ts";
import { printable } from "../style.ts";

/** `show ID`: one article, whole, as it is stored. */
export const show: TerminalCommand = {
  name: "show",
  usage: "ID",
  summary: "one article, whole",
  options: {},
  run(words, _options, { scope, style }) {
    const [id] = words;
    if (id === undefined) throw new UsageError("Which article? Use it so: show ID (see list)");
    const holding = scope.get(id);
    if (holding === undefined) throw new UsageError(`There is no article "${printable(id)}"; see list.`);
    const { article, revision } = holding;
    const facts = [article.publisher, article.author, renderPublished(article), article.url].filter(
      (fact) => fact !== null,
    );
    const head = [
      style.bold(printable(article.title)),
      style.dim(printable([...facts, `[${article.id}]`].join(" · "))),
    ];
    return { status: 0, text: [...head, "", printable(article.body)].join("\n"), json: { ...article, revision } };
  },
};
