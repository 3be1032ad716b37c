import { type Page, type PageElement, TEXT, visible } from "./dom.ts";
import { simplified } from "./json-ld.ts";
import { pageParagraphs } from "./page-paragraphs.ts";

/** Never words of the article. */
const ALWAYS =
  "script, style, noscript, template, nav, aside, footer, form, button, select, textarea, input, label, iframe, svg, canvas, audio, video, object, embed, figcaption, dialog, amp-ad, amp-social-share, amp-sidebar, amp-consent, amp-video, amp-carousel, amp-list, amp-next-page, [hidden], [role=navigation], [role=complementary], [role=contentinfo], [role=search], [role=dialog], [role=alertdialog], [role=menu], [role=toolbar], [role=tablist]";

/** A word of a class or id that names furniture. */
const FURNITURE = new Set(
  "share shares sharing sharebar sharetools social socials sociallinks addthis sharethis related relatedlinks relatedposts recirc recirculation recommend recommended recommendations recommendation newsletter newsletters subscribe subscription subscribebox signup optin promo promos promobox promotion teaser teasers advert adverts advertisement advertisements advertising ad ads adslot adunit adbox sponsor sponsored sponsors outbrain taboola revcontent comment comments commentlist disqus respond replies cookie cookies consent gdpr cmp onetrust breadcrumb breadcrumbs tag tags taglist topics topic keywords byline bylines pagination pager mostread trending popular readmore readnext upnext nextup morestories moreon seealso alsoread paywall modal popup overlay skiplink sronly navigation nav navbar menu masthead toolbar footer sidebar rail caption captions credit credits imagecredit photocredit copyright disclaimer timestamp pubdate dateline-meta authorbio authorbox bio donate donation appeal membership jsonly toc tooltip lightbox slideshow carousel gallery infobox-links ticker breaking poll survey player video audioplayer widget widgets notice notification".split(
    " ",
  ),
);
const PAIRS =
  /(?:^|[\s_-])(?:read-?(?:more|next|also)|see-?also|also-?read|more-?(?:on|from|stories|news)|most-?(?:read|popular|viewed)|sign-?up|skip-?(?:link|to)|sr-?only|visually-?hidden|screen-?reader|print-?only|no-?print|author-?(?:bio|box|info|card|details)|about-?(?:the-)?author|up-?next|next-?(?:article|story|up)|you-?may|also-?like|in-?article-?(?:ad|promo|link)|call-?to-?action|cta|end-?note-?promo|fact-?box-?links|story-?links|live-?chat|time-?stamp|pub-?date|post-?(?:meta|tags|date|nav)|entry-?(?:meta|footer|utility)|article-?(?:meta|tags|footer|tools|date|actions|topics)|image-?(?:credit|caption|source)|photo-?(?:credit|caption)|wp-?caption(?:-text)?|key-?words|back-?to-?top)(?:$|[\s_-])/i;

/** Embedded posts are the article's own evidence, whatever the class of the box around them. */
const POST =
  /twitter|tweet|instagram|bluesky|mastodon|telegram|fb-post|(?:post|social|block)-?embed|embed(?:ded)?-?post/i;

const INLINE = new Set([
  "a",
  "abbr",
  "b",
  "bdi",
  "cite",
  "code",
  "em",
  "font",
  "i",
  "ins",
  "kbd",
  "mark",
  "q",
  "s",
  "small",
  "span",
  "strong",
  "sub",
  "sup",
  "time",
  "u",
  "var",
]);

/** Takes everything out of the page that is not the article: navigation, share bars, captions, related links, notices. */
export function removeFurniture(page: Page, title: string | null): void {
  for (const post of [...page.querySelectorAll("blockquote")]) keepPost(post, page);
  for (const element of [...page.querySelectorAll(ALWAYS)]) {
    if (!holdsArticle(element)) element.remove();
  }
  keepOneArticle(page, title);
  const whole = paragraphLength(page);
  for (const element of [...page.querySelectorAll("body *")]) {
    if (isFurniture(element) && !holdsArticle(element) && paragraphLength(element) * 3 < whole) element.remove();
  }
  for (const element of [...page.querySelectorAll("h2, h3, h4, h5, h6, p, div, strong")]) removeRelated(element);
  for (const time of [...page.querySelectorAll("time")]) {
    // A date that stands alone, not one in a sentence.
    const around = [...(time.parentElement?.childNodes ?? [])];
    if (around.every((node) => node.nodeType !== TEXT || !/\p{L}{3}/u.test(node.textContent))) time.remove();
  }
}

