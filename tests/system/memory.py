# SPDX-License-Identifier: Apache-2.0
"""What a process holds in its memory: every readable map of /proc/PID/maps, searched for pieces of what must not be there.

Needs the right to read it: the process is our child and lets itself be read (PENNYDROP_ALLOW_CORE_DUMPS=1), or we are root.
"""
import pathlib

CHUNK = 1 << 16
ZEROS = bytes(CHUNK)
# A piece begins at every STRIDE-th character, so that any PIECE + STRIDE - 1 characters in a row are found.
PIECE = 8
STRIDE = 4
AROUND = 48
# Nothing of the process's own: the kernel's clock page and its entry points.
FOREIGN = ("[vvar]", "[vsyscall]", "[vvar_vclock]")


def text_pieces(name, text):
    """(what it is, bytes) for pieces of `text` as UTF-8 and as UTF-16."""
    windows = [text[i:i + PIECE] for i in range(0, len(text) - PIECE + 1, STRIDE)]
    return [(f"{name}, {encoding}", window.encode(encoding)) for encoding in ("utf-8", "utf-16-le") for window in windows]


def key_pieces(name, key):
    """(what it is, bytes) for either half of a key."""
    return [(f"{name}, first half", key[:16]), (f"{name}, second half", key[16:32])]


def maps(pid):
    """(begin, end, name) of every map that can be read and holds anything that is not simply a file's content."""
    current, has_own = None, False
    for line in pathlib.Path(f"/proc/{pid}/smaps").read_text().splitlines() + ["0-0 ---- end"]:
        fields = line.split(maxsplit=5)
        if not fields[0].endswith(":"):
            if current and has_own:
                yield current
            begin, end = (int(address, 16) for address in fields[0].split("-"))
            name = fields[5] if len(fields) > 5 else "anonymous"
            readable = "r" in fields[1] and name not in FOREIGN
            current = (begin, end, name) if readable else None
            has_own = "s" in fields[1]
        elif fields[0] in ("Anonymous:", "Swap:") and int(fields[1]) > 0:
            has_own = True


def search(pid, pieces):
    """Every place where a piece stands: {(what it is, the map's name, address): the bytes around it}."""
    longest = max(len(piece) for _, piece in pieces)
    found = {}
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for begin, end, name in maps(pid):
            position, tail = begin, b""
            while position < end:
                try:
                    memory.seek(position)
                    chunk = memory.read(min(CHUNK, end - position))
                except OSError:  # a device's memory, or a map that went away
                    chunk = b""
                if not chunk:
                    position, tail = position + 4096, b""
                    continue
                if chunk == ZEROS[:len(chunk)] and not any(tail):
                    position, tail = position + len(chunk), b""
                    continue
                window = tail + chunk
                for what, piece in pieces:
                    at = window.find(piece)
                    while at >= 0:
                        around = window[max(0, at - AROUND):at + len(piece) + AROUND]
                        found[(what, name, position - len(tail) + at)] = around
                        at = window.find(piece, at + 1)
                tail = window[-(longest - 1):]
                position += len(chunk)
    return found
