# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# What ctest's own last lines do not say: which tests passed only at the second go, and what was skipped although the test
# counts as passed. To be sourced.

# verdicts <log of ctest>: "name verdict" for each run of a test, in their order. A run that is repeated has no number.
verdicts() {
    sed -nE 's/^ *([0-9]+\/[0-9]+ )?Test +#[0-9]+: ([^ ]+) .*(Passed|\*\*\*[A-Za-z]+).*/\2 \3/p' "$1" 2>/dev/null
}

# failed_in <log of ctest>: the tests whose last run until now has failed.
failed_in() {
    verdicts "$1" | awk '{ last[$1] = $2 } END { for (name in last) if (last[name] ~ /^\*\*\*(Failed|Exception|Timeout)/) print name }' | sort
}

# passed_late_in <log of ctest>: those that failed, and passed when they were run once more.
passed_late_in() {
    verdicts "$1" | awk '$2 == "Passed" { if (failed[$1]) print $1; next } { failed[$1] = 1 }' | sort -u
}

# skipped_in <LastTest.log of ctest>: "name: what was skipped, and why", as Qt Test and our scripts say it.
skipped_in() {
    awk '/^[0-9]+\/[0-9]+ Test: / { name = $3 } /^SKIP(PED)? *: / { sub(/^SKIP(PED)? *: */, ""); print name ": " $0 }' "$1" 2>/dev/null |
        sort -u
}
