import { ELEMENT, type PageElement, type PageNode, TEXT, visible } from "./dom.ts";

/** A paragraph with how much of it is links, and whether it stands alone as a heading or list item. */
export type PageParagraph = { readonly text: string; readonly linked: number; readonly element: string };

const BLOCK =
  /^(?:address|article|blockquote|body|center|dd|details|div|dl|dt|fieldset|figure|h[1-6]|header|hgroup|hr|html|li|main|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|amp-.*)$/;

/** A sentence may end here, so that one `<br>` behind it begins a paragraph. */
const END = /[.!?:\u2026]["'\u2019\u201D)\]]*$/;

/** The text below `root` in reading order, one entry a block; a `<br>` begins another behind the end of a sentence. */
export function pageParagraphs(root: PageElement): PageParagraph[] {
  const paragraphs: PageParagraph[] = [];
  let text = "";
  let linked = 0;
  let element = "";
  const flush = () => {
    const words = visible(text);
    const letters = lettersIn(words);
    if (words !== "") paragraphs.push({ text: words, linked: letters === 0 ? 0 : linked / letters, element });
    text = "";
    linked = 0;
  };
  let breaks = 0;
  const visit = (node: PageNode, inLink: boolean, block: string): void => {
    if (node.nodeType === TEXT) {
      const words = node.textContent;
      if (visible(words) !== "") {
        if (text === "") element = block;
        breaks = 0;
      }
      text += words;
      if (inLink) linked += lettersIn(words);
      return;
    }
    if (node.nodeType !== ELEMENT) return;
    const { localName } = node as PageElement;
    if (localName === "br") {
      breaks++;
      if (breaks > 1 || END.test(visible(text))) flush();
      else text += " ";
      return;
    }
    const isBlock = BLOCK.test(localName);
    if (isBlock) flush();
    for (const child of node.childNodes) visit(child, inLink || localName === "a", isBlock ? localName : block);
    if (isBlock) flush();
  };
  visit(root, false, root.localName);
  flush();
  return paragraphs;
}

function lettersIn(text: string): number {
  return text.replace(/\P{L}+/gu, "").length;
}

/** A word of a line that is nothing but a time or date. */
const MOMENT =
  /^(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|am|pm|a|p|m|at|on|gmt|utc|[a-z]{1,3}t|est|bst|\d+(?:st|nd|rd|th|h|am|pm)?|hours?|hrs?|min(?:ute)?s?|days?|ago|last|updated|published|posted|created|modified)$/i;

function isMoment(text: string): boolean {
  if (text.length > 80 || !/\d/.test(text)) return false;
  return text.split(/[\s\p{P}|+]+/u).every((word) => word === "" || MOMENT.test(word));
}

/** Lines that sites put between paragraphs. */
const LINES =
  /^(?:(?:read(?: more| also| next)?|related(?: article| story)?|see also|also read|watch|listen|in pictures|more|must read|recommended|don.?t miss|explainer|explained|opinion|analysis|live|newsletter|video|photos?|gallery|quiz|podcast)\s*[:>|\u00BB\u2013].{0,200}|read (?:more|the full (?:story|article)).{0,60}|advertisement|article continues (?:below|after).{0,40}|story continues (?:below|after).{0,40}|continue reading.{0,60}|scroll (?:down )?(?:to|for) .{0,40}|(?:click|tap) (?:here|to) .{0,80}|sign up (?:for|to) .{0,160}|subscribe (?:to|for|now) .{0,160}|follow (?:us|@\w+|our|the author) .{0,80}|share (?:this|on|via) .{0,40}|share|tweet|email|print|save|copy link|comments?|loading\W*|(?:image|photo|picture|video) (?:source|credit|caption|by|via).{0,120}|(?:photo|image|credit|picture|file photo|source)\s*[:/].{0,120}|getty images.{0,40}|play video.{0,60}|watch (?:the )?(?:video|live|now).{0,60}|(?:\u00A9|\(c\)|copyright) .{0,160}|all rights reserved.{0,40}|our standards: .{0,80}|(?:last )?updated:? .{0,60}|published:? .{0,60}|posted (?:on|at|in):? .{0,60}|\d+ (?:min(?:ute)?s?) read|\d+ (?:comments?|shares?)|(?:topics?|tags?|filed under|categories)\s*:.{0,200}|by (?:using|continuing).{0,60}cookies.{0,200}|(?:we|this (?:web)?site) uses? cookies.{0,300}|accept(?: all)?(?: cookies)?|(?:get|download) (?:the|our) .{0,40}(?:app|newsletter).{0,80}|(?:enjoying|like) this (?:story|article).{0,120}|support (?:our|independent) .{0,120}|this article was amended .{0,20}|next (?:article|story).{0,80}|previous (?:article|story).{0,80}|skip (?:to|past|advertisement).{0,60}|end of .{0,40}|top stories|most read|trending|more from .{0,60})$/i;

/** What is left of a page's paragraphs when lines of links and of the site's own are gone, each text once in a row. */
export function withoutSiteLines(paragraphs: readonly PageParagraph[]): PageParagraph[] {
  const kept = paragraphs.filter(({ text, linked, element }) => {
    if (!/\p{L}/u.test(text)) return false;
    if (LINES.test(text) || isMoment(text)) return false;
    if (linked > 0.9 && !/[.!?]["\u201D\u2019')]*$/.test(text)) return false;
    if (element === "li" && linked > 0.6) return false;
    return true;
  });
  // Headings with nothing of the article under them.
  while (kept.length > 0 && /^h[1-6]$/.test(kept.at(-1)!.element)) kept.pop();
  return kept.filter(({ text }, i) => text !== kept[i - 1]?.text);
}
