#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the documents promise can be found: every test they name exists, and every link to a file of this repository leads somewhere.

usage: check.py FOLDER_OF_THE_SOURCES CTEST BUILD_FOLDER
"""
import json
import pathlib
import re
import subprocess
import sys

TEST_NAME = re.compile(r"`((?:tst|screen|system|story|fuzz|bench)_[a-z0-9_]+)`")
LINK = re.compile(r"\]\(([^)\s#]+)(?:#[^)\s]*)?\)")


def known_tests(ctest, build):
    listed = subprocess.run([ctest, "--test-dir", build, "--show-only=json-v1"], capture_output=True, text=True, check=True)
    return {test["name"] for test in json.loads(listed.stdout)["tests"]}


def main():
    root = pathlib.Path(sys.argv[1])
    tests = known_tests(sys.argv[2], sys.argv[3])
    sources = {path.stem for path in (root / "tests").rglob("*") if path.suffix in (".cpp", ".py", ".qml")}
    documents = sorted([*root.glob("*.md"), *root.glob("docs/**/*.md")])
    named = faults = 0
    for document in documents:
        for number, line in enumerate(document.read_text(encoding="utf-8").splitlines(), 1):
            where = f"{document.relative_to(root)}:{number}"
            for name in TEST_NAME.findall(line):
                named += 1
                is_program = name.startswith(("fuzz_", "bench_"))
                if name not in (sources if is_program else tests):
                    print(f"{where}: there is no test {name}")
                    faults += 1
            for target in LINK.findall(line):
                if not re.match(r"[a-z]+:", target) and not (document.parent / target).exists():
                    print(f"{where}: the link to {target} leads nowhere")
                    faults += 1
    print(f"{len(documents)} documents, {named} tests named, {faults} faults")
    return 1 if faults or named < 10 else 0


if __name__ == "__main__":
    sys.exit(main())
