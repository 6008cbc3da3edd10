// Logins and commands of officials who have no other program than this client.
import assert from "node:assert/strict";
import test from "node:test";
import { Code } from "@connectrpc/connect";
import { client, formats, ProposalState, Role } from "../client.js";
import {
  addSignature,
  command,
  congressId,
  importRoll,
  logIn,
  secretaries,
  seal,
  Signer,
} from "../hall.js";
import { refused } from "../refusal.js";

for (const { name, options } of formats) {
  test(`who logs in with a key reads the roll in ${name}, until the login ends`, async () => {
    const envelope = await command(importRoll(7), [secretaries[0]]);
    await client(options).submit({ congressId, envelope });
    const { token, person, roles } = await logIn(secretaries[1], client(options));
    assert.deepEqual([person, roles], ["TK2", [Role.SECRETARIAT]]);
    for (const useHttpGet of [false, true]) {
      const reader = client({ ...options, token, useHttpGet });
      const { rows } = await reader.getRoll({ congressId });
      assert.equal(rows.length, 7);
      assert.equal(rows[0].person.name, "Đại biểu thứ 1");
      assert.equal(rows[0].attendance, "not_yet");
      const { entries, readable } = await reader.getEntries({ congressId, count: 200 });
      assert.equal(BigInt(entries.length), readable);
      assert.equal(readable, (await reader.getOverview({ congressId })).head.size);
    }
    await client({ ...options, token }).logOut({});
    const late = () => client({ ...options, token }).getRoll({ congressId });
    const { error } = await refused(late, "session_over");
    assert.equal(error.code, Code.Unauthenticated);
  });

  test(`a login with a stranger's key is unauthenticated in ${name}`, async () => {
    const { error } = await refused(() => logIn(new Signer(), client(options)), "login_refused");
    assert.equal(error.code, Code.Unauthenticated);
  });

  test(`a login that is signed for nothing is refused in ${name}`, async () => {
    const type = "application/vnd.homphieu.session.v1+protobuf";
    const envelope = seal(type, new Uint8Array([1, 2, 3]), [secretaries[0]]);
    const call = () => client(options).logIn({ congressId, envelope });
    await refused(call, "login_refused", "payload");
  });

  test(`a proposal is made, read, signed and accepted in ${name}`, async () => {
    const one = client(options);
    const newcomer = new Signer();
    const person = `TT-${name}`;
    const official = {
      person,
      name: "Người của ban thẩm tra",
      roles: [Role.CREDENTIALS],
      key: newcomer.point,
    };
    const envelope = await command(
      { case: "enrolOfficial", value: { official } },
      [secretaries[0]],
    );
    const proposed = await one.propose({ congressId, envelope });
    assert.equal(proposed.state, ProposalState.WAITING);
    assert.equal(proposed.proposer, "TK1");
    assert.ok(proposed.missingCode && proposed.missingVi && proposed.missingEn);

    const { token } = await logIn(secretaries[1], one);
    const { proposals } = await client({ ...options, token }).listProposals({ congressId });
    const waiting = proposals.find(({ state }) => state === ProposalState.WAITING);
    assert.deepEqual(waiting.commandId, proposed.commandId);
    assert.deepEqual(waiting.envelope.payload, envelope.payload);

    const { commandId } = proposed;
    const sign = (signer) =>
      one.signProposal({ congressId, commandId, signature: addSignature(envelope, signer) });
    assert.equal((await sign(secretaries[1])).state, ProposalState.WAITING);
    const accepted = await sign(newcomer);
    assert.equal(accepted.state, ProposalState.ACCEPTED);
    assert.deepEqual(accepted.receipt.commandId, commandId);
    assert.equal((await logIn(newcomer, one)).person, person);
  });
}
