// One line a test: "passed: <sentence>" or "FAILED: <sentence>", and below the latter why.
import path from "node:path";

export default async function* report(events) {
  for await (const { type, data } of events) {
    if (type === "test:stdout" || type === "test:stderr") yield data.message;
    if (type !== "test:pass" && type !== "test:fail") continue;
    const error = data.details?.error;
    // What holds other tests only says again what they said; a file itself counts if it broke.
    const around = data.details?.type === "suite" || path.extname(data.name) === ".js";
    if (around && (type === "test:pass" || error?.failureType === "subtestsFailed")) continue;
    if (type === "test:pass" && data.skip === undefined && data.todo === undefined) {
      yield `passed: ${data.name}\n`;
    } else {
      const cause = error?.cause ?? error;
      yield `FAILED: ${data.name}\n${String(cause?.stack ?? cause ?? "skipped").replace(/^/gm, "  ")}\n`;
    }
  }
}
