# SPDX-License-Identifier: Apache-2.0
"""Which files a program makes or opens for writing, told by strace (its manual: strace(1)). What was deleted at once is told too."""
import os
import pathlib
import re
import shutil
import subprocess

from desktop import Failure, wait_for

CALLS = ("open", "openat", "openat2", "creat", "truncate", "rename", "renameat", "renameat2", "link", "linkat", "symlink",
         "symlinkat", "mkdir", "mkdirat", "mknod", "mknodat")
OPENS = ("open", "openat", "openat2")
WRITES = ("O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_TMPFILE")
CALL = re.compile(r"^\d+ +(\w+)\((.*)$")
# A path, after the folder that it starts from where that is told.
PATH = re.compile(r'(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"')


def command(trace):
    """What to put before a command. -D: the process keeps its own number, and strace looks on from aside."""
    return ["strace", "-D", "-f", "-q", "-y", "--seccomp-bpf", "-o", str(trace), "-e", "trace=" + ",".join(CALLS)]


def why_not(folder):
    """Why nothing can be traced here; empty when it can."""
    if shutil.which("strace") is None:
        return "there is no strace"
    probe = pathlib.Path(folder) / "probe.trace"
    probe.unlink(missing_ok=True)
    subprocess.run(command(probe) + ["touch", str(folder)], stderr=subprocess.DEVNULL, check=False)
    try:
        wait_for("the probe's trace", lambda: probe.exists() and "+++ exited with 0 +++" in probe.read_text(), 5)
    except Failure:
        return "this system does not let strace look on"
    return ""


def wait_for_end(trace, pid):
    """The process has ended, and its trace is whole."""
    end = re.compile(rf"^{pid} +\+\+\+ (exited|killed)", re.MULTILINE)
    wait_for(f"the end of {trace}", lambda: end.search(trace.read_text(errors="replace")))


def written(trace):
    """(path, the trace's line) of whatever was made, opened for writing, or got a name; attempts that failed as well."""
    for line in trace.read_text(encoding="utf-8", errors="surrogateescape").splitlines():
        call = CALL.match(line)
        if call is None or (call[1] in OPENS and not any(flag in call[2] for flag in WRITES)):
            continue
        for folder, name in PATH.findall(call[2]):
            # strace writes what is not ASCII as octal numbers.
            plain = os.fsdecode(name.encode("latin-1").decode("unicode_escape").encode("latin-1"))
            yield os.path.normpath(os.path.join(folder or "/relative", plain)), line
