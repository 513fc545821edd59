# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Configuring and building a preset of CMakePresets.json. To be sourced after messages.sh.

# As many compilers at once as there are processors, and no more than one for each GiB of memory that is free.
if [[ -n ${PENNYDROP_JOBS:-} ]]; then
    JOBS=$PENNYDROP_JOBS
else
    JOBS=$(nproc 2>/dev/null || echo 2)
    free_gib=$(awk '/^MemAvailable:/ { print int($2 / 1048576) }' /proc/meminfo 2>/dev/null || true)
    if [[ -n $free_gib ]] && ((free_gib < JOBS)); then
        JOBS=$((free_gib > 0 ? free_gib : 1))
    fi
    unset free_gib
fi

# A compiler cache that cannot be written to fails every compilation, and says so only deep in a log. A home that does not
# exist or belongs to somebody else has such a one; then the cache lies among what is built.
settle_compiler_cache() {
    local folder
    if ! command -v ccache >/dev/null; then
        return 0
    fi
    folder=$(ccache --get-config cache_dir 2>/dev/null || true)
    if [[ -z $folder ]] || ! mkdir -p "$folder/tmp" 2>/dev/null || [[ ! -w $folder || ! -w $folder/tmp ]]; then
        export CCACHE_DIR=$ROOT/build/ccache
        unset CCACHE_TEMPDIR
    fi
}

# configure <preset> [argument of cmake...]: at once when it was done before; the build itself notices a changed
# CMakeLists.txt.
configure() {
    local preset=$1 folder=$ROOT/build/$1 arguments
    shift
    settle_compiler_cache
    local cache=$folder/CMakeCache.txt stamp=$folder/.configured
    arguments=(--preset "$preset" "$@")
    if [[ -f $cache ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$ROOT" "$cache"; then
        # The folder was moved or copied: what CMake remembers points to the old place.
        arguments+=(--fresh)
        rm -f "$cache" "$stamp"
    elif [[ -f $stamp && -f $cache && $stamp -nt $ROOT/CMakePresets.json ]]; then
        return 0
    fi
    if [[ ! -f $cache ]] && command -v ninja >/dev/null; then
        arguments+=(-G Ninja)
    fi
    (cd "$ROOT" && run_logged "Configuring ($preset)" "configure-$preset" cmake "${arguments[@]}") || return
    touch "$stamp"
}

# build <preset> [target...]: everything when no target is named.
build() {
    local preset=$1
    shift
    local arguments=(--build --preset "$preset" --parallel "$JOBS")
    if (($# > 0)); then
        arguments+=(--target "$@")
    fi
    (cd "$ROOT" && run_logged "Building ($preset)" "build-$preset" cmake "${arguments[@]}")
}
