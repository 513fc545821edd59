#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Puts sources that are compiled alike together, some to a file, so that clang-tidy reads the headers they share once. Most of its time goes
into Qt's.

usage: tidy_batches.py DATABASE FOLDER SOURCE...

DATABASE is CMake's compile_commands.json. Writes the files and a database of their own into FOLDER, and prints their names. Sources that
give a name within one file only (an unnamed namespace, a macro) that another gives too are kept apart; what still does not compile
together is for the caller to look at one by one.
"""
import json
import pathlib
import re
import shlex
import sys

MOST = 12
# What only comes of putting sources together; the compiler looks for it in each.
FORGIVEN = ("-Wno-shadow",)


def own_names(source):
    """Names that a source defines for itself only. Too many of them is safe."""
    text = source.read_text(encoding="utf-8")
    names = set(re.findall(r"^#define (\w+)", text, re.MULTILINE))
    for body in re.findall(r"^namespace \{$(.*?)^\}  // namespace$", text, re.DOTALL | re.MULTILINE):
        for line in body.splitlines():
            if line and line[0] not in " /}#":
                words = re.findall(r"\w+", re.split(r"[({=;\[]", line, maxsplit=1)[0])
                names.update(words[-1:])
    return names


def flags_of(entry):
    """The command without what names the one source and what comes of it."""
    words = shlex.split(entry["command"])
    kept = []
    skip = False
    for word in words:
        if skip:
            skip = False
        elif word == "-o":
            skip = True
        elif word not in ("-c", entry["file"]):
            kept.append(word)
    return tuple(kept)


def main():
    database, folder, *wanted = sys.argv[1:]
    folder = pathlib.Path(folder)
    wanted = set(wanted)
    batches = []
    for entry in sorted(json.loads(pathlib.Path(database).read_text(encoding="utf-8")), key=lambda entry: entry["file"]):
        if entry["file"] not in wanted:
            continue
        wanted.remove(entry["file"])
        alike = (entry["directory"], flags_of(entry))
        names = own_names(pathlib.Path(entry["file"]))
        for batch in batches:
            if batch["alike"] == alike and len(batch["sources"]) < MOST and not batch["names"] & names:
                break
        else:
            batch = {"alike": alike, "sources": [], "names": set()}
            batches.append(batch)
        batch["sources"].append(entry["file"])
        batch["names"] |= names
    folder.mkdir(parents=True, exist_ok=True)
    commands = []
    for number, batch in enumerate(batches):
        file = folder / f"batch{number:03}.cpp"
        text = "".join(f'#include "{source}"\n' for source in batch["sources"])
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")
        directory, flags = batch["alike"]
        commands.append({"directory": directory, "command": shlex.join([*flags, *FORGIVEN, "-c", str(file)]), "file": str(file)})
        print(file)
    (folder / "compile_commands.json").write_text(json.dumps(commands, indent=0), encoding="utf-8")


main()
