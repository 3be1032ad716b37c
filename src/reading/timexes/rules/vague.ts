import { fixed, type Rule } from "../rule.ts";
import { pattern } from "../vocabulary.ts";

/** Now, lately, one day: recognised, and kept out of the timeline. */
export const VAGUE: readonly Rule[] = [
  {
    name: "present",
    pattern: pattern(
      "(?:right~)?now|currently|at~(?<noun>the~moment)|(?<days>these~days)|nowadays|(?<adjective>current)",
    ),
    read: ({ adjective }, { after }) =>
      adjective !== undefined && !/^\s[a-z]/.test(after) ? null : { meaning: fixed("PRESENT_REF") },
  },
  {
    name: "past",
    pattern: pattern("(?:more~)?recently|(?<noun>the~past)|(?<adjective>recent)"),
    read: ({ noun, adjective }, { after }) => {
      if (noun !== undefined && !/^(?:[.,;:]|\s(?:and|but|that|when|as|for)\b|$)/.test(after)) return null;
      if (adjective !== undefined && !/^\s[a-z]/.test(after)) return null;
      return { meaning: fixed("PAST_REF") };
    },
  },
  {
    name: "future",
    pattern: pattern("(?:the~)?(?:near|foreseeable|distant|immediate)~(?:future|term)|the~future|soon"),
    read: (_, { match, before, after }) => {
      if (
        /^soon$/i.test(match) &&
        (/\b(?:as|too|how)\s$/i.test(before) || /^\s(?:after|as|became|began)\b/.test(after))
      )
        return null;
      return { meaning: fixed("FUTURE_REF") };
    },
  },
];
