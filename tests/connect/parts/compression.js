// The server compresses nothing and takes nothing compressed; it must say so as the protocol asks.
import assert from "node:assert/strict";
import test from "node:test";
import zlib from "node:zlib";
import { Code } from "@connectrpc/connect";
import { compressionBrotli, compressionGzip } from "@connectrpc/connect-node";
import { client, formats, json, pathOf, plain } from "../client.js";
import { congressId } from "../hall.js";
import { refused } from "../refusal.js";

const offers = { none: [], gzip: [compressionGzip], both: [compressionGzip, compressionBrotli] };

for (const { name, options } of formats) {
  for (const [offer, acceptCompression] of Object.entries(offers)) {
    test(`an answer in ${name} decodes where the client offers compression: ${offer}`, async () => {
      let header;
      const { head } = await client({ ...options, acceptCompression }).getOverview(
        { congressId },
        { onHeader: (got) => (header = got) },
      );
      assert.equal(head.root.length, 32);
      if (offer === "none") assert.equal(header.get("content-encoding"), null);
    });
  }

  test(`a request compressed with gzip in ${name} is refused as unimplemented`, async () => {
    const packing = { ...options, sendCompression: compressionGzip, compressMinBytes: 1 };
    const one = client(packing);
    const { error } = await refused(() => one.getOverview({ congressId }), "http_compressed");
    assert.equal(error.code, Code.Unimplemented);
    await client(options).getOverview({ congressId });
  });

  test(`a stream asked for with gzip in ${name} ends as unimplemented`, async () => {
    const packing = { ...options, sendCompression: compressionGzip, compressMinBytes: 1 };
    await refused(async () => {
      for await (const one of client(packing).watchProgress({ congressId })) assert.fail(String(one));
    }, "http_compressed");
  });
}

test("an unknown compression is refused as unimplemented, identity is not", async () => {
  const message = { congressId: Buffer.from(congressId).toString("base64") };
  const call = (coding) => json("GetOverview", message, { "Content-Encoding": coding });
  const { status, text } = await call("zstd");
  assert.equal(status, 501);
  assert.equal(JSON.parse(text).code, "unimplemented");
  assert.match(JSON.parse(text).message, /identity/);
  assert.equal((await call("identity")).status, 200);
});

test("a compressed envelope that no header announced is refused", async () => {
  const packed = zlib.gzipSync(JSON.stringify({ congressId: "" }));
  const prefix = Buffer.from([1, 0, 0, 0, packed.length]);
  const { status, bytes: end } = await plain("POST", pathOf("WatchProgress"), {
    headers: { "Content-Type": "application/connect+json" },
    body: Buffer.concat([prefix, packed]),
  });
  assert.equal(status, 200);
  assert.equal(end[0], 2);
  const { error } = JSON.parse(end.subarray(5).toString());
  assert.ok(["unimplemented", "internal", "invalid_argument"].includes(error.code), error.code);
});
