# SPDX-License-Identifier: Apache-2.0
"""Types while something else is done, and knows what had been typed when.

A few characters are one run of xdotool, which returns when the X server has had their keys: none is left pressed when the program that
took them is killed.
"""
import re
import subprocess
import threading
import time

DELAY_MILLISECONDS = 60


class Typist:
    """Use it as a context manager: types `text` until that ends, or the block does."""

    def __init__(self, text):
        self._pieces = re.findall(r".{1,6}", text)
        self._typed = []  # (when a piece had been typed, all that was typed by then)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._type)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *exception):
        self._stop.set()
        self._thread.join()
        return False

    def _type(self):
        typed = ""
        for piece in self._pieces:
            if self._stop.is_set():
                return
            subprocess.run(["xdotool", "type", "--delay", str(DELAY_MILLISECONDS), "--", piece], check=True)
            typed += piece
            self._typed.append((time.monotonic(), typed))

    def typing(self):
        return self._thread.is_alive()

    def typed_before(self, moment):
        return next((typed for when, typed in reversed(self._typed) if when <= moment), "")
