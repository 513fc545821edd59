#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What is left in the program's memory after locking: a journal is made, written, read, searched, changed, locked, unlocked with the
passphrase typed, written again, copied from, and locked. Then neither the data key, nor a piece of the passphrase, of the recovery code, of
an entry, of a draft or of what was searched for is anywhere in the process.

usage: story_lock_memory.py PENNYDROP FOLDER VECTORS (the folder of check.py, which reads vaults from their specification)
"""
import contextlib
import hashlib
import os
import pathlib
import sys
import time

import desktop
import memory
import story_journal as story
from desktop import Failure, Program, wait_for

# Words of no language: no dictionary, message or other program has them, nor any eight letters of them.
PASSPHRASE = "vextipod grumlanter osquinth peldaver"
ENTRY = "Quorvalent trizzlebank muddiford hexaplume"
CHANGE = " zubrinkle oftamere"
SEARCHED = "trizzleban zubrink"
DRAFT = "Yavintrope skeldomire wapentuckle"
# The vault is closed and memory is tidied within a moment; the rest is patience with a busy machine.
PATIENCE_SECONDS = 15


def data_key(vectors, journal):
    """The journal's data key, opened from its file by the independent reader."""
    sys.path.insert(0, str(vectors))
    import check

    return check.open_header(check.sound_headers(journal.read_bytes()), check.PASSPHRASE, PASSPHRASE.encode())[1]


def what_is_secret(key, recovery_code):
    pieces = memory.key_pieces("data key", key)
    # Each group as it is on paper, and with the blanks it is shown with.
    for group in recovery_code.split("-"):
        for written in (group, " ".join(group), f"{group[:3]} {group[3:]}", f"{group[:4]} {group[4:]}"):
            pieces += [(f"recovery code, {encoding}", written.encode(encoding)) for encoding in ("utf-8", "utf-16-le")]
    import check

    for label in ("main", "wal", "header", "drop-box"):
        pieces += memory.key_pieces(f"{label} key", check.blake2b(f"pennydrop/v1/{label}".encode(), key))
    # crypto_box_seed_keypair: the first half of SHA-512 of the seed.
    seed = check.blake2b(b"pennydrop/v1/drop-box", key)
    pieces += memory.key_pieces("drop box's private key", hashlib.sha512(seed).digest()[:32])
    for name, text in (("passphrase", PASSPHRASE), ("entry", ENTRY), ("change", CHANGE), ("search", SEARCHED), ("draft", DRAFT)):
        pieces += memory.text_pieces(name, text)
    return pieces


def found_names(found):
    return {what.split(",")[0] for what, _, _ in found}


def describe(found):
    lines = [f"{len(found)} places"]
    for (what, name, address), around in sorted(found.items(), key=lambda hit: hit[0][2])[:60]:
        lines.append(f"  {what} at {address:#x} in {name}: {around!r}")
    return "\n".join(lines)


def first_run(program):
    program.fill(r"^Passphrase$", PASSPHRASE)
    program.find(r"hard to guess")
    program.fill(r"again", PASSPHRASE)
    program.click(r"^Make my journal$", "push button")
    return story.confirm_recovery_code(program)


def write(program):
    story.write(program, "Setback", ENTRY)


def read(program):
    program.click(rf"^Setback, Today.*{ENTRY}")
    program.find(r"^Change$", "push button")


def change(program):
    program.press("ctrl+e")
    editor = program.find_field(r"^What you write$")
    wait_for("the cursor in the text", lambda: program.focused(editor))
    program.press("ctrl+End")
    program.type(CHANGE)
    wait_for("the change in the editor", lambda: program.text_of(editor) == ENTRY + CHANGE)
    program.press("ctrl+Return")
    program.find(rf"^Setback, Today.*{ENTRY + CHANGE}")


def look_for(program):
    program.press("ctrl+f")
    field = program.find_field(r"^Search your entries$")
    wait_for("the cursor in the search field", lambda: program.focused(field))
    program.type(SEARCHED)
    program.find(r"^1 entry")
    program.press("Down", "Return")
    program.find(r"^Change$", "push button")


def lock(program):
    program.press("ctrl+l")
    program.find_field(r"^Passphrase$")


def unlock(program):
    field = program.find_field(r"^Passphrase$")
    wait_for("the field to be usable", lambda: program.focused(field))
    program.type(PASSPHRASE)
    program.press("Return")
    program.find(r"What happened\?")


def begin_a_draft_and_copy_it(program):
    program.press("ctrl+2")
    editor = program.find_field(r"^What you write$")
    wait_for("the cursor in the text", lambda: program.focused(editor))
    program.type(DRAFT)
    wait_for("the text in the editor", lambda: program.text_of(editor) == DRAFT)
    program.press("ctrl+a", "ctrl+c")


def before_locking(program, pieces):
    end = time.monotonic() + PATIENCE_SECONDS
    while True:
        found = memory.search(program.process.pid, pieces)
        typed = {hit: around for hit, around in found.items() if hit[0].startswith("passphrase")}
        if not typed or time.monotonic() > end:
            break
        time.sleep(1)  # garbage is collected a second after unlocking
    names = found_names(found)
    story.expect(f"an open journal's memory holds its keys and words, found: {sorted(names)}",
                 names >= {"data key", "main key", "entry", "draft"})
    story.expect("the passphrase is forgotten soon after the journal is open, but there are " + describe(typed), not typed)


def after_locking(program, pieces, folder):
    end = time.monotonic() + PATIENCE_SECONDS
    while True:
        found = memory.search(program.process.pid, pieces)
        if not found:
            return
        if time.monotonic() > end:
            (folder / "found.txt").write_text(describe(found))
            raise Failure("after locking, memory still holds: " + describe(found))
        time.sleep(1)


def lived(the_desktop, program_path, vectors):
    folder = the_desktop.folder
    journal = folder / "story.pennydrop"
    os.environ["PENNYDROP_ALLOW_CORE_DUMPS"] = "1"  # a release build keeps readers away, this test too
    program = Program([program_path, "--journal", str(journal)], folder / "program.log")
    with contextlib.closing(program):
        try:
            recovery_code = story.step("first run", first_run, program)
            for name, action in (("write", write), ("read", read), ("change", change), ("search", look_for),
                                 ("lock", lock), ("unlock", unlock), ("draft", begin_a_draft_and_copy_it)):
                story.step(name, action, program)
            pieces = what_is_secret(data_key(vectors, journal), recovery_code)
            story.step("everything is there before", before_locking, program, pieces)
            story.step("lock again", lock, program)
            story.step("nothing is there after", after_locking, program, pieces, folder)
            story.step("leave", program.quit)
        except Failure:
            if program.process.poll() is None:
                program.screenshot(folder / "failure.png")
            raise


if __name__ == "__main__":
    the_vectors = pathlib.Path(sys.argv[3])
    sys.exit(desktop.main(lambda the_desktop, program: lived(the_desktop, program, the_vectors)))
