/**
 * Finds names that are one letter away from a known one: "Mauer" where the article has introduced a Maurer.
 *
 * By deletions, as SymSpell does it: a lookup costs the length of the word, not the number of names.
 */
export class Slips {
  readonly #byDeletion = new Map<string, string[]>();

  constructor(names: Iterable<string>) {
    for (const name of names) {
      if (name.length > LONGEST || name.length < SHORTEST - 1) continue;
      for (const form of deletions(name)) {
        const known = this.#byDeletion.get(form);
        if (known === undefined) this.#byDeletion.set(form, [name]);
        else known.push(name);
      }
    }
  }

  /** The only name one letter away from `word`, `null` when there is none or more; a plural ("the Lunds") is no slip. */
  find(word: string): string | null {
    if (word.length < SHORTEST || word.length > LONGEST) return null;
    const near = new Set<string>();
    for (const form of deletions(word)) {
      for (const name of this.#byDeletion.get(form) ?? []) {
        if (name[0] === word[0] && `${name}s` !== word && Math.abs(name.length - word.length) < 2) near.add(name);
      }
    }
    return near.size === 1 ? [...near][0]! : null;
  }
}

const SHORTEST = 5;
const LONGEST = 30;

function deletions(word: string): string[] {
  const forms = [word];
  for (let i = 0; i < word.length; i++) forms.push(word.slice(0, i) + word.slice(i + 1));
  return forms;
}
