#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The README's first steps, with no option at all: start, make the journal, write a sentence, close the window, start again, unlock, the
sentence is there. Everything lies where the XDG Base Directory Specification says, for one person only.

usage: story_first_start.py PENNYDROP FOLDER
"""
import sys

import desktop
import story_journal as story
from desktop import Failure, Program

SENTENCE = "The new rota came without a word to the people on it"


def where_it_lies(folder):
    journal = folder / "data" / "pennydrop" / "journal.pennydrop"
    there = list(journal.parent.iterdir())  # a keyring has a folder beside it
    story.expect(f"the journal is the one file of its folder: {there}", there == [journal])
    for path in (journal.parent, journal):
        story.expect(f"{path} is for one person only", path.stat().st_mode & 0o077 == 0)
    story.nothing_readable(folder, journal, typed={"sentence": SENTENCE, "passphrase": story.PASSPHRASE})


def one_window(the_desktop, program_path, name, *actions):
    """A run of the program, from its start until its window is closed."""
    program = Program([program_path], the_desktop.folder / "program.log")
    try:
        for action, *arguments in actions:
            story.step(f"{name}: {action.__name__}", action, program, *arguments)
        story.step(f"{name}: close the window", program.close_window)
    except Failure:
        if program.process.poll() is None:
            program.screenshot(the_desktop.folder / "failure.png")
        raise
    finally:
        program.close()


def lived(the_desktop, program_path):
    one_window(the_desktop, program_path, "first time", (story.first_run,), (story.write, "Setback", SENTENCE))
    story.step("where it lies", where_it_lies, the_desktop.folder)
    one_window(the_desktop, program_path, "second time", (story.unlock,), (Program.find, f"^Setback, Today.*{SENTENCE}"))
    story.step("where it lies", where_it_lies, the_desktop.folder)


if __name__ == "__main__":
    sys.exit(desktop.main(lived))
