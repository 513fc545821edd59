# SPDX-License-Identifier: Apache-2.0
"""A private desktop for driving the real program as a person would: an X server, a session bus and the accessibility bus.

Everything is found through AT-SPI, as a screen reader finds it, and used by mouse and keyboard through xdotool. Every process is started
here and ended by its own id.
"""
import contextlib
import os
import pathlib
import re
import signal
import subprocess
import sys
import time

import xclient

PATIENCE_SECONDS = 30
FIELD_ROLES = ("text", "entry", "password text")
AT_SPI_LAUNCHER = "/usr/libexec/at-spi-bus-launcher"


class Failure(Exception):
    """What the person would have said: this is not what I expected."""


def wait_for(what, check, patience=PATIENCE_SECONDS):
    """Calls `check` until it returns something true, and returns that."""
    end = time.monotonic() + patience
    last_error = None
    while time.monotonic() < end:
        try:
            found = check()
            if found:
                return found
        except Failure:
            raise
        except Exception as error:  # objects vanish while the screen changes: look again
            last_error = error
        time.sleep(0.1)
    raise Failure(f"waited {patience} s for {what}" + (f" (last: {last_error})" if last_error else ""))


class Desktop:
    """Owns the X server and the buses. Use it as a context manager."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self._stack = contextlib.ExitStack()

    def __enter__(self):
        read_end, write_end = os.pipe()
        server = self._start(["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1400x1000x24", "-noreset", "-nolisten", "tcp"],
                             pass_fds=[write_end])
        os.close(write_end)
        with os.fdopen(read_end) as pipe:
            number = pipe.readline().strip()
        if not number or server.poll() is not None:
            raise Failure("the X server did not start")
        os.environ["DISPLAY"] = f":{number}"
        os.environ.pop("WAYLAND_DISPLAY", None)
        for name in ("config", "data", "state", "cache", "runtime", "tmp"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        (self.folder / "runtime").chmod(0o700)
        os.environ.update({
            "HOME": str(self.folder), "TMPDIR": str(self.folder / "tmp"),
            "XDG_CONFIG_HOME": str(self.folder / "config"), "XDG_DATA_HOME": str(self.folder / "data"),
            "XDG_STATE_HOME": str(self.folder / "state"), "XDG_CACHE_HOME": str(self.folder / "cache"),
            "XDG_RUNTIME_DIR": str(self.folder / "runtime"),
            "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "LC_ALL": "C.UTF-8", "LANG": "en_GB.UTF-8",
        })
        bus = self._start(["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE, text=True)
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = "disabled:"
        self._start([AT_SPI_LAUNCHER, "--launch-immediately"])
        return self

    def __exit__(self, *exception):
        self._stack.close()
        return False

    def _start(self, command, **options):
        options.setdefault("stderr", subprocess.DEVNULL)
        options.setdefault("stdout", subprocess.DEVNULL)
        process = subprocess.Popen(command, **options)
        self._stack.callback(self._stop, process)
        return process

    @staticmethod
    def _stop(process):
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


class Program:
    """One run of the program, seen through its accessibility tree."""

    def __init__(self, command, log, environment=None):
        import pyatspi  # only now: it connects to the bus of the environment when it is imported

        self._atspi = pyatspi
        self._log = open(log, "ab")
        self.process = subprocess.Popen(command, stdout=self._log, stderr=self._log, env={**os.environ, **(environment or {})})
        self.window = wait_for("the program's window", self._find_window)
        self.window_id = wait_for("the window's id", self._find_window_id)
        self.focus()

    def _find_window(self):
        if self.process.poll() is not None:
            raise Failure(f"the program ended with {self.process.returncode}")
        desktop = self._atspi.Registry.getDesktop(0)
        for application in desktop:
            if application is not None and application.get_process_id() == self.process.pid and application.childCount:
                return application[0]
        return None

    def _find_window_id(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid), "--name", "Pennydrop"],
                               capture_output=True, text=True, check=False).stdout.split()
        return found[0] if found else None

    def focus(self):
        subprocess.run(["xdotool", "windowfocus", "--sync", self.window_id], check=True)

    def title(self):
        return subprocess.run(["xdotool", "getwindowname", self.window_id], capture_output=True, text=True, check=True).stdout.strip()

    # --- finding -------------------------------------------------------------------------------------------------------

    def everything(self):
        """Every accessible object that is showing, in reading order."""
        waiting = [self.window]
        while waiting:
            node = waiting.pop(0)
            if node is None:
                continue
            yield node
            with contextlib.suppress(Exception):
                waiting = [node[i] for i in range(node.childCount)] + waiting

    def showing(self, node):
        return node.getState().contains(self._atspi.STATE_SHOWING)

    def look_for(self, name, role=None):
        """The first showing object whose name matches the pattern `name` (and whose role is one of `role`), or None."""
        pattern = re.compile(name)
        roles = (role,) if isinstance(role, str) else role
        for node in self.everything():
            if pattern.search(node.name or "") and (roles is None or node.getRoleName() in roles) and self.showing(node):
                return node
        return None

    def find(self, name, role=None):
        try:
            return wait_for(f"{role or 'something'} named /{name}/", lambda: self.look_for(name, role))
        except Failure as failure:
            names = sorted({f"{n.getRoleName()}: {n.name!r}" for n in self.everything() if n.name and self.showing(n)})
            raise Failure(str(failure) + "; there is:\n  " + "\n  ".join(names)) from failure

    def gone(self, name, role=None):
        wait_for(f"/{name}/ to go away", lambda: self.look_for(name, role) is None)

    def text_of(self, node):
        return node.queryText().getText(0, -1)

    # --- doing ---------------------------------------------------------------------------------------------------------

    def click(self, name, role=None):
        self.click_on(self.find(name, role), name)

    def click_on(self, node, name):
        def place():
            box = node.queryComponent().getExtents(self._atspi.DESKTOP_COORDS)
            return box if box.width > 0 and box.height > 0 else None

        before = None
        while True:  # a screen that is still sliding in is not clicked
            box = wait_for(f"/{name}/ to have a place", place)
            if before is not None and (box.x, box.y) == (before.x, before.y):
                break
            before = box
            time.sleep(0.15)
        subprocess.run(["xdotool", "mousemove", str(box.x + box.width // 2), str(box.y + box.height // 2), "click", "1"],
                       check=True)

    def type(self, text):
        self.focus()
        subprocess.run(["xdotool", "type", "--delay", "12", "--", text], check=True)

    def press(self, *keys):
        self.focus()
        subprocess.run(["xdotool", "key", "--delay", "30", *keys], check=True)

    def focused(self, node):
        return node.getState().contains(self._atspi.STATE_FOCUSED)

    def find_field(self, name):
        """A text field by its name, or the one in the group of that name: a password field keeps its own name back."""
        def look():
            node = self.look_for(name, FIELD_ROLES + ("panel",))
            if node is None or node.getRoleName() in FIELD_ROLES:
                return node
            return next((child for child in node if child is not None and child.getRoleName() in FIELD_ROLES), None)

        self.find(name, FIELD_ROLES + ("panel",))
        return wait_for(f"the field of /{name}/", look)

    def fill(self, name, text):
        """Clicks into the field and types over what is in it."""
        node = self.find_field(name)
        self.click_on(node, name)
        wait_for(f"/{name}/ to have the focus", lambda: self.focused(node))
        self.press("ctrl+a")
        self.type(text)

    def screenshot(self, file):
        with open(file, "wb") as out:
            grab = subprocess.Popen(["import", "-window", self.window_id, "png:-"], stdout=out, stderr=subprocess.DEVNULL)
            grab.wait(30)

    # --- ending --------------------------------------------------------------------------------------------------------

    def kill(self):
        """As a phone or a power cut would: no last words."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)

    def quit(self):
        """As the end of a session does: the program is asked, and leaves by itself. Dying of the signal is no clean end."""
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired as error:
            raise Failure("the program goes on after it was asked to end") from error
        if self.process.returncode < 0:
            raise Failure(f"the program died of {signal.Signals(-self.process.returncode).name} instead of ending")
        if self.process.returncode != 0:
            raise Failure(f"the program ended with {self.process.returncode}")

    def close_window(self):
        """As the button of a window's frame does; then the program leaves by itself."""
        xclient.close_window(self.window_id)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired as error:
            raise Failure("the program goes on after its window was closed") from error
        if self.process.returncode != 0:
            raise Failure(f"the program ended with {self.process.returncode} when its window was closed")

    def close(self):
        if self.process.poll() is None:
            self.kill()
        self._log.close()


def main(story):
    """Runs `story(desktop, program_path)` and says how it went."""
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    if folder.exists():
        import shutil

        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    try:
        with Desktop(folder) as desktop:
            story(desktop, program)
    except Failure as failure:
        print(f"FAILED: {failure}")
        log = folder / "program.log"
        if log.exists():
            print(log.read_text(errors="replace")[-4000:])
        return 1
    print("passed")
    return 0
