#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs a benchmark that has little to do, in a folder that is memory where the system has such a one: asked is whether it works, not
# how fast it is, and a busy disk would take minutes.
# Usage: small.sh PROGRAM [ARGUMENT...]     The argument FOLDER becomes that folder.
set -euo pipefail
folder=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TMPDIR=$folder
command=()
for word in "$@"; do
    if [[ $word == FOLDER ]]; then
        word=$folder
    fi
    command+=("$word")
done
"${command[@]}"
