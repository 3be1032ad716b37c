/** Looked at from the beginning of a paragraph; no dateline is longer. */
const REACH = 120;
const CLOCK =
  /^\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: (?:GMT|UTC|BST|CEST|CET|EDT|EST|ET))?(?: ?[-–—:|])? +(?=[\p{Lu}"“])/iu;
const DASH = /\s?—\s?|\s(?:--?|–)\s/gu;
const AGENCY = /\([\p{L}\d .&/-]{2,30}\)/u;
const IN_PLACES = /^(?:al|and|de|del|di|do|el|la|le|of|the|upon|\d{1,2}(?:st|nd|rd|th)?\.?|\d{4})$/;

/** "March 4, 2021 — ", "Monday, 3 May - ": a chronology's own date, no place. */
const DATE_FIRST =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)[ ,]/i;

/**
 * Length of what stands before the first sentence of `paragraph`: the place, date and agency of
 * "PORT ELLEN, March 4 (Wire) - ", the time of "18:20 " in a live blog; 0 when there is neither.
 */
export function datelineLength(paragraph: string): number {
  const opening = paragraph.slice(0, REACH);
  const clock = CLOCK.exec(opening);
  if (clock !== null) return clock[0].length;
  if (opening.search(DASH) < 0 || !/^[\p{Lu}(]/u.test(opening) || DATE_FIRST.test(opening)) return 0;
  let length = 0;
  for (const { 0: dash, index } of opening.matchAll(DASH)) {
    if (!isDateline(opening.slice(0, index))) break;
    if (/^["“‘'\p{Lu}\d]/u.test(opening.slice(index + dash.length))) length = index + dash.length;
  }
  return length;
}

/** Nothing but names, numbers and an agency, and something that no mere name has: an agency, a date or a place in capitals. */
function isDateline(head: string): boolean {
  const agency = AGENCY.test(head);
  const words = head
    .replace(AGENCY, " ")
    .split(/[\s,/–—-]+/)
    .filter((word) => word !== "");
  if (!words.every((word) => IN_PLACES.test(word) || /^\p{Lu}[\p{L}.'’]*$/u.test(word))) return false;
  return agency || /^\p{Lu}{3}/u.test(head) || /, .*\d/.test(head);
}
