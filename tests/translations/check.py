#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fails when a translation file lacks a string of the source, or holds an unfinished or placeholder-broken one.

usage: check.py LUPDATE SOURCE_FOLDER
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

PLACE_MARKER = re.compile(r"%(?:n|L?\d+)")


def messages(ts_file):
    for context in ElementTree.parse(ts_file).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name"), message


def faults_of(ts_file, reference):
    """Compares `ts_file` with `reference`, the same file freshly updated from the source."""
    faults = []
    present = {(name, m.findtext("source"), m.findtext("comment")) for name, m in messages(ts_file)}
    for name, message in messages(reference):
        source = message.findtext("source")
        if (name, source, message.findtext("comment")) not in present:
            faults.append(f"{name}: missing: {source!r}")
            continue
        translation = message.find("translation")
        if translation.get("type") == "unfinished":
            faults.append(f"{name}: unfinished: {source!r}")
            continue
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        markers = set(PLACE_MARKER.findall(source))
        for form in forms:
            lost = markers - set(PLACE_MARKER.findall(form)) - {"%n"}
            if not form or lost:
                faults.append(f"{name}: empty or without {sorted(lost)}: {source!r}")
    return faults


def main():
    lupdate, source_folder = sys.argv[1], pathlib.Path(sys.argv[2])
    count = 0
    for ts_file in sorted((source_folder / "translations").glob("*.ts")):
        with tempfile.TemporaryDirectory() as folder:
            reference = pathlib.Path(folder) / ts_file.name
            reference.write_bytes(ts_file.read_bytes())
            plural_only = ["-pluralonly"] if ts_file.stem.endswith("_en") else []
            subprocess.run([lupdate, "-silent", "-locations", "none", "-no-obsolete", *plural_only, "app", "qml", "-ts",
                            str(reference)], cwd=source_folder, check=True)
            for fault in faults_of(ts_file, reference):
                print(f"{ts_file.name}: {fault}")
                count += 1
    print(f"{count} faults")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
