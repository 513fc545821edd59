#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The first days with a journal, as a person lives them: first run, write, delete, lock, wrong passphrase, unlock, find, edit, delete,
undo, kill -9 while typing, start again, the draft is there. All along nothing that was typed is readable in any file, and strace, where it
may look on, tells that no file was written elsewhere.

usage: story_journal.py PENNYDROP FOLDER
"""
import os
import pathlib
import re
import sys
import time

import desktop
import left_behind
import traces
from desktop import Failure, Program, wait_for
from typist import Typist

PASSPHRASE = "seven lanterns under the plum tree"
SETBACK = "The handover note never reached the night team"
LIGHT_BULB = "Asked the porter and he knew the answer at once"
CHANGED = " and nobody had time to read it"
DELETED = "Quarrelled, the caretaker and I, about a wheelchair ramp"
WRONG = "not the passphrase"
UNSAVED = ("Half a thought about the discharge form, which nobody on the ward has ever seen filled in to its last line, because its second "
           "page asks for a signature that only the registrar may give, and the registrar has gone home by then, so the patient waits "
           "until the morning, and the bed waits with her, and downstairs somebody lies in the corridor for the want of that bed, which "
           "is what the form was once made to prevent, as far as anybody here remembers, and nobody does remember it for certain")
# At most the last second of typing is lost; the rest is patience with a busy machine.
LOST_SECONDS = 1.5
# How long is typed before each kill: different places between two saves.
TYPING_SECONDS = (5.7, 4.4)
TYPED = {"setback": SETBACK, "light bulb": LIGHT_BULB, "change": CHANGED, "draft": UNSAVED, "deleted entry": DELETED,
         "passphrase": PASSPHRASE, "wrong passphrase": WRONG}


def expect(what, condition):
    if not condition:
        raise Failure(f"not as expected: {what}")


def no_text_in_title(program):
    title = program.title()
    expect(f"the title {title!r} names the program and the file only", re.fullmatch("Pennydrop( – (story|journal))?", title))


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


def delete_for_good(program, kind, text):
    row = rf"^{kind}, Today.*{re.escape(text)}"
    program.click(row)
    program.click(r"^Delete", "push button")
    program.gone(row)


def lock(program):
    program.press("ctrl+l")
    program.find_field(r"^Passphrase$")
    expect("no entry is left on the locked screen", program.look_for(re.escape(SETBACK)) is None)
    no_text_in_title(program)


def wrong_passphrase_and_unlock(program):
    program.fill(r"^Passphrase$", WRONG)
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


def type_and_be_killed(program, before, seconds):
    """Goes on writing after the text `before`; returns (what was typed so long before the kill that it must be there, all of it)."""
    editor = program.find_field(r"^What you write$")
    wait_for("the cursor in the text", lambda: program.focused(editor))
    program.press("ctrl+End")
    with Typist(UNSAVED[len(before):]) as typist:
        time.sleep(seconds)
        expect("there is more to type when the program is killed", typist.typing())
        killed = time.monotonic()
        program.kill()
    early, late = typist.typed_before(killed - LOST_SECONDS), typist.typed_before(time.monotonic())
    expect(f"enough was typed before: {early!r}", len(early) >= 12)
    return before + early, before + late


def come_back(program, typed):
    """Unlocks after the kill; returns the draft."""
    early, late = typed
    unlock(program)
    editor = program.find_field(r"^What you write$")
    draft = wait_for("the draft to be there", lambda: program.text_of(editor))
    expect(f"at most the last {LOST_SECONDS} s of typing are lost, but of {early!r} there is {draft!r}", draft.startswith(early))
    expect(f"nothing is there that was not typed: {draft!r}", late.startswith(draft))
    return draft


def keep_the_draft(program, draft):
    editor = program.find_field(r"^What you write$")
    wait_for("the cursor in the text", lambda: program.focused(editor))
    program.press("ctrl+Return")
    program.find(rf"^Barrier, Today.*{re.escape(draft[:100])}")
    for text in (SETBACK + CHANGED, LIGHT_BULB):
        program.find(re.escape(text))
    expect("the deleted entry stays away", program.look_for(re.escape(DELETED)) is None)


def forget_the_passphrase(program, recovery_code):
    program.press("ctrl+l")
    program.click(r"recovery code", "push button")
    program.fill(r"^Recovery code$", recovery_code.lower())
    program.press("Return")
    program.fill(r"^(New )?[Pp]assphrase$", PASSPHRASE + " too")
    program.fill(r"again", PASSPHRASE + " too")
    program.press("Return")
    program.find(re.escape(LIGHT_BULB))


def nothing_readable(folder, *journals, typed=TYPED):
    """No piece of what was typed is in any file under the home; `journals`: what certainly must have been looked at."""
    own_name = os.fsencode(folder)  # may be told in any file
    files, found = left_behind.search(folder, [piece for piece in left_behind.pieces_of(typed) if piece[1] not in own_name])
    expect(f"{[file.name for file in journals]} are among the files", set(journals) <= files)
    expect(f"no file holds what was typed, but: {found[:8]}", not found)


def the_search_finds(folder):
    """Else what is above says nothing: wherever the program may write to, and whichever way it is written."""
    contents = (DELETED[5:17].encode(), DELETED[17:30].encode("utf-16-le"), b"caretaker")
    planted = set()
    for place in (".", "config/pennydrop", "cache", "data", "state", "runtime", "tmp"):
        for number, content in enumerate(contents):
            file = folder / place / f".planted-{number}"
            file.write_bytes(b"\x17" * 999 + content + b"\x17" * 77)
            planted.add(file)
    try:
        nothing_readable(folder)
    except Failure:
        _, found = left_behind.search(folder, left_behind.pieces_of({"deleted entry": DELETED}))
        expect(f"exactly what was planted is found, not {found}", {file for file, _, _ in found} == planted)
    else:
        raise Failure("nothing was found of what was planted")
    for file in planted:
        file.unlink()


def nothing_written_elsewhere(folder, journal, trace):
    """Where the program may make or change files, and why. The rest of the disk is not its own."""
    name = re.escape(str(journal))
    home = re.escape(str(folder))
    allowed = re.compile("|".join((
        rf"{name}(-wal|-drop)?$",  # the journal, what is not yet in it, and what waits for it
        rf"{name}\.new-[0-9a-f]+(-wal)?$",  # the journal while it is being made: it gets its name when it is whole
        rf"{home}/config/pennydrop(/pennydrop\.ini(\.lock|\.\w+)?)?$",  # settings: written beside, then renamed
        rf"{home}/cache(/(mesa|qt)_?shader_?cache[^/]*(/.*)?)?$",  # drawings' programs, compiled by Mesa and Qt
        rf"{home}/cache/fontconfig(/.*)?$",  # the list of fonts, where the system's own is out of date
        rf"{home}/runtime$",  # Qt makes sure that it is there
        r"/proc/self/fd/\d+$",  # how a file without a name gets the one that stands beside it
        r"/dev/(null|dri/.*)$",  # nothing stays there: a device that forgets, and a graphics card, where there is one
    )))
    paths = set()
    for path, line in traces.written(trace):
        expect(f"only known places are written to, but: {line}", allowed.match(path))
        paths.add(path)
    expect(f"the trace knows of the journal: {sorted(paths)}", str(journal) in paths)


def step(name, action, *arguments, **options):
    began = time.monotonic()
    result = action(*arguments, **options)
    print(f"{name}: {time.monotonic() - began:.1f} s", flush=True)
    return result


class Story:
    """The runs of the program, one after the other, on one journal."""

    def __init__(self, the_desktop, program_path):
        self.folder = the_desktop.folder
        self.journal = self.folder / "story.pennydrop"
        self.log = pathlib.Path(f"{self.journal}-wal")
        self._command = [program_path, "--journal", str(self.journal)]
        # Not in the home: what strace says of other places is no part of what the program leaves behind.
        self._trace_folder = self.folder.with_name(f"{self.folder.name}-traces")
        self._trace_folder.mkdir(exist_ok=True)
        self._untraced = traces.why_not(self._trace_folder)
        if self._untraced:
            print(f"SKIPPED: which files are written elsewhere was not looked at: {self._untraced}", flush=True)
        self._traces = []

    def start(self, environment=None):
        """`environment`: whoever is not root may only look on where PENNYDROP_ALLOW_CORE_DUMPS=1 is in it."""
        tracer = []
        if environment and not self._untraced:
            trace = self._trace_folder / f"run-{len(self._traces) + 1}.trace"
            tracer = traces.command(trace)
        program = Program(tracer + self._command, self.folder / "program.log", environment)
        if tracer:
            self._traces.append((trace, program.process.pid))
        return program

    def nothing_readable(self, *journals):
        nothing_readable(self.folder, *journals)

    def nothing_written_elsewhere(self):
        for trace, pid in self._traces:
            traces.wait_for_end(trace, pid)
            nothing_written_elsewhere(self.folder, self.journal, trace)


def first_days(program, life):
    open_files = (life.journal, life.log)
    recovery_code = step("first run", first_run, program)
    step("write a setback", write, program, "Setback", SETBACK)
    step("write a light bulb", write, program, "Light bulb", LIGHT_BULB)
    step("write a barrier", write, program, "Barrier", DELETED)
    step("nothing readable after writing", life.nothing_readable, *open_files)
    step("delete it", delete_for_good, program, "Barrier", DELETED)
    step("nothing readable after deleting", life.nothing_readable, *open_files)
    step("lock", lock, program)
    step("nothing readable while it is locked", life.nothing_readable, life.journal)
    step("wrong passphrase, unlock", wrong_passphrase_and_unlock, program)
    step("find and edit", find_and_edit, program)
    step("delete and undo", delete_and_undo, program)
    step("no network", no_network, program)
    return recovery_code


def story(the_desktop, program_path):
    life = Story(the_desktop, program_path)
    # Else only root may look at what this process holds open. The last one is as people have it.
    readable = {"PENNYDROP_ALLOW_CORE_DUMPS": "1"}
    program = life.start(readable)
    try:
        recovery_code = first_days(program, life)
        draft = ""
        program.press("ctrl+3")
        for seconds, environment in zip(TYPING_SECONDS, (readable, None)):
            typed = step("killed while typing", type_and_be_killed, program, draft, seconds)
            step("nothing readable after the crash", life.nothing_readable, life.journal, life.log)
            program.close()
            program = life.start(environment)
            draft = step("the draft is there", come_back, program, typed)
            step("nothing readable while it is open", life.nothing_readable, life.journal, life.log)
        step("it becomes an entry", keep_the_draft, program, draft)
        step("recovery code", forget_the_passphrase, program, recovery_code)
        step("leave", program.quit)
        step("nothing readable on the disk", nothing_readable, life.folder, life.journal,
             typed=TYPED | {"recovery code": recovery_code.replace("-", "")})
        step("the search finds what is there", the_search_finds, life.folder)
        step("nothing written elsewhere", life.nothing_written_elsewhere)
    except Failure:
        if program.process.poll() is None:
            program.screenshot(life.folder / "failure.png")
        raise
    finally:
        program.close()


if __name__ == "__main__":
    sys.exit(desktop.main(story))
