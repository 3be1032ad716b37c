import type { Verdict } from "../../../src/answering/verify.ts";

type Case = {
  readonly what: string;
  readonly quote: string;
  readonly speaker?: string;
  readonly verdict: Verdict["kind"];
};

/** Quotations and the verdict a careful reader of the two articles gives. */
export const cases: readonly Case[] = [
  {
    what: "a whole quotation",
    quote: "The ferry is not a luxury. It is a road for three thousand people, and nobody closes a road in winter",
    verdict: "exact",
  },
  { what: "with its speaker", quote: "The ferry is not a luxury.", speaker: "Mara Lund", verdict: "exact" },
  { what: "with a surname", quote: "nobody closes a road in winter", speaker: "Lund", verdict: "exact" },
  {
    what: "with a role",
    quote: "It's cheaper to build than to wait",
    speaker: "the minister of transport",
    verdict: "exact",
  },
  {
    what: "one sentence of two",
    quote: "It is a road for three thousand people, and nobody closes a road in winter,",
    verdict: "exact",
  },
  { what: "first half of a split quotation", quote: "We have asked for help four times", verdict: "exact" },
  {
    what: "both halves of a split quotation",
    quote: "We have asked for help four times, and we have had no answer since March.",
    speaker: "Lund",
    verdict: "exact",
  },
  {
    what: "both halves with the words between",
    quote: '"We have asked for help four times," Lund said, "and we have had no answer since March."',
    verdict: "exact",
  },
  {
    what: "the quoted part of a mixed quotation",
    quote: "look at every offer from every shipping line",
    speaker: "Brandt",
    verdict: "exact",
  },
  {
    what: "a mixed quotation whole",
    quote: 'the board would "look at every offer from every shipping line" before the summer',
    verdict: "exact",
  },
  { what: "the article's own words", quote: "The boat carried 61,400 passengers last year", verdict: "exact" },
  { what: "only small words", quote: "We will not", speaker: "Dvořák", verdict: "exact" },
  { what: "a question with its mark", quote: "Is a bridge worth it?", speaker: "Lund", verdict: "exact" },
  {
    what: "two sentences on end",
    quote: "Nobody has told us where the boats are supposed to go. Nobody has asked us either.",
    verdict: "exact",
  },
  { what: "the condition included", quote: "If the state pays half, we will keep the ferry running", verdict: "exact" },

  { what: "capitals", quote: "THE FERRY IS NOT A LUXURY", verdict: "exact" },
  { what: "small letters", quote: "it's cheaper to build than to wait", verdict: "exact" },
  { what: "curly apostrophe", quote: "It’s cheaper to build than to wait", verdict: "exact" },
  {
    what: "another dash",
    quote: "Every year of waiting costs us forty million crowns - money that is simply gone.",
    verdict: "exact",
  },
  {
    what: "an em dash without blanks",
    quote: "costs us forty million crowns—money that is simply gone",
    verdict: "exact",
  },
  { what: "curly quotation marks around", quote: "“a brave piece of work”", verdict: "exact" },
  { what: "guillemets around", quote: "«The bridge will cross the best fishing ground we have»", verdict: "exact" },
  { what: "a Markdown quote", quote: '> "The bridge will cross the best fishing ground we have"', verdict: "exact" },
  {
    what: "without commas",
    quote: "It is a road for three thousand people and nobody closes a road in winter",
    verdict: "exact",
  },
  { what: "an acronym without dots", quote: "asked the US engineers to present it in Sandvik", verdict: "exact" },
  { what: "a number without its comma", quote: "The boat carried 61400 passengers last year", verdict: "exact" },
  { what: "a speaker without accents", quote: "Nobody has asked us either", speaker: "Dvorak", verdict: "exact" },
  { what: "broken over lines", quote: "The bridge will cross\n  the best fishing ground\nwe have", verdict: "exact" },

  {
    what: "a word swapped",
    quote: "The ferry is not a privilege. It is a road for three thousand people",
    verdict: "altered",
  },
  {
    what: "a number swapped",
    quote: "It is a road for four thousand people, and nobody closes a road in winter",
    verdict: "altered",
  },
  { what: "a figure swapped", quote: "The boat carried 64,100 passengers last year", verdict: "altered" },
  { what: "a decimal point lost", quote: "lost $25 million", verdict: "altered" },
  {
    what: "dollars turned to euros",
    quote: "The boat carried 61,400 passengers last year and lost €2.5 million",
    verdict: "altered",
  },
  { what: "a month swapped", quote: "we have had no answer since May", verdict: "altered" },
  {
    what: "a tense changed",
    quote: "The bridge will have crossed the best fishing ground we have",
    verdict: "altered",
  },
  { what: "a verb weakened", quote: "The bridge may cross the best fishing ground we have", verdict: "altered" },
  { what: "a word put in", quote: "It's much cheaper to build than to wait", verdict: "altered" },
  {
    what: "several words put in",
    quote: "Every year of pointless and stupid waiting costs us forty million crowns",
    verdict: "altered",
  },
  { what: "one word left out", quote: "The bridge will cross the fishing ground we have", verdict: "altered" },
  { what: "order turned", quote: "It's cheaper to wait than to build", verdict: "altered" },
  {
    what: "a question made a statement",
    quote: "Is a bridge worth it. That is for the islanders to decide",
    verdict: "altered",
  },
  {
    what: "a swap with its speaker",
    quote: "look at no offer from every shipping line",
    speaker: "Brandt",
    verdict: "altered",
  },

  { what: "not dropped", quote: "The ferry is a luxury", verdict: "altered" },
  {
    what: "not dropped with the rest kept",
    quote: "The ferry is a luxury. It is a road for three thousand people",
    verdict: "altered",
  },
  { what: "no dropped", quote: "we have had an answer since March", verdict: "altered" },
  { what: "cannot made can", quote: "in truth we can pay for another season", verdict: "altered" },
  {
    what: "nobody made everybody",
    quote: "Everybody has told us where the boats are supposed to go",
    verdict: "altered",
  },
  { what: "would not made would", quote: "I would call this a promise", speaker: "Okafor", verdict: "altered" },

  { what: "begun after its negation", quote: "call this a promise", verdict: "cut" },
  { what: "ended before its but", quote: "There is some money left", speaker: "Brandt", verdict: "cut" },
  { what: "its condition left off", quote: "we will keep the ferry running", verdict: "cut" },
  { what: "its denial left off", quote: "the board had ignored the letters", verdict: "cut" },
  { what: "middle left out unmarked", quote: "It is a road in winter", verdict: "cut" },
  {
    what: "middle left out with dots",
    quote: "The ferry is not a luxury ... nobody closes a road in winter",
    verdict: "cut",
  },
  { what: "middle left out with bracketed dots", quote: "Every year of waiting […] is simply gone", verdict: "cut" },
  { what: "one word left out with dots", quote: "The bridge will cross the … fishing ground we have", verdict: "cut" },

  {
    what: "two sentences of one article",
    quote: "It's cheaper to build than to wait. The bridge will cross the best fishing ground we have",
    verdict: "spliced",
  },
  {
    what: "two sentences of two articles",
    quote: "We have asked for help four times. Nobody has asked us either.",
    verdict: "spliced",
  },
  {
    what: "two speakers",
    quote: "nobody closes a road in winter and we will keep the ferry running",
    verdict: "spliced",
  },
  {
    what: "three places",
    quote: "The ferry is not a luxury. It's cheaper to build than to wait. Nobody has asked us either.",
    verdict: "spliced",
  },
  {
    what: "halves of two sentences",
    quote: "Every year of waiting will cross the best fishing ground we have",
    verdict: "spliced",
  },

  {
    what: "another known speaker",
    quote: "The ferry is not a luxury",
    speaker: "Oskar Brandt",
    verdict: "credited-elsewhere",
  },
  {
    what: "a speaker of the other article",
    quote: "It's cheaper to build than to wait",
    speaker: "Brandt",
    verdict: "credited-elsewhere",
  },
  {
    what: "an unknown speaker",
    quote: "Nobody has asked us either",
    speaker: "Winston Churchill",
    verdict: "credited-elsewhere",
  },
  {
    what: "the article's words put into a mouth",
    quote: "The boat carried 61,400 passengers last year",
    speaker: "Lund",
    verdict: "credited-elsewhere",
  },
  { what: "small words of another", quote: "We will not", speaker: "Okafor", verdict: "credited-elsewhere" },

  {
    what: "a paraphrase",
    quote: "Closing the connection in the cold months would be unthinkable for the islanders",
    verdict: "not-found",
  },
  { what: "a paraphrase near the words", quote: "Waiting is more expensive than building", verdict: "not-found" },
  {
    what: "a paraphrase of a number",
    quote: "Each year we lose forty millions by doing nothing",
    verdict: "not-found",
  },
  { what: "something never said", quote: "The airport should be moved to the mainland", verdict: "not-found" },
  { what: "famous words", quote: "Ask not what your country can do for you", verdict: "not-found" },
  {
    what: "a subject of the article, other words",
    quote: "Taxes on fishing boats must come down this year",
    speaker: "Dvořák",
    verdict: "not-found",
  },
  { what: "words of no article", quote: "Colourless green ideas sleep furiously", verdict: "not-found" },
];
