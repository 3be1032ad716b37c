import type { Scope } from "../corpus/scope.ts";
import { directoryOf, wordsOf } from "../reading/directory.ts";
import { findSpeakers } from "../reading/find-speaker.ts";
import { mostQuotedFirst } from "../reading/speaker-list.ts";
import type { Speaker } from "../reading/speakers.ts";
import { describedAs } from "./described-as.ts";
import { isOtherKind } from "./role-words.ts";

/**
 * The names in `scope` that `words` may mean ("Peskov", "the Kremlin's spokesman"), most quoted first.
 *
 * One name is an answer, several are a question back, none is an unknown speaker.
 */
export function findAskedSpeaker(words: string, scope: Scope): string[] {
  const { sharing, withRole } = candidates(words, scope);
  const named = findSpeakers(words, sharing);
  const found = named.length > 0 || isName(words) ? named : findSpeakers(words, withRole());
  const quoted = found.filter(({ quotations }) => quotations > 0);
  const known = named.length > 0 ? wellKnown(quoted) : null;
  if (known !== null) return [known.name];
  const best = quoted.length > 0 ? quoted : found;
  if (best.length === 1) return [best[0]!.name];
  const other = best.length === 0 && isName(words) ? byTitle(words, scope) : isName(words) ? [] : byRole(words, scope);
  const names = (other.length > 0 ? other : best).map(({ name }) => name);
  return names.length > 0 || isName(words) ? names : describedAs(words, scope);
}

/** How many times more often than all others of the name together somebody is quoted, to be meant by the surname alone. */
const WELL_KNOWN = 5;

/** Who is meant when a surname is asked for that one person mostly bears; the answer shows the full name. */
function wellKnown(quoted: readonly Speaker[]): Speaker | null {
  // Whoever the articles call by the surname alone is somebody of that name, but not one to choose.
  const [first, ...others] = quoted.filter(({ name }) => /\s/.test(name.replace(/^(?:Mr|Mrs|Ms|Dr)\.? /, "")));
  if (first === undefined) return null;
  const rest = others.reduce((sum, { quotations }) => sum + quotations, 0);
  return first.quotations >= WELL_KNOWN * Math.max(1, rest) ? first : null;
}

/** "Judge Castell": whoever has that surname, when the words before it are a role of theirs. */
function byTitle(words: string, scope: Scope): Speaker[] {
  const [title = "", ...name] = words.split(" ");
  const { sharing } = candidates(words, scope);
  const found = name.length === 0 ? [] : findSpeakers(name.join(" "), sharing);
  return found.filter(({ roles }) => roles.some((role) => wordsOf(role).includes(title.toLowerCase())));
}

/**
 * "The mayor of Verner": whoever holds the role, when each other word stands in their roles or in an article that
 * names them. Whom fewer roles describe is not meant less, so all that fit are given.
 */
function byRole(words: string, scope: Scope): Speaker[] {
  const asked = wordsOf(words);
  const head = wordsOf(words.replace(/ (?:of|for|at|from|in) .*$/i, "")).at(-1);
  if (head === undefined) return [];
  const holding = candidates(words, scope).sharing.filter(
    ({ quotations, roles }) => quotations > 0 && roles.some((role) => wordsOf(role).includes(head)),
  );
  const fits = ({ name, roles, articles }: Speaker) => {
    const texts = articles.slice(0, ARTICLES).map((id) => scope.get(id)?.article);
    const known = new Set(wordsOf([name, ...roles, ...texts.map((text) => `${text?.title} ${text?.body}`)].join(" ")));
    return asked.every((word) => known.has(word));
  };
  const suits = ({ roles }: Speaker) => roles.some((role) => !isOtherKind(words, role));
  return holding.slice(0, HOLDERS).filter((speaker) => suits(speaker) && fits(speaker));
}

/** How many who hold a role are looked at, and how many articles of each. */
const HOLDERS = 20;
const ARTICLES = 5;

/** True when `words` name somebody whom an article quotes. */
export function isQuoted(words: string, scope: Scope): boolean {
  return findNamed(words, scope).some(({ quotations }) => quotations > 0);
}

/** Whoever the articles name or describe so, most quoted first; also who is never quoted. */
export function findNamed(words: string, scope: Scope): Speaker[] {
  const { sharing } = candidates(words, scope);
  return sharing.length === 0 ? [] : findSpeakers(words, sharing);
}

/** A role has a word in small letters ("the Kremlin's spokesman"), a name has none. */
function isName(words: string): boolean {
  return !/(?:^|\s)\p{Ll}/u.test(words.replace(/^the /i, "")) && !/['’]s\b/.test(words);
}

/** Comparing with every speaker of a large corpus would take longer than the search. */
function candidates(words: string, { speakers }: Scope): { sharing: Speaker[]; withRole: () => Speaker[] } {
  const sharing = directoryOf(speakers).sharing(words);
  return {
    // In the order of the scope, so that the most quoted stays first.
    sharing: speakers.length > 500 ? [...sharing].sort(mostQuotedFirst) : speakers.filter((each) => sharing.has(each)),
    withRole: () => speakers.filter(({ roles }) => roles.length > 0),
  };
}
