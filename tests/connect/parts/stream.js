// The progress view: a server stream.
import assert from "node:assert/strict";
import { setMaxListeners } from "node:events";
import test from "node:test";
import { equals } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import { client, formats, OverviewSchema, pathOf, plain } from "../client.js";
import { command, congressId, importRoll, random, secretaries } from "../hall.js";
import { refused } from "../refusal.js";

const canceled = (error) => ConnectError.from(error).code === Code.Canceled;

async function watching() {
  const { text } = await plain("GET", "/metrics");
  return Number(text.match(/^homphieu_watchers(?:{[^}]*})? (\S+)$/m)[1]);
}

// Asks until nobody watches, at most that long: the server learns of a hang-up from the network.
async function nobodyWatches() {
  const until = performance.now() + 10_000;
  while ((await watching()) > 0) assert.ok(performance.now() < until, "a watcher is left");
}

async function change(people) {
  const envelope = await command(importRoll(people), [secretaries[0]]);
  return client().submit({ congressId, envelope });
}

test("both formats watch the same congress and are told of a change", async () => {
  const stop = new AbortController();
  const streams = formats.map(({ options }) =>
    client(options).watchProgress({ congressId }, { signal: stop.signal })[Symbol.asyncIterator](),
  );
  const now = await client().getOverview({ congressId });
  const first = await Promise.all(streams.map((stream) => stream.next()));
  for (const { value } of first) assert.ok(equals(OverviewSchema, value, now));
  const { index } = await change(now.rollPeople + 1);
  const second = await Promise.all(streams.map((stream) => stream.next()));
  const then = await client().getOverview({ congressId });
  assert.equal(then.head.size, index + 1n);
  assert.equal(then.rollPeople, now.rollPeople + 1);
  for (const { value } of second) assert.ok(equals(OverviewSchema, value, then));
  stop.abort();
  for (const stream of streams) await assert.rejects(stream.next(), canceled);
  await nobodyWatches();
});

test("a stream asked for with no message, two, or an unknown kind is refused inside it", async () => {
  const envelope = (flags) => Buffer.from([flags, 0, 0, 0, 2, 0x7b, 0x7d]);
  const bodies = [[], [envelope(0), envelope(0)], [envelope(2)], [envelope(4)], [Buffer.alloc(3)]];
  for (const body of bodies) {
    const headers = { "Content-Type": "application/connect+json" };
    const { status, headers: got, bytes: end } = await plain("POST", pathOf("WatchProgress"), {
      headers,
      body: Buffer.concat(body),
    });
    assert.equal(status, 200);
    assert.equal(got["content-type"], "application/connect+json");
    assert.deepEqual([end[0], end.readUInt32BE(1)], [2, end.length - 5]);
    const { error } = JSON.parse(end.subarray(5).toString());
    assert.ok(["invalid_argument", "unimplemented"].includes(error.code), error.code);
    assert.equal(error.details[0].type, "homphieu.v1.ErrorDetail");
  }
});

for (const { name, options } of formats) {
  test(`a stream in ${name} that the caller cancels ends, and the server serves on`, async () => {
    for (let i = 0; i < 20; ++i) {
      const stop = new AbortController();
      let got = 0;
      await assert.rejects(async () => {
        for await (const one of client(options).watchProgress(
          { congressId },
          { signal: stop.signal },
        )) {
          got += one.head ? 1 : 0;
          stop.abort();
        }
      }, canceled);
      assert.equal(got, 1);
    }
    await client(options).getOverview({ congressId });
    await nobodyWatches();
  });

  test(`a refused stream in ${name} carries code and detail in its closing message`, async () => {
    const { error } = await refused(async () => {
      const stream = client(options).watchProgress({ congressId: random(32) });
      for await (const one of stream) assert.fail(String(one));
    }, "congress_unknown", "congress_id");
    assert.equal(error.code, Code.NotFound);
  });

  test(`a request of a stream in ${name} above the server's limit is resource_exhausted`, async () => {
    const { error } = await refused(async () => {
      const stream = client(options).watchProgress({ congressId: new Uint8Array(3 << 20) });
      for await (const one of stream) assert.fail(String(one));
    }, "http_too_large");
    assert.equal(error.code, Code.ResourceExhausted);
  });

  test(`fifty streams in ${name} at once all see the change`, async () => {
    const stop = new AbortController();
    setMaxListeners(200, stop.signal);
    const streams = Array.from({ length: 50 }, () =>
      client(options)
        .watchProgress({ congressId }, { signal: stop.signal })
        [Symbol.asyncIterator](),
    );
    const first = await Promise.all(streams.map((stream) => stream.next()));
    assert.equal(await watching(), 50);
    await change(first[0].value.rollPeople + 1);
    const second = await Promise.all(streams.map((stream) => stream.next()));
    for (const { value } of second) {
      assert.equal(value.rollPeople, first[0].value.rollPeople + 1);
    }
    stop.abort();
    for (const stream of streams) await assert.rejects(stream.next(), canceled);
    await nobodyWatches();
  });
}
