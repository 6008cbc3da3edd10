#!/usr/bin/env python3
"""make_cms.py FOLDER: the CMS signatures of tests/corpus/cms anew, good ones and odd ones, made with
openssl and where openssl makes none by hand, with keys that are thrown away.

Beside them cms_trust/root.pem, whom to believe, and people.pem, whose signatures are good. The
content is b"bien ban"; certificates are valid from 2020 to 2049 unless that is the point. What each
file must give stands in src/pki/corpus_test.cpp."""
import hashlib
import pathlib
import subprocess
import sys
import tempfile

out = pathlib.Path(sys.argv[1]).resolve()
scratch = tempfile.TemporaryDirectory(prefix="homphieu-cms-")
work = pathlib.Path(scratch.name)
CONTENT = b"bien ban"
(work / "content").write_bytes(CONTENT)


def openssl(*arguments, give=None):
    done = subprocess.run(["openssl", *map(str, arguments)], cwd=work, input=give, capture_output=True)
    if done.returncode != 0:
        raise SystemExit(f"openssl {' '.join(map(str, arguments))}\n{done.stderr.decode()}")
    return done.stdout


# DER, as far as it is needed here.
def tlv(tag, *parts):
    body = b"".join(parts)
    size = len(body)
    if size < 0x80:
        return bytes([tag, size]) + body
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + body


def header(der):
    """Of the first value: length of its header, length of its body."""
    if der[1] < 0x80:
        return 2, der[1]
    count = der[1] & 0x7F
    return 2 + count, int.from_bytes(der[2:2 + count], "big")


def parts(der):
    """The values inside a value."""
    start, size = header(der)
    body, found = der[start:start + size], []
    while body:
        head, length = header(body)
        found.append(body[:head + length])
        body = body[head + length:]
    return found


def oid(dotted):
    numbers = [int(one) for one in dotted.split(".")]
    body = bytearray([40 * numbers[0] + numbers[1]])
    for number in numbers[2:]:
        digits = [number & 0x7F]
        while number := number >> 7:
            digits.append(0x80 | number & 0x7F)
        body += bytes(reversed(digits))
    return tlv(0x06, bytes(body))


CONTENT_TYPE, MESSAGE_DIGEST = oid("1.2.840.113549.1.9.3"), oid("1.2.840.113549.1.9.4")
BINDING_1, BINDING_2 = oid("1.2.840.113549.1.9.16.2.12"), oid("1.2.840.113549.1.9.16.2.47")
TIMESTAMP, DATA = oid("1.2.840.113549.1.9.16.2.14"), oid("1.2.840.113549.1.7.1")
SHA1 = tlv(0x30, oid("1.3.14.3.2.26"))


def attribute(kind, *values):
    return tlv(0x30, kind, tlv(0x31, *values))


# Keys, certificates.
(work / "index.txt").touch()
(work / "ca.cnf").write_text("[ca]\ndefault_ca=here\n[here]\ndatabase=index.txt\nnew_certs_dir=.\n"
                             "policy=any\nunique_subject=no\nrand_serial=yes\n[any]\n"
                             "commonName=supplied\nuserId=optional\n")
LEAF = "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\n"
AUTHORITY = "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n"
IDS = "subjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n"
RSA, P256 = ["rsa_keygen_bits:2048"], ["ec_paramgen_curve:P-256", "ec_param_enc:named_curve"]


def certificate(name, issuer, extensions=LEAF, kind=P256, start="20200101000000Z", end="20490101000000Z",
                md="sha256", ids=IDS, subject=None):
    openssl("genpkey", "-algorithm", "RSA" if "rsa" in kind[0] else "EC",
            *[part for one in kind for part in ("-pkeyopt", one)], "-out", f"{name}.key")
    openssl("req", "-new", "-key", f"{name}.key", "-subj", subject or f"/CN={name}", "-out", f"{name}.csr")
    (work / "extensions").write_text(extensions + ids)
    by = ["-selfsign", "-keyfile", f"{name}.key"] if issuer is None else \
        ["-cert", f"{issuer}.pem", "-keyfile", f"{issuer}.key"]
    openssl("ca", "-batch", "-notext", "-config", "ca.cnf", *by, "-in", f"{name}.csr", "-out", f"{name}.pem",
            "-md", md, "-extfile", "extensions", "-startdate", start, "-enddate", end)


def der(name):
    return openssl("x509", "-in", f"{name}.pem", "-outform", "DER")


# Signatures.
def signed(name, *options, cades=True, md="sha256", content="content"):
    """What `openssl cms -sign` makes."""
    return openssl("cms", "-sign", "-binary", *(["-cades"] if cades else []), "-md", md, "-in", content,
                   "-outform", "DER", "-signer", f"{name}.pem", "-inkey", f"{name}.key", "-nosmimecap", *options)


