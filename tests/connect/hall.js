// A small congress, founded by the generated client: keys, signed commands, logins as
// docs/design/record.md has them, written anew here from that text.
import crypto from "node:crypto";
import { create, toBinary } from "@bufbuild/protobuf";
import {
  client,
  CommandSchema,
  EnvelopeSchema,
  Level,
  Meeting,
  plain,
  Role,
  SessionSchema,
  setupCode,
} from "./client.js";

const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const commandType = "application/vnd.homphieu.command.v1+protobuf";
const sessionType = "application/vnd.homphieu.session.v1+protobuf";

const sha256 = (bytes) => crypto.createHash("sha256").update(bytes).digest();
export const random = (size) => new Uint8Array(crypto.randomBytes(size));

// P-256, signatures r‖s with the lower s.
export class Signer {
  constructor() {
    const { publicKey, privateKey } = crypto.generateKeyPairSync("ec", { namedCurve: "P-256" });
    const { x, y } = publicKey.export({ format: "jwk" });
    this.secret = privateKey;
    this.point = new Uint8Array([4, ...Buffer.from(x, "base64url"), ...Buffer.from(y, "base64url")]);
    this.keyId = new Uint8Array(sha256(this.point));
  }

  sign(type, payload) {
    const head = `DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.length} `;
    const signature = crypto.sign("sha256", Buffer.concat([Buffer.from(head), payload]), {
      key: this.secret,
      dsaEncoding: "ieee-p1363",
    });
    const s = BigInt(`0x${signature.toString("hex", 32)}`);
    if (s > order / 2n) signature.write((order - s).toString(16).padStart(64, "0"), 32, "hex");
    return { keyId: this.keyId, signature: new Uint8Array(signature) };
  }
}

export function seal(type, payload, signers) {
  const signatures = signers.map((one) => one.sign(type, payload));
  signatures.sort((a, b) => Buffer.compare(a.keyId, b.keyId));
  return create(EnvelopeSchema, { payloadType: type, payload, signatures });
}

export const secretaries = [new Signer(), new Signer()];
export const names = {
  organisation: "Đảng bộ phường Hòa An",
  congress: "Đại hội đại biểu lần thứ IV",
  term: "2020–2025",
};

async function found() {
  const { logKey } = await client().newLogKey({ setupCode });
  const value = {
    ...names,
    level: Level.GRASS_ROOTS,
    meeting: Meeting.DELEGATE_CONGRESS,
    place: "Đà Nẵng",
    days: ["2020-07-28"],
    logKey,
    officials: secretaries.map((signer, i) => ({
      person: `TK${i + 1}`,
      name: `Thư ký ${i + 1}`,
      roles: [Role.SECRETARIAT],
      key: signer.point,
    })),
  };
  const command = create(CommandSchema, {
    commandId: random(16),
    signedAt: BigInt(Date.now()),
    body: { case: "foundCongress", value },
  });
  const envelope = seal(commandType, toBinary(CommandSchema, command), secretaries);
  return client().found({ setupCode, envelope });
}

export const founding = await found();
export const congressId = founding.congressId;

// An envelope of a command with this body ({ case, value }), on the record as it is now.
export async function command(body, signers, more = {}) {
  const { head } = await client().getOverview({ congressId });
  const message = create(CommandSchema, {
    congressId,
    commandId: random(16),
    signedAt: BigInt(Date.now()),
    seen: head,
    body,
    ...more,
  });
  return seal(commandType, toBinary(CommandSchema, message), signers);
}

export function addSignature(envelope, signer) {
  return signer.sign(commandType, envelope.payload);
}

export const importRoll = (people) => ({
  case: "importRoll",
  value: {
    organisations: [{ name: names.organisation, allocation: people }],
    people: Array.from({ length: people }, (_, i) => ({
      id: `DB${i + 1}`,
      name: `Đại biểu thứ ${i + 1}`,
      sex: 1 + (i % 2),
      bornYear: 1970,
      organisation: names.organisation,
      standing: 1,
      basis: 1,
    })),
  },
});

// A token for `Authorization: Bearer`.
export async function logIn(signer, through = client()) {
  const { nonce } = await through.getNonce({ congressId });
  const { certificate } = await plain("GET", "/healthz");
  const session = create(SessionSchema, {
    nonce,
    congressId,
    certificate: new Uint8Array(sha256(certificate)),
    endsAt: BigInt(Date.now() + 3_600_000),
  });
  const envelope = seal(sessionType, toBinary(SessionSchema, session), [signer]);
  return through.logIn({ congressId, envelope });
}
