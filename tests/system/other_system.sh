#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# On a system whose packages the tools cannot install each of them says so, lists all that is needed, and changes nothing;
# so it does where packages have other names, and where what is there is not enough to configure.
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

# A relative of Debian that has all packages but one: the one is named, and nothing is installed.
printf 'ID=ubuntu\nID_LIKE=debian\nVERSION_ID="22.04"\nPRETTY_NAME="Ubuntu 22.04.4 LTS"\n' >"$folder/ubuntu"
lacking=libmd4c-dev
mkdir "$folder/bin"
stub() {
    printf '#!/bin/sh\n%s\n' "$2" >"$folder/bin/$1"
    chmod +x "$folder/bin/$1"
}
stub dpkg-query 'exit 1'
stub sudo '[ "$1" = -n ] && shift; [ "$1" = -v ] || exec "$@"'
stub apt-get "echo \"\$*\" >>'$folder/apt-get'"
stub apt-cache "shift; for name; do echo \"\$name:\"; [ \"\$name\" = $lacking ] || echo '  Candidate: 1.0'; done"
status=0
PATH=$folder/bin:$PATH PENNYDROP_OS_RELEASE=$folder/ubuntu "$folder/copy/tools/run" --build-only >"$folder/out" 2>&1 </dev/null || status=$?
words=$(tr -s ' \n' ' ' <"$folder/out")
((status == 2)) || fault "a package with another name: exit status $status instead of 2"
[[ $words == *"Ubuntu 22.04.4 LTS has no packages called: $lacking "* ]] || fault "a package with another name: is not named"
[[ $words == *"C++23 compiler"*"nothing was installed. See above for what is needed."* ]] || fault "a package with another name: does not say what is needed"
grep -q update "$folder/apt-get" || fault "a package with another name: new lists were not fetched first"
if grep -q install "$folder/apt-get"; then
    fault "a package with another name: something was installed"
fi

# What is there is not enough: elsewhere than on Debian 12 the needs are listed; there the set-up script has seen to them.
stub cmake 'echo "Could not find a package configuration file provided by Qt6"; exit 1'
for system in fedora debian; do
    for tool in "run --build-only" "test --only build" screenshots; do
        what="configuring fails with $tool on $system"
        status=0
        # shellcheck disable=SC2086 # a tool and its arguments
        PATH=$folder/bin:$PATH PENNYDROP_OS_RELEASE=$folder/$system "$folder/copy/tools/"$tool --skip-packages >"$folder/out" 2>&1 </dev/null || status=$?
        words=$(tr -s ' \n' ' ' <"$folder/out")
        ((status == 1)) || fault "$what: exit status $status instead of 1"
        [[ $words == *"Could not find a package configuration file provided by Qt6"*"Log: "* ]] || fault "$what: does not show what failed"
        if [[ $system == fedora && $words != *"This is Fedora Linux 41, where something that Pennydrop needs may be missing"*"Qt 6.4"* ]]; then
            fault "$what: does not say what is needed"
        elif [[ $system == debian && $words == *"What Pennydrop needs"* ]]; then
            fault "$what: lists needs that are met"
        fi
    done
done

if ((faults > 0)); then
    exit 1
fi
echo "each tool says what is needed, on 4 systems it does not know, where a package is lacking and where configuring fails"
