#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Time from start to the first usable frame (the lock screen of a journal), against an empty QML window, in turn in one run.

usage: bench_start.py PENNYDROP EMPTY_WINDOW JOURNAL [ROUNDS]
"""
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time


def seconds(command, environment):
    """From the start to the line that says that the first frame is on the screen; leaving is not measured."""
    began = time.perf_counter()
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as program:
        line = program.stdout.readline()
        ended = time.perf_counter()
        status = program.wait(timeout=60)
    if line != "first frame\n" or status != 0:
        sys.exit(f"{command[0]} showed no first frame (status {status}, said {line!r})")
    return ended - began


def main():
    pennydrop, empty, journal = sys.argv[1:4]
    rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 15
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, HOME=home, QT_QPA_PLATFORM="offscreen", DBUS_SESSION_BUS_ADDRESS="disabled:",
                           XDG_CONFIG_HOME=home, XDG_DATA_HOME=home, XDG_CACHE_HOME=home)
        journal = shutil.copy(journal, pathlib.Path(home) / "journal.pennydrop")
        ours_command = [pennydrop, "--journal", journal, "--first-frame"]
        for command in (ours_command, [empty]):
            seconds(command, environment)  # fills the page cache and Qt's own caches
        ours, peer = [], []
        for _ in range(rounds):
            ours.append(seconds(ours_command, environment))
            peer.append(seconds([empty], environment))
    ratios = [a / b for a, b in zip(ours, peer)]
    print(f"start to the lock screen: ours {statistics.median(ours) * 1000:.0f} ms, empty window {statistics.median(peer) * 1000:.0f} ms, "
          f"ratio {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f}), {rounds} rounds")


if __name__ == "__main__":
    main()
