#!/usr/bin/env python3
"""Checks the arrows of docs/design/architecture.md: a room includes itself, the rooms its
CMakeLists.txt names, and what those name in turn; the rooms never form a ring. The compiler
refuses a wrong include too, but only in what it compiles, and it names no rule."""
import pathlib
import re
import sys

root = pathlib.Path(__file__).resolve().parent.parent
rooms = sorted(p.parent.name for p in (root / "src").glob("*/CMakeLists.txt"))

# Rooms that must not see others, whatever their CMakeLists.txt says.
FORBIDDEN = {
    "base": set(rooms),
    "crypto": {"journal", "congress", "rules", "service", "http", "cli", "minutes", "verify"},
    "token": set(rooms) - {"base", "crypto"},
    "rules": {"crypto", "journal", "congress", "service", "http", "cli", "minutes", "verify"},
    "minutes": {"crypto", "journal", "congress", "service", "http", "cli", "rules", "verify"},
    "paper": {"crypto", "journal", "congress", "service", "http", "cli", "rules", "verify", "minutes"},
    "pki": {"journal", "congress", "rules", "service", "http", "cli", "minutes", "verify", "pdf"},
    "pdf": {"crypto", "journal", "congress", "rules", "service", "http", "cli", "minutes", "verify"},
    "journal": {"congress", "service", "http", "cli", "rules", "verify"},
    "congress": {"service", "http", "cli", "minutes", "verify"},
    "verify": {"service", "http"},
    "service": {"http", "cli", "token"},
}
PROTOBUF_FREE = {"base", "crypto", "rules", "minutes", "paper", "pki", "pdf", "token"}


def named(room):
    text = re.sub(r"#.*", "", (root / "src" / room / "CMakeLists.txt").read_text())
    found = set()
    for block in re.findall(r"\bROOMS\b([^)]*?)(?:LIBRARIES|PRIVATE_LIBRARIES|SOURCES|\))", text):
        found |= set(block.split())
    return (found | set(re.findall(r"\bhp_(\w+)", text))) & set(rooms)


direct = {room: named(room) - {room} for room in rooms}


def reach(room, seen=None):
    seen = set() if seen is None else seen
    for other in direct[room] - seen:
        seen.add(other)
        reach(other, seen)
    return seen


problems = []
for room in rooms:
    allowed = reach(room) | {room}
    if room in reach(room):
        problems.append(f"src/{room}: the rooms form a ring")
    for file in sorted((root / "src" / room).rglob("*")):
        if file.suffix not in (".h", ".cpp"):
            continue
        is_test = file.name.endswith("_test.cpp")
        for number, line in enumerate(file.read_text().splitlines(), 1):
            match = re.match(r'\s*#\s*include\s+[<"](\w+)/', line)
            if not match:
                continue
            other = match.group(1)
            place = f"{file.relative_to(root)}:{number}"
            if other in rooms and other not in allowed:
                problems.append(f"{place}: includes {other}, which src/{room}/CMakeLists.txt does not name")
            if other in FORBIDDEN.get(room, set()) - {room} and not is_test:
                problems.append(f"{place}: {room} must not see {other}")
            if other in ("google", "homphieu") and room in PROTOBUF_FREE:
                problems.append(f"{place}: {room} must not see protobuf")
for problem in problems:
    print(problem, file=sys.stderr)
sys.exit(1 if problems else 0)
