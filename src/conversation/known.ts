import { findAskedSpeaker, findNamed } from "../answering/asked-speaker.ts";
import { genderIn } from "../answering/gender-in.ts";
import { headOf, isRoleWord } from "../answering/role-words.ts";
import type { Scope } from "../corpus/scope.ts";
import { type Gender, genderOfForename, isForename } from "../reading/forenames.ts";
import type { Person } from "../reading/reading.ts";
import { parseOffice } from "../reading/roles.ts";
import { genderOfTitle, isHonorific } from "../reading/titles.ts";

/** What is known of those whom a conversation names. */
export type Known = {
  /** True when the words name somebody whom the articles quote. */
  isSpeaker(words: string): boolean;
  /** What somebody is called, without the description before the name: "Biologist Mara Lund" is Mara Lund. */
  nameOf(words: string): string;
  /** `null` when nothing tells what the words name. */
  kindOf(words: string): Person["kind"] | null;
  /** `null` when nothing tells it. */
  genderOf(words: string): Gender;
};

/** Without articles: what forenames, titles and roles tell. */
export const BY_WORDS: Known = {
  isSpeaker: () => false,
  nameOf: (words) => words,
  kindOf(words) {
    const [first = "", ...others] = words.split(" ");
    return (others.length > 0 && isForename(first)) || parseOffice(words) !== null ? "person" : null;
  },
  genderOf(words) {
    const [first = "", ...others] = words.split(" ");
    // "Dickinson" is no son: of names only what stands before them tells, of roles their noun.
    const noun = others.at(-1) ?? first;
    const title = genderOfTitle(others.length > 0 && isHonorific(first) ? first : /^\p{Ll}/u.test(noun) ? noun : "");
    return title ?? genderOfForename(first);
  },
};

/** What the articles of `scope` know, and the words by themselves where they know nothing. */
export function knownIn(scope: Scope): Known {
  return {
    isSpeaker: (words) =>
      findNamed(words, scope).some(({ quotations }) => quotations > 0) ||
      (isRoleWord(headOf(words) ?? "") && findAskedSpeaker(words, scope).length > 0),
    nameOf(words) {
      const parts = words.split(" ");
      const ends = parts.map((_, i) => parts.slice(i).join(" ")).slice(0, -1);
      return ends.find((end) => findNamed(end, scope).length > 0) ?? words;
    },
    kindOf: (words) => findNamed(words, scope)[0]?.kind ?? BY_WORDS.kindOf(words),
    genderOf(words) {
      const names = findAskedSpeaker(words, scope);
      return (names.length === 1 ? genderIn(names[0]!, scope) : null) ?? BY_WORDS.genderOf(words);
    },
  };
}
