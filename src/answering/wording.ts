import { replaceWord } from "../retrieval/terms.ts";
import type { Answer, Understood } from "./answer.ts";

/** What was understood, in words: `Dmitry Peskov, about NATO, from 2022-01-01`. Plain text, not escaped. */
export function wordUnderstood({
  speaker,
  topic,
  since,
  until,
  latest,
  text,
  respelt = [],
  related,
}: Understood): string {
  const asTyped = respelt.reduce((words, { asked, used }) => replaceWord(words, used, asked), topic ?? "");
  const parts = [
    speaker,
    asTyped && `about ${asTyped}`,
    since !== null && since === until ? `on ${since}` : since && `from ${since}`,
    until !== null && since !== until ? `until ${until}` : null,
  ].filter((part) => part !== null && part !== "");
  if (latest && parts.length > 0) parts.push("the latest first");
  const read = respelt.map(({ asked, used }) => `“${asked}” read as “${used}”`);
  const instead = related === undefined ? [] : [`looked for “${related.used}” in place of “${related.asked}”`];
  return [...(parts.length === 0 ? [text.trim()] : parts), ...read, ...instead].join(", ");
}

/** What a follow-up was taken to mean, `understood as “Who lost?”, still about election`; `null` when it stood alone. Plain text, not escaped. */
export function wordCompleted({ text, completed, context = [] }: Understood): string | null {
  if (completed === undefined) return null;
  const circumstance = /^(When|Where|Why|Before|After): (.*)$/s.exec(completed);
  const short = circumstance?.[1]?.replace(/^(?:Before|After)$/, "$& that");
  const asked = circumstance === null ? `“${completed}”` : `“${short}?”, of “${circumstance[2]}”`;
  const parts = [
    completed === text ? null : `understood as ${asked}`,
    context.length === 0 ? null : `still about ${context.join(", ")}`,
  ];
  return parts.filter((part) => part !== null).join(", ") || null;
}

/** Why there is no answer, as one sentence. Plain text, not escaped. */
export function wordReason({ reason, question, absent }: Extract<Answer, { kind: "nothing-found" }>): string {
  const { speaker, topic } = question;
  const who = speaker ?? "this speaker";
  const words = absent.slice(0, MOST_WORDS).map((word) => `“${word}”`);
  const last = words.pop();
  const lacking = last === undefined ? null : words.length === 0 ? last : `${words.join(", ")} or ${last}`;
  switch (reason) {
    case "no-articles":
      return "Nothing found: there are no articles here yet.";
    case "not-english":
      return "Nothing found: the articles are in English, and so are the questions that are understood.";
    case "unknown-speaker":
      return `Nothing found: no article here quotes ${who}.`;
    case "speaker-not-on-topic":
      return `Nothing found: ${who} is quoted here, but not on ${topic ?? "this"}.`;
    case "words-absent":
      return `Nothing found: no article here speaks of ${lacking ?? topic ?? "this"}.`;
    case "outside-dates":
      return "Nothing found in that time; there are passages outside it.";
    case "nothing-more":
      return "Nothing more found: everything here on this was shown.";
    case "low-confidence":
      return lacking === null
        ? "Nothing found that answers this."
        : `Nothing found that answers this: no article here has the word ${lacking}.`;
    default:
      return reason satisfies never;
  }
}

/** So many words that no article has are named; more are nonsense, or another language. */
const MOST_WORDS = 3;

/** `1 passage`, `2 passages`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
