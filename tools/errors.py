#!/usr/bin/env python3
"""Makes docs/errors.md from the tables of error codes in src/; --check says whether it is current."""
import pathlib
import re
import sys

root = pathlib.Path(__file__).resolve().parent.parent
page = root / "docs" / "errors.md"
CODE = re.compile(r"constexpr\s+ErrorCode\s+(k\w+)\s*\{(.*?)\}\s*;", re.S)
TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')
WORDS = re.compile(r"[A-Z][a-z]+")


def fields(body):
    """name, status, Vietnamese, English; neighbouring literals are one text, as in C++."""
    parts, depth, inside, start = [], 0, False, 0
    for i, c in enumerate(body):
        if c == '"' and (i == 0 or body[i - 1] != "\\"):
            inside = not inside
        elif c == "," and not inside and depth == 0:
            parts.append(body[start:i])
            start = i + 1
    parts.append(body[start:])
    name, status, vi, en = (part.strip() for part in parts[:4])
    joined = lambda part: "".join(TEXT.findall(part)).replace('\\"', '"')
    word = "_".join(WORDS.findall(status.split("::")[-1])).lower()
    return joined(name), word, joined(vi), joined(en)


def rows(file):
    text = re.sub(r"^\s*//.*$", "", file.read_text(), flags=re.M)
    return [fields(match.group(2)) for match in CODE.finditer(text)]


lines = [
    "# Error codes", "",
    "Made by `tools/errors.py` from the tables of codes in `src/`; not to be changed by hand. The name "
    "is stable and stands on the wire, in logs and in `--json`; the status is the Connect protocol's.", "",
]
seen, problems = {}, []
for folder in sorted((root / "src").iterdir()):
    found = [row for file in sorted(folder.rglob("*codes.h")) for row in rows(file)]
    if not found:
        continue
    lines += [f"## {folder.name}", "", "| name | status | Vietnamese | English |", "| --- | --- | --- | --- |"]
    for name, status, vi, en in sorted(found):
        if name in seen:
            problems.append(f"{name}: in {seen[name]} and in {folder.name}")
        if not (re.fullmatch(r"[a-z0-9_]+", name) and vi and en):
            problems.append(f"{name}: not a snake_case name with two texts")
        seen[name] = folder.name
        lines.append(f"| `{name}` | {status} | {vi.replace('|', chr(92) + '|')} | {en.replace('|', chr(92) + '|')} |")
    lines.append("")
made = "\n".join(lines)
for problem in problems:
    print(problem, file=sys.stderr)
if "--check" in sys.argv[1:]:
    if not page.exists() or page.read_text() != made:
        print("docs/errors.md is not current: run tools/errors.py", file=sys.stderr)
        problems.append("old")
else:
    page.write_text(made)
sys.exit(1 if problems else 0)
