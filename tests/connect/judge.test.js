// An outside judge of the server: see tools/judge, which starts it and sets what client.js reads.
// One process and one congress for all of it; the parts run in this order, and tools/judge looks
// for the last test. Each part imports hall.js, so that none begins before the congress is founded.
import { after, test } from "node:test";
import { closeConnections } from "./client.js";
import "./parts/trust.js";
import "./parts/unary.js";
import "./parts/get.js";
import "./parts/numbers.js";
import "./parts/errors.js";
import "./parts/compression.js";
import "./parts/deadline.js";
import "./parts/people.js";
import "./parts/stream.js";
import "./parts/pages.js";

after(closeConnections);
test("every part of the judge has run", () => {});
