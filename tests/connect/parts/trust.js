// Who the client talks to.
import assert from "node:assert/strict";
import test from "node:test";
import { Code, ConnectError } from "@connectrpc/connect";
import { client, plain, recorder, trusting } from "../client.js";
import "../hall.js";

async function failure(tls) {
  const agent = recorder(tls);
  try {
    await client({ agent }).listCongresses({});
  } catch (error) {
    return ConnectError.from(error);
  }
  return null;
}

test("without the hall's authority the client refuses the server's certificate", async () => {
  const error = await failure({ minVersion: "TLSv1.3", rejectUnauthorized: true });
  assert.ok(error);
  assert.match(String(error.cause?.code), /SELF_SIGNED_CERT|UNABLE_TO_/);
});

test("the certificate is not taken for another name", async () => {
  const error = await failure({ ...trusting, servername: "somewhere-else.example" });
  assert.ok(error);
  assert.equal(error.cause?.code, "ERR_TLS_CERT_ALTNAME_INVALID");
});

test("a client that knows TLS 1.2 at most gets no connection", async () => {
  const error = await failure({ ...trusting, minVersion: "TLSv1.2", maxVersion: "TLSv1.2" });
  assert.ok(error);
  assert.notEqual(error.code, Code.Unimplemented);
  assert.match(String(error.cause?.code), /ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION|ECONNRESET|EPROTO/);
});

test("with the hall's authority the connection is TLS 1.3", async () => {
  assert.equal((await plain("GET", "/healthz")).tls, "TLSv1.3");
});
