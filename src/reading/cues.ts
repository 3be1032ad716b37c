/**
 * What a verb of speech takes:
 * `clause`   a quotation or a clause ("said that ...", "said ..."), also behind it ("..., he said");
 * `tell`     the same after an addressee ("told reporters that ...");
 * `object`   a noun phrase that is what was said ("criticized the plan", "called him a liar");
 * `weak`     as `clause`, but only before "that", "how" or a quotation: elsewhere it means something else;
 * `to`       an infinitive ("vowed to ...").
 */
export type Frame = "clause" | "tell" | "object" | "weak" | "to";

export type VerbForm = "base" | "third" | "past" | "participle" | "gerund";

export type CueVerb = {
  readonly lemma: string;
  readonly frames: readonly Frame[];
  readonly forms: readonly VerbForm[];
  /** Hardly ever anything but a verb. */
  readonly plain: boolean;
};

/** The verbs that report an utterance in news, by what they take. */
const VERBS: Record<string, string> = {
  clause:
    "say add note report argue claim acknowledge declare explain insist state conclude reveal admit estimate recall reply " +
    "predict repeat complain answer remark assert joke boast allege stress emphasize emphasise reiterate concede disclose " +
    "lament clarify contend speculate brag recount forecast testify hint imply muse elaborate quip counter retort opine confirm " +
    "write tweet warn caution announce assure interject proclaim affirm chide scoff fume shout " +
    "yell whisper exclaim deadpan intone stipulate theorize reckon confess gush confide vent rant mutter murmur crack tout comment suggest deny swear surmise react enthuse gripe grumble",
  weak:
    "maintain observe respond continue guarantee post blog email agree mention point argue hear find show indicate signal demonstrate know believe think mean hope fear expect " +
    "promise pledge vow demand propose recommend request read put go begin conclude close finish start protest " +
    "charge underscore pronounce highlight outline cite describe quote chant sing urge ask accuse laugh cry sigh snap shoot joke push " +
    "advise appeal marvel plead rule detail dispute question wonder complain recall threaten offer decide plan remember discuss talk speak refer",
  tell: "tell remind inform assure warn advise notify promise ask urge caution convince challenge",
  object:
    "criticize criticise praise denounce dismiss mock tout condemn slam blast decry accuse announce propose question cite mention " +
    "urge express describe reveal demand recommend request outline reiterate emphasize stress call label deny dispute " +
    "acknowledge thank apologize lambast deride ridicule disparage lash echo underscore detail " +
    "advocate predict repeat report claim suggest invite estimate warn explain tweet ask order brand " +
    "dub rebuke chide admit concede declare allege offer recall recount disclose",
  to: "vow promise pledge offer agree threaten ask urge call encourage order advise swear demand recommend request warn invite remind tell beg plead refuse volunteer",
};

const IRREGULAR: Record<string, readonly [past: string, participle: string]> = {
  say: ["said", "said"],
  tell: ["told", "told"],
  write: ["wrote", "written"],
  read: ["read", "read"],
  put: ["put", "put"],
  go: ["went", "gone"],
  begin: ["began", "begun"],
  hear: ["heard", "heard"],
  find: ["found", "found"],
  show: ["showed", "shown"],
  know: ["knew", "known"],
  think: ["thought", "thought"],
  mean: ["meant", "meant"],
  sing: ["sang", "sung"],
  swear: ["swore", "sworn"],
  shoot: ["shot", "shot"],
  speak: ["spoke", "spoken"],
  forecast: ["forecast", "forecast"],
};
const DOUBLED = new Set(["refer", "quip", "admit", "blog", "dub", "brag", "plan", "slam", "beg", "chat", "rebut"]);

const PLAIN = new Set(["says", "say", "said", "adds", "argues", "tells"]);

const BY_FORM = new Map<string, CueVerb>();
for (const [frame, lemmas] of Object.entries(VERBS)) {
  for (const lemma of lemmas.split(" ")) {
    for (const [form, text] of inflect(lemma)) {
      const known = BY_FORM.get(text);
      const frames = new Set(known?.lemma === lemma ? known.frames : []).add(frame as Frame);
      const forms = new Set(known?.lemma === lemma ? known.forms : []).add(form);
      const plain = [...forms].every((form) => form === "past" || form === "participle") || PLAIN.has(text);
      BY_FORM.set(text, { lemma, frames: [...frames], forms: [...forms], plain });
    }
  }
}

function inflect(lemma: string): [VerbForm, string][] {
  const [past, participle] = IRREGULAR[lemma] ?? [regularPast(lemma), regularPast(lemma)];
  return [
    ["base", lemma],
    ["third", thirdPerson(lemma)],
    ["past", past],
    ["participle", participle],
    ["gerund", gerund(lemma)],
  ];
}

function thirdPerson(lemma: string): string {
  if (lemma === "go") return "goes";
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  return /(?:s|sh|ch|x|z)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
}

function regularPast(lemma: string): string {
  if (/e$/.test(lemma)) return `${lemma}d`;
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ied`;
  return DOUBLED.has(lemma) ? `${lemma}${lemma.at(-1)}ed` : `${lemma}ed`;
}

function gerund(lemma: string): string {
  if (/[^eo]e$/.test(lemma)) return `${lemma.slice(0, -1)}ing`;
  return DOUBLED.has(lemma) || lemma === "begin" || lemma === "put" ? `${lemma}${lemma.at(-1)}ing` : `${lemma}ing`;
}

/** What `word` is as a verb of speech, else `undefined`. */
export function cueVerb(word: string): CueVerb | undefined {
  return BY_FORM.get(word);
}

/** Verbs that do nothing but introduce speech; seen beside a quotation they are its tag. */
export function isSpeechVerb(word: string): boolean {
  return BY_FORM.get(word.toLowerCase())?.frames.some((frame) => frame === "clause" || frame === "tell") ?? false;
}

const CLAIM =
  /^(?:claim|assertion|allegation|contention|argument|warning|prediction|insistence|suggestion|admission|accusation|complaint|promise|pledge|vow|acknowledge?ment|declaration|confirmation|denial)s?$/;

/** True for a noun before "that" which says that somebody said it: "Lee's claim that". */
export function isClaim(word: string): boolean {
  return CLAIM.test(word);
}
