# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Which packages a machine needs and how the missing ones are installed. To be sourced after messages.sh.
# The names are Debian 12's (tools/packages); Debian's later versions and Ubuntu are served where they have the same names.

OS_RELEASE=${PENNYDROP_OS_RELEASE:-/etc/os-release}
SYSTEM_NAME=

# package_names <list>: the names in tools/packages/debian-12-<list>.txt.
package_names() {
    sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$ROOT/tools/packages/debian-12-$1.txt"
}

# What each list is for, in a sentence.
package_purpose() {
    case $1 in
        build) say "to build Pennydrop" ;;
        run) say "for Pennydrop while it runs" ;;
        test) say "for the tests and the quality checks" ;;
        headless) say "to start Pennydrop without a display" ;;
        *) say "for $1" ;;
    esac
}

# Says what is needed, for people whose system these scripts do not know. All lists given are printed.
explain_needs() {
    local list
    cat <<'TEXT'

What Pennydrop needs:
  a C++23 compiler (GCC 12 or later), CMake 3.25 or later, pkg-config; Ninja and ccache are used where present
  Qt 6.4 or later: Core, Gui, Qml, Quick, Quick Controls 2, Svg, D-Bus, Linguist tools
  libsodium 1.0.18, SQLite 3.40 with FTS5, zxcvbn, md4c 0.4.8, CLI11 2.1, JSON for Modern C++ 3.11, libqrencode 4, libpng 1.6,
  on Linux libsecret 0.20 (its headers)
TEXT
    for list in "$@"; do
        say ""
        say "Debian 12's packages $(package_purpose "$list"):"
        package_names "$list" | tr '\n' ' ' | fold -s -w 96 | sed 's/^/  /'
        say ""
    done
    cat <<'TEXT'

With these installed by your own means, add --skip-packages and this step is left out.
TEXT
}

# Reads what the system calls itself.
SYSTEM_ID=
SYSTEM_LIKE=
SYSTEM_VERSION=
read_system() {
    if [[ -r $OS_RELEASE ]]; then
        # shellcheck source=/dev/null
        IFS='|' read -r SYSTEM_ID SYSTEM_VERSION SYSTEM_LIKE SYSTEM_NAME < <(
            . "$OS_RELEASE"
            printf '%s|%s|%s|%s\n' "${ID:-}" "${VERSION_ID:-}" "${ID_LIKE:-}" "${PRETTY_NAME:-}"
        )
    fi
    SYSTEM_NAME=${SYSTEM_NAME:-$(uname -s)}
}

is_debian_12() { [[ $SYSTEM_ID == debian && $SYSTEM_VERSION == 12 ]]; }

# check_system <list>...: returns on a system whose packages we can install; otherwise says what is needed and stops.
check_system() {
    read_system
    if is_debian_12; then
        return 0
    fi
    if [[ " $SYSTEM_ID $SYSTEM_LIKE " == *" debian "* || " $SYSTEM_ID $SYSTEM_LIKE " == *" ubuntu "* ]] &&
        command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
        say "This is $SYSTEM_NAME. Pennydrop is tried on Debian 12; packages of the same names are used here."
        return 0
    fi
    say "This is $SYSTEM_NAME. These scripts install packages on Debian 12 only."
    explain_needs "$@"
    stop 2 "nothing was changed. See above for what to install."
}

# explain_elsewhere <list>...: for when configuring has failed: on any other system than Debian 12 the likely reason is that
# something is missing or too old, so it says what is needed.
explain_elsewhere() {
    read_system
    if ! is_debian_12; then
        say ""
        say "This is $SYSTEM_NAME, where something that Pennydrop needs may be missing or too old."
        explain_needs "$@"
    fi
}

# missing_packages <name>...: those of the names that are not installed, one a line.
missing_packages() {
    local name installed
    installed=$(dpkg-query --show --showformat='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
        sed -n 's/^installed //p') || true
    for name in "$@"; do
        if ! grep -qxF -- "$name" <<<"$installed"; then
            say "$name"
        fi
    done
}

# need_root <name>...: stops with the exact command that installs these packages.
need_root() {
    say ""
    say "Run this as root, or have somebody who may run it, then start again:"
    say ""
    say "  apt-get update && apt-get install --no-install-recommends $*"
    stop 3 "packages are missing, so nothing was built."
}

