import { count } from "../../answering/wording.ts";
import type { Scope } from "../../corpus/scope.ts";
import type { Speaker } from "../../reading/speakers.ts";
import { pageOf } from "./answer.ts";
import { text, type View } from "./components.ts";
import { inline } from "./escape.ts";
import { pageAt, paginate } from "./paging.ts";
import { renderTurning } from "./turning.ts";

const ON_A_PAGE = 12;

/** Who is quoted, most quoted first; with a name, everybody it could mean, quoted or not. */
export function renderSpeakers({ speakers }: Scope, name: string, page: number, owner: string): View {
  const wanted = name.trim().toLowerCase();
  const found = speakers.filter(({ aliases, quotations }) =>
    wanted === "" ? quotations > 0 : aliases.some((alias) => alias.toLowerCase().includes(wanted)),
  );
  if (found.length === 0) {
    const nobody = wanted === "" ? "Nobody is quoted here yet." : `Nobody here is called “${inline(name, 100)}”.`;
    return pageOf(nobody, [], []);
  }
  const pages = paginate(
    found.map((speaker) => ({ components: [text(renderSpeaker(speaker))] })),
    ON_A_PAGE,
  );
  const { page: shown, at } = pageAt(pages, page);
  const facts = pages.length > 1 ? `most quoted first · page ${at + 1} of ${pages.length}` : "most quoted first";
  const head = wanted === "" ? `### ${count(found.length, "speaker")}` : `### Called “${inline(name, 100)}”`;
  // A list by name is short as a rule; its further pages are reached by a fuller name.
  const turning = wanted === "" ? renderTurning("speakers", at, pages.length, owner) : [];
  return pageOf(`${head}\n-# ${facts}`, shown, turning);
}

function renderSpeaker({ name, roles, aliases, quotations, articles }: Speaker): string {
  const others = aliases.filter((alias) => alias !== name).slice(0, 4);
  const facts = [
    `${count(quotations, "quotation")} in ${count(articles.length, "article")}`,
    ...(others.length > 0 ? [`also ${others.map((alias) => inline(alias, 60)).join(", ")}`] : []),
  ];
  const role = roles[0] === undefined ? "" : `, ${inline(roles[0], 120)}`;
  return `**${inline(name, 120)}**${role}\n-# ${facts.join(" · ")}`;
}
