// Calls without effect by GET.
import assert from "node:assert/strict";
import test from "node:test";
import { equals } from "@bufbuild/protobuf";
import { MethodOptions_IdempotencyLevel as Level } from "@bufbuild/protobuf/wkt";
import { compressionGzip } from "@connectrpc/connect-node";
import { client, CongressService, formats, pathOf, plain, recorder } from "../client.js";
import { congressId } from "../hall.js";
import { refused } from "../refusal.js";

const unary = CongressService.methods.filter(({ methodKind }) => methodKind === "unary");
const readsAlone = (method) => method.idempotency === Level.NO_SIDE_EFFECTS;

test("the service has calls that read alone, and calls that change", () => {
  assert.ok(unary.some(readsAlone));
  assert.ok(unary.some((method) => !readsAlone(method)));
});

test("the server takes by GET exactly what the service says has no effect", async () => {
  for (const method of CongressService.methods) {
    const query = "?connect=v1&encoding=json&message=%7B%7D";
    const { status, headers } = await plain("GET", pathOf(method.name) + query);
    const wanted = readsAlone(method) && method.methodKind === "unary";
    assert.equal(status !== 405, wanted, `${method.name}: ${status}`);
    if (!wanted) assert.equal(headers.allow, "POST", method.name);
  }
});

for (const { name, options } of formats) {
  test(`with useHttpGet the client really uses GET in ${name}, and gets the same`, async () => {
    const agent = recorder();
    const calls = {
      listCongresses: {},
      getOverview: { congressId },
      getLeafHashes: { congressId, from: 0n, count: 5 },
    };
    for (const [method, request] of Object.entries(calls)) {
      const byGet = await client({ ...options, agent, useHttpGet: true })[method](request);
      const byPost = await client(options)[method](request);
      assert.ok(equals(CongressService.method[method].output, byGet, byPost), method);
    }
    assert.deepEqual([...new Set(agent.seen.map(({ method }) => method))], ["GET"]);
  });

  test(`a refusal by GET in ${name} carries its code and detail`, async () => {
    const one = client({ ...options, useHttpGet: true });
    await refused(() => one.getOverview({ congressId: new Uint8Array(32) }), "congress_unknown");
    await refused(() => one.getRoll({ congressId }), "login_needed");
  });

  test(`a compressed GET in ${name} is refused as unimplemented`, async () => {
    const one = client({
      ...options,
      useHttpGet: true,
      sendCompression: compressionGzip,
      compressMinBytes: 1,
    });
    await refused(() => one.getOverview({ congressId }), "http_compressed");
  });
}
