#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Plays the season of README.md, "A team's pool from the command line", line by line as it stands there, then asks whether what
# it promises has happened, and lets the independent reader look at every file.
# usage: pool_season.sh PENNYDROP-POOL FOLDER README CHECK.PY
set -euo pipefail
export LC_ALL=C.UTF-8
program=$(readlink -f "$1")
folder=$2
readme=$(readlink -f "$3")
reader=$(readlink -f "$4")
python=${PYTHON:-python3}

fail() {
    printf 'FAIL: %s\n' "$*" >&2
    exit 1
}

rm -rf "$folder"
mkdir -p "$folder/bin"
cd "$folder"

# What stands between the two marks, without the fences and what is said in between.
awk '/<!-- pool season: begin -->/ { inside = 1 } /<!-- pool season: end -->/ { inside = 0 }
     inside && /^```/ { code = !code; next } inside && code' "$readme" >season.sh
(($(wc -l <season.sh) > 40)) || fail "the README's season is not where it was"

# The coach's keys are wiped period by period. The reader needs them as they were, so this keeps a copy once.
cat >bin/pennydrop-pool <<TEXT
#!/bin/sh
if [ "\$1" = collect ] && [ ! -e coach-before.key ]; then cp coach.key coach-before.key; fi
exec "$program" "\$@"
TEXT
chmod +x bin/pennydrop-pool
PATH=$PWD/bin:$PATH

sh -eu season.sh >season.log 2>&1 || {
    cat season.log
    fail "the season broke off"
}

cd rehearsal
shows() { # shows PERIOD THEME: whether the digest shows the theme
    pennydrop-pool inspect "$1.pdd" --descriptor descriptor.pdp --json |
        "$python" -c 'import json, sys
sys.exit(sys.argv[1] not in [item["theme"] for item in json.load(sys.stdin)["items"]])' "$2"
}
shows 2030-01 no-time || fail "four people named it, and one took it back, and one came later: it should be shown"
! shows 2030-01 unheard || fail "three of four is below the threshold"
! shows 2030-02 no-time || fail "nobody named it in February"
shows 2030-02 "The lift again" || fail "five people named the team's own theme"
! shows 2030-03 no-time || fail "nobody named anything in March"
grep -q 'A floating half-day' ../season.log || fail "the chosen text is in the digest"
[[ $(grep -c 'All your 6 blobs arrived' ../season.log) == 36 ]] || fail "twelve members verify three digests"
! ls dealt/invitations/*.pdi slips/*.txt 2>/dev/null || fail "invitations and slips are destroyed"

# Nobody else may read a secret.
for secret in coach.key founder.key ./*.seat; do
    [[ $(stat -c %a "$secret") == 600 ]] || fail "$secret can be read by others"
done
# Every file of a period looks alike: one size, one time.
for period in 2030-01 2030-02 2030-03; do
    [[ $(stat -c '%s %Y' outbox/$period/*/*.pooled | sort -u | wc -l) == 1 ]] || fail "the files of $period differ"
done

"$python" -B "$reader" --season .
echo "the season went as the README says"
