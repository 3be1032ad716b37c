import type { Scope } from "../corpus/scope.ts";
import { replaceWord, termsOf } from "../retrieval/terms.ts";

/** A word that occurs nowhere in the scope, and what was looked for instead. */
export type Respelt = { readonly asked: string; readonly used: string };

/** Somebody mistypes a few words; with more of them it is no question in English, and comparing takes long. */
const MOST = 12;

/**
 * `text` with every word that occurs nowhere in `scope` spelt as the nearest word there: one letter off, two in a long
 * word, the first letter the same, a name for a name. `null` when there is nothing to respell.
 */
export function respell(text: string, scope: Scope): { text: string; respelt: readonly Respelt[] } | null {
  const respelt: Respelt[] = [];
  let rest = text;
  let strange = 0;
  for (const { term, form } of termsOf(text)) {
    if (scope.index.frequency(term).sentences > 0 || /\d/.test(term) || respelt.some(({ asked }) => asked === form)) {
      continue;
    }
    if (++strange > MOST) break;
    const used = scope.index.spellings(term).find((other) => fits(form, other));
    if (used === undefined) continue;
    respelt.push({ asked: form, used });
    rest = replaceWord(rest, form, used);
  }
  return respelt.length === 0 ? null : { text: rest, respelt };
}

/** People leave capitals out, but seldom put them where none belong. */
function fits(asked: string, used: string): boolean {
  const capital = /^\p{Lu}/u;
  return asked[0]!.toLowerCase() === used[0]!.toLowerCase() && (!capital.test(asked) || capital.test(used));
}
