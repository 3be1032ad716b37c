import { createHash } from "node:crypto";

/** Names a report: 12 hex digits. */
export function reportId(report: {
  readonly at: string;
  readonly article: string;
  readonly quotation: string;
}): string {
  const { at, article, quotation } = report;
  return createHash("sha256")
    .update(JSON.stringify([at, article, quotation]))
    .digest("hex")
    .slice(0, 12);
}
