# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# A private display for programs that need one: an Xvfb of our own, on a number it finds free itself, that only who holds
# its cookie may use. To be sourced after messages.sh. The caller's EXIT trap calls stop_display.

DISPLAY_PID=
DISPLAY_FOLDER=

# start_display <width>x<height>: sets DISPLAY and XAUTHORITY for the programs started afterwards.
start_display() {
    local cookie number='' tries
    DISPLAY_FOLDER=$(mktemp -d) || return
    cookie=$(mcookie)
    # -noreset: the server must live on when its last client leaves. -displayfd: it tells the number that it chose.
    (umask 077 && touch "$DISPLAY_FOLDER/server" "$DISPLAY_FOLDER/client" "$DISPLAY_FOLDER/number")
    xauth -q -f "$DISPLAY_FOLDER/server" add :0 MIT-MAGIC-COOKIE-1 "$cookie"
    Xvfb -displayfd 3 -screen 0 "$1x24" -noreset -nolisten tcp -auth "$DISPLAY_FOLDER/server" \
        3>"$DISPLAY_FOLDER/number" >"$DISPLAY_FOLDER/log" 2>&1 </dev/null &
    DISPLAY_PID=$!
    for ((tries = 0; tries < 300; ++tries)); do
        if read -r number <"$DISPLAY_FOLDER/number" && [[ -n $number ]]; then
            break
        fi
        if ! kill -0 "$DISPLAY_PID" 2>/dev/null; then
            break
        fi
        sleep 0.1
    done
    if [[ -z $number ]]; then
        cat "$DISPLAY_FOLDER/log" >&2
        warn "the virtual display did not start."
        return 1
    fi
    xauth -q -f "$DISPLAY_FOLDER/client" add ":$number" MIT-MAGIC-COOKIE-1 "$cookie"
    export DISPLAY=":$number" XAUTHORITY="$DISPLAY_FOLDER/client"
}

stop_display() {
    if [[ -n $DISPLAY_PID ]]; then
        kill "$DISPLAY_PID" 2>/dev/null || true
        wait "$DISPLAY_PID" 2>/dev/null || true
        DISPLAY_PID=
    fi
    if [[ -n $DISPLAY_FOLDER ]]; then
        rm -rf "$DISPLAY_FOLDER"
        DISPLAY_FOLDER=
    fi
}
