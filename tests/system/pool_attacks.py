#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every attack of the protocol's table is played, and what came of it is what docs/threat-model.md says.

usage: pool_attacks.py PENNYDROP-POOL PROTOCOL THREAT-MODEL
"""
import json
import pathlib
import re
import subprocess
import sys


def table_rows(document, heading):
    """First cells of the table below a heading."""
    section = document.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (.+?) \|", section, re.M)
    return [row for row in rows if not row.startswith("---")][1:]


def main():
    program = sys.argv[1]
    protocol, model = (pathlib.Path(path).read_text(encoding="utf-8") for path in sys.argv[2:4])
    attacks = None
    for seed in ("1", "2"):
        done = subprocess.run([program, "simulate", "--attacks", "--seed", seed, "--json"], capture_output=True, text=True, timeout=250)
        answer = json.loads(done.stdout)
        for attack in answer["attacks"]:
            print(f"{'holds' if attack['holds'] else 'FAILS'} {attack['name']}: {attack['measured']}")
        if done.returncode != 0 or not answer["ok"] or not all(attack["holds"] for attack in answer["attacks"]):
            sys.exit(f"FAIL: status {done.returncode}")
        attacks = answer["attacks"]
    rows = table_rows(protocol, "Attacks")
    if [attack["attacker"] for attack in attacks] != rows:
        sys.exit(f"FAIL: the document's table has other rows: {rows}")
    missing = [attack["name"] for attack in attacks if f"`{attack['name']}`" not in model]
    if missing or len(attacks) < 12:
        sys.exit(f"FAIL: not in the threat model: {missing}")
    text = subprocess.run([program, "simulate", "--attacks"], capture_output=True, text=True, timeout=250)
    if text.returncode != 0 or any(row not in text.stdout for row in rows):
        sys.exit("FAIL: the table as text")
    print(f"{len(attacks)} attacks, each with the outcome that is documented")


if __name__ == "__main__":
    main()
