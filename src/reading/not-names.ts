// Capitalised for other reasons than being a name: calendar words, pronouns, what opens a sentence.
const NEVER = new Set(
  `Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Jan. Feb. Aug. Sept. Oct. Nov. Dec. Christmas Easter Ramadan Thanksgiving
  I I'm I’m I've I’ve I'll I’ll I'd I’d God TV AM PM OK Internet Web Mr Mrs Ms
  The A An This That These Those He She It They We You His Her Its Their Our Your My Who What When Where Why How Which Whose
  And But Or Nor So Yet For If As At By In On Of To From With Without Within After Before Since Until While During Despite Although Though Because Unless Whether
  About Above Across Against Along Amid Among Around Behind Below Beneath Beside Between Beyond Down Following Inside Into Like Near Off Once Onto Out Outside Over Past Per
  Regarding Than Through Throughout Toward Towards Under Unlike Up Upon Via Not No Yes All Any Both Each Either Every Few Many More Most Much Neither None One Other Others Several Some Such
  Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Dozens Hundreds Thousands Millions Asked Speaking Earlier Later Last Next Then There Here Now Today Tomorrow Yesterday Tonight Meanwhile
  However Moreover Furthermore Nevertheless Instead Indeed Also Again Still Just Even Only Perhaps Maybe Recently Finally First Second Third Additionally According Another Ahead
  Is Are Was Were Be Been Being Do Does Did Has Have Had Can Could Will Would Shall Should May Might Must Let Let's Get Go Come See Look Well Oh Hey Thanks Thank Please Sorry
  Breaking Update Updated Read Watch Listen Photo Image Video Source Sources Via Story Related Advertisement Click Share Follow Editor's Note`.split(
    /\s+/,
  ),
);

// A name that ends so is neither a person nor a body nor a place.
const THINGS = new Set(
  `Act Acts Agreement Amendment Amendments Award Awards Bill Bomb Bowl Championship Championships Constitution Convention Cup Day Days Deal Doctrine Dream Election Elections Era Eve Games Initiative
  Law Laws Medal Movement Night Olympics Order Pact Plan Prize Protocol Rebellion Revolution Right Rights Season Series Show Syndrome Summit Talks Test Treaty Tuesday Virus War Week Weekend
  World Year Years English French Spanish Russian Arabic Bible Quran Koran Twitter Standard Time Nobel Security Intelligence Affairs Relations Defense Defence Justice Health Education`.split(
    /\s+/,
  ),
);

/** True for a capitalised word that begins no name. */
export function isNeverName(word: string): boolean {
  return (
    NEVER.has(word) ||
    (/[-’']/.test(word) &&
      /-(?:based|born|led|backed|style|era|area|wide|old|owned)$|^(?:I|You|We|They|He|She|It|That|There|What|Who|Let)[’']/.test(
        word,
      ))
  );
}

/** True for the last word of "Affordable Care Act", "Super Tuesday". */
export function isThing(word: string): boolean {
  return THINGS.has(word);
}

const REGION =
  /^(?:County|City|Island|Islands|River|Sea|Ocean|Beach|Bay|Lake|Valley|Mountain|Mountains|Province|Region|Oblast|Street|Avenue|Road|Square|Airport|Bridge|Park|Republic|Strait|Coast|Township|Village|Peninsula)$/;

/** True for the last word of "Cook County", "Red Square". */
export function isRegion(word: string): boolean {
  return REGION.test(word);
}
