// Unary calls in both formats.
import assert from "node:assert/strict";
import test from "node:test";
import { equals } from "@bufbuild/protobuf";
import { client, CongressService, formats } from "../client.js";
import { congressId, founding, names } from "../hall.js";

const [binary, json] = formats.map(({ options }) => client(options));
const same = (method, a, b) =>
  assert.ok(equals(CongressService.method[method].output, a, b), `${method}: the formats differ`);

test("a congress founded by the generated client stands in the list", async () => {
  for (const one of [binary, json]) {
    const { congresses } = await one.listCongresses({});
    assert.deepEqual(
      congresses.map(({ organisation, congress, term }) => ({ organisation, congress, term })),
      [names],
    );
    assert.deepEqual(congresses[0].congressId, congressId);
  }
});

const calls = {
  listCongresses: {},
  getOverview: { congressId },
  getCheckpoint: { congressId },
  getConsistency: { congressId, fromSize: 1n, toSize: 1n },
  getLeafHashes: { congressId, from: 0n, count: 10 },
  getEntries: { congressId, from: 0n, count: 10 },
  findCommand: { congressId, commandId: founding.commandId },
};
for (const [method, request] of Object.entries(calls)) {
  test(`${method} gives the same message in binary and in JSON`, async () => {
    same(method, await binary[method](request), await json[method](request));
  });
}

test("bytes and repeated bytes come as the server holds them", async () => {
  for (const one of [binary, json]) {
    const { hashes } = await one.getLeafHashes({ congressId, count: 10 });
    const { entries, readable } = await one.getEntries({ congressId, count: 10 });
    assert.equal(readable, 1n);
    assert.deepEqual([hashes.length, hashes[0].length, entries.length], [1, 32, 1]);
    const overview = await one.getOverview({ congressId });
    assert.deepEqual(overview.head.root, hashes[0]);
  }
});

for (const { name, options } of formats) {
  test(`an empty request and an empty list are fine in ${name}`, async () => {
    const answer = await client(options).getConsistency({ congressId });
    assert.deepEqual(answer.proof, []);
  });

  test(`a hundred calls at once in ${name} all get their own answers`, async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        client(options).getLeafHashes({ congressId, from: 0n, count: i % 2 }),
      ),
    );
    answers.forEach(({ hashes }, i) => assert.equal(hashes.length, i % 2));
  });

  test(`answers in ${name} say their type, and that nobody keeps them`, async () => {
    let header;
    await client(options).getOverview({ congressId }, { onHeader: (got) => (header = got) });
    assert.equal(header.get("content-type"), `application/${name === "JSON" ? "json" : "proto"}`);
    assert.equal(header.get("cache-control"), "no-store");
    assert.ok(header.has("strict-transport-security"));
  });
}
