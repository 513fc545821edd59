#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""One benchmark that misses its goal keeps no other from running, and is named at the end.

usage: tst_run_all.py RUN_ALL
"""
import subprocess
import sys


def run(*statuses):
    arguments = []
    for number, status in enumerate(statuses):
        arguments += ["--", sys.executable, "-c", f"print('ran {number}'); raise SystemExit({status})", f"bench_{number}"]
    done = subprocess.run([sys.executable, "-B", sys.argv[1], *arguments], capture_output=True, text=True, check=False)
    for number in range(len(statuses)):
        assert f"=== bench_{number}\nran {number}\n" in done.stdout, done.stdout
    return done.returncode, done.stdout.splitlines()[-1]


assert run(0, 0) == (0, "=== every goal was met")
assert run(3, 0, 1, 0) == (1, "=== missed a goal, or failed: bench_0 (status 3), bench_2 (status 1)")
print("the others are run, and those that missed are named")
