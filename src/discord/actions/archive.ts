import { readArchive } from "../archives.ts";
import { actOf } from "../articles.ts";
import type { Action, Reply } from "../command.ts";
import { renderArchiveAdded } from "../render/archive.ts";
import { OVER, tell } from "../replies.ts";

/** Adds the archive that was previewed, for the one who saw the preview. */
export const addArchive: Action = {
  name: "archive-add",
  waits: "update",
  async run({ args: [id = ""] }, call, services): Promise<Reply> {
    const { corpus, pending, log } = services;
    const task = pending.find(id, call.server, call.member, call.now.getTime());
    if (task?.kind !== "archive") return tell(OVER);
    const archive = await readArchive(task.file, services);
    if ("refused" in archive) return tell(archive.refused);
    if (archive.digest !== task.digest) return tell("The archive is another one now; please attach it anew.");
    // Pressed twice it is added once.
    pending.end(id, call.server);
    const summary = await corpus.addArchive(call.server, archive.bytes, actOf(call));
    if (!("added" in summary)) return tell(summary.refused);
    if (summary.stopped?.cause !== undefined)
      log.error({ err: summary.stopped.cause }, "An archive was not added whole");
    return { kind: "update", view: renderArchiveAdded(task.file.name, summary) };
  },
};
