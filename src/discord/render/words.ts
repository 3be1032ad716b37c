import type { Published } from "../../article.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** `17 January 2022`; a value that is no full date stays as it is. */
export function wordDate(value: string): string {
  const [year, month, day] = value.split("-");
  const name = MONTHS[Number(month) - 1];
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && name !== undefined ? `${Number(day)} ${name} ${year}` : value;
}

/** The publication date and how far it is known. */
export function wordPublished(published: Published | null): string {
  if (published === null) return "date unknown";
  return `${wordDate(published.value)}${published.basis === "inferred" ? " (inferred)" : ""}`;
}