def changed(cms, of_signer=None, of_data=None):
    """With the parts of SignedData, or of its one SignerInfo, changed in place."""
    kind, wrapped = parts(cms)
    data = parts(parts(wrapped)[0])
    if of_signer:
        signer = parts(parts(data[-1])[0])
        of_signer(signer)
        data[-1] = tlv(0x31, tlv(0x30, *signer))
    if of_data:
        of_data(data)
    return tlv(0x30, kind, tlv(0xA0, tlv(0x30, *data)))


def signer_of(cms):
    return parts(parts(parts(parts(parts(cms)[1])[0])[-1])[0])


def resigned(name, attributes, sign=("-sha256",), algorithm=None, of_data=None):
    """Signed by hand over these attributes."""
    inner = b"".join(sorted(attributes))

    def change(signer):
        signer[3] = tlv(0xA0, inner)
        signer[5] = tlv(0x04, openssl("dgst", *sign, "-sign", f"{name}.key", give=tlv(0x31, inner)))
        if algorithm:
            signer[4] = algorithm
    return changed(signed(name), change, of_data)


def usual(name, content=CONTENT):
    """The attributes of a good signature."""
    return [attribute(CONTENT_TYPE, DATA),
            attribute(MESSAGE_DIGEST, tlv(0x04, hashlib.sha256(content).digest())),
            binding(name)]


def binding(name, digest="sha256", algorithm=b""):
    return attribute(BINDING_2, tlv(0x30, tlv(0x30, tlv(0x30, algorithm, tlv(
        0x04, hashlib.new(digest, der(name)).digest())))))


def stamped(cms, *tokens):
    def change(signer):
        signer.append(tlv(0xA1, attribute(TIMESTAMP, *tokens)))
    return changed(cms, change)


def token(cms, by, digest="sha256"):
    """What `openssl ts` answers about the signature's value."""
    (work / "serial").write_text("01")
    (work / "ts.cnf").write_text(
        "[tsa]\ndefault_tsa=here\n[here]\nserial=serial\ncrypto_device=builtin\n"
        f"signer_digest={digest}\ndefault_policy=1.2.3.4.1\ndigests=sha256\nordering=no\n"
        "tsa_name=no\ness_cert_id_chain=no\ness_cert_id_alg=sha256\n")
    (work / "value").write_bytes(parts(tlv(0x30, signer_of(cms)[5]))[0][header(signer_of(cms)[5])[0]:])
    openssl("ts", "-query", "-data", "value", "-sha256", "-cert", "-out", "ask")
    openssl("ts", "-reply", "-config", "ts.cnf", "-queryfile", "ask", "-signer", f"{by}.pem", "-inkey",
            f"{by}.key", "-out", "answer")
    return openssl("ts", "-reply", "-in", "answer", "-token_out")


certificate("root", None, AUTHORITY, RSA)
certificate("stranger_root", None, AUTHORITY)
certificate("middle", "root", AUTHORITY)
certificate("narrow", "root", AUTHORITY + "nameConstraints=critical,excluded;dirName:names\n[names]\nCN=narrowed\n[more]\n",
            ids="")
certificate("rsa", "root", kind=RSA)
certificate("p256", "root")
certificate("chained", "middle")
certificate("narrowed", "narrow", ids="")
certificate("stranger", "stranger_root")
certificate("by_leaf", "p256")
certificate("encipherment", "root", "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,keyEncipherment\n", RSA)
for one in "timeStamping", "serverAuth", "emailProtection":
    certificate(one, "root", LEAF + f"extendedKeyUsage=critical,{one}\n")
certificate("two_names", "root", subject="/CN=p256/CN=rsa")
certificate("critical", "root", LEAF + "1.2.3.4.5=critical,ASN1:NULL\n")
certificate("by_sha1", "root", md="sha1")
certificate("rsa1024", "root", kind=["rsa_keygen_bits:1024"])
certificate("p384", "root", kind=["ec_paramgen_curve:P-384", "ec_param_enc:named_curve"])
certificate("expired", "root", end="20210101000000Z")
certificate("later", "root", start="20400101000000Z")
TSA = "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n"
certificate("tsa", "root", TSA)
certificate("tsa_stranger", "stranger_root", TSA)
# Good at the time of the minutes, not at that in the stamp, which is when this program runs.
certificate("tsa_short", "root", TSA, end="20260101000000Z")

