#!/usr/bin/env python3
"""station.py HOMPHIEU HALL [PICTURES]: people at keying stations, in pseudo terminals.

Drives the real program against a real server: keys papers, slips, loses the network, takes back,
is killed and started again, settles a difference, changes the window's size, and looks whether the
terminal is left as it was found. Prints one line a check; exit 0 where all passed. With PICTURES,
a folder, some screens are written there as text.
"""
import fcntl
import json
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

PASSPHRASE = "mật khẩu thử\n"
PATIENCE = 20  # seconds for anything to happen


class Failed(Exception):
    pass


passed = 0


def check(truth, what, seen=""):
    global passed
    if not truth:
        raise Failed(f"{what} {seen}")
    passed += 1
    print(f"ok  {what}", flush=True)


class Hall:
    def __init__(self, program, folder):
        self.process = subprocess.Popen([program, folder], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        self.folder = folder
        self.told = json.loads(self.process.stdout.readline())

    def ask(self, word):
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def paper(self, batch, sheet):
        return next(one for one in self.ask("dump")
                    if (one["batch"], one["sheet"]) == (batch, sheet))

    def end(self):
        self.process.stdin.close()
        self.process.wait(PATIENCE)


def passphrase():
    reading, writing = os.pipe()
    os.write(writing, PASSPHRASE.encode())
    os.close(writing)
    os.set_inheritable(reading, True)
    return reading


def command(program, hall, person, fd, *more):
    return [program, "key", "--contest", "bch", "--server", f"127.0.0.1:{hall.told['port']}",
            "--ca", os.path.join(hall.folder, "ca.pem"), "--passphrase-fd", str(fd),
            "--key", os.path.join(hall.folder, person + ".key"), *more]


class Station:
    """A person in front of a full screen."""

    def __init__(self, program, hall, person, rows=26, columns=92):
        self.master, self.slave = pty.openpty()
        self.resize(rows, columns)
        self.before = termios.tcgetattr(self.slave)
        fd = passphrase()
        self.process = subprocess.Popen(
            command(program, hall, person, fd), stdin=self.slave, stdout=self.slave,
            stderr=self.slave, pass_fds=[fd], start_new_session=True,
            env={**os.environ, "HOMPHIEU_LANG": "vi", "TERM": "xterm"})
        os.close(fd)
        self.sent = b""

    def resize(self, rows, columns):
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds=0.1):
        while select.select([self.master], [], [], seconds)[0]:
            self.sent += os.read(self.master, 65536)
            seconds = 0

    def screen(self):
        """The last whole frame, as lines of text."""
        frames = self.sent.split(b"\x1b[H")
        whole = [one for one in frames[1:] if b"\x1b[J" in one]
        if not whole:
            return []
        frame = whole[-1].split(b"\x1b[J")[0].decode()
        for code in ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[1;7m", "\x1b[K", "\x07"):
            frame = frame.replace(code, "")
        return frame.split("\r\n")

    def wait(self, text, gone=False):
        end = time.monotonic() + PATIENCE
        while (text in " ".join(self.screen())) == gone:
            if time.monotonic() > end or self.process.poll() is not None:
                raise Failed(f"waited for {text!r}, saw:\n" + "\n".join(self.screen()))
            self.read()

    def type(self, keys):
        os.write(self.master, keys.encode())

    def bells(self):
        return self.sent.count(b"\x07")

    def end(self, by):
        by()
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < end:
            self.read()
        self.read(0.01)
        return self.process.wait(1)

    def is_restored(self):
        return (termios.tcgetattr(self.slave) == self.before
                and self.sent.rstrip().rfind(b"\x1b[?1049l") > self.sent.rfind(b"\x1b[?1049h"))


def plain(program, hall, person, lines, *more):
    fd = passphrase()
    done = subprocess.run(command(program, hall, person, fd, "--plain", *more),
                          input="\n".join(lines) + "\n", capture_output=True, text=True,
                          pass_fds=[fd], timeout=60,
                          env={**os.environ, "HOMPHIEU_LANG": "vi"})
    os.close(fd)
    return done


def keep(pictures, name, station):
    if pictures:
        with open(os.path.join(pictures, name + ".txt"), "w") as out:
            out.write("\n".join(line.rstrip() for line in station.screen()).rstrip() + "\n")


def first_count(program, hall, pictures):
    station = Station(program, hall, "ha")
    station.wait("PHIẾU SỐ 1")
    check("Gõ số của người BỊ GẠCH" in " ".join(station.screen()), "the first count keys the struck names")
    station.type("5")
    station.wait("Đại biểu E")
    check(True, "a typed number shows its name")
    station.type("\r")
    station.wait("còn 0")
    keep(pictures, "nhap", station)
    station.type("\r")
    station.wait("phiếu 1: HỢP LỆ, 4 phiếu bầu")
    station.wait("đã gửi hết")
    check(hall.paper(1, 1)["counts"][0] == {"who": "ha", "struck": [5], "defects": [], "doubtful": False},
          "a finished paper is in the record")
    bells = station.bells()
    station.type("9\r")
    station.wait("Không có số thứ tự này")
    keep(pictures, "so-sai", station)
    check(station.bells() == bells + 2, "a refused key and the one after it sound")
    check("PHIẾU SỐ 2" in " ".join(station.screen()), "a refusal can't be typed past")
    station.type("\x7f4\r\r")
    station.wait("phiếu 2: HỢP LỆ")
    station.wait("đã gửi hết")

    hall.ask("down")
    station.type("r3\r\r")
    station.wait("phiếu 3: CHỜ BAN KIỂM PHIẾU KẾT LUẬN: phiếu rách")
    station.wait("MẤT MẠNG")
    station.type("\r\r")
    station.wait("phiếu 4: KHÔNG HỢP LỆ: bầu quá số lượng")
    station.wait("2 phiếu giữ trên máy này")
    keep(pictures, "mat-mang", station)
    check(True, "without a network the batch in hand goes on, and it says so")
    hall.ask("up")
    station.wait("đã gửi hết")
    check(hall.paper(1, 3)["counts"][0]["defects"] == ["torn"], "what was kept arrives with the network")

    station.type("u")
    station.wait("NHẬP LẠI")
    station.type("1\r\r")
    station.wait("phiếu 4 (nhập lại): HỢP LỆ")
    station.wait("đã gửi hết")
    taken = hall.paper(1, 4)
    check(taken["counts"][0]["struck"] == [1] and taken["taken_back"] == 1,
          "the last paper is taken back, and both entries are in the record")

    station.resize(18, 60)
    station.process.send_signal(signal.SIGWINCH)
    end = time.monotonic() + PATIENCE
    while len(station.screen()) != 18 and time.monotonic() < end:
        station.read()
    check([len(line) for line in station.screen()] == [60] * 18, "a smaller window is filled exactly",
          "\n".join(station.screen()))

    hall.ask("down")
    station.type("2\r\r")
    station.wait("phiếu 5: HỢP LỆ")
    station.process.kill()
    station.process.wait(PATIENCE)
    hall.ask("up")
    check(hall.paper(1, 5)["counts"][0] is None, "the program is killed before a paper was sent")
    station = Station(program, hall, "ha")
    station.wait("PHIẾU SỐ 6")
    check(hall.paper(1, 5)["counts"][0]["struck"] == [2], "the next run sends it and goes on after it")
    station.type("12")
    code = station.end(lambda: station.process.send_signal(signal.SIGTERM))
    check(code == 0 and station.is_restored(), "SIGTERM ends it with the terminal as it was")
    station = Station(program, hall, "ha")
    station.wait("PHIẾU SỐ 6")
    hall.process.send_signal(signal.SIGSTOP)  # no answer, and nothing that says so
    station.type("3\r\r")
    station.wait("MẠNG CHẬM")
    check("đã nhập hết, chờ gửi xong" in " ".join(station.screen()), "a server that does not answer is seen")
    hall.process.send_signal(signal.SIGCONT)
    station.wait("PHIẾU SỐ 1")
    check("Lô 2" in " ".join(station.screen()), "the next batch follows by itself")
    station.type("\t")
    station.wait("PHIẾU SỐ 2")
    code = station.end(lambda: station.type("\x03"))
    check(code == 0 and station.is_restored(), "Ctrl-C leaves with the terminal as it was")


def second_count_and_third_look(program, hall):
    # Papers 1 to 6: the kept names; paper 2 with a slip.
    done = plain(program, hall, "hb",
                 ["1 2 3 4", "1 2 3 5 5", "1 2 3 4", "torn 1 2 4 5", "2 3 4 5", "1 3 4 5", "1 2 4 5",
                  "?", "u", "."])
    out = done.stdout.splitlines()
    check(out[0] == "Lô 1, phiếu 1: HỢP LỆ, 4 phiếu bầu", "line by line: one answer a paper")
    check(out[1].startswith("từ chối: Số này đã gõ"), "a slip is refused with its reason")
    check(out[2] == "Lô 1, phiếu 2: HỢP LỆ, 4 phiếu bầu", "a refused line leaves nothing typed")
    check(done.returncode == 1, "a refused line shows in the exit code")
    keyed = {one["sheet"]: one["counts"][1] for one in hall.ask("dump") if one["batch"] == 1}
    check(keyed[2]["struck"] == [5] and keyed[3]["defects"] == ["torn"] and keyed[6]["doubtful"] is False,
          "the second count is in the record")
    mended = hall.paper(2, 1)
    check(mended["taken_back"] == 1 and mended["counts"][0]["doubtful"] is False,
          "line by line too the last paper can be taken back")
    refused = plain(program, hall, "ha", ["1"], "--settle", "--wait", "5")
    check("not_keying" in refused.stdout and refused.returncode == 1, "a helper settles nothing")
    settled = plain(program, hall, "kc", ["1 2 3 5"], "--settle", "--json")
    answer = json.loads(settled.stdout)
    check(settled.returncode == 0 and (answer["batch"], answer["sheet"]) == (1, 2),
          "the paper on which the counts differ goes to a third person")
    check(hall.paper(1, 2)["third"]["struck"] == [4], "who reads it in neither count's light")


def main():
    program, hall_program = sys.argv[1:3]
    pictures = sys.argv[3] if len(sys.argv) > 3 else None
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="homphieu-keying-") as folder:
        hall = Hall(hall_program, folder)
        try:
            first_count(program, hall, pictures)
            second_count_and_third_look(program, hall)
        except Failed as failed:
            print(f"FAILED  {failed}", file=sys.stderr)
            return 1
        finally:
            hall.end()
    print(f"{passed} checks passed in {time.monotonic() - began:.1f} s")
    return 0


sys.exit(main())
