#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writing while the journal is locked, and kill -9 in the middle of a word: after unlocking it is there exactly once, but for the last second;
nothing of it is readable in any file before or after. What is emptied by hand is not there at all.

usage: story_locked_note.py PENNYDROP FOLDER
"""
import os
import pathlib
import re
import sys
import time

import desktop
from desktop import Failure, wait_for
from story_journal import (LOST_SECONDS, PASSPHRASE, SETBACK, Story, expect, first_run, lock, nothing_readable, step, unlock,
                           write)
from typist import Typist

NOTE = ("Heron told the porter before anybody asked, and the porter told the night team, who had been waiting for exactly that since the "
        "beginning of their shift, and nobody could say afterwards why it had not been written down where all of them look first")
THROWN = "Quarrelled, the caretaker and I, about a wheelchair ramp"
TYPED = {"setback": SETBACK, "note": NOTE, "thrown away": THROWN, "passphrase": PASSPHRASE}


def drop_box_of(life):
    return pathlib.Path(f"{life.journal}-drop")


def begin(program):
    program.click(r"^Write without unlocking$", "push button")
    editor = program.find_field(r"^What you write$")
    wait_for("the cursor in the text", lambda: program.focused(editor))
    return editor


def type_and_be_killed(program):
    """Returns (what was typed so long before the kill that it must be there, all of it)."""
    begin(program)
    with Typist(NOTE) as typist:
        time.sleep(5.3)
        expect("there is more to type when the program is killed", typist.typing())
        killed = time.monotonic()
        program.kill()
    early, late = typist.typed_before(killed - LOST_SECONDS), typist.typed_before(time.monotonic())
    expect(f"enough was typed before: {early!r}", len(early) >= 12)
    return early, late


def rows_with(program, text):
    """The names of the entries in the timeline that hold `text`."""
    return [node.name for node in program.everything()
            if re.search(rf"^Setback, .*{re.escape(text)}", node.name or "") and program.showing(node)]


def is_there_once(program, typed):
    early, late = typed
    program.find(r"1 entry written while it was locked")
    program.find(rf"^Setback, Today.*{re.escape(early)}")
    there = set(rows_with(program, early[:12]))
    expect(f"it is one entry: {there}", len(there) == 1)
    text = re.search(rf"{re.escape(early[:12])}.*", there.pop()).group()
    expect(f"nothing is there that was not typed: {text!r}", any(text.startswith(late[:n]) for n in range(len(early), len(late) + 1)))
    program.press("ctrl+f")
    field = program.find_field(r"^Search your entries$")
    wait_for("the cursor in the search field", lambda: program.focused(field))
    program.type("heron porter")
    program.find(r"^1 entry")
    program.press("Escape")


def empty_it_by_hand(program):
    editor = begin(program)
    program.type(THROWN)
    wait_for("the text in the editor", lambda: program.text_of(editor) == THROWN)
    time.sleep(1.5)  # it is sealed by now
    program.press("ctrl+a", "Delete", "Escape")
    program.find_field(r"^Passphrase$")


def it_is_nowhere(program):
    program.find(re.escape(SETBACK))
    expect("what was thrown away stays away", program.look_for(re.escape(THROWN)) is None)
    expect("and nothing was written", program.look_for(r"written while it was locked") is None)


def story(the_desktop, program_path):
    life = Story(the_desktop, program_path)
    readable = {"PENNYDROP_ALLOW_CORE_DUMPS": "1"}
    program = life.start(readable)
    try:
        step("first run", first_run, program)
        step("write a setback", write, program, "Setback", SETBACK)
        step("lock", lock, program)
        typed = step("killed while typing", type_and_be_killed, program)
        step("nothing readable after the crash", nothing_readable, life.folder, life.journal, drop_box_of(life), typed=TYPED)
        expect("the note waits in the drop box", os.stat(drop_box_of(life)).st_size > 0)
        program.close()
        program = life.start(None)
        step("unlock", unlock, program)
        step("it is there once", is_there_once, program, typed)
        step("lock again", lock, program)
        step("written and emptied by hand", empty_it_by_hand, program)
        step("unlock again", unlock, program)
        step("it is nowhere", it_is_nowhere, program)
        step("leave", program.quit)
        step("nothing readable on the disk", nothing_readable, life.folder, life.journal, typed=TYPED)
        step("nothing written elsewhere", life.nothing_written_elsewhere)
    except Failure:
        if program.process.poll() is None:
            program.screenshot(life.folder / "failure.png")
        raise
    finally:
        program.close()


if __name__ == "__main__":
    sys.exit(desktop.main(story))
