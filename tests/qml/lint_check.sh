#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# qmllint, with our settings, ends with a failure for what it calls a warning: only then does one stop the build.
# Usage: lint_check.sh QMLLINT FOLDER_OF_THE_SOURCES
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp "$2/.qmllint.ini" "$folder/"
faults=0

# planted <qmllint> <sound or faulty> <text of a file>
planted() {
    local status=0 output
    printf '%s\n' "$3" >"$folder/Planted.qml"
    output=$("$1" "$folder/Planted.qml" 2>&1) || status=$?
    if [[ $2 == sound && $status != 0 || $2 == faulty && $status == 0 ]]; then
        printf 'FAULT: a %s file ended with status %s:\n%s\n%s\n' "$2" "$status" "$3" "$output"
        faults=$((faults + 1))
    fi
}

planted "$1" sound 'import QtQuick
Item { id: root; property int number: 1; Item { width: root.number } }'
planted "$1" faulty 'import QtQuick
import QtQuick.Layouts
Item { }'
planted "$1" faulty 'import QtQuick
Item { property int number: 1; Item { width: number } }'
planted "$1" faulty 'import QtQuick
Item { id: root; Item { width: root.nummer } }'
planted "$1" faulty 'import QtQuick
Item { colour: "red" }'

if ((faults > 0)); then
    exit 1
fi
echo "qmllint fails for each planted fault"
