import type { Scope } from "../corpus/scope.ts";
import type { Gender } from "../reading/forenames.ts";
import { genderOfPronoun } from "../reading/pronouns.ts";
import type { Person } from "../reading/reading.ts";
import { textOf } from "../span.ts";

/** So many articles that name somebody are looked at for the gender. */
const ARTICLES = 5;

/** What the articles tell of somebody's gender: titles, forename and roles, and the pronouns that stand for the name. `null`: nothing. */
export function genderIn(name: string, scope: Scope): Gender {
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
