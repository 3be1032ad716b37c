import { isSameOffice } from "./resolve-role.ts";
import type { Office } from "./roles.ts";

/** Who held an office, by what one article says. */
export type Holder = {
  readonly office: Office;
  readonly key: string;
  readonly article: string;
  readonly published: string | null;
};

const DAY = 86_400_000;
const LONGEST = 400 * DAY;

/** A dated office -> person table over one scope, filled from the titles and appositions of its articles. */
export class Offices {
  readonly #byHead = new Map<string, Holder[]>();
  /** Answers that hold until an article speaks of an office with that head noun. */
  readonly #found = new Map<string, Map<string, string | null>>();

  add(holder: Holder): void {
    const list = this.#byHead.get(holder.office.head);
    this.#found.delete(holder.office.head);
    if (list === undefined) this.#byHead.set(holder.office.head, [holder]);
    else list.push(holder);
  }

  /** Forgets what `article` says of offices with this head noun. */
  remove(article: string, head: string): void {
    this.#found.delete(head);
    this.#byHead.set(
      head,
      (this.#byHead.get(head) ?? []).filter((holder) => holder.article !== article),
    );
  }

  /**
   * Who held `office` on the day `published` (ISO), `null` when the articles do not agree.
   *
   * The nearest article before and the nearest after that day must name the same person; one alone counts for about a year. Without a
   * day all articles must agree. An office that nothing narrows ("the spokesman") is nobody's.
   */
  holderOf(office: Office, published: string | null): string | null {
    if (!isSpecific(office)) return null;
    const found = this.#found.get(office.head) ?? new Map<string, string | null>();
    this.#found.set(office.head, found);
    const question = JSON.stringify([office, published]);
    let key = found.get(question);
    if (key === undefined) {
      key = this.#holderOf(office, published);
      found.set(question, key);
    }
    return key;
  }

  #holderOf(office: Office, published: string | null): string | null {
    const holders = (this.#byHead.get(office.head) ?? []).filter((holder) =>
      isSameSpecificOffice(office, holder.office),
    );
    if (holders.length === 0) return null;
    if (new Set(holders.map(({ key }) => key)).size === 1 && published === null) return holders[0]!.key;
    if (published === null) return null;
    const dated = holders.filter((holder) => holder.published !== null);
    const nearest = (side: readonly Holder[]) => {
      if (side.length === 0) return [];
      const distances = side.map((holder) => Math.abs(Date.parse(holder.published!) - Date.parse(published)));
      const least = Math.min(...distances);
      return least > LONGEST ? [] : side.filter((_, i) => distances[i] === least).map(({ key }) => key);
    };
    const names = new Set([
      ...nearest(dated.filter((holder) => holder.published! <= published)),
      ...nearest(dated.filter((holder) => holder.published! > published)),
    ]);
    return names.size === 1 ? [...names][0]! : null;
  }
}

function isSpecific({ country, names }: Office): boolean {
  return country !== null || names.length > 0;
}

/** The same office, and both say of which country or body. */
export function isSameSpecificOffice(a: Office, b: Office): boolean {
  if (!isSameOffice(a, b)) return false;
  return (a.country !== null && a.country === b.country) || a.names.some((name) => b.names.includes(name));
}
