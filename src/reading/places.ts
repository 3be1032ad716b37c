import { isForename } from "./forenames.ts";

// Country: its name, its people's adjective, its capital or seat of power, and who spoke for it long enough to stand for it in "Putin spokesman".
const COUNTRIES = `
Afghanistan Afghan Kabul Taliban|Albania Albanian Tirana|Algeria Algerian Algiers|Argentina Argentine Argentinian|Armenia Armenian Yerevan|Australia Australian Canberra
Austria Austrian Vienna|Azerbaijan Azerbaijani Baku|Bahrain Bahraini Manama|Bangladesh Bangladeshi Dhaka|Belarus Belarusian Minsk Lukashenko|Belgium Belgian
Bolivia Bolivian|Bosnia Bosnian Sarajevo|Brazil Brazilian Bolsonaro|Britain British UK U.K. London England English Westminster Scotland Scottish Wales Welsh|Bulgaria Bulgarian Sofia
Cambodia Cambodian|Canada Canadian Ottawa Trudeau|Chile Chilean Santiago|China Chinese Beijing Xi|Colombia Colombian|Croatia Croatian Zagreb|Cuba Cuban Havana|Cyprus Cypriot Nicosia
Czechia Czech Prague|Denmark Danish Copenhagen|Egypt Egyptian Cairo Sisi|Estonia Estonian Tallinn|Ethiopia Ethiopian|Finland Finnish Helsinki|France French Paris Elysee Élysée Macron
Georgia Georgian Tbilisi|Germany German Berlin Merkel Scholz|Ghana Ghanaian|Greece Greek Athens|Haiti Haitian|Hungary Hungarian Budapest Orban Orbán|Iceland Icelandic Reykjavik
India Indian Delhi Modi|Indonesia Indonesian Jakarta|Iran Iranian Tehran|Iraq Iraqi Baghdad|Ireland Irish Dublin|Israel Israeli Jerusalem Netanyahu|Italy Italian Rome
Japan Japanese Tokyo|Jordan Jordanian Amman|Kazakhstan Kazakh Astana|Kenya Kenyan Nairobi|Kosovo Kosovar|Kuwait Kuwaiti|Laos Laotian|Latvia Latvian Riga|Lebanon Lebanese Beirut
Libya Libyan Tripoli|Lithuania Lithuanian Vilnius|Luxembourg|Malaysia Malaysian|Mali Malian|Malta Maltese|Mexico Mexican|Moldova Moldovan Chisinau|Mongolia Mongolian|Montenegro
Morocco Moroccan|Myanmar Burmese|Nepal Nepalese|Netherlands Dutch Hague|Nicaragua Nicaraguan|Niger|Nigeria Nigerian Abuja|Norway Norwegian Oslo|Oman Omani|Pakistan Pakistani Islamabad
Palestine Palestinian Gaza Ramallah Hamas|Panama|Paraguay|Peru Peruvian Lima|Philippines Philippine Filipino Manila|Poland Polish Warsaw|Portugal Portuguese Lisbon|Qatar Qatari Doha
Romania Romanian Bucharest|Russia Russian Moscow Kremlin Putin Medvedev|Rwanda Rwandan|Saudi Riyadh|Senegal|Serbia Serbian Belgrade|Singapore|Slovakia Slovak Bratislava|Slovenia Slovenian
Somalia Somali|Spain Spanish Madrid|Sudan Sudanese Khartoum|Sweden Swedish Stockholm|Switzerland Swiss Bern|Syria Syrian Damascus Assad|Taiwan Taiwanese Taipei|Tajikistan|Tanzania
Thailand Thai Bangkok|Tunisia Tunisian Tunis|Turkey Turkish Ankara Erdogan Erdoğan|Turkmenistan|Uganda Ugandan|Ukraine Ukrainian Kyiv Kiev Zelensky Zelenskyy|Uruguay|Uzbekistan Uzbek
America American US U.S. USA U.S.A. Washington Pentagon Obama Trump Biden|Venezuela Venezuelan Caracas Maduro|Vietnam Vietnamese Hanoi|Yemen Yemeni|Zambia|Zimbabwe Zimbabwean
Vatican Holy|Korea Korean Seoul Pyongyang|Zealand
`;
const OTHER_PLACES =
  `Africa African Asia Asian Europe European Americas Arctic Antarctica Atlantic Pacific Mediterranean Balkans Baltic Caucasus Crimea Donbas Donetsk Luhansk Siberia Scandinavia
  Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland
  Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming
  Carolina Dakota Hampshire Jersey York Angeles Francisco Manhattan Brooklyn Queens Bronx Chicago Boston Philadelphia Houston Dallas Miami Atlanta Detroit Seattle Denver
  Cleveland Cincinnati Pittsburgh Baltimore Milwaukee Orlando Tampa Phoenix Vegas Orleans Louis Minneapolis Sydney Melbourne Brisbane Perth Toronto Montreal Vancouver Quebec Ontario
  Geneva Zurich Brussels Strasbourg Davos Milan Munich Hamburg Frankfurt Barcelona Istanbul Mumbai Shanghai Hong Kong Dubai Aleppo Mosul Kharkiv Odesa Odessa Mariupol Lviv
  Manchester Liverpool Birmingham Leeds Glasgow Edinburgh Belfast Cardiff Bristol Yorkshire Cornwall Kent Essex D.C. Benghazi Fla Calif Mass Pa Va Ill Mich Ariz Colo Conn Ga Ind
  Southern Northern Eastern Western Midwestern Southwestern Arab Latino Hispanic Jewish Muslim Christian Catholic Kurdish Tibetan Catalan Basque Chechen
  Fla. Calif. Mass. Pa. Va. Ill. Mich. Ariz. Colo. Conn. Ga. Ind. Mo. Tenn. Wis. Wash. Ore. Okla. Nev. Neb. Mont. Minn. Miss. La. Ky. Kan. Del. Ark. Ala. Vt. Md.`.split(
    /\s+/,
  );

const countries = new Map<string, string>();
for (const country of COUNTRIES.trim().split(/[|\n]/)) {
  const words = country.trim().split(" ");
  for (const word of words) countries.set(word, words[0]!);
}
const LEADERS =
  /^(?:Putin|Medvedev|Xi|Obama|Trump|Biden|Merkel|Scholz|Macron|Modi|Netanyahu|Assad|Orb[aá]n|Erdo[gğ]an|Maduro|Sisi|Trudeau|Zelenskyy?|Lukashenko|Bolsonaro|Taliban|Hamas)$/;

const places = new Set([...[...countries.keys()].filter((word) => !LEADERS.test(word)), ...OTHER_PLACES]);

/** The country that a word stands for ("Russian", "Moscow", "Kremlin", "Putin": Russia), `null` when none. */
export function countryOf(word: string): string | null {
  return countries.get(word) ?? null;
}

/** True for a word that names a place, or its people as an adjective. */
export function isPlace(word: string): boolean {
  return places.has(word);
}

/** True for "Ruritania", "Borostan": who is called so by nothing else is more likely a country than a person. */
export function soundsLikeCountry(word: string): boolean {
  return /^\p{Lu}\p{Ll}+(?:stan|[lnrv]ia)$/u.test(word) && !isForename(word);
}
