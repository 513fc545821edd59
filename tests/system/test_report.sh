#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# tools/test names what passed only at the second go, and what a test that passed has left out.
# Usage: test_report.sh FOLDER_OF_THE_SOURCES CTEST
set -euo pipefail
sources=$(cd "$1" && pwd -P)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
. "$sources/tools/lib/test_report.sh"

cat >"$folder/CTestTestfile.cmake" <<'TESTS'
add_test(tst_good sh -c "echo 'SKIP   : Media::full() Only root may.'; echo '   Loc: [a.cpp(1)]'")
add_test(tst_late sh -c "test -e late || { touch late; echo no; exit 1; }")
add_test(tst_bad sh -c "exit 1")
add_test(system_some sh -c "echo 'SKIPPED: not looked at: there is no strace'")
TESTS
(cd "$folder" && "$2" --repeat until-pass:2 --output-on-failure >out 2>&1) || true

faults=0
# says <what> <wanted> <got>
says() {
    if [[ $2 != "$3" ]]; then
        printf 'FAULT: %s: "%s" instead of "%s"\n' "$1" "$3" "$2"
        faults=$((faults + 1))
    fi
}
says "passed late" tst_late "$(passed_late_in "$folder/out")"
says "failed" tst_bad "$(failed_in "$folder/out")"
says "skipped" $'system_some: not looked at: there is no strace\ntst_good: Media::full() Only root may.' \
    "$(skipped_in "$folder/Testing/Temporary/LastTest.log")"
says "no log" "" "$(passed_late_in "$folder/none")$(failed_in "$folder/none")$(skipped_in "$folder/none")"
if ((faults > 0)); then
    cat "$folder/out"
    exit 1
fi
echo "what passed late and what was skipped is named"
