import { Presets, SingleBar } from "cli-progress";

/** A bar on standard error for long work, only where somebody looks and only when there is much to do. */
export function progressBar(stream: NodeJS.WritableStream & { isTTY?: boolean }, doing: string) {
  let bar: SingleBar | null = null;
  return (done: number, all: number): void => {
    if (stream.isTTY !== true || all < 20) return;
    if (bar === null) {
      bar = new SingleBar({ format: `${doing} {bar} {value}/{total}`, stream, clearOnComplete: true }, Presets.rect);
      bar.start(all, 0);
    }
    bar.update(done);
    if (done < all) return;
    bar.stop();
    bar = null;
  };
}
