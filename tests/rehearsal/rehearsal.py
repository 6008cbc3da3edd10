#!/usr/bin/env python3
"""rehearsal.py HOMPHIEU HALL [KEPT]: rehearsals with known votes at the command line, as
docs/manual/dien-tap.md tells them, against a real server over TLS.

One on strikes that matches to the last paper; one on boxes in which both keyers key a paper wrong
alike, which no comparison of counts finds and the known votes do; beside them the real contest of
the same list. Prints a line a check; exit 0 where all passed. KEPT: a folder for the papers made.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

PASSPHRASE = "mật khẩu thử\n"
passed = 0


class Failed(Exception):
    pass


def check(truth, what, seen=""):
    global passed
    if not truth:
        raise Failed(f"{what}: {seen}")
    passed += 1
    print(f"ok  {what}", flush=True)


class Hall:
    def __init__(self, homphieu, program, folder):
        self.homphieu, self.folder = homphieu, folder
        self.process = subprocess.Popen([program, folder], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        told = json.loads(self.process.stdout.readline())
        self.env = {**os.environ, "HOMPHIEU_LANG": "vi",
                    "HOMPHIEU_SERVER": f"127.0.0.1:{told['port']}", "HOMPHIEU_CA": "ca.pem"}

    def end(self):
        self.process.stdin.close()
        self.process.wait(20)

    def run(self, *words, person=None, stdin=""):
        """Exit status, and what was said."""
        fds = ()
        words = [str(word) for word in words]
        if person:
            reading, writing = os.pipe()
            os.write(writing, PASSPHRASE.encode())
            os.close(writing)
            fds = (reading,)
            words += ["--key", person + ".key", "--passphrase-fd", str(reading)]
        done = subprocess.run([self.homphieu, *words], cwd=self.folder, env=self.env, pass_fds=fds,
                              input=stdin, capture_output=True, text=True, timeout=60)
        for fd in fds:
            os.close(fd)
        return done.returncode, done.stdout + done.stderr

    def good(self, *words, **more):
        code, said = self.run(*words, **more)
        if code != 0:
            raise Failed(f"{' '.join(map(str, words))}: {code} {said}")
        return said

    def act(self, people, *words):
        """The first proposes, the others sign; what the last signer read."""
        said = self.good("official", "submit", "--yes", *words, person=people[0])
        for person in people[1:]:
            proposal = re.search(r"Đề nghị ([0-9a-f]+)", said).group(1)
            said = self.good("official", "sign", "--yes", proposal, person=person)
        return said

    def record(self, name):
        self.good("export", name, person="an")
        return name

    def text(self, pdf, *options):
        out = subprocess.run(["pdftotext", "-raw", *options, pdf, "-"], cwd=self.folder,
                             capture_output=True, text=True, check=True).stdout
        return " ".join(out.split())


def approve(hall, contest, seats, *more, hands=False):
    said = hall.act(["pa", "an"], "approve-contest", "--contest", contest, "--office", "COMMITTEE"
                    if seats == 4 else "OPINION", "--body", "Ban Chấp hành", "--list", "danh-sach.csv",
                    "--seats", seats, *more, *(["--hands-seats", 8, "--hands-list", 8] if hands else []))
    if hands:
        return said
    hall.act(["pa", "an"], "appoint-counters", "--contest", contest, "--head", "ka", "--member", "kb", "kc")
    hall.act(["ca", "cb"], "confirm-attendance", "--contest", contest)
    return said


def lines_of(papers, names, second):
    """What a keyer types of each paper: the struck names first, then the kept ones; of boxes, who
    has not the box that the station has put already."""
    out = []
    for paper in papers:
        words = list(paper.get("defects", []))
        if "marks" in paper:
            usual = "disagree" if second else "agree"
            for i, mark in enumerate(paper["marks"]):
                if mark != usual:
                    words.append(f"{i + 1}" + {"both": "*", "none": "/"}.get(mark, ""))
        elif second:
            words += [str(i) for i in range(1, names + 1) if i not in paper["struck"]]
        else:
            words += [str(i) for i in paper["struck"]]
        out.append(" ".join(words) or ".")
    return "\n".join(out) + "\n"


def count(hall, contest, papers, keyed):
    """From the closing to the last batch: `keyed` is what both keyers make of the papers."""
    hall.act(["ka", "pa"], "close-contest", "--contest", contest)
    n = len(papers)
    said = hall.act(["ka", "kb"], "record-paper", "--contest", contest, "--prepared", n, "--issued", n,
                    "--spoiled", 0, "--unused", 0, "--collected", n)
    hall.act(["kb"], "open-batch", "--contest", contest, "--batch", 1, "--papers", n)
    for second, person in enumerate(["ha", "hb"]):
        code, out = hall.run("key", "--contest", contest, "--plain", person=person,
                             stdin=lines_of(keyed, 5, second))
        answers = out.splitlines()
        if code != 0 or len(answers) != n or not all(one.startswith("DIỄN TẬP · Lô 1") for one in answers):
            raise Failed(f"keying {person}: {code} {out}")
    for i, paper in enumerate(keyed):
        if "conclusion" not in paper:
            continue
        content = ["--marks", ",".join(paper["marks"])] if "marks" in paper else []
        if paper.get("struck"):
            content = ["--struck", ",".join(map(str, paper["struck"]))]
        for defect in paper.get("defects", []):
            content += ["--defect", defect]
        hall.act(["ka", "kb"], "conclude-sheet", "--contest", contest, "--batch", 1, "--sheet", i + 1,
                 *content, "--" + paper["conclusion"], "--reason", "Như bảng kê")
    shown = hall.good("official", "count", "--contest", contest, person="kb")
    hall.act(["kb"], "close-batch", "--contest", contest, "--batch", 1)
    return said, shown


def that_matches(hall):
    said = approve(hall, "dien-tap-bch", 4, "--rehearsal")
    check("DIỄN TẬP – Thông qua cuộc bầu" in said, "who approves a rehearsal reads that it is one", said)
    record = hall.record("a.record")
    of = ["--record", record, "--contest", "dien-tap-bch"]
    code, out = hall.run("paper", "deck", *of, "--known", "known.json", "--out", "phieu.pdf")
    check(code == 2 and "[paper_file_name]" in out, "a rehearsal's files are called dien-tap-…", out)
    hall.good("paper", "deck", *of, "--known", "dien-tap-phieu.json", "--papers", 16, "--seed", 7, "--out",
              "dien-tap-phieu-mau.pdf")
    with open(os.path.join(hall.folder, "dien-tap-phieu.json")) as file:
        papers = json.load(file)["papers"]
    text = hall.text("dien-tap-phieu-mau.pdf")
    check(len(papers) == 16 and all(f"DIỄN TẬP – PHIẾU MẪU SỐ {n} " in text + " " for n in range(1, 17)),
          "the deck has its papers, each with its number")
    hall.good("paper", "zero", *of, "--out", "dien-tap-so-khong.pdf")
    check("BÁO CÁO SỐ KHÔNG" in hall.text("dien-tap-so-khong.pdf"), "there is a zero report to sign")
    for kind, more in (("ballots", []), ("covers", ["--batches", 1]), ("keying", [])):
        pdf = f"dien-tap-{kind}.pdf"
        hall.good("paper", kind, *of, *more, "--out", pdf)
        pages = int(re.search(r"Pages: +(\d+)", subprocess.run(
            ["pdfinfo", pdf], cwd=hall.folder, capture_output=True, text=True).stdout).group(1))
        check(all("DIỄN TẬP" in hall.text(pdf, "-f", str(n), "-l", str(n)) for n in range(1, pages + 1)),
              f"every page of its {kind} says so")

    opened = hall.act(["ka", "pa"], "open-contest", "--contest", "dien-tap-bch", "--papers", 16, "--paper-alone")
    check("DIỄN TẬP – Mở bỏ phiếu" in opened, "so does the opening before it is signed", opened)
    mixed = papers[::-1]
    recorded, shown = count(hall, "dien-tap-bch", papers, mixed)
    check("DIỄN TẬP – Ghi số phiếu giấy" in recorded, "and the figures", recorded)
    check(shown.startswith("DIỄN TẬP · dien-tap-bch"), "and what officials see of the count", shown)
    of[1] = hall.record("b.record")
    compare = ["paper", "rehearsal", *of, "--known", "dien-tap-phieu.json"]
    code, out = hall.run(*compare, "--out", "dien-tap-ket-qua.pdf")
    check(code == 0 and "KHỚP" in out and "KHÔNG" not in out, "the count is that of the known votes", out)
    check("KHỚP: máy đếm đúng" in hall.text("dien-tap-ket-qua.pdf"), "its report says so")
    code, out = hall.run("paper", "zero", *of, "--out", "dien-tap-muon.pdf")
    check(code == 2 and "[zero_counted] collected: 16" in out, "there is no zero report any more", out)
    hall.good("paper", "log", *of, "--out", "dien-tap-nhat-ky.pdf")
    check("DIỄN TẬP" in hall.text("dien-tap-nhat-ky.pdf"), "the log of its count says that it is a rehearsal")
    drawn = ["--seed", "41625", "--papers", "3"]
    out = hall.good("official", "sample", "--contest", "dien-tap-bch", *drawn, person="ka")
    check(out.startswith("DIỄN TẬP · dien-tap-bch"), "a sample of its papers says so on the screen", out)
    code, out = hall.run("paper", "sample", *of, *drawn, "--out", "mau.pdf")
    check(code == 2 and "[paper_file_name]" in out, "and in the name of its file", out)
    out = hall.good("verify", of[1])
    check("DIỄN TẬP – dien-tap-bch" in out and "Trúng cử" not in out, "verify names nobody elected", out)
    return papers


def beside_the_real_contest(hall):
    said = approve(hall, "bch", 4, hands=True)
    check("DIỄN TẬP" not in said, "the real contest of the same list is none", said)
    shown = hall.good("official", "show", person="ka").splitlines()
    check(any(line.startswith("  DIỄN TẬP · dien-tap-bch") for line in shown)
          and any(line.startswith("  bch ") for line in shown), "both are told apart in the list", shown)
    of = ["--record", hall.record("c.record"), "--contest", "bch"]
    for words, why in ((["deck", "--known", "dien-tap-x.json", "--out", "dien-tap-x.pdf"], "not_rehearsal"),
                       (["rehearsal", "--known", "dien-tap-phieu.json"], "not_rehearsal"),
                       (["ballots", "--out", "dien-tap-that.pdf"], "paper_file_name")):
        code, out = hall.run("paper", *words, *of)
        check(code == 2 and f"[{why}]" in out, f"paper {words[0]} of the real contest is refused: {why}", out)
    hall.good("paper", "zero", *of, "--out", "so-khong.pdf")
    check("DIỄN TẬP" not in hall.text("so-khong.pdf"), "its own zero report is no rehearsal's")


def that_does_not_match(hall):
    approve(hall, "dien-tap-y-kien", 5, "--rehearsal")
    of = ["--record", hall.record("d.record"), "--contest", "dien-tap-y-kien"]
    hall.good("paper", "deck", *of, "--known", "dien-tap-y-kien.json", "--papers", 20, "--size", "a5", "--out", "dien-tap-o.pdf")
    with open(os.path.join(hall.folder, "dien-tap-y-kien.json")) as file:
        papers = json.load(file)["papers"]
    hall.act(["ka", "pa"], "open-contest", "--contest", "dien-tap-y-kien", "--papers", len(papers), "--paper-alone")
    keyed = json.loads(json.dumps(papers))
    wrong = next(i for i, paper in enumerate(keyed)
                 if "defects" not in paper and paper["marks"].count("agree") >= 2)
    at = keyed[wrong]["marks"].index("agree")
    keyed[wrong]["marks"][at] = "disagree"
    count(hall, "dien-tap-y-kien", papers, keyed)
    of[1] = hall.record("e.record")
    compare = ["paper", "rehearsal", *of, "--known", "dien-tap-y-kien.json"]
    code, out = hall.run(*compare, "--out", "dien-tap-khac.pdf")
    check(code == 1 and "KHÔNG KHỚP" in out, "a paper that both keyed wrong is found", out)
    code, out = hall.run(*compare, "--json")
    told = json.loads(out)
    check(code == 1 and told["rehearsal"] and len(told["papers"]) == 1
          and told["papers"][0]["keyed"]["sheet"] == wrong + 1, "and named", out)
    votes = told["parts"]["paper"][f"votes[{at}]"]
    check(votes["expected"] == votes["counted"] + 1, "with the vote that went astray", votes)
    code, out = hall.run(*compare[:-1], "dien-tap-phieu.json")
    check(code == 2 and "[known_votes_other]" in out, "another rehearsal's known votes are refused", out)


def main():
    homphieu, program = sys.argv[1:3]
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="homphieu-rehearsal-") as folder:
        with open(os.path.join(folder, "danh-sach.csv"), "w") as file:
            file.write("code,full_name\n")
            for i in range(5):
                file.write(f"d{i + 1},Đại biểu {'ABCDE'[i]}\n")
        hall = Hall(os.path.abspath(homphieu), os.path.abspath(program), folder)
        try:
            that_matches(hall)
            beside_the_real_contest(hall)
            that_does_not_match(hall)
        except Failed as failed:
            print(f"FAILED  {failed}", file=sys.stderr)
            return 1
        finally:
            hall.end()
            if len(sys.argv) > 3:
                shutil.copytree(folder, sys.argv[3], dirs_exist_ok=True)
    print(f"{passed} checks passed in {time.monotonic() - began:.1f} s")
    return 0


sys.exit(main())
