#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# tools/run --headless-check with a program that is built already: from any folder and as often as one likes it ends with the
# picture's place and status 0, and with a clear line and another status when the program does not start.
# Usage: headless_check.sh FOLDER_OF_THE_SOURCES PENNYDROP
set -euo pipefail
sources=$(cd "$1" && pwd -P)
program=$(readlink -f "$2")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# Its settings and journals must be out of reach: nothing may come into this home.
mkdir -p "$folder/home" "$folder/a folder" "$folder/tmp"
export HOME=$folder/home TMPDIR=$folder/tmp
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_CACHE_HOME XDG_RUNTIME_DIR DISPLAY WAYLAND_DISPLAY XAUTHORITY
# A copy of the tools, so that a picture that somebody made is left alone, and whatever would be built is seen.
mkdir "$folder/the copy"
cp -R "$sources/tools" "$folder/the copy/"
picture="$folder/the copy/build/headless-check/first-frame.png"

faults=0
fault() {
    printf 'FAULT: %s\n' "$*"
    sed 's/^/    | /' "$folder/out"
    faults=$((faults + 1))
}

# check <program> <from which folder>: the exit status is in `status`, what was said in $folder/out.
check() {
    status=0
    (cd "$2" && PENNYDROP_PROGRAM=$1 "$folder/the copy/tools/run" --headless-check >"$folder/out" 2>&1 </dev/null) || status=$?
}

# draws <from which folder>
draws() {
    check "$program" "$1"
    ((status == 0)) || fault "from $1: exit status $status"
    grep -qE '^Pennydrop started on a virtual display and drew its first frame \([0-9]+:[0-9]{2}\):$' "$folder/out" ||
        fault "from $1: does not say that it drew its first frame"
    [[ $(tail -n 1 "$folder/out") == "$picture" ]] || fault "from $1: the last line is not the picture's place"
    [[ $(head -c 8 "$picture" | od -An -tx1 | tr -d ' \n') == 89504e470d0a1a0a ]] || fault "from $1: there is no picture"
}

# refuses <status> <last line> <program>
refuses() {
    check "$3" "$folder"
    ((status == $1)) || fault "$3: exit status $status instead of $1"
    [[ $(tail -n 1 "$folder/out") == "tools/run: $2" ]] || fault "$3: the last line is not 'tools/run: $2'"
    if grep -nE 'unbound variable|command not found|No such file' "$folder/out"; then
        fault "$3: stumbles"
    fi
}

# program <name> <line...>: a program that is not Pennydrop.
program() {
    printf '#!/bin/sh\n' >"$folder/$1"
    printf '%s\n' "${@:2}" >>"$folder/$1"
    chmod +x "$folder/$1"
}

draws /
draws "$folder/a folder"
[[ $(ls -A "$folder/the copy/build") == headless-check ]] || fault "more than the picture was made: $(ls -A "$folder/the copy/build")"

refuses 2 "there is no program $folder/none, which PENNYDROP_PROGRAM names." "$folder/none"
program ends 'echo "I cannot start." >&2' 'exit 7'
refuses 1 "Pennydrop ended with status 7 before its first frame was saved." "$folder/ends"
grep -qxF 'I cannot start.' "$folder/out" || fault "what the program said is not shown"
program dies 'kill -SEGV $$'
refuses 1 "Pennydrop ended with status 139 before its first frame was saved." "$folder/dies"
program draws-nothing 'exit 0'
refuses 1 "Pennydrop ran, but there is no file $picture." "$folder/draws-nothing"

# The commands of the terminal need no display, and their words and status are the program's own.
cp "$sources/tests/vectors/vault/good.pennydrop" "$sources/tests/vectors/vault/byte-flipped.pennydrop" "$folder/"
# checks <status> <journal>
checks() {
    status=0
    printf 'correct horse battery staple\n' |
        PENNYDROP_PROGRAM=$program "$folder/the copy/tools/run" vault check --passphrase-fd 0 "$folder/$2" >"$folder/out" 2>&1 || status=$?
    ((status == $1)) || fault "vault check of $2: exit status $status instead of $1"
    if grep -nE 'no display|Starting Pennydrop|tools/run' "$folder/out"; then
        fault "vault check of $2: says more than the program"
    fi
}
checks 0 good.pennydrop
checks 1 byte-flipped.pennydrop
rm "$folder"/*.pennydrop

# What it made for itself is gone.
for place in home tmp; do
    left=$(find "$folder/$place" -mindepth 1)
    [[ -z $left ]] || fault "$place is not as it was: $left"
done

if ((faults > 0)); then
    exit 1
fi
echo "the first frame was drawn from two folders, and four programs that draw none are told apart; a journal is checked without a display"
