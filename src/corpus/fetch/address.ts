import ipaddr from "ipaddr.js";

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Reachable from the internet by number, yet the hosting platform's own: Azure's wire server. */
const PLATFORM = new Set(["168.63.129.16"]);

/** IPv6 that the internet routes (IANA: 2000::/3), and what was carved out of it after ipaddr.js listed its ranges. */
const GLOBAL = ipaddr.IPv6.parseCIDR("2000::/3");
const DOCUMENTATION = ipaddr.IPv6.parseCIDR("3fff::/20");

const WORDS: Record<string, string> = {
  loopback: "this machine itself",
  unspecified: "this machine itself",
  private: "a private network",
  uniqueLocal: "a private network",
  carrierGradeNat: "a provider's inner network",
  linkLocal: "the local link, where machines keep their credentials",
  multicast: "many machines at once",
  broadcast: "many machines at once",
};

/**
 * Why a server may not be contacted at this IP address, as the end of the sentence "It leads to ..."; `null` when it
 * belongs to the public internet. An IPv4 address inside IPv6 (mapped, NAT64) counts as that IPv4 address; tunnels
 * (6to4, Teredo) are refused, since their far end is unknown.
 */
export function whyNotPublic(literal: string): string | null {
  if (!ipaddr.isValid(literal)) return "no address at all";
  const address = embedded(ipaddr.parse(literal));
  const range = address.range();
  if (PLATFORM.has(address.toString())) return "the hosting platform's own services";
  if (range !== "unicast") return WORDS[range] ?? "a reserved range of addresses";
  if (address.kind() === "ipv6" && (!address.match(GLOBAL) || address.match(DOCUMENTATION))) {
    return "a reserved range of addresses";
  }
  return null;
}

/** True when both name the same address, however written. */
export function sameAddress(one: string, other: string): boolean {
  if (!ipaddr.isValid(one) || !ipaddr.isValid(other)) return false;
  return embedded(ipaddr.parse(one)).toNormalizedString() === embedded(ipaddr.parse(other)).toNormalizedString();
}

function embedded(address: Address): Address {
  if (address.kind() === "ipv4") return address;
  const v6 = address as ipaddr.IPv6;
  if (v6.isIPv4MappedAddress()) return v6.toIPv4Address();
  // RFC 6052: the last 32 bits of 64:ff9b::/96 are the IPv4 address behind the translator.
  if (v6.range() === "rfc6052") return ipaddr.fromByteArray(v6.toByteArray().slice(12)) as ipaddr.IPv4;
  return v6;
}
