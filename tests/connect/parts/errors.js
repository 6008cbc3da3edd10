// Refusals: code, detail, and the connection after them.
import assert from "node:assert/strict";
import test from "node:test";
import { create, toBinary } from "@bufbuild/protobuf";
import { Code, ConnectError, createClient } from "@connectrpc/connect";
import { createConnectTransport } from "@connectrpc/connect-node";
import {
  client,
  CommandSchema,
  CongressService,
  EnvelopeSchema,
  formats,
  json,
  pathOf,
  plain,
  recorder,
  url,
} from "../client.js";
import { command, congressId, importRoll, random, seal, secretaries, Signer } from "../hall.js";
import { refused } from "../refusal.js";

const junk = create(EnvelopeSchema, {
  payloadType: "application/vnd.homphieu.command.v1+protobuf",
  payload: random(200),
  signatures: [{ keyId: random(32), signature: random(64) }],
});

for (const { name, options } of formats) {
  const one = client(options);

  test(`an unknown congress is not_found in ${name}, in Vietnamese and English`, async () => {
    const call = () => one.getOverview({ congressId: random(32) });
    const { error, detail } = await refused(call, "congress_unknown", "congress_id");
    assert.equal(error.code, Code.NotFound);
    assert.equal(error.metadata.get("content-type"), "application/json");
    assert.equal(detail.retryAfterMs, 0n);
    assert.ok(error.rawMessage.includes(detail.vi) && error.rawMessage.includes(detail.en));
  });

  test(`a value that can't be is invalid_argument in ${name} and names its field`, async () => {
    const call = () => one.getOverview({ congressId: random(31) });
    const { error } = await refused(call, "request_field", "congress_id");
    assert.equal(error.code, Code.InvalidArgument);
  });

  test(`a call without the login it needs is unauthenticated in ${name}`, async () => {
    const { error } = await refused(() => one.getRoll({ congressId }), "login_needed");
    assert.equal(error.code, Code.Unauthenticated);
    assert.equal(error.metadata.get("www-authenticate"), "Bearer");
    await refused(() => one.listProposals({ congressId }), "login_needed");
    const stranger = client({ ...options, token: "nobody's" });
    await refused(() => stranger.getRoll({ congressId }), "session_over");
  });

  test(`a wrong set-up code is permission_denied in ${name}`, async () => {
    const { error } = await refused(() => one.newLogKey({ setupCode: "" }), "setup_code_wrong");
    assert.equal(error.code, Code.PermissionDenied);
  });

  test(`junk in an envelope is refused in ${name} with a detail and leaves no trace`, async () => {
    const before = (await one.getOverview({ congressId })).head.size;
    const noCommand = await refused(() => one.submit({ congressId, envelope: junk }), "not_canonical");
    assert.equal(noCommand.error.code, Code.InvalidArgument);
    await refused(() => one.submit({ congressId }), "payload_type");
    await refused(() => one.submit({ congressId, envelope: {} }), "payload_type");
    assert.equal((await one.getOverview({ congressId })).head.size, before);
  });

  test(`a command signed by a stranger, or changed on its way, is refused in ${name}`, async () => {
    const strange = await command(importRoll(4), [new Signer()]);
    await refused(() => one.submit({ congressId, envelope: strange }), "key_unknown");
    const good = await command(importRoll(4), [secretaries[0]]);
    good.signatures[0].signature[9] ^= 1;
    const { detail } = await refused(
      () => one.submit({ congressId, envelope: good }),
      "signature_wrong",
    );
    assert.notEqual(detail.field, "");
  });

  test(`a command signed long ago is refused in ${name} with the figure in the detail`, async () => {
    const old = { signedAt: BigInt(Date.now() - 3_600_000) };
    const envelope = await command(importRoll(4), [secretaries[0]], old);
    const call = () => one.submit({ congressId, envelope });
    const { error, detail } = await refused(call, "signed_at_far", "signed_at");
    assert.equal(error.code, Code.FailedPrecondition);
    assert.match(detail.detail, /^36\d\d s$/);
  });

  test(`a request above the server's limit is resource_exhausted in ${name}`, async () => {
    for (let i = 0; i < 3; ++i) {
      const envelope = { ...junk, payload: new Uint8Array(3 << 20) };
      const call = () => one.submit({ congressId, envelope });
      const { error } = await refused(call, "http_too_large");
      assert.equal(error.code, Code.ResourceExhausted);
    }
    await one.getOverview({ congressId });
  });

  test(`a large request below the limit is read whole in ${name}`, async () => {
    const envelope = { ...junk, payload: random(1 << 20) };
    await refused(() => one.submit({ congressId, envelope }), "not_canonical");
  });

  test(`a method that the server has not is unimplemented in ${name}`, async () => {
    const transport = createConnectTransport({
      baseUrl: url,
      httpVersion: "1.1",
      nodeOptions: { agent: recorder() },
      ...options,
    });
    // The same description of a service, of a version that has other names.
    const renamed = (method) => ({ ...method, name: `${method.name}Tomorrow` });
    const later = {
      ...CongressService,
      method: Object.fromEntries(
        Object.entries(CongressService.method).map(([key, method]) => [key, renamed(method)]),
      ),
      methods: CongressService.methods.map(renamed),
    };
    const unknown = createClient(later, transport);
    const { error } = await refused(() => unknown.getOverview({ congressId }), "rpc_unknown_method");
    assert.equal(error.code, Code.Unimplemented);
    // A stream's caller gets no stream: what matters is that it is told, by the same code.
    await assert.rejects(
      async () => {
        for await (const one of unknown.watchProgress({ congressId })) assert.fail(String(one));
      },
      (thrown) => ConnectError.from(thrown).code === Code.Unimplemented,
    );
  });
}

