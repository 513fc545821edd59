#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the benchmarks one after the other: one that fails or misses its goal must not keep the others from being measured. Then it says
which these were, and ends with 1.

usage: run_all.py -- PROGRAM [ARGUMENT...] [-- PROGRAM [ARGUMENT...]]...
"""
import pathlib
import subprocess
import sys


def commands(arguments):
    found = []
    for argument in arguments:
        if argument == "--":
            found.append([])
        else:
            found[-1].append(argument)
    return found


def name_of(command):
    """The program, or the script that an interpreter runs."""
    names = [pathlib.Path(word).name for word in command]
    return next((name for name in names if name.startswith("bench_")), names[0])


def main():
    if len(sys.argv) < 3 or sys.argv[1] != "--":
        sys.exit(__doc__)
    missed = []
    for command in commands(sys.argv[1:]):
        print(f"=== {name_of(command)}", flush=True)
        status = subprocess.run(command, check=False).returncode
        if status != 0:
            missed.append(f"{name_of(command)} (status {status})")
    if missed:
        print(f"=== missed a goal, or failed: {', '.join(missed)}")
        return 1
    print("=== every goal was met")
    return 0


if __name__ == "__main__":
    sys.exit(main())
