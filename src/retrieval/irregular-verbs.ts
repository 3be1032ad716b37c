/** Past forms with their verbs where a stem does not tell; forms that are words of their own ("found", "left", "saw") only where that is rare. */
const VERBS = `arise arose arisen, beat beaten, become became, begin began begun, bite bit bitten, bleed bled, blow blew blown,
  break broke broken, breed bred, bring brought, build built, burst bursted, buy bought, catch caught, choose chose chosen,
  creep crept, deal dealt, dig dug, draw drew drawn, drive drove driven, eat ate eaten, fall fell fallen, feed fed,
  fight fought, find found, flee fled, fly flew flown, forbid forbade forbidden, forget forgot forgotten, forgive forgave forgiven,
  freeze froze frozen, give gave given, go went gone, grow grew grown, hang hung, hide hid hidden, hold held, keep kept,
  know knew known, lead led, lend lent, lose lost, make made, meet met, overcome overcame, pay paid, ride rode ridden,
  ring rang rung, rise rose risen, run ran, seek sought, sell sold, send sent, shake shook shaken, shoot shot, shrink shrank shrunk,
  sing sang sung, sink sank sunk, sit sat, sleep slept, slide slid, speak spoke spoken, spend spent, spring sprang sprung,
  stand stood, steal stole stolen, stick stuck, strike struck stricken, swear swore sworn, sweep swept, swim swam swum, swing swung,
  take took taken, teach taught, tear tore torn, tell told, think thought, throw threw thrown, understand understood,
  wake woke woken, wear wore worn, weep wept, win won, withdraw withdrew withdrawn, write wrote written`;

/** The verb of an irregular past form, in small letters: "sank" is "sink". */
export const IRREGULAR: ReadonlyMap<string, string> = new Map(
  VERBS.split(/,\s+/).flatMap((forms) => {
    const [verb = "", ...past] = forms.split(" ");
    return past.map((form): [string, string] => [form, verb]);
  }),
);