test("an unknown service, and a path that is none, are unimplemented", async () => {
  for (const path of ["/homphieu.v1.NoService/GetOverview", pathOf(""), "/"]) {
    const headers = { "Content-Type": "application/json" };
    const { status, text } = await plain("POST", path, { headers, body: "{}" });
    assert.equal(status, 404, path);
    assert.equal(JSON.parse(text).code, "unimplemented", path);
  }
});

test("a content type that the server has not is 415, and it says which it takes", async () => {
  for (const type of ["text/plain", "application/grpc", "application/connect+json", "application/xml"]) {
    const headers = { "Content-Type": type };
    const { status, headers: got } = await plain("POST", pathOf("GetOverview"), { headers, body: "{}" });
    assert.equal(status, 415, type);
    assert.match(got["accept-post"], /application\/proto.*application\/json/);
  }
});

test("another version of the protocol is refused as invalid_argument", async () => {
  const base64 = Buffer.from(congressId).toString("base64");
  const call = (version) =>
    json("GetOverview", { congressId: base64 }, version && { "Connect-Protocol-Version": version });
  assert.equal((await call("1")).status, 200);
  assert.equal((await call(undefined)).status, 200);
  const { status, text } = await call("2");
  assert.equal(status, 400);
  assert.equal(JSON.parse(text).code, "invalid_argument");
});

test("the detail is written without padding, as the protocol asks", async () => {
  const { text } = await json("GetOverview", {});
  const [{ type, value, debug }] = JSON.parse(text).details;
  assert.equal(type, "homphieu.v1.ErrorDetail");
  assert.match(value, /^[A-Za-z0-9+/]+$/);
  assert.equal(debug.code, "request_field");
});

test("bytes that are no message are refused as invalid_argument in binary", async () => {
  const headers = { "Content-Type": "application/proto" };
  for (const body of [Buffer.from([0xff]), Buffer.from([0x0a, 0x20, 1]), Buffer.alloc(40, 0x0a)]) {
    const { status, text } = await plain("POST", pathOf("GetOverview"), { headers, body });
    assert.equal(status, 400);
    assert.equal(JSON.parse(text).details[0].debug.code, "http_message");
  }
});

test("a signed command without a body is refused, not served as something else", async () => {
  const empty = create(CommandSchema, { commandId: random(16), signedAt: BigInt(Date.now()) });
  const envelope = seal(junk.payloadType, toBinary(CommandSchema, empty), secretaries);
  const { head } = await client().getOverview({ congressId });
  await assert.rejects(client().submit({ congressId, envelope }), ConnectError);
  assert.equal((await client().getOverview({ congressId })).head.size, head.size);
});
