import { createHash } from "node:crypto";
import { actOf } from "./articles.ts";
import type { Attached } from "./attachments.ts";
import type { Call, Reply, Services } from "./command.ts";
import { renderArchivePreview } from "./render/archive.ts";
import { tell } from "./replies.ts";

export function isArchive({ name }: Attached): boolean {
  return /\.zip$/i.test(name);
}

/** The bytes of an archive on Discord, and what tells it from every other. */
export async function readArchive(
  file: Attached,
  { readAttachment }: Services,
): Promise<{ readonly bytes: Uint8Array; readonly digest: string } | { readonly refused: string }> {
  const bytes = await readAttachment(file);
  if ("refused" in bytes) return bytes;
  return { bytes, digest: createHash("sha256").update(bytes).digest("base64url") };
}

/** Shows what adding the archive would bring, with the buttons to go on; the task `id` keeps where it is until then. */
export async function previewArchive(id: string, file: Attached, call: Call, services: Services): Promise<Reply> {
  const archive = await readArchive(file, services);
  if ("refused" in archive) return tell(archive.refused);
  const summary = await services.corpus.previewArchive(call.server, archive.bytes, actOf(call));
  if (!("added" in summary)) return tell(summary.refused);
  if (summary.stopped !== null) return tell(summary.stopped.message);
  services.pending.update(id, call.server, call.member, { kind: "archive", file, digest: archive.digest });
  return { kind: "message", view: renderArchivePreview(file.name, summary, id), isPrivate: true };
}
