# SPDX-License-Identifier: Apache-2.0
"""What lies in files: every file below a folder, hidden ones too, is searched by its name and its bytes for pieces of what must not be
there.
"""
import contextlib
import os
import pathlib
import re

import memory

# A search index keeps words in small letters; shorter ones are in other people's files too.
SHORTEST_WORD = 6


def words(name, text):
    """(what it is, bytes) for the longer words of `text`, as a search index has them."""
    found = sorted({word for word in re.findall(r"\w+", text.lower()) if len(word) >= SHORTEST_WORD})
    return [(f"{name}, word, {encoding}", word.encode(encoding)) for encoding in ("utf-8", "utf-16-le") for word in found]


def pieces_of(texts):
    """For {what it is: text}: pieces that find any eleven characters in a row, and words."""
    return [piece for name, text in texts.items() for piece in memory.text_pieces(name, text) + words(name, text)]


def search(folder, pieces):
    """(the files looked at, [(file, what was found, its bytes)])."""
    contents = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            file = pathlib.Path(parent, name)
            # Not a socket. A file that goes away meanwhile leaves nothing behind.
            with contextlib.suppress(FileNotFoundError):
                if file.is_file():
                    contents[file] = os.fsencode(name) + b"\n" + file.read_bytes()
    everything = b"\n".join(contents.values())
    there = [(what, piece) for what, piece in pieces if memory.holds(everything, piece)]
    return set(contents), [(file, what, piece) for file, content in contents.items() for what, piece in there if piece in content]
