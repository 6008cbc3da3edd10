#!/usr/bin/env python3
"""tools/names.py: finds names that two sources of a room give to something of their own.

Sources of a target are compiled several at a time (docs/decisions/compiled-together.md), so what
stands in an anonymous namespace is seen by those that happen to be compiled with it; which ones,
changes with each new source. Reads lines at the left margin, as clang-format leaves them.
"""
import collections
import pathlib
import re
import sys

TYPE = re.compile(r"^(?:struct|class|enum class) (\w+)(?: final)?(?: :| \{| =|;)")
VALUE = re.compile(r"^(?:inline )?const(?:expr)? [\w:<>,* ]+?[ &*](\w+)(?:\[\w*\])?(?: = |\{|;|\()")
FUNCTION = re.compile(r"^(?=\w)(?!using|return|class|struct|enum|#|//|TEST|const \w+ k)[\w:<>,&*\[\]{} ]+?[ &*](\w+)\((.*)$")


def own_names(path):
    """Name (with parameters, for a function) of each thing in an anonymous namespace of the file."""
    inside = False
    lines = path.read_text().splitlines()
    for at, line in enumerate(lines):
        if line == "namespace {":
            inside = True
        elif line == "}  // namespace":
            inside = False
        elif inside and line.startswith("using "):
            continue  # twice the same is none too many; two meanings don't compile
        elif inside and (found := TYPE.match(line) or VALUE.match(line)):
            yield found[1], at + 1
        elif inside and (found := FUNCTION.match(line)):
            text = found[2]
            for more in lines[at + 1:at + 6]:
                if ")" in text:
                    break
                text += " " + more.strip()
            types = re.sub(r"\s*\b\w+(?=,|$)", "", text.split(")")[0])
            yield f"{found[1]}({types})", at + 1


def alone(room):
    text = (room / "CMakeLists.txt").read_text()
    return {name for group in re.findall(r"homphieu_alone\(([^)]*)\)", text) for name in group.split()}


def main():
    wrong = 0
    for room in sorted(pathlib.Path("src").iterdir()):
        if not (room / "CMakeLists.txt").exists():
            continue
        apart = alone(room)
        for tests in (False, True):
            places = collections.defaultdict(list)
            for path in sorted(room.rglob("*.cpp")):
                is_test = path.name.endswith("_test.cpp") or "testing" in path.parts
                if is_test != tests or path.name in apart:
                    continue
                for name, line in own_names(path):
                    places[name].append(f"{path}:{line}")
            for name, found in sorted(places.items()):
                if len({place.split(":")[0] for place in found}) > 1:
                    wrong += 1
                    print(f"{name}: {' '.join(found)}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
