# SPDX-License-Identifier: Apache-2.0
"""What a process holds in its memory: every readable map of /proc/PID/maps, searched for pieces of what must not be there.

Needs the right to read it: the process is our child and lets itself be read (PENNYDROP_ALLOW_CORE_DUMPS=1), or we are root.
"""
import ctypes
import os
import pathlib

CHUNK = 1 << 16
PAGE = 4096
ZEROS = bytes(CHUNK + PAGE)
# A piece begins at every STRIDE-th character, so that any PIECE + STRIDE - 1 characters in a row are found.
PIECE = 8
STRIDE = 4
AROUND = 48
# Nothing of the process's own: the kernel's clock page and its entry points.
FOREIGN = ("[vvar]", "[vsyscall]", "[vvar_vclock]")

libc = ctypes.CDLL(None)
libc.memmem.restype = ctypes.c_void_p
libc.memmem.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_char_p, ctypes.c_size_t]


def holds(content, piece):
    """As `piece in content`, in half the time."""
    return bool(libc.memmem(content, len(content), piece, len(piece)))


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


class Window:
    """The part of the other process's memory that is looked at; what was at the end of the last part stays before it."""

    def __init__(self, overlap):
        self._overlap = overlap
        self._bytes = bytearray(overlap + CHUNK)
        self._address = ctypes.addressof((ctypes.c_char * len(self._bytes)).from_buffer(self._bytes))
        self._view = memoryview(self._bytes)
        self.kept = self.size = 0

    def read(self, memory, position, amount):
        """How many bytes came."""
        self.kept = min(self._overlap, self.size)
        self._bytes[:self.kept] = self._bytes[self.size - self.kept:self.size]
        self.size = self.kept
        try:
            read = os.preadv(memory, [self._view[self.kept:self.kept + amount]], position)
        except OSError:  # a device's memory, or a map that went away
            read = 0
        self.size = self.kept + read if read else 0
        return read

    def is_empty(self):
        return self._bytes[:self.size] == ZEROS[:self.size]

    def places(self, piece):
        at = 0
        while at < self.size:
            hit = libc.memmem(self._address + at, self.size - at, piece, len(piece))
            if not hit:
                return
            yield hit - self._address
            at = hit - self._address + 1

    def around(self, place, length):
        return bytes(self._bytes[max(0, place - AROUND):min(self.size, place + length + AROUND)])


def search(pid, pieces):
    """Every place where a piece stands: {(what it is, the map's name, address): the bytes around it}."""
    found = {}
    overlap = max(len(piece) for _, piece in pieces) - 1
    memory = os.open(f"/proc/{pid}/mem", os.O_RDONLY)
    try:
        for begin, end, name in maps(pid):
            position = begin
            window = Window(overlap)
            while position < end:
                read = window.read(memory, position, min(CHUNK, end - position))
                if not window.is_empty():
                    for what, piece in pieces:
                        for place in window.places(piece):
                            found[(what, name, position - window.kept + place)] = window.around(place, len(piece))
                position += read or PAGE
    finally:
        os.close(memory)
    return found