/** Turns an embedded post into plain paragraphs in the place of its box, which Readability would drop. */
function keepPost(post: PageElement, page: Page): void {
  if (!POST.test(post.getAttribute("class") ?? "")) return;
  let box = post;
  while (box.parentElement !== null && visible(box.parentElement.textContent) === visible(post.textContent))
    box = box.parentElement;
  if (box.localName === "body") return;
  for (const { text } of pageParagraphs(post)) {
    const paragraph = page.createElement("p");
    paragraph.textContent = text;
    box.before(paragraph);
  }
  box.remove();
}

function isFurniture(element: PageElement): boolean {
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute("style") ?? "")) return true;
  const names = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""} ${element.getAttribute("data-component") ?? ""} ${element.getAttribute("data-testid") ?? ""}`;
  if (names.trim() === "" || POST.test(names)) return false;
  if (element.closest("blockquote") !== null) return false;
  const inline = INLINE.has(element.localName);
  if (inline)
    return /(?:^|[\s_-])(?:caption|credit|sr-?only|visually-?hidden|screen-?reader|share|comments?-?(?:link|count))(?:$|[\s_-])/i.test(
      names,
    );
  if (PAIRS.test(names)) return true;
  return names
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[\s_-]+/)
    .some((word) => FURNITURE.has(word));
}

/** The body of the page or what is marked as the article's own words: never furniture, whatever its classes say. */
function holdsArticle(element: PageElement): boolean {
  if (/^(?:html|body|main)$/.test(element.localName)) return true;
  return (
    element.getAttribute("itemprop") === "articleBody" ||
    element.querySelector('[itemprop="articleBody"], [itemprop="headline"], h1, main') !== null
  );
}

/** Letters in paragraphs below `element`. */
function paragraphLength(element: PageElement): number {
  let length = 0;
  for (const p of element.querySelectorAll("p")) length += p.textContent.length;
  return length;
}

/** Pages that go on with the next article hold several: the one with this title, or the first, is kept. */
function keepOneArticle(page: Page, title: string | null): void {
  const articles = [...page.querySelectorAll("article")].filter(
    (article) => article.parentElement?.closest("article") === null && article.querySelector("h1") !== null,
  );
  if (articles.length < 2) return;
  const named = articles.find(
    (article) => title !== null && simplified(article.querySelector("h1")!.textContent) === simplified(title),
  );
  const kept = named ?? articles[0];
  for (const article of articles) if (article !== kept) article.remove();
  // Headless teasers beside the article.
  for (const article of [...page.querySelectorAll("article")]) {
    if (kept !== undefined && !kept.contains(article) && !article.contains(kept)) article.remove();
  }
}

const RELATED =
  /^(?:related(?: (?:stories|articles|topics|links|content|news|coverage|posts|reading))?|read (?:more|next|also)(?: on .{1,40})?|more (?:on|from|about) .{1,60}|more (?:stories|news|coverage|headlines)|recommended(?: (?:for you|stories|reading))?|(?:you (?:may|might) (?:also )?(?:like|be interested in))|most (?:read|popular|viewed|shared)|trending(?: now)?|popular(?: now)?|see also|also read|editor.?s.? picks?|up next|next (?:story|article)|top stories|latest (?:news|stories|headlines)|(?:\d+ )?comments?(?: \(\d+\))?|leave a (?:comment|reply)|join the (?:conversation|discussion)|share (?:this|on)\b.{0,30}|sign up .{1,80}|subscribe .{1,60}|newsletter|what to read next|don.?t miss|around the web|from our partners|sponsored(?: content)?|advertisement|tags?|topics?|about the authors?|follow us.{0,30}|in this story|explore more|watch(?: now| more)?|our standards)\s*:?$/i;

/** Takes out a heading such as "Related stories" with the links below it, or with the box around both. */
function removeRelated(heading: PageElement): void {
  if (heading.parentElement === null || heading.textContent.length > 200) return;
  if (!RELATED.test(visible(heading.textContent))) return;
  const box = heading.parentElement;
  if (box !== null && linkDensity(box) > 0.5 && !holdsArticle(box) && box.localName !== "article") {
    box.remove();
    return;
  }
  let next = heading.nextElementSibling;
  heading.remove();
  while (next !== null && /^(?:ul|ol|div|p|section|article)$/.test(next.localName) && linkDensity(next) > 0.5) {
    const gone = next;
    next = next.nextElementSibling;
    gone.remove();
  }
}

/** The part of the letters below `element` that is inside links, 0..1. */
export function linkDensity(element: PageElement): number {
  const length = visible(element.textContent).length;
  if (length === 0) return 0;
  let linked = 0;
  for (const link of element.querySelectorAll("a")) linked += visible(link.textContent).length;
  return linked / length;
}
