// The generated client (build/connect-client, made by tools/judge) and the ways to reach the server
// with it. Everything here is the official toolchain's, but for what `Recorder` writes down.
import fs from "node:fs";
import https from "node:https";
import { createClient } from "@connectrpc/connect";
import { createConnectTransport } from "@connectrpc/connect-node";
import { CongressService } from "../../build/connect-client/homphieu/v1/api_pb.js";

export * from "../../build/connect-client/homphieu/v1/api_pb.js";
export * from "../../build/connect-client/homphieu/v1/error_pb.js";
export * from "../../build/connect-client/homphieu/v1/record_pb.js";

function given(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run tools/judge`);
  return value;
}

export const url = given("HOMPHIEU_JUDGE_URL");
export const ca = fs.readFileSync(given("HOMPHIEU_JUDGE_CA"));
export const setupCode = given("HOMPHIEU_JUDGE_SETUP_CODE");
export const trusting = { ca, minVersion: "TLSv1.3", rejectUnauthorized: true };

// Writes down what went over the wire: the method and target of every request.
class Recorder extends https.Agent {
  seen = [];
  addRequest(request, options) {
    this.seen.push({ method: request.method, path: request.path });
    return super.addRequest(request, options);
  }
}

const agents = [];
export function recorder(tls = trusting) {
  const agent = new Recorder({ keepAlive: true, ...tls });
  agents.push(agent);
  return agent;
}
export function closeConnections() {
  for (const agent of agents) agent.destroy();
}

const shared = recorder();

// A client; `options` are createConnectTransport's, and `agent`, `token`.
export function client({ agent = shared, token, ...options } = {}) {
  const interceptors = token
    ? [
        (next) => (request) => {
          request.header.set("Authorization", `Bearer ${token}`);
          return next(request);
        },
      ]
    : [];
  const transport = createConnectTransport({
    baseUrl: url,
    httpVersion: "1.1",
    nodeOptions: { agent },
    interceptors,
    ...options,
  });
  return createClient(CongressService, transport);
}

// Both formats, for tests that hold for either.
export const formats = [
  { name: "binary", options: { useBinaryFormat: true } },
  { name: "JSON", options: { useBinaryFormat: false } },
];

// A plain request, without any of Connect's own client: status, headers, body, certificate.
export function plain(method, path, { headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const request = https.request(url + path, { method, headers, agent: shared }, (answer) => {
      const certificate = answer.socket.getPeerCertificate().raw;
      const tls = answer.socket.getProtocol();
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () =>
        resolve({
          status: answer.statusCode,
          headers: answer.headers,
          bytes: Buffer.concat(chunks),
          text: Buffer.concat(chunks).toString("utf8"),
          certificate,
          tls,
        }),
      );
    });
    request.on("error", reject);
    request.end(body);
  });
}

export const pathOf = (method) => `/homphieu.v1.CongressService/${method}`;

// A call as JSON by hand.
export function json(method, message, headers = {}) {
  const body = typeof message === "string" ? message : JSON.stringify(message);
  return plain("POST", pathOf(method), {
    headers: { "Content-Type": "application/json", ...headers },
    body,
  });
}
