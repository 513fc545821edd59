#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The first days with a journal, as a person lives them: first run, write, lock, wrong passphrase, unlock, find, edit, delete, undo,
kill -9 while typing, start again, the draft is there.

usage: story_journal.py PENNYDROP FOLDER
"""
import os
import pathlib
import re
import sys
import time

import desktop
from desktop import Failure, Program, wait_for

PASSPHRASE = "seven lanterns under the plum tree"
SETBACK = "The handover note never reached the night team"
LIGHT_BULB = "Asked the porter and he knew the answer at once"
CHANGED = " and nobody had time to read it"
UNSAVED = "Half a thought about the discharge form"
# A draft is in the vault at most a second after the last key; the rest is patience with a busy machine.
DRAFT_SECONDS = 3


def expect(what, condition):
    if not condition:
        raise Failure(f"not as expected: {what}")


def no_text_in_title(program):
    title = program.title()
    expect(f"the title {title!r} names the program and the file only", title in ("Pennydrop – story", "Pennydrop"))


def no_network(program):
    """Neither TCP nor UDP nor raw sockets: what it holds open are sockets of the desktop, which stay on this machine."""
    inodes = set()
    for descriptor in pathlib.Path(f"/proc/{program.process.pid}/fd").iterdir():
        target = os.readlink(descriptor) if descriptor.is_symlink() else ""
        if target.startswith("socket:["):
            inodes.add(target[len("socket:["):-1])
    expect("the program has sockets to the desktop, or this finds nothing at all", inodes)
    for table in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6", "udplite", "udplite6", "icmp", "icmp6"):
        path = pathlib.Path(f"/proc/{program.process.pid}/net/{table}")
        if path.exists():
            used = {line.split()[9] for line in path.read_text(encoding="ascii").splitlines()[1:]}
            expect(f"no {table} socket is the program's", not inodes & used)


def first_run(program):
    program.fill(r"^Passphrase$", "password")
    program.find(r"easy to guess")
    program.fill(r"^Passphrase$", PASSPHRASE)
    program.find(r"hard to guess")
    program.fill(r"again", PASSPHRASE)
    program.click(r"^Make my journal$", "push button")
    return confirm_recovery_code(program)


def confirm_recovery_code(program):
    """Types back the group of the new recovery code that is asked for; returns the code."""
    groups = {}
    for number in (1, 2, 3):
        group = program.find(rf"^Group {number}: ")
        groups[number] = group.name.split(": ")[1].replace(" ", "")
        expect(f"group {number} has seven characters", len(groups[number]) == 7)
    asked = int(re.search(r"Group (\d) of", program.find_field(r"^Group \d of the recovery code").name).group(1))
    program.fill(r"^Group \d of the recovery code", groups[asked])
    program.click(r"^Start writing$", "push button")
    program.find(r"What happened\?")
    return "-".join(groups[number] for number in (1, 2, 3))


def write(program, kind, text):
    program.click(rf"^Write a new entry: {kind}$", "push button")
    editor = program.find_field(r"^What you write$")
    wait_for("the cursor in the text", lambda: program.focused(editor))
    program.type(text)
    wait_for("the text in the editor", lambda: program.text_of(editor) == text)
    no_text_in_title(program)
    program.press("ctrl+Return")
    program.find(rf"^{kind}, Today.*{re.escape(text)}")


def lock_and_unlock(program):
    program.press("ctrl+l")
    program.find_field(r"^Passphrase$")
    expect("no entry is left on the locked screen", program.look_for(re.escape(SETBACK)) is None)
    no_text_in_title(program)
    program.fill(r"^Passphrase$", "not the passphrase")
    program.press("Return")
    program.find(r"does not open this journal")
    expect("a wrong passphrase opens nothing", program.look_for(r"What happened\?") is None)
    unlock(program)
    program.find(r"What happened\?")


def unlock(program):
    field = program.find_field(r"^Passphrase$")
    wait_for("the field to be usable", lambda: program.focused(field))
    program.press("ctrl+a")
    program.type(PASSPHRASE)
    program.press("Return")


def find_and_edit(program):
    program.press("ctrl+f")
    field = program.find_field(r"^Search your entries$")
    wait_for("the cursor in the search field", lambda: program.focused(field))
    program.type("handov nigh")
    program.find(r"^1 entry")
    program.press("Down", "Return")
    program.find(r"^Change$", "push button")
    program.press("ctrl+e")
    editor = program.find_field(r"^What you write$")
    wait_for("the cursor in the text", lambda: program.focused(editor))
    program.press("ctrl+End")
    program.type(CHANGED)
    wait_for("the change in the editor", lambda: program.text_of(editor) == SETBACK + CHANGED)
    program.press("ctrl+Return")
    program.find(rf"^Setback, Today.*{re.escape(SETBACK + CHANGED)}")


def delete_and_undo(program):
    program.click(r"^Journal$", "push button")
    program.click(rf"^Light bulb, Today.*{re.escape(LIGHT_BULB)}")
    program.click(r"^Delete", "push button")
    program.gone(rf"^Light bulb, Today.*{re.escape(LIGHT_BULB)}")
    program.click(r"^Undo$", "push button")
    program.find(rf"^Light bulb, Today.*{re.escape(LIGHT_BULB)}")


def type_and_be_killed(program):
    program.press("ctrl+3")
    editor = program.find_field(r"^What you write$")
    wait_for("the cursor in the text", lambda: program.focused(editor))
    program.type(UNSAVED)
    wait_for("the text in the editor", lambda: program.text_of(editor) == UNSAVED)
    time.sleep(DRAFT_SECONDS)
    program.kill()


def come_back(program):
    unlock(program)
    editor = program.find_field(r"^What you write$")
    wait_for("the draft to be there", lambda: program.text_of(editor) == UNSAVED)
    wait_for("the cursor in the text", lambda: program.focused(editor))
    program.press("ctrl+Return")
    program.find(rf"^Barrier, Today.*{re.escape(UNSAVED)}")
    for text in (SETBACK + CHANGED, LIGHT_BULB):
        program.find(re.escape(text))


def forget_the_passphrase(program, recovery_code):
    program.press("ctrl+l")
    program.click(r"recovery code", "push button")
    program.fill(r"^Recovery code$", recovery_code.lower())
    program.press("Return")
    program.fill(r"^(New )?[Pp]assphrase$", PASSPHRASE + " too")
    program.fill(r"again", PASSPHRASE + " too")
    program.press("Return")
    program.find(re.escape(LIGHT_BULB))


def nothing_readable(folder):
    """None of the words typed is in any file the program left behind."""
    pieces = [text.encode() for text in (SETBACK, LIGHT_BULB, CHANGED, UNSAVED, PASSPHRASE)]
    pieces += [piece.decode().encode("utf-16-le") for piece in pieces]
    for file in pathlib.Path(folder).rglob("*"):
        if file.is_file() and file.suffix != ".png":
            content = file.read_bytes()
            for piece in pieces:
                expect(f"{file.name} holds nothing that was typed", piece not in content)


def step(name, action, *arguments):
    began = time.monotonic()
    result = action(*arguments)
    print(f"{name}: {time.monotonic() - began:.1f} s", flush=True)
    return result


def story(the_desktop, program_path):
    folder = the_desktop.folder
    journal = folder / "story.pennydrop"
    command = [program_path, "--journal", str(journal)]
    log = folder / "program.log"
    # Else only root may look at what this process holds open. The second one is as people have it.
    os.environ["PENNYDROP_ALLOW_CORE_DUMPS"] = "1"
    program = Program(command, log)
    del os.environ["PENNYDROP_ALLOW_CORE_DUMPS"]
    try:
        recovery_code = step("first run", first_run, program)
        step("write a setback", write, program, "Setback", SETBACK)
        step("write a light bulb", write, program, "Light bulb", LIGHT_BULB)
        step("lock, wrong passphrase, unlock", lock_and_unlock, program)
        step("find and edit", find_and_edit, program)
        step("delete and undo", delete_and_undo, program)
        step("no network", no_network, program)
        step("killed while typing", type_and_be_killed, program)
        step("nothing readable after the crash", nothing_readable, folder)
        program = Program(command, log)
        step("the draft is there", come_back, program)
        step("nothing readable while it is open", nothing_readable, folder)
        step("recovery code", forget_the_passphrase, program, recovery_code)
        step("leave", program.quit)
        step("nothing readable on the disk", nothing_readable, folder)
    except Failure:
        if program.process.poll() is None:
            program.screenshot(folder / "failure.png")
        raise
    finally:
        program.close()


if __name__ == "__main__":
    sys.exit(desktop.main(story))
