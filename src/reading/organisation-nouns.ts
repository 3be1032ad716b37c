// A name with one of these words names a body, never a person.
const NOUNS = new Set(
  `Academy Administration Agency Airlines Airways Alliance Ambulance Army Assembly Associates Association Authority Bank Bar Board Broadcasting Brigade Bureau Business Cabinet Caucus
  Center Centre Chamber Channel Charity Chronicle Church Club Coalition College Command Commission Committee Company Confederation Conference Congress Constabulary Co-op Convention
  Corp Corporation Council Courier Court Daily Department Directorate Embassy Enterprise Enterprises Exchange Express Federation Fed Fleet Force Forces Forum Foundation Front Fund Gazette Globe
  Government Group Guard Guardian Headquarters Herald Hospital House Inc Independent Industries Initiative Institute Institution International Journal Journalism Kingdom Labs Laboratory League
  Legion Library Limited LLC LLP Ltd Magazine Marines Media Ministry Mission Monitor Movement Museum Nations Navy Network News Newspaper Office Observer Observatory Organization
  Organisation PAC Parenthood Parliament Partners Partnership Party Pentagon Police Politburo Politico Post Press Project Publishing Radio Reform Register Reserve Research Resources Review School
  Schools Secretariat Senate Service Services Society Solutions Staff State States Street Studio Studios Syndicate Systems Task Team Technologies Telegraph Television Times Treasury
  Tribune Tribunal Trust Union United University Weekly Works WikiLeaks Wikinews Today Patrol Campaign Duma Bundestag Knesset Rada Holdings Motors Bancorp Capital Consulting Securities Pictures`
    .split(/\s+/)
    .flatMap((noun) => [noun, `${noun}.`]),
);
const BODIES = new Set(
  `Kremlin Pentagon Vatican Congress Senate Parliament Duma Bundestag Knesset Rada Hamas Hezbollah Taliban Facebook Twitter Google Apple Microsoft Amazon Reuters Bloomberg Politico POLITICO
  Breitbart BuzzFeed Gawker WikiLeaks Wikileaks Wikinews Interpol Europol Amnesty Greenpeace Boeing Airbus Gazprom Rosneft Huawei Tesla Uber Netflix Disney Walmart Goldman Labour
  Commons Lords Treasury Tass TASS Interfax Xinhua Axios Mediaite Vox Slate Salon Newsweek Fortune Forbes Quinnipiac Gallup Rasmussen YouTube Instagram Snapchat Reddit Bellingcat
  Guardian Independent Telegraph Times Post Globe Mirror Sun Observer Economist Atlantic Intercept Huffington Crown`.split(
    /\s+/,
  ),
);
const ACRONYM = /^(?:\p{Lu}{2,}|\p{Lu}(?:\.\p{Lu})+\.?|\p{Lu}+&\p{Lu}+)$/u;

/** True for a word that makes a name the name of a body: "University", "Inc". */
export function isOrganisationNoun(word: string): boolean {
  return NOUNS.has(word);
}

/** True for a word that names a body by itself: "Kremlin", "NATO". */
export function isBody(word: string): boolean {
  return BODIES.has(word) || isAcronym(word);
}

export function isAcronym(word: string): boolean {
  return (
    ACRONYM.test(word) &&
    !/^(?:I|II|III|IV|JR|SR|TV|PM|AM|GOP|CEO|CFO|COO|MP|US|U\.S\.?|UK|U\.K\.?|OK|DC|D\.C\.?|EU|PhD|MD|BREAKING|WASHINGTON|NEW|LONDON)$/.test(
      word,
    )
  );
}
