import { fixed, type Rule } from "../rule.ts";
import { EARLY_LATE, modOf, ORDINAL, parseNumber, parseOrdinal, pattern, YEAR } from "../vocabulary.ts";

export const SPELLED_DECADES = "twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties";

// A price, a number after a number, or what is named by its number: "Windows 2000", "page 1999".
const NOT_BEFORE = new RegExp(
  "[$£€#]\\s?$|\\d[.,]$|\\d\\s$|\\d[-:/]$|[A-Z]{2,}\\s$" +
    "|\\b(?:page|pages|number|room|code|postcode|line|version|model|chapter|section|size|channel|flight|route|bus|highway|no\\.|rs\\.?)\\s$" +
    "|\\b(?!(?:In|On|By|Since|From|Until|Till|During|Before|After|The|And|Of|To|Through|Around|About|Between|For|Late|Early|That|This|A|An|Year|Spring|Summer|Autumn|Fall|Winter|January|February|March|April|May|June|July|August|September|October|November|December|Easter|Christmas|When|As|His|Her|Its|Their|Our|But|Back)\\s$)[A-Z][a-z]+\\s$",
);
const NOT_AFTER = /^(?:[-–]\d|[.,:/]\d|\s?%|-[a-z](?!ra\b))/;
/** A number that counts something: "2000 people", "1,500 troops". */
const COUNTED =
  /^\s(?:people|troops|soldiers|men|women|children|workers|jobs|homes|houses|points?|percent|per|dollars|euros|pounds|yen|rubles|tons?|tonnes|miles?|km|kilomet(?:er|re)s?|met(?:er|re)s?|feet|foot|yards?|acres|hectares|times|hours?|minutes|days|weeks|months|years?|shares|units|copies|members|students|employees|police|officers|refugees|civilians|others|volunteers|sites|vehicles|tanks|cars|planes|rooms|seats|votes|pages|words|calories|degrees|or so|more|additional|hp|mm|cm|kg|rpm)\b/i;

/** Bare years, decades and centuries. chrono-node knows none of them. */
export const YEARS: readonly Rule[] = [
  {
    name: "decade",
    likely: new RegExp(`\\d0|${SPELLED_DECADES}`, "i"),
    pattern: pattern(
      `(?:the~)?(?<mod>${EARLY_LATE})?(?:the~)?(?:(?<century>1[5-9]|20)?|['’])(?<tens>\\d)0['’]?s|the~(?<mod2>early~|late~|mid-?)?(?<word>${SPELLED_DECADES})`,
    ),
    read: ({ mod, mod2, century, tens, word }, { match }) => {
      if (word === undefined && century === undefined && !/['’]\d0/.test(match)) return null;
      const digit = tens ?? String(SPELLED_DECADES.split("|").indexOf(word!.toLowerCase()) + 2);
      return { meaning: fixed(`${century ?? "19"}${digit}`), mod: modOf(mod ?? mod2) };
    },
  },
  {
    name: "century",
    likely: /centur/i,
    pattern: pattern(`(?:the~)?(?<mod>${EARLY_LATE})?(?<ordinal>${ORDINAL})[-\\s]century(?<bc>~B\\.?C)?`),
    read: ({ mod, ordinal, bc }) => {
      const number = parseOrdinal(ordinal!);
      if (number === null || number > 21 || bc !== undefined) return null;
      return { meaning: fixed(String(number - 1).padStart(2, "0")), mod: modOf(mod) };
    },
  },
  {
    // Both halves of "1914-18" and "2009/2010": the first year dates it, the second ends it.
    name: "year-range",
    likely: /\d\d\d\d/,
    pattern: pattern(`(?<year>${YEAR})[-–—/](?<end>\\d\\d|${YEAR})`),
    read: ({ year, end }) => {
      const last = end!.length === 2 ? `${year!.slice(0, 2)}${end}` : end!;
      return last > year! ? { meaning: fixed(year!) } : null;
    },
  },
  {
    name: "year",
    likely: /\d\d\d\d/,
    pattern: pattern(
      `(?:(?<mod>(?:the~)?(?:early|late|mid|beginning~of|start~of|middle~of|end~of)[-\\s])|(?<fiscal>(?:the~)?(?:fiscal|calendar)~(?:year~)?|the~year~)|(?<about>about|around|circa|c\\.)~)?(?<year>${YEAR})`,
    ),
    read: ({ mod, fiscal, about, year }, { before, after }) => {
      if (NOT_BEFORE.test(before) || NOT_AFTER.test(after)) return null;
      if (mod === undefined && fiscal === undefined && COUNTED.test(after)) return null;
      return { meaning: fixed(year!), mod: modOf(mod ?? about) };
    },
  },
  {
    name: "short-year",
    likely: /\b\d\d\b/,
    pattern: pattern("['’](?<year>\\d\\d)"),
    read: ({ year }, { before }) =>
      /\b(?:in|of|since|until|by|from|late|early|mid|class of|and)[-\s]$/i.test(before)
        ? { meaning: fixed(`${Number(year) < 30 ? "20" : "19"}${year}`) }
        : null,
  },
  {
    // Transcripts spell them out.
    name: "spelled-year",
    likely: /eighteen|nineteen|twenty|thousand/i,
    pattern: pattern(
      "(?:the~year~)?(?:(?<century>nineteen|eighteen|twenty)[-\\s](?<rest>(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[-\\s](?:one|two|three|four|five|six|seven|eight|nine))?|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen))|the~year~two~thousand",
    ),
    read: ({ century, rest }, { after }) => {
      if (century === undefined) return { meaning: fixed("2000") };
      if (/^\s(?:people|percent|years|days|thousand|hundred|million)/i.test(after)) return null;
      // A title: "Nineteen Eighty-Four".
      if (/^[A-Z]/.test(century) && /^[A-Z]/.test(rest!)) return null;
      const first = { eighteen: "18", nineteen: "19", twenty: "20" }[century.toLowerCase()];
      return { meaning: fixed(`${first}${parseNumber(rest!)}`) };
    },
  },
];
