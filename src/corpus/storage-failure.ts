import { Locked } from "./lock.ts";
import { Unread } from "./reading-threads.ts";

/** What a failed call of the disk (or of a thread that reads) means, as one sentence that says what to do. */
export function storageFailure(error: unknown, folder: string): string {
  if (error instanceof Locked) return "Another process is writing to the corpus; try again in a moment.";
  if (error instanceof Unread) return `The article could not be read (${error.message}), so nothing was changed.`;
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
      return "The disk is full, so the change was not kept; free some space and try again.";
    case "EROFS":
      return `The corpus folder ${folder} is read-only, so nothing can be changed.`;
    case "EACCES":
    case "EPERM":
      return `The corpus folder ${folder} may not be written to; give this user the permission.`;
    case "EMFILE":
    case "ENFILE":
      return "Too many files are open; try again in a moment.";
    case undefined:
      throw error;
    default:
      return `The disk failed (${code}), so the change may not have been kept; look before you try again.`;
  }
}

/** Why the file of an article cannot be taken in, to be said after its path; `largest`: so many bytes it may have. */
export function unreadable(error: unknown, largest: number): string {
  if (error instanceof Unread) return `could not be read through: ${error.message}.`;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "EISDIR") return "is not a file; give this folder another name.";
  if (code === "ENOTFILE") return "is a pipe or a device; only files can be articles.";
  if (code === "EFBIG") return `is larger than ${largest / 2 ** 20} MB; divide it into articles.`;
  if (code === "EACCES" || code === "EPERM") return "may not be read; give this user the permission.";
  return `cannot be read (${code ?? String(error)}).`;
}
