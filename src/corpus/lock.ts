import { readFileSync, readlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { setTimeout as pause } from "node:timers/promises";

const PAUSE = 20;
/** Nobody holds a lock longer than one write: 10 s later an owner that cannot be asked counts as gone. */
const PATIENCE = 500;

/** Thrown when another process that is alive does not let go. */
export class Locked extends Error {}

/**
 * Takes the lock file `path`, which one process holds at a time; gives what releases it.
 *
 * A lock whose owner is gone (killed, machine restarted) is recognised by process number and start time and taken over.
 */
export async function lock(path: string): Promise<() => void> {
  for (let last: string | null = null, waited = 0; ; ) {
    try {
      // In one synchronous go, so that hardly anything but a power cut leaves an empty lock.
      writeFileSync(path, SELF, { flag: "wx" });
      return () => release(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const owner = ownerOf(path);
    if (owner === null) continue;
    waited = owner === last ? waited + 1 : 0;
    last = owner;
    if (isGone(owner, waited >= PATIENCE)) await breakLock(path, owner);
    else if (waited >= PATIENCE) throw new Locked(`process ${owner.split(" ")[0]} has held ${path} for 10 seconds`);
    else await pause(PAUSE);
  }
}

/** Removes the lock of `owner`, who is gone: under a lock of its own, or a slow breaker would remove a new owner's. */
async function breakLock(path: string, owner: string): Promise<void> {
  const done = await lock(`${path}~`);
  try {
    if (ownerOf(path) === owner) release(path);
  } finally {
    done();
  }
}

function release(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

function ownerOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function isGone(owner: string, patient: boolean): boolean {
  const [pid, start, machine] = owner.split(" ");
  // Empty or of another machine (or container) on a shared disk: cannot be asked.
  if (machine !== MACHINE) return patient;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return true;
  }
  return startOf(Number(pid)) !== start;
}

/** When a process started, as Linux counts; tells two processes apart that got the same number. "?" elsewhere. */
function startOf(pid: number): string {
  try {
    // Field 22; the second field, the command in brackets, may hold spaces.
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)!.split(" ")[19] ?? "?";
  } catch {
    return "?";
  }
}

/** The machine, and within it the container: process numbers compare within one only. */
const MACHINE = `${hostname().replace(/\s/g, "-")}/${processNamespace()}`;
const SELF = `${process.pid} ${startOf(process.pid)} ${MACHINE}`;

function processNamespace(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return "";
  }
}