# How root's commands are run: ROOT_WAY is nothing for root, sudo, or su, which Debian leaves to whoever gave root a
# password when it was installed. Stops with the exact command when there is no way.
ROOT_WAY=
become_root() {
    if ((EUID == 0)); then
        return 0
    fi
    if command -v sudo >/dev/null; then
        if sudo -n true 2>/dev/null; then
            ROOT_WAY=sudo
            return 0
        fi
        say "Installing needs root; sudo asks for your password."
        if sudo -v; then
            ROOT_WAY=sudo
            return 0
        fi
        say "sudo does not let you."
    else
        say "Installing needs root, and there is no sudo here."
    fi
    # It asks on the terminal, and for a password that only a person knows.
    if [[ ! -t 0 ]] || ! command -v su >/dev/null; then
        need_root "$@"
    fi
    ROOT_WAY=su
}

APT=(env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
    apt-get --yes --option DPkg::Lock::Timeout=300 --option Dpkg::Use-Pty=0)
apt_as_root() { ${ROOT_WAY:+"$ROOT_WAY"} "${APT[@]}" "$@"; }

# fetch_lists <what>: the timeout above is for installing only; a desktop that looks for updates holds the lists for a while.
fetch_lists() {
    run_logged "$1" apt-update apt_as_root update && return
    if ! grep -qiE 'lists/lock|could not get lock|unable to lock' "$LOGS/apt-update.log"; then
        return 1
    fi
    say "  Another program holds the lists of packages; once more in half a minute."
    sleep 30
    run_logged "$1, second try" apt-update apt_as_root update
}

# install_by_su <name>...: all of it at once, since su asks for the password every time, and on the terminal.
install_by_su() {
    local apt="${APT[*]}"
    say "su asks for the password of root (not yours)."
    su - root -c "{ $apt update || { sleep 30; $apt update; }; } && $apt install --no-install-recommends $*"
}

# unknown_packages <name>...: those that apt has no candidate for.
unknown_packages() {
    local name known
    known=$(LC_ALL=C apt-cache policy "$@" 2>/dev/null |
        awk '/^[^ ]/ { name = $1; sub(/:$/, "", name) } /^  Candidate: [^(]/ { print name }') || true
    for name in "$@"; do
        if ! grep -qxF -- "$name" <<<"$known"; then
            say "$name"
        fi
    done
}

# install_packages <list>...: installs what is missing of these lists (see package_names), after saying what and why.
install_packages() {
    local list names=() wanted=() unknown=()
    for list in "$@"; do
        mapfile -t names < <(package_names "$list")
        mapfile -t names < <(missing_packages "${names[@]}")
        if ((${#names[@]} > 0)); then
            say "Missing $(package_purpose "$list"):"
            printf '%s ' "${names[@]}" | fold -s -w 96 | sed 's/^/  /'
            say ""
            wanted+=("${names[@]}")
        fi
    done
    if ((${#wanted[@]} == 0)); then
        return 0
    fi
    mapfile -t wanted < <(printf '%s\n' "${wanted[@]}" | sort -u)
    become_root "${wanted[@]}"
    if [[ $ROOT_WAY == su ]] && install_by_su "${wanted[@]}"; then
        return 0
    fi

    mapfile -t unknown < <(unknown_packages "${wanted[@]}")
    if ((${#unknown[@]} > 0)) && [[ $ROOT_WAY != su ]]; then
        fetch_lists "Fetching the lists of packages" ||
            stop 1 "the lists of packages could not be fetched. Is the network up? Log: $LOGS/apt-update.log"
        mapfile -t unknown < <(unknown_packages "${wanted[@]}")
    fi
    if ((${#unknown[@]} > 0)); then
        say "$SYSTEM_NAME has no packages called: ${unknown[*]}"
        explain_needs "$@"
        stop 2 "nothing was installed. See above for what is needed."
    fi
    if [[ $ROOT_WAY == su ]]; then
        mapfile -t wanted < <(missing_packages "${wanted[@]}")
        need_root "${wanted[@]}"
    fi

    if ! run_logged "Installing ${#wanted[@]} packages" apt-install \
        apt_as_root install --no-install-recommends "${wanted[@]}"; then
        # Old lists name versions that the mirror no longer has: fetch them again, once.
        if fetch_lists "Fetching the lists of packages again" &&
            run_logged "Installing ${#wanted[@]} packages, second try" apt-install \
                apt_as_root install --no-install-recommends "${wanted[@]}"; then
            return 0
        fi
        stop 1 "packages could not be installed. Log: $LOGS/apt-install.log"
    fi
}
