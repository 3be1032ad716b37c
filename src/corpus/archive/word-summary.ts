import { count } from "../../answering/wording.ts";
import type { Summary } from "./add-archive.ts";

/** What an archive brings, in words: "2 articles, 1 removed article and 12 lines of history"; "nothing new". */
export function wordBrought({ added, removed, versions, history, reports, hidden }: Summary): string {
  const counts: readonly (readonly [number, string])[] = [
    [added.length, "article"],
    [removed, "removed article"],
    [versions, "older version"],
    [history, "line"],
    [reports, "report"],
    [hidden, "hidden article"],
  ];
  const parts = counts.flatMap(([number, what]) =>
    number === 0 ? [] : [`${count(number, what)}${what === "line" ? " of history" : ""}`],
  );
  if (parts.length === 0) return "nothing new";
  const last = parts.pop()!;
  return parts.length === 0 ? last : `${parts.join(", ")} and ${last}`;
}

/** What became of an article that is here already, in words, to be said after its name. */
export function wordPresent({ older }: Summary["present"][number]): string {
  return older ? "is here in another version; the archive’s is kept as an older one" : "is here already";
}
