// How long a caller waits.
import assert from "node:assert/strict";
import test from "node:test";
import { Code, ConnectError } from "@connectrpc/connect";
import { client, formats, json } from "../client.js";
import { congressId } from "../hall.js";
import { refused } from "../refusal.js";

const message = { congressId: Buffer.from(congressId).toString("base64") };

for (const { name, options } of formats) {
  test(`with time enough a call in ${name} succeeds`, async () => {
    await client(options).getOverview({ congressId }, { timeoutMs: 30_000 });
  });

  test(`a stream in ${name} ends as deadline_exceeded when the client's time is over`, async () => {
    const began = performance.now();
    let got = 0;
    await assert.rejects(
      async () => {
        const stream = client(options).watchProgress({ congressId }, { timeoutMs: 300 });
        for await (const one of stream) got += one.head ? 1 : 0;
      },
      (error) => ConnectError.from(error).code === Code.DeadlineExceeded,
    );
    assert.equal(got, 1);
    assert.ok(performance.now() - began >= 250);
  });

  test(`the server itself ends a stream in ${name} at Connect-Timeout-Ms, with our detail`, async () => {
    const headers = { "Connect-Timeout-Ms": "200" };
    let got = 0;
    const { error } = await refused(async () => {
      for await (const one of client(options).watchProgress({ congressId }, { headers })) {
        got += one.head ? 1 : 0;
      }
    }, "http_deadline");
    assert.equal(error.code, Code.DeadlineExceeded);
    assert.equal(got, 1);
  });

  test(`the server itself refuses a call in ${name} that has no time left`, async () => {
    const headers = { "Connect-Timeout-Ms": "0" };
    const call = () => client(options).getOverview({ congressId }, { headers });
    const { error } = await refused(call, "http_deadline");
    assert.equal(error.code, Code.DeadlineExceeded);
    assert.equal(error.metadata.get("content-type"), "application/json");
  });

  test(`a call in ${name} that the caller gives up is canceled, the next one is served`, async () => {
    const stop = new AbortController();
    const call = client(options).getOverview({ congressId }, { signal: stop.signal });
    stop.abort();
    await assert.rejects(call, (error) => ConnectError.from(error).code === Code.Canceled);
    await client(options).getOverview({ congressId });
  });
}

test("a time of ten digits is taken; eleven, or no number, are invalid_argument", async () => {
  const call = (time) => json("GetOverview", message, { "Connect-Timeout-Ms": time });
  assert.equal((await call("9999999999")).status, 200);
  for (const time of ["10000000000", "soon", "-1", "1.5", "+1"]) {
    const { status, text } = await call(time);
    assert.equal(status, 400, time);
    assert.equal(JSON.parse(text).details[0].debug.code, "http_timeout_field");
  }
});
