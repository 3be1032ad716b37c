import { choicesErrors, commandsErrors, messageErrors, modalErrors } from "./limits.ts";
import { schemaErrors } from "./schema.ts";

// biome-ignore lint/suspicious/noExplicitAny: these are unchecked bodies; finding out what they hold is the point.
type Json = any;

/** What is wrong with the body of one request to Discord; empty when nothing is, `null` when the route is unknown. */
export function requestErrors(method: string, path: string, body: Json, files: readonly string[]): string[] | null {
  const route = `${method} ${path.replace(/\?.*$/, "").replace(/\d{17,20}/g, ":id")}`;
  if (method === "GET" || method === "DELETE") return [];
  if (/^PUT \/applications\/:id(\/guilds\/:id)?\/commands$/.test(route)) return [...bulkErrors(body)];
  if (/^POST \/interactions\/:id\/[^/]+\/callback$/.test(route)) return callbackErrors(body, files);
  if (/^PATCH \/webhooks\/:id\/[^/]+\/messages\/(:id|@original)$/.test(route)) {
    return messageBody("IncomingWebhookUpdateRequestPartialSchema", body, files, false);
  }
  if (/^POST \/webhooks\/:id\/[^/]+$/.test(route)) {
    return messageBody("IncomingWebhookRequestPartialSchema", body, files, true);
  }
  if (route === "POST /channels/:id/messages") return messageBody("MessageCreateRequestSchema", body, files, true);
  if (route === "PATCH /channels/:id/messages/:id") {
    return messageBody("MessageEditRequestPartialSchema", body, files, false);
  }
  return null;
}

function bulkErrors(body: Json): string[] {
  if (!Array.isArray(body)) return ["commands are not a list"];
  // The document has a number where the wire takes a string (its README allows both).
  const numeric = body.map(({ default_member_permissions: permissions, ...rest }) =>
    typeof permissions === "string"
      ? { ...rest, default_member_permissions: Number(permissions) }
      : { ...rest, ...(permissions === undefined ? {} : { default_member_permissions: permissions }) },
  );
  return [...numeric.flatMap((c) => schemaErrors("ApplicationCommandUpdateRequestSchema", c)), ...commandsErrors(body)];
}

const CALLBACKS: Record<number, string> = {
  4: "CreateMessageInteractionCallbackRequestSchema",
  5: "CreateMessageInteractionCallbackRequestSchema",
  6: "UpdateMessageInteractionCallbackRequestSchema",
  7: "UpdateMessageInteractionCallbackRequestSchema",
  8: "ApplicationCommandAutocompleteCallbackRequestSchema",
  9: "ModalInteractionCallbackRequestSchema",
};

function callbackErrors(body: Json, files: readonly string[]): string[] {
  const schema = CALLBACKS[body?.type];
  if (schema === undefined) return [`a callback of type ${body?.type}`];
  const errors = schemaErrors(schema, body.data === undefined ? body : { ...body, data: asDocumented(body.data) });
  if (errors.length > 0) return errors;
  if (body.type === 9) return modalErrors(body.data);
  if (body.type === 8) return choicesErrors(body.data);
  return body.type === 4 || body.type === 7 ? messageLimits(body.data, files, body.type === 4) : [];
}

function messageBody(schema: string, body: Json, files: readonly string[], whole: boolean): string[] {
  const errors = schemaErrors(schema, asDocumented(body));
  return errors.length > 0 ? errors : messageLimits(body, files, whole);
}

/** The limits, and the bot's own promise that no message may ping. */
function messageLimits(body: Json, files: readonly string[], whole: boolean): string[] {
  const { parse, users, roles, replied_user } = body.allowed_mentions ?? {};
  const silent = Array.isArray(parse) && !parse.length && !users?.length && !roles?.length && !replied_user;
  return [...messageErrors(body, files, whole), ...(silent ? [] : ["allowed_mentions is not {parse: []}"])];
}

/** discord.js adds these two, switched off, to every message; the document has them on some only. */
function asDocumented(body: Json): Json {
  const { tts, enforce_nonce, ...rest } = body ?? {};
  return { ...rest, ...(tts ? { tts } : {}), ...(enforce_nonce ? { enforce_nonce } : {}) };
}
