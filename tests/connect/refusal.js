// Refusals, as the generated client shows them.
import assert from "node:assert/strict";
import fs from "node:fs";
import { Code, ConnectError } from "@connectrpc/connect";
import { ErrorDetailSchema } from "./client.js";

// docs/errors.md: the name of each code, and its status and two texts.
const table = new Map(
  fs
    .readFileSync(new URL("../../docs/errors.md", import.meta.url), "utf8")
    .split("\n")
    .map((line) => line.match(/^\| `(\w+)` \| (\w+) \| (.*) \| (.*) \|$/))
    .filter(Boolean)
    .map(([, name, status, vi, en]) => [name, { status, vi, en }]),
);

const statusOf = (code) => Code[code].replace(/(?<!^)[A-Z]/g, "_$&").toLowerCase();

// Runs `call`, which must fail as ConnectError with our detail of the code `name`, exactly as
// docs/errors.md has it; with `field` where that is given. Gives the error and its detail.
export async function refused(call, name, field) {
  let error;
  try {
    await call();
  } catch (thrown) {
    error = thrown;
  }
  assert.ok(error instanceof ConnectError, `not refused: ${error}`);
  const details = error.findDetails(ErrorDetailSchema);
  assert.equal(details.length, 1, `${error}: ${details.length} details`);
  const [detail] = details;
  assert.equal(detail.code, name);
  const row = table.get(name);
  assert.ok(row, `${name} is not in docs/errors.md`);
  assert.equal(statusOf(error.code), row.status);
  assert.equal(detail.vi, row.vi);
  assert.equal(detail.en, row.en);
  if (field !== undefined) assert.equal(detail.field, field);
  return { error, detail };
}
