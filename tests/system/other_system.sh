#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# On a system whose packages the tools cannot install each of them says so, lists all that is needed, and changes nothing.
# Usage: other_system.sh FOLDER_OF_THE_SOURCES
set -euo pipefail
sources=$(cd "$1" && pwd -P)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# A copy, so that whatever would be made is seen.
mkdir "$folder/copy"
cp -R "$sources/tools" "$folder/copy/"
before=$(cd "$folder/copy" && find . | sort)

faults=0
fault() {
    printf 'FAULT: %s\n' "$*"
    faults=$((faults + 1))
}

# try <os-release> <name of the system> <lists> <tool> [argument...]
try() {
    local release=$1 name=$2 lists=$3 status=0 list package words
    shift 3
    local what="$* on $name"
    PENNYDROP_OS_RELEASE=$release "$folder/copy/tools/$1" "${@:2}" >"$folder/out" 2>&1 </dev/null || status=$?
    words=$(tr -s ' \n' ' ' <"$folder/out")
    ((status == 2)) || fault "$what: exit status $status instead of 2"
    [[ $words == *"This is $name. These scripts install packages on Debian 12 only."* ]] || fault "$what: does not say what this system is"
    [[ $words == *"nothing was changed. See above for what to install."* ]] || fault "$what: does not end with what to do"
    [[ $words == *"--skip-packages"* ]] || fault "$what: does not say how to go on by hand"
    for needed in "C++23 compiler" "CMake 3.25" "Qt 6.4" "libsodium 1.0.18" "SQLite 3.40"; do
        [[ $words == *"$needed"* ]] || fault "$what: does not name $needed"
    done
    for list in $lists; do
        while read -r package; do
            [[ " $words " == *" $package "* ]] || fault "$what: does not list $package"
        done < <(sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$sources/tools/packages/debian-12-$list.txt")
    done
    if grep -nE 'unbound variable|command not found|No such file' "$folder/out"; then
        fault "$what: stumbles"
    fi
    [[ $(cd "$folder/copy" && find . | sort) == "$before" ]] || fault "$what: has made files"
}

printf 'ID=fedora\nVERSION_ID=41\nPRETTY_NAME="Fedora Linux 41"\n' >"$folder/fedora"
printf 'ID=arch\nPRETTY_NAME="Arch Linux"\n' >"$folder/arch"
printf 'ID="opensuse-leap"\nID_LIKE="suse opensuse"\nVERSION_ID="15.6"\nPRETTY_NAME="openSUSE Leap 15.6"\n' >"$folder/suse"
for system in "fedora|Fedora Linux 41" "arch|Arch Linux" "suse|openSUSE Leap 15.6" "none|$(uname -s)"; do
    try "$folder/${system%%|*}" "${system#*|}" "build run" run --build-only
    try "$folder/${system%%|*}" "${system#*|}" "build run headless" run --headless-check
    try "$folder/${system%%|*}" "${system#*|}" "build run test" test
    try "$folder/${system%%|*}" "${system#*|}" "build run test" screenshots
done

# The words above come from the lists of Debian 12, which itself is served without them.
printf 'ID=debian\nVERSION_ID=12\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n' >"$folder/debian"
served=$(ROOT=$folder/copy PENNYDROP_OS_RELEASE=$folder/debian bash -euo pipefail -c '
    . "$ROOT/tools/lib/messages.sh"
    . "$ROOT/tools/lib/packages.sh"
    check_system build run
    echo served')
[[ $served == served ]] || fault "Debian 12 itself is told: $served"

if ((faults > 0)); then
    exit 1
fi
echo "each tool says what is needed, on 4 systems it does not know"
