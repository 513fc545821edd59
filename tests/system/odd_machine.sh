#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The tools on machines that are not as one expects: no sudo, a sudo that refuses, lists of packages that another program holds, a
# home that cannot be written, no folder for temporary files, a path with spaces and signs in it. Nothing is installed or built: what
# they would call is replaced.
# Usage: odd_machine.sh FOLDER_OF_THE_SOURCES
set -euo pipefail
sources=$(cd "$1" && pwd -P)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
chmod 755 "$folder"

# A copy in a folder as a person may have it.
copy="$folder/my c++ (old)/pennydrop"
mkdir -p "$copy" "$folder/bin" "$folder/bare" "$folder/home" "$folder/tmp"
cp -R "$sources/tools" "$copy/"
printf 'ID=debian\nVERSION_ID=12\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n' >"$folder/debian"
chmod -R a+rwX "$folder"

faults=0
fault() {
    printf 'FAULT: %s\n' "$*"
    sed 's/^/    | /' "$folder/out"
    faults=$((faults + 1))
}
stub() {
    printf '#!/bin/sh\n%s\n' "$2" >"$folder/bin/$1"
    chmod a+rx "$folder/bin/$1"
}
# What the system has, but for what makes a person root.
ln -s /usr/bin/* "$folder/bare/"
rm -f "$folder/bare/sudo" "$folder/bare/su"

# Root needs no other; the tests of root are done by nobody.
as_person=()
if ((EUID == 0)); then
    as_person=(setpriv --reuid=65534 --regid=65534 --clear-groups)
fi

# try <status> <last words> <command...>: what was said is in $folder/out, and without line ends in `words`.
try() {
    local wanted=$1 last=$2 status=0
    shift 2
    : >"$folder/called"
    chmod a+rw "$folder/called"
    "${as_person[@]}" env -u CCACHE_DIR PATH="$folder/bin:$folder/bare" HOME="${home:-$folder/home}" PENNYDROP_OS_RELEASE="$folder/debian" \
        TMPDIR="${temporary:-$folder/tmp}" "$@" >"$folder/out" 2>&1 </dev/null || status=$?
    words=$(tr -s '\r\n ' ' ' <"$folder/out")
    ((status == wanted)) || fault "$what: exit status $status instead of $wanted"
    [[ $words == *"$last"* ]] || fault "$what: does not say: $last"
    if grep -nE 'unbound variable|command not found' "$folder/out"; then
        fault "$what: stumbles"
    fi
}
# The same as at a terminal.
at_terminal() {
    local wanted=$1 last=$2
    shift 2
    try "$wanted" "$last" script --quiet --return --command "$(printf '%q ' "$@")" /dev/null
}
called() { grep -qF -- "$1" "$folder/called" || fault "$what: $1 was not called but: $(cat "$folder/called")"; }
not_called() { ! grep -qF -- "$1" "$folder/called" || fault "$what: $1 was called"; }

stub dpkg-query 'exit 1'
stub apt-cache 'shift; for name; do echo "$name:"; echo "  Candidate: 1.0"; done'
stub apt-get "echo \"apt-get \$*\" >>'$folder/called'"
stub cmake "echo \"cmake in CCACHE_DIR=\$CCACHE_DIR\" >>'$folder/called'; exit 1"
stub sleep "echo \"sleep \$*\" >>'$folder/called'"
stub ccache '[ "$1" = --get-config ] && echo "$HOME/.cache/ccache"'
run=("$copy/tools/run" --build-only)
by_hand="apt-get update && apt-get install --no-install-recommends"
refused="packages are missing, so nothing was built."

what="no sudo, no terminal"
try 3 "$refused" "${run[@]}"
[[ $words == *"there is no sudo here"*"Run this as root"*"$by_hand "*" cmake "* ]] || fault "$what: does not name the command"
not_called apt-get
not_called cmake

what="a sudo that refuses, no terminal"
stub sudo 'echo "person is not in the sudoers file." >&2; exit 1'
try 3 "$refused" "${run[@]}"
[[ $words == *"sudo does not let you"*"$by_hand "* ]] || fault "$what: does not name the command"
not_called apt-get

what="a sudo that refuses, a terminal, and no su"
at_terminal 3 "$refused" "${run[@]}"
not_called apt-get

what="a sudo that refuses, and su"
stub su "echo \"su \$*\" >>'$folder/called'; [ \"\$1 \$2 \$3\" = '- root -c' ] && exec sh -c \"\$4\""
at_terminal 1 "could not be configured" "${run[@]}"
called "su - root -c"
called "install --no-install-recommends"
called "cmake in"

what="no sudo, and su"
rm "$folder/bin/sudo"
at_terminal 1 "could not be configured" "${run[@]}"
[[ $words == *"su asks for the password of root (not yours)."* ]] || fault "$what: does not say whose password"
(($(grep -c '^su ' "$folder/called") == 1)) || fault "$what: asks more than once"

what="no sudo, and a su that refuses"
stub su "echo 'su: Authentication failure' >&2; exit 1"
at_terminal 3 "$refused" "${run[@]}"
[[ $words == *"$by_hand "* ]] || fault "$what: does not name the command"
not_called apt-get
rm "$folder/bin/su"

# As on a desktop that looks for updates just now: held once, then free; and held for good.
stub sudo '[ "$1" = -n ] && shift; [ "$1" = -v ] || exec "$@"'
stub apt-cache "[ -e '$folder/fetched' ] || exit 0; shift; for name; do echo \"\$name:\"; echo '  Candidate: 1.0'; done"
held="E: Could not get lock /var/lib/apt/lists/lock. It is held by process 612 (packagekitd)"
what="lists that another program holds for a moment"
stub apt-get "echo \"apt-get \$*\" >>'$folder/called'
case \"\$*\" in *update) if [ -e '$folder/held' ]; then touch '$folder/fetched'; else touch '$folder/held'; echo '$held' >&2; exit 100; fi ;; esac"
try 1 "could not be configured" "${run[@]}"
[[ $words == *"Another program holds the lists of packages; once more"* ]] || fault "$what: does not say why it waits"
called "sleep 30"
(($(grep -c ' update$' "$folder/called") == 2)) || fault "$what: the lists are not fetched twice"
called "install --no-install-recommends"
rm -f "$folder/fetched"

what="lists that cannot be fetched"
stub apt-get "echo \"apt-get \$*\" >>'$folder/called'; echo 'E: Failed to fetch' >&2; exit 100"
try 1 "the lists of packages could not be fetched. Is the network up?" "${run[@]}"
not_called sleep

# Where the compiler's cache may lie.
rm -rf "$copy/build"
stub dpkg-query "shift 2; for name; do echo \"installed \$name\"; done"
what="a home that can be written"
try 1 "could not be configured" "${run[@]}"
grep -qx 'cmake in CCACHE_DIR=' "$folder/called" || fault "$what: another cache is used: $(cat "$folder/called")"
printf 'no folder\n' >"$folder/no home"
for tool in "run --build-only" "test --only build" screenshots; do
    what="a home that cannot be written, $tool"
    # shellcheck disable=SC2086 # a tool and its arguments
    home="$folder/no home" try 1 "Log: $copy/build/logs/configure-" "$copy/tools/"$tool
    grep -qxF "cmake in CCACHE_DIR=$copy/build/ccache" "$folder/called" ||
        fault "$what: the compiler's cache is not among what is built: $(cat "$folder/called")"
done

# No folder for what is kept for a while: said at once, not after a build.
for tool in "run --headless-check" "test --only build" screenshots; do
    what="no temporary folder, $tool"
    # shellcheck disable=SC2086 # a tool and its arguments
    temporary=$folder/none try 1 "no temporary folder can be made in $folder/none. Set TMPDIR to a folder that you may write to." "$copy/tools/"$tool
    not_called cmake
done

# A path whose signs mean something to grep.
what="clang-tidy's sources below $copy"
mkdir -p "$copy/build/tidy" "$copy/core/base"
printf '[\n{\n  "directory": "/",\n  "command": "c++ -c a.cpp",\n  "file": "%s"\n}\n]\n' "$copy/core/base/a.cpp" >"$copy/build/tidy/compile_commands.json"
touch "$copy/core/base/a.cpp"
mkdir -p "$copy/app" "$copy/platform"
printf 'Checks: -*\n' >"$copy/.clang-tidy"
chmod -R a+rwX "$copy"
stub cmake 'exit 0'
stub clang-tidy-19 'exit 0'
stub clang++-19 'exit 0'
try 0 "clang-tidy finds no fault with 1 files." "$copy/tools/tidy"

if ((faults > 0)); then
    exit 1
fi
echo "5 machines without a way to root, 2 with lists that cannot be had, 3 that cannot be written to, and an odd path"