good = signed("p256")
good_rsa = signed("rsa")
made = {
    "good_p256": good,
    "good_rsa": good_rsa,
    "good_by_hand": resigned("p256", usual("p256")),
    "good_chain": signed("chained", "-certfile", "middle.pem"),
    "good_keyid": signed("rsa", "-keyid"),
    "good_pss": signed("rsa", "-keyopt", "rsa_padding_mode:pss"),
    "good_email": signed("emailProtection"),
    "good_two_names": signed("two_names"),
    "good_indefinite": b"\x30\x80" + good[header(good)[0]:] + b"\0\0",
    "good_binding_sha512": resigned("p256", usual("p256")[:2] + [
        binding("p256", "sha512", tlv(0x30, oid("2.16.840.1.101.3.4.2.3")))]),
    "good_stamped": stamped(good, token(good, "tsa")),
    "good_stamped_twice": stamped(good, token(good, "tsa"), token(good, "tsa")),

    "form_attached": signed("p256", "-nodetach"),
    "form_no_attributes": signed("p256", "-noattr", cades=False),
    "form_no_certificate": signed("p256", "-nocerts"),
    "form_two_signers": signed("p256", "-signer", "rsa.pem", "-inkey", "rsa.key"),
    "form_no_signer": openssl("crl2pkcs7", "-nocrl", "-certfile", "p256.pem", "-outform", "DER"),
    "form_tail": good + b"\0",
    "form_cut": good[:-1],
    "form_deep": b"\x30\x80" * 4000,
    "form_huge_version": changed(good, of_data=lambda data: data.__setitem__(0, tlv(2, b"\x01" * 200))),
    "form_digest_twice": resigned("p256", usual("p256") + [attribute(MESSAGE_DIGEST, tlv(4, b"x" * 32))]),
    "form_digest_two_values": resigned("p256", [usual("p256")[0], usual("p256")[2], attribute(
        MESSAGE_DIGEST, tlv(4, hashlib.sha256(CONTENT).digest()), tlv(4, b"x" * 32))]),
    "form_type_signed": resigned("p256", [attribute(CONTENT_TYPE, oid("1.2.840.113549.1.9.16.1.4"))]
                                 + usual("p256")[1:]),
    "form_type_outside": changed(good, of_data=lambda data: data.__setitem__(
        2, tlv(0x30, oid("1.2.840.113549.1.9.16.1.4")))),
    "digest_sha1": signed("rsa", md="sha1"),
    "digest_sha512": signed("rsa", md="sha512"),
    "content_other": resigned("p256", usual("p256", b"other")),
    "signature_other_key": changed(good, lambda signer: signer.__setitem__(5, signer_of(signed("chained"))[5])),
    "signature_sha1": resigned("rsa", usual("rsa"), ["-sha1"], tlv(0x30, oid("1.2.840.113549.1.1.5"), tlv(5))),
    "signature_pss_sha1": resigned("rsa", usual("rsa"), ["-sha1", "-sigopt", "rsa_padding_mode:pss"],
                                   tlv(0x30, oid("1.2.840.113549.1.1.10"), tlv(0x30))),
    "binding_none": signed("p256", cades=False),
    "binding_v1": resigned("p256", usual("p256")[:2] + [attribute(BINDING_1, tlv(0x30, tlv(0x30, tlv(
        0x30, tlv(4, hashlib.sha1(der("p256")).digest())))))]),
    "binding_sha1": resigned("p256", usual("p256")[:2] + [binding("p256", "sha1", SHA1)]),
    "binding_other": resigned("p256", usual("p256")[:2] + [binding("rsa")]),
    "binding_twice": resigned("p256", usual("p256") + [binding("rsa")]),
    "binding_v1_beside_two": resigned("p256", usual("p256") + [binding("rsa"), attribute(
        BINDING_1, tlv(0x30, tlv(0x30, tlv(0x30, tlv(4, hashlib.sha1(der("p256")).digest())))))]),
    "usage_encipherment": signed("encipherment"),
    "usage_timestamps": signed("timeStamping"),
    "usage_server": signed("serverAuth"),
    "key_rsa1024": signed("rsa1024"),
    "key_p384": signed("p384"),
    "path_stranger": signed("stranger", "-certfile", "stranger_root.pem"),
    "path_by_leaf": signed("by_leaf", "-certfile", "p256.pem"),
    "path_without_middle": signed("chained"),
    "path_narrowed": signed("narrowed", "-certfile", "narrow.pem"),
    "path_critical": signed("critical"),
    "path_sha1": signed("by_sha1"),
    "time_expired": signed("expired"),
    "time_later": signed("later"),
    "stamp_other": stamped(good, token(good_rsa, "tsa")),
    "stamp_stranger": stamped(good, token(good, "tsa_stranger")),
    "stamp_expired": stamped(good, token(good, "tsa_short")),
    "stamp_sha1": stamped(good, token(good, "tsa", "sha1")),
    "stamp_text": stamped(good, tlv(4, b"now")),
    "stamp_no_token": stamped(good, tlv(0x30, oid("1.2.3"))),
    "stamp_one_of_two": stamped(good, token(good, "tsa"), token(good, "tsa_stranger")),
}
(out / "cms").mkdir(parents=True, exist_ok=True)
(out / "cms_trust").mkdir(exist_ok=True)
for name, cms in made.items():
    (out / "cms" / f"{name}.der").write_bytes(cms)
(out / "cms_trust" / "root.pem").write_bytes((work / "root.pem").read_bytes())
(out / "cms_trust" / "people.pem").write_bytes(b"".join(
    (work / f"{one}.pem").read_bytes() for one in ("p256", "rsa", "chained", "emailProtection", "two_names")))
print(f"{len(made)} signatures")
