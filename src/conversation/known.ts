import { findAskedSpeaker, findNamed } from "../answering/asked-speaker.ts";
import type { Scope } from "../corpus/scope.ts";
import { type Gender, genderOfForename, isForename } from "../reading/forenames.ts";
import { genderOfPronoun } from "../reading/pronouns.ts";
import type { Person } from "../reading/reading.ts";
import { parseOffice } from "../reading/roles.ts";
import { genderOfTitle, isHonorific } from "../reading/titles.ts";
import { textOf } from "../span.ts";

/** What is known of those whom a conversation names. */
export type Known = {
  /** True when the words name somebody whom the articles quote. */
  isSpeaker(words: string): boolean;
  /** `null` when nothing tells what the words name. */
  kindOf(words: string): Person["kind"] | null;
  /** `null` when nothing tells it. */
  genderOf(words: string): Gender;
};

/** Without articles: what forenames, titles and roles tell. */
export const BY_WORDS: Known = {
  isSpeaker: () => false,
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

/** So many articles that name somebody are looked at for the gender. */
const ARTICLES = 5;

/** What the articles of `scope` know, and the words by themselves where they know nothing. */
export function knownIn(scope: Scope): Known {
  return {
    isSpeaker: (words) => findNamed(words, scope).some(({ quotations }) => quotations > 0),
    kindOf: (words) => findNamed(words, scope)[0]?.kind ?? BY_WORDS.kindOf(words),
    genderOf(words) {
      const names = findAskedSpeaker(words, scope);
      return (names.length === 1 ? genderIn(names[0]!, scope) : null) ?? BY_WORDS.genderOf(words);
    },
  };
}

/** What the articles tell of somebody's gender: titles, forename and roles, and the pronouns that stand for the name. */
function genderIn(name: string, scope: Scope): Gender {
  const speaker = scope.speakers.find((each) => each.name === name);
  let balance = 0;
  const count = (gender: Gender) => {
    balance += gender === "f" ? 1 : gender === "m" ? -1 : 0;
  };
  for (const id of speaker?.articles.slice(0, ARTICLES) ?? []) {
    const holding = scope.get(id);
    if (holding === undefined) continue;
    const { people, attributions } = holding.reading;
    const called = (person: Person) => speaker!.aliases.includes(person.name) || person.aliases.includes(name);
    count(people.find((person) => person.kind === "person" && called(person))?.gender ?? null);
    for (const { mention, speaker, speakerBasis } of attributions) {
      if (speaker !== name || speakerBasis !== "pronoun" || mention === null) continue;
      count(genderOfPronoun(textOf(holding.article.body, mention).toLowerCase()));
    }
  }
  return balance > 0 ? "f" : balance < 0 ? "m" : null;
}
