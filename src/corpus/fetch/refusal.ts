/** Why a link was not read; `message` says it in a sentence a moderator can act on. */
export type Refusal = { readonly reason: FetchReason; readonly message: string };

export type FetchReason =
  | "not-a-link"
  | "scheme"
  | "credentials"
  | "port"
  | "address"
  | "unknown-host"
  | "unreachable"
  | "certificate"
  | "redirects"
  | "status"
  | "headers"
  | "content-type"
  | "encoding"
  | "too-large"
  | "timeout"
  | "busy";

/** Thrown inside this folder, caught by `fetchPage`. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(reason: FetchReason, message: string) {
    super(message);
    this.refusal = { reason, message };
  }
}

/** What to tell about an answer that is not a page. */
export function statusMessage(status: number, host: string): string {
  if (status === 401 || status === 403 || status === 429) {
    return `${host} answers ${status} to bots: paste the text instead.`;
  }
  if (status === 402) return `${host} wants a payment for this page (402): paste the text if you have it.`;
  if (status === 404 || status === 410) return `${host} has no page at this link (${status}): check the link.`;
  if (status === 451) return `${host} does not show this page here for legal reasons (451): paste the text instead.`;
  if (status >= 500) return `${host} has a fault of its own (${status}): try again later, or paste the text.`;
  return `${host} answers ${status} instead of a page: paste the text instead.`;
}
