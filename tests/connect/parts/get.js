// Calls without effect by GET.
import assert from "node:assert/strict";
import test from "node:test";
import { create, equals, toBinary, toJsonString } from "@bufbuild/protobuf";
import { MethodOptions_IdempotencyLevel as Level } from "@bufbuild/protobuf/wkt";
import { compressionGzip } from "@connectrpc/connect-node";
import {
  client,
  CongressService,
  FindCommandRequestSchema,
  formats,
  pathOf,
  plain,
  recorder,
} from "../client.js";
import { command, congressId, importRoll, secretaries } from "../hall.js";
import { refused } from "../refusal.js";

const marked = 0xfb; // the byte that a command's id is made of below

const unary = CongressService.methods.filter(({ methodKind }) => methodKind === "unary");
const readsAlone = (method) => method.idempotency === Level.NO_SIDE_EFFECTS;

test("a query in any order, with more in it, padded or not, is the same call", async () => {
  const commandId = new Uint8Array(16).fill(marked);
  const envelope = await command(importRoll(2), [secretaries[0]], { commandId });
  await client().submit({ congressId, envelope });
  const request = create(FindCommandRequestSchema, { congressId, commandId });
  const bytes = Buffer.from(toBinary(FindCommandRequestSchema, request));
  const plainJson = encodeURIComponent(toJsonString(FindCommandRequestSchema, request));
  const padded = bytes.toString("base64").replaceAll("+", "-").replaceAll("/", "_");
  assert.notEqual(padded, bytes.toString("base64url"));
  for (const query of [
    `connect=v1&base64=1&encoding=proto&message=${bytes.toString("base64url")}`,
    `message=${encodeURIComponent(padded)}&encoding=proto&connect=v1&base64=1`,
    `connect=v1&compression=identity&encoding=json&message=${plainJson}`,
    `message=${plainJson}&encoding=json&base64=0&unknown=%26&connect=v1`,
  ]) {
    const { status, text } = await plain("GET", `${pathOf("FindCommand")}?${query}`);
    assert.equal(status, 200, `${query}: ${text}`);
  }
});

test("a GET in an encoding that the server has not is 415, as a POST is", async () => {
  const query = "?connect=v1&encoding=xml&message=%3C%2F%3E";
  const { status, headers } = await plain("GET", pathOf("GetOverview") + query);
  assert.equal(status, 415);
  assert.equal(headers["content-type"], "application/json");
});

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

  test(`bytes that base64 and a query could spoil arrive by GET in ${name}`, async () => {
    const agent = recorder();
    const one = client({ ...options, agent, useHttpGet: true });
    for (const byte of [0x00, 0x20, 0x2b, 0xfb, 0xff]) {
      const commandId = new Uint8Array(16).fill(byte);
      const call = () => one.findCommand({ congressId, commandId });
      if (byte === marked) assert.deepEqual((await call()).commandId, commandId);
      else await refused(call, "command_not_found");
    }
    assert.ok(agent.seen.every(({ method }) => method === "GET"));
  });

  test(`a GET in ${name} has the time that its header says`, async () => {
    const headers = { "Connect-Timeout-Ms": "0" };
    const one = client({ ...options, useHttpGet: true });
    await refused(() => one.getOverview({ congressId }, { headers }), "http_deadline");
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
