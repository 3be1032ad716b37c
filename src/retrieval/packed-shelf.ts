/** Lists of numbers, one after the other. */
export type PackedLists = { readonly all: Uint32Array; readonly ends: Uint32Array };

/** A shelf as it is kept on the disk: few large values, each read in one go. Lists in strings have a line for each. */
export type PackedShelf = {
  /** By number of the word. */
  readonly terms: string;
  readonly forms: string;
  /** By article, as what follows. */
  readonly prints: string;
  readonly titles: PackedLists;
  readonly sentences: PackedLists;
  readonly ends: PackedLists;
};

export function packLists(lists: readonly ArrayLike<number>[]): PackedLists {
  const ends = new Uint32Array(lists.length);
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const [i, list] of lists.entries()) {
    all.set(list, end);
    end += list.length;
    ends[i] = end;
  }
  return { all, ends };
}

export function unpackLists(lists: PackedLists): Uint32Array[] {
  return Array.from(lists.ends, (_, i) => listAt(i, lists));
}

/** The list with the number `i`. */
export function listAt(i: number, { all, ends }: PackedLists): Uint32Array {
  return all.subarray(i === 0 ? 0 : ends[i - 1], ends[i]);
}
