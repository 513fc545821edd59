# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# How the tools speak: messages, elapsed time, and running a long command with its output in a log. To be sourced.

if [[ -z ${ROOT:-} ]]; then
    echo "tools/lib/messages.sh is sourced by the tools, after they set ROOT." >&2
    exit 2
fi

LOGS=$ROOT/build/logs
TOOL=tools/$(basename "$0")

say() { printf '%s\n' "$*"; }

warn() { printf '%s: %s\n' "$TOOL" "$*" >&2; }

# stop <status> <message>...: the last words of a tool.
stop() {
    local status=$1
    shift
    printf '\n%s: %s\n' "$TOOL" "$*" >&2
    exit "$status"
}

# need_temporary_folder: stops where programs could keep nothing for a while; most of them would only stumble over it later.
need_temporary_folder() {
    local folder=${TMPDIR:-/tmp}
    if [[ ! -d $folder || ! -w $folder || ! -x $folder ]]; then
        stop 1 "no temporary folder can be made in $folder. Set TMPDIR to a folder that you may write to."
    fi
}

# elapsed <seconds>: as m:ss.
elapsed() { printf '%d:%02d' "$(($1 / 60))" "$(($1 % 60))"; }

# Reads the output of a command and shows that it is alive: in a terminal one line that is rewritten, elsewhere a line
# now and then.
show_progress() {
    local what=$1 line='' last='' started=$SECONDS shown=$SECONDS
    while true; do
        if IFS= read -r -t 2 line; then
            last=$line
        elif (($? <= 128)); then
            break
        fi
        if [[ -t 1 ]] && ((SECONDS > shown)); then
            printf '\r\033[K  %s %s  %.80s' "$what" "$(elapsed $((SECONDS - started)))" "$last"
            shown=$SECONDS
        elif ((SECONDS - shown >= 20)); then
            printf '  %s %s  %.100s\n' "$what" "$(elapsed $((SECONDS - started)))" "$last"
            shown=$SECONDS
        fi
    done
    if [[ -t 1 ]]; then
        printf '\r\033[K'
    fi
}

# run_logged <what> <log name> <command>...: runs the command with its output in build/logs/<log name>.log. When it fails,
# the end of the log is shown.
run_logged() {
    local what=$1 log=$LOGS/$2.log started=$SECONDS status=0
    shift 2
    mkdir -p "$LOGS"
    "$@" </dev/null 2>&1 | tee "$log" | show_progress "$what" || status=$?
    if ((status != 0)); then
        say "  $what: failed after $(elapsed $((SECONDS - started))). The end of $log:"
        tail -n 40 "$log" | sed 's/^/    | /'
        return "$status"
    fi
    say "  $what: done ($(elapsed $((SECONDS - started))))"
}

# run_shown <log name> <command>...: runs the command with its output both here and in build/logs/<log name>.log.
run_shown() {
    local log=$LOGS/$1.log
    shift
    mkdir -p "$LOGS"
    "$@" </dev/null 2>&1 | tee "$log"
}
