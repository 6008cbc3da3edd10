// What is not Connect: health and metrics.
import assert from "node:assert/strict";
import test from "node:test";
import { plain } from "../client.js";
import "../hall.js";

test("the health page says ok", async () => {
  const { status, headers, text } = await plain("GET", "/healthz");
  assert.deepEqual([status, text], [200, "ok\n"]);
  assert.match(headers["content-type"], /^text\/plain/);
  assert.equal((await plain("POST", "/healthz")).status, 404);
});

test("the metrics page, read on the same machine, has the calls that were made", async () => {
  const { status, headers, text } = await plain("GET", "/metrics");
  assert.equal(status, 200);
  assert.match(headers["content-type"], /^text\/plain; version=0\.0\.4/);
  assert.match(text, /^homphieu_congresses 1$/m);
  assert.match(text, /^# TYPE homphieu_congresses gauge$/m);
  for (const outcome of ["ok", "not_found", "unauthenticated", "deadline_exceeded"]) {
    assert.match(text, new RegExp(`[{,]code="${outcome}"`));
  }
});
