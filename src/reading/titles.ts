import type { Gender } from "./forenames.ts";

const HONORIFICS = new Map<string, Gender>([
  ["mr", "m"],
  ["messrs", "m"],
  ["sir", "m"],
  ["lord", "m"],
  ["mrs", "f"],
  ["ms", "f"],
  ["miss", "f"],
  ["mme", "f"],
  ["madam", "f"],
  ["madame", "f"],
  ["lady", "f"],
  ["dame", "f"],
  ["sister", "f"],
  ["brother", "m"],
  ["king", "m"],
  ["queen", "f"],
  ["prince", "m"],
  ["princess", "f"],
]);

// Words that stand before a name and belong to its role. Lower-cased, without their full stop.
const RANKS =
  `dr prof professor rev reverend fr hon sen sens senator rep reps representative congressman congresswoman gov govs governor lt col colonel
  maj major gen general adm admiral capt captain cpl sgt sergeant cmdr commander lieutenant brig brigadier marshal pres president vice premier
  prime minister chancellor secretary undersecretary ambassador envoy commissioner mayor councilman councilwoman councillor alderman judge justice
  attorney solicitor sheriff chief speaker leader chairman chairwoman chair chairperson director deputy assistant spokesman spokeswoman spokesperson
  bishop archbishop cardinal pope rabbi imam ayatollah sheikh emir sultan father pastor officer detective inspector constable superintendent
  ceo cfo coo cto founder co-founder manager coach editor editor-in-chief host anchor reporter correspondent columnist pollster strategist adviser advisor aide
  nominee candidate frontrunner front-runner rival hopeful activist economist analyst author actor actress singer comedian lawyer prosecutor counsel
  mp msp mep kc qc esq engineer scientist researcher historian economist consultant physicist doctor nurse student teacher principal superintendent
  delegate delegates lawmaker senate-candidate legislator state-senator treasurer controller comptroller whip majority minority emeritus acting former ex interim
  outgoing incoming master skipper pilot driver farmer fisherman artist writer novelist poet filmmaker producer designer musician priest owner
  executive veteran soldier president-elect negotiator supervisor organizer organiser blogger commentator dissident magnate mogul businessman businesswoman tycoon investor banker trader`.split(
    /\s+/,
  );
const TITLES = new Set([
  ...RANKS,
  ...HONORIFICS.keys(),
  ...RANKS.filter(({ length }) => length > 4).map((rank) => `${rank}s`),
]);
const ALSO_NAMES = new Set(
  `king prince sister major general dean judge justice marshal chief bishop pope brother chancellor sheriff lord constable mayor fr rep pastor
  cardinal sergeant will miss host`.split(/\s+/),
);

const key = (word: string) => (word.endsWith(".") ? word.slice(0, -1) : word).toLowerCase();

/** True for "Mr", "Mrs.", "Sir": it tells the gender and no role. */
export function isHonorific(word: string): boolean {
  return HONORIFICS.has(key(word));
}

/** True for a word such as "President" or "Sen." that stands before a name. */
export function isTitle(word: string): boolean {
  return TITLES.has(key(word));
}

/** True for what stands behind a name: "Robert Fenn MP". */
export function isPostnominal(word: string): boolean {
  return /^(?:MPs?|MSP|MEP|TD|KC|QC|OBE|MBE|CBE|Esq\.?|PhD|MD)$/.test(word);
}

/** True when the title is also a surname ("Larry King"): it counts at the beginning of a name only. */
export function isAlsoName(word: string): boolean {
  return ALSO_NAMES.has(key(word));
}

const WOMAN =
  /(?:woman|women|mother|wife|daughter|sister|actress|girl|queen|princess|duchess|girlfriend|widow|grandmother|heiress|waitress|nun)$/i;
const MAN =
  /(?:[^o]man|men|father|husband|(?:^|[^r])son|brother|actor|boy|king|prince|duke|boyfriend|widower|grandfather)$/i;

/** The gender that an honorific or a role noun tells: "Mrs.", "spokeswoman", "his wife". */
export function genderOfTitle(word: string): Gender {
  const honorific = HONORIFICS.get(key(word));
  if (honorific !== undefined) return honorific;
  return WOMAN.test(word) ? "f" : MAN.test(word) ? "m" : null;
}
