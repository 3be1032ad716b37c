/** Parameters that say where a reader came from, not what is shown. */
const TRACKING =
  /^(?:utm_\w+|mtm_\w+|pk_\w+|piwik_\w+|at_\w+|ns_\w+|hsa_\w+|_hs\w+|mc_[ce]id|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|li_fat_id|igshid|igsh|vero_id|oly_\w+_id|_ga|_gl|ref|referrer|referer|ref_src|ref_url|refsrc|smid|smtyp|cmp|cmpid|cmpId|icid|int_cmp|intcid|ito|ocid|xtor|taid|s_cid|spm|sr_share|sh|guccounter|guce_\w+|traffic_source|__twitter_impression|amp_\w+|usqp|wt_mc|soc_src|soc_trk|trk|mkt_tok|partnerid|sharetype|giftcopy|unlocked_article_code|accesstoken)$/i;

/**
 * The address by which two links to the same page are one: http(s), no fragment, no tracking parameters.
 * `null` when it is no web address.
 */
export function canonicalUrl(link: string, base?: string): string | null {
  return parseCanonical(link, base)?.href ?? null;
}

/** The same, taken apart. */
export function parseCanonical(link: string, base?: string): URL | null {
  if (!URL.canParse(link, base)) return null;
  const url = new URL(link, base);
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  url.hash = "";
  url.username = "";
  url.password = "";
  if (url.search === "") {
    // A question mark with nothing behind it goes as well.
    url.search = "";
    return url;
  }
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  if ([...url.searchParams.keys()].length === 0) url.search = "";
  return url;
}

/**
 * True when both addresses are of one outlet: the same host but for `www.`, `m.`, `amp.` and the like, or a part of it.
 * A page's own word on its address counts only then: it could name any outlet's article as itself.
 */
export function sameOutlet(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return false;
  const [a, b] = [siteOf(one), siteOf(other)];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

/** The host without the labels that only tell the device or the edition. */
export function siteOf(address: string): string {
  return new URL(address).hostname.replace(
    /^(?:(?:www\d?|m|mobile|amp|edition|news|en|eng|english|us|uk)\.)+(?=[^.]+\.)/,
    "",
  );
}
