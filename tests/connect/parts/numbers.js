// What JSON could spoil: 64-bit numbers, bytes, text.
import assert from "node:assert/strict";
import test from "node:test";
import { client, formats, json } from "../client.js";
import { congressId, command, founding, importRoll, secretaries } from "../hall.js";
import { refused } from "../refusal.js";

const base64 = Buffer.from(congressId).toString("base64");
const most = 2n ** 64n - 1n;

for (const { name, options } of formats) {
  test(`the largest 64-bit number arrives in ${name}: beyond the record, not misread`, async () => {
    const one = client(options);
    const request = { congressId, from: most, count: 1 };
    await refused(() => one.getLeafHashes(request), "tree_range", "from");
    const { entries, readable } = await one.getEntries(request);
    assert.deepEqual([entries.length, readable], [0, 1n]);
  });

  test(`numbers that a double can't tell apart stay apart in ${name}`, async () => {
    const one = client(options);
    const exact = 2n ** 53n;
    // Both are beyond the record; the one that is named tells which comparison failed.
    const call = (fromSize, toSize) => () => one.getConsistency({ congressId, fromSize, toSize });
    await refused(call(0n, exact + 1n), "tree_range", "to_size");
    await refused(call(exact + 1n, 1n), "tree_range", "from_size");
  });

  test(`bytes with every value come back in ${name}`, async () => {
    const one = client(options);
    const commandId = new Uint8Array(16).map((_, i) => (name === "JSON" ? 255 - i : 0xf8 | i));
    const envelope = await command(importRoll(3), [secretaries[0]], { commandId });
    const receipt = await one.submit({ congressId, envelope });
    assert.deepEqual(receipt.commandId, commandId);
    assert.deepEqual((await one.findCommand({ congressId, commandId })).commandId, commandId);
    const again = await one.submit({ congressId, envelope });
    assert.equal(again.index, receipt.index);
    assert.equal(typeof again.index, "bigint");
  });
}

test("JSON has 64-bit numbers as strings and bytes as padded base64", async () => {
  const { status, text } = await json("GetOverview", { congressId: base64 });
  assert.equal(status, 200);
  const overview = JSON.parse(text);
  assert.equal(typeof overview.head.size, "string");
  assert.equal(overview.congressId, base64);
  assert.equal(Buffer.from(overview.head.root, "base64").length, 32);
  assert.equal(overview.head.root.length, 44);
});

test("JSON is taken in every form that protobuf allows", async () => {
  const urlSafe = Buffer.from(congressId).toString("base64url");
  const forms = [
    { congressId: base64, from: "0", count: 1 },
    { congressId: base64, from: 0, count: "1" },
    { congress_id: base64, count: 1 },
    { congressId: urlSafe, count: 1 },
    { congressId: base64, count: 1, from: null },
    { congressId: base64, count: 1, notOfThisVersion: [1, { a: "b" }] },
  ];
  for (const form of forms) {
    const { status, text } = await json("GetLeafHashes", form);
    assert.equal(status, 200, `${JSON.stringify(form)}: ${text}`);
    assert.equal(JSON.parse(text).hashes.length, 1);
  }
});

test("JSON that is no such message is refused as invalid_argument, with our detail", async () => {
  const bad = [
    "",
    "{",
    "[]",
    "nothing",
    { congressId: base64, from: "18446744073709551616" },
    { congressId: base64, from: -1 },
    { congressId: base64, from: 0.5 },
    { congressId: "*" },
    { congressId: 7 },
  ];
  for (const one of bad) {
    const { status, headers, text } = await json("GetLeafHashes", one);
    assert.equal(status, 400, `${JSON.stringify(one)}: ${text}`);
    assert.equal(headers["content-type"], "application/json");
    const error = JSON.parse(text);
    assert.equal(error.code, "invalid_argument");
    assert.equal(error.details[0].type, "homphieu.v1.ErrorDetail");
    assert.equal(error.details[0].debug.code, "http_message");
  }
});

test("Vietnamese text is the same in both formats", async () => {
  for (const { options } of formats) {
    const { name } = await client(options).getOverview({ congressId });
    assert.equal(name.organisation, "Đảng bộ phường Hòa An");
    assert.equal(name.organisation, name.organisation.normalize("NFC"));
  }
  assert.match(founding.checkpoint, new RegExp(Buffer.from(congressId).toString("hex")));
});
