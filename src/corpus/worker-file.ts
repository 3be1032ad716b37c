/**
 * The compiled file of the thread `name` that stands beside the module with the address `from`. Node 20 runs no
 * TypeScript: when that module runs from its source (under vitest), the thread is the built one all the same.
 */
export function workerFile(name: string, from: string): URL {
  return new URL(`${name}.js`, from.replace(/\/src\/((?:[^/]+\/)*[^/]+)\.ts$/, "/dist/src/$1.js"));
}
