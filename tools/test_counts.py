#!/usr/bin/env python3
"""tools/test_counts.py FOLDER: prints "passed failed" over the results that ctest left there.

A program of GoogleTest counts with each of its cases, any other with one. A program that ends
badly without a failed case (a crash, a sanitizer's report, no time left) is one failure."""
import json
import pathlib
import sys
import xml.etree.ElementTree

folder = pathlib.Path(sys.argv[1])
passed = failed = 0
results = folder / "ctest.xml"
if not results.exists():
    print("0 1")
    sys.exit()
for case in xml.etree.ElementTree.parse(results).getroot().iter("testcase"):
    good = case.get("status") == "run"
    detail = folder / f"{case.get('name')}_test.json"
    if detail.exists():
        try:
            report = json.loads(detail.read_text())
            bad_cases = report["failures"] + report.get("errors", 0)
            passed += report["tests"] - report.get("disabled", 0) - bad_cases
        except ValueError:
            bad_cases = 0
        failed += bad_cases
        if not good and bad_cases == 0:
            failed += 1
    elif good:
        passed += 1
    else:
        failed += 1
print(passed, failed)
