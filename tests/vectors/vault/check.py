#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""An independent reader of Pennydrop vaults, written from docs/vault-format.md alone.

Opens every file of this folder (or of the folder given) that outcomes.json names and compares what comes of it. Needs only Python 3.11, its
sqlite3 module and libsodium. Nothing decrypted is written to a disk.
"""

import ctypes
import ctypes.util
import hashlib
import json
import pathlib
import sqlite3
import struct
import sys

BLOCK = 4096
HEADER = 8192
MAGIC = b"pennydrop-vault\0"
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
PASSPHRASE, RECOVERY, DEVICE = 1, 2, 3
MAIN, LOG = 1, 2

sodium = ctypes.CDLL(ctypes.util.find_library("sodium") or "libsodium.so.23")
if sodium.sodium_init() < 0:
    sys.exit("libsodium did not start")


class Refused(Exception):
    """Carries the outcome: damaged, newer-version, not-our-file, wrong-secret."""


def blake2b(data, key=b""):
    return hashlib.blake2b(data, digest_size=32, key=key).digest()


def argon2id(secret, salt, passes, memory):
    out = ctypes.create_string_buffer(32)
    rc = sodium.crypto_pwhash(out, ctypes.c_ulonglong(32), secret, ctypes.c_ulonglong(len(secret)), salt,
                              ctypes.c_ulonglong(passes), ctypes.c_size_t(memory), ctypes.c_int(2))
    if rc != 0:
        sys.exit("not enough memory for Argon2id")
    return out.raw


def unseal(key, nonce, associated, sealed):
    """The plaintext, or None when it does not authenticate."""
    out = ctypes.create_string_buffer(max(len(sealed) - 16, 1))
    rc = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
        out, None, None, sealed, ctypes.c_ulonglong(len(sealed)), associated, ctypes.c_ulonglong(len(associated)), nonce, key)
    return out.raw[: len(sealed) - 16] if rc == 0 else None


# --- header -----------------------------------------------------------------------------------------------------------

def is_sound(copy):
    return (len(copy) == 4096 and copy[:16] == MAGIC and struct.unpack("<HHI", copy[16:24]) == (1, 0, BLOCK)
            and not any(copy[96:256]) and not any(copy[3328:4032]) and blake2b(copy[:4064]) == copy[4064:])


def sound_headers(data):
    """The sound copies that differ, the one of the higher generation first."""
    copies = [data[:4096], data[4096:8192]]
    sound = [c for c in copies if is_sound(c)]
    if not sound:
        ours = [c for c in copies if c[:16] == MAGIC]
        if not ours:
            raise Refused("not-our-file")
        if any(len(c) >= 18 and struct.unpack("<H", c[16:18])[0] > 1 for c in ours):
            raise Refused("newer-version")
        raise Refused("damaged")
    if len(data) < HEADER + BLOCK:
        raise Refused("damaged")
    sound.sort(key=lambda c: -struct.unpack("<Q", c[40:48])[0])  # stable: the first of equals
    return sound[:1] if sound[0] == sound[-1] else sound


def data_key(header, kind, secret):
    vault_id = header[24:40]
    kinds = [struct.unpack("<H", header[256 + 256 * number:][:2])[0] for number in range(12)]
    if kind != DEVICE and kinds.count(kind) > 1:
        raise Refused("damaged")
    for number in range(12):
        slot = header[256 + 256 * number:][:256]
        slot_kind, zero, passes, memory = struct.unpack("<HHIQ", slot[:16])
        if slot_kind != kind:
            continue
        if zero or any(slot[104:]) or not 3 <= passes <= 16 or not 64 << 20 <= memory <= 512 << 20:
            raise Refused("damaged")
        if kind != PASSPHRASE and (passes, memory) != (3, 64 << 20):
            raise Refused("damaged")
        wrapping = argon2id(secret, slot[16:32], passes, memory)
        key = unseal(wrapping, slot[32:56], b"pennydrop/v1/slot" + vault_id + slot[:32], slot[56:104])
        if key:
            return key
    raise Refused("wrong-secret")


def is_authentic(header, key):
    return (blake2b(header[:4032], blake2b(b"pennydrop/v1/header", key)) == header[4032:4064]
            and drop_keys(key)[0] == header[64:96])


def open_header(copies, kind, secret):
    """The copy that counts, and the data key."""
    refusal, forged = None, False
    for copy in copies:
        try:
            key = data_key(copy, kind, secret)
        except Refused as refused:
            refusal = refusal or refused
            continue
        counting = next((c for c in copies if is_authentic(c, key)), None)
        if counting is not None:
            return counting, key if counting is copy else data_key(counting, kind, secret)
        forged = True
    raise Refused("damaged") if forged else refusal


def recovery_secret(code):
    typed = [c for c in code.upper().replace("O", "0").replace("I", "1").replace("L", "1") if c not in " -"]
    values = [ALPHABET.index(c) for c in typed]
    products = [v * (2 if i % 2 == 0 else 1) for i, v in enumerate(reversed(values[:20]))]
    if len(values) != 21 or (sum(p // 32 + p % 32 for p in products) + values[20]) % 32:
        sys.exit("the recovery code does not check")
    return "".join(typed[:20]).encode()


# --- blocks -----------------------------------------------------------------------------------------------------------

def open_block(key, file_id, kind, number, block):
    associated = file_id + struct.pack("<IIQ", kind, BLOCK, number)
    return unseal(key, block[BLOCK - 40:BLOCK - 16], associated, block[:BLOCK - 40] + block[BLOCK - 16:])


def page_of(plain):
    return plain + bytes(BLOCK - len(plain))


def wal_sum(data, s0, s1, big_endian):
    words = struct.unpack((">" if big_endian else "<") + f"{len(data) // 4}I", data)
    for first, second in zip(words[::2], words[1::2]):
        s0 = (s0 + first + s1) & 0xFFFFFFFF
        s1 = (s1 + second + s0) & 0xFFFFFFFF
    return s0, s1


def log_pages(log, key, file_id):
    """Pages of committed transactions, and the size of the database after the last; None when the log says nothing."""
    blocks = [log[i:i + BLOCK] for i in range(0, len(log) - BLOCK + 1, BLOCK)]
    first = open_block(key, file_id, LOG, 0, blocks[0]) if blocks else None
    if first is None:
        return {}, None
    magic, version, page_size, _, salt1, salt2, sum1, sum2 = struct.unpack(">8I", first[:32])
    big_endian = bool(magic & 1)
    running = wal_sum(first[:24], 0, 0, big_endian)
    if magic >> 1 != 0x377F0682 >> 1 or version != 3007000 or page_size != BLOCK or running != (sum1, sum2):
        return {}, None
    committed, waiting, size = {}, {}, None
    for number, block in enumerate(blocks[1:], 1):
        plain = open_block(key, file_id, LOG, number, block)
        if plain is None:
            break
        page_number, pages, frame_salt1, frame_salt2, sum1, sum2 = struct.unpack(">6I", plain[:24])
        page = page_of(plain[24:24 + BLOCK - 64])
        running = wal_sum(plain[:8] + page, *running, big_endian)
        if (frame_salt1, frame_salt2) != (salt1, salt2) or running != (sum1, sum2) or page_number == 0:
            break
        waiting[page_number] = page
        if pages:
            committed.update(waiting)
            waiting, size = {}, pages
    return committed, size


# --- drop box ---------------------------------------------------------------------------------------------------------

CELL = 4096
DROP_MAGIC = b"pennydrop-drop\0\0"
HURDLES = set("""procedure language top-only bolted-on own-position guarding self-image unclear blame no-time false-consensus unheard
    not-with-users momentum capacity tools rules other""".split())
BULBS = set("users-first others-too not-a-project relationships fresh-eyes whole-system getting-better renewed asked other".split())


def drop_keys(key):
    public, private = ctypes.create_string_buffer(32), ctypes.create_string_buffer(32)
    sodium.crypto_box_seed_keypair(public, private, blake2b(b"pennydrop/v1/drop-box", key))
    return public.raw, private.raw


def open_record(piece, keys, vault_id):
    """Length, record id and payload of the record that a piece begins with, or None."""
    if len(piece) < CELL or piece[:16] != DROP_MAGIC:
        return None
    version, zero, length = struct.unpack("<HHI", piece[16:24])
    if version != 1 or zero or length % CELL or not CELL <= length <= min(257 * CELL, len(piece)) or any(piece[24:32]):
        return None
    box = piece[32:length]
    out = ctypes.create_string_buffer(len(box) - 48)
    if sodium.crypto_box_seal_open(out, box, ctypes.c_ulonglong(len(box)), *keys) != 0:
        return None
    plain = out.raw
    version, zero, size = struct.unpack("<HHI", plain[16:24])
    if version != 1 or zero or not 1 <= size <= len(plain) - 40 or plain[24:40] != vault_id or any(plain[40 + size:]):
        return None
    return length, plain[:16], plain[40:40 + size]


def text_of(payload):
    """The text of a dropped entry, the note it is a state of (None for an entry) and its number; or None."""
    if len(payload) < 20:
        return None
    version, kind, level, _, offset, theme_size, zero, size = struct.unpack("<HBBqhBBI", payload[:20])
    fixed = 40 if version == 2 else 20
    if len(payload) < fixed:
        return None
    note, sequence = (payload[20:36], struct.unpack("<I", payload[36:40])[0]) if version == 2 else (None, 0)
    theme, text = payload[fixed:fixed + theme_size], payload[fixed + theme_size:]
    if version not in (1, 2) or (note and not sequence):
        return None
    if not 1 <= kind <= 3 or level > 5 or not -1080 <= offset <= 1080 or zero or theme_size > 64 or len(text) != size:
        return None
    if any(c not in b"abcdefghijklmnopqrstuvwxyz-" for c in theme) or size > 1 << 20:
        return None
    own, others = (BULBS, HURDLES) if kind == 2 else (HURDLES, BULBS)
    if theme.decode() in others - own:
        return None
    try:
        decoded = text.decode()
    except UnicodeDecodeError:
        return None
    blank = not decoded.strip(" \t\n\v\f\r") and not (note and not decoded)
    return None if "\0" in decoded or blank else (decoded, note, sequence)


def read_drops(data, keys, vault_id):
    """The texts, each record id once and of each note the last state, and the number of unreadable pieces."""
    heads = [at for at in range(0, len(data), CELL) if data[at:at + 16] == DROP_MAGIC]
    edges = sorted({0, *heads, len(data)})
    texts, notes, seen, unreadable = [], {}, set(), 0
    for start, end in zip(edges, edges[1:]):
        record = open_record(data[start:end], keys, vault_id)
        if record:
            length, record_id, payload = record
            dropped = text_of(payload)
            unreadable += dropped is None
            if dropped is not None and record_id not in seen:
                seen.add(record_id)
                text, note, sequence = dropped
                if not note:
                    texts.append(text)
                elif sequence > notes.get(note, ("", 0))[1]:
                    notes[note] = (text, sequence)
            start += length
        unreadable += any(data[start:end])
    return texts + [text for text, _ in notes.values() if text], unreadable


# --- a whole vault ----------------------------------------------------------------------------------------------------

def read_vault(path, kind, secret):
    data = path.read_bytes()
    header, key = open_header(sound_headers(data), kind, secret)
    file_id = header[48:64]
    log_path = path.with_name(path.name + "-wal")
    log = log_path.read_bytes() if log_path.exists() else b""
    from_log, size = log_pages(log, blake2b(b"pennydrop/v1/wal", key), file_id)
    main_key = blake2b(b"pennydrop/v1/main", key)
    blocks = (len(data) - HEADER) // BLOCK

    def page(number):
        if number in from_log:
            return from_log[number]
        at = HEADER + (number - 1) * BLOCK
        plain = open_block(main_key, file_id, MAIN, number - 1, data[at:at + BLOCK]) if number <= blocks else None
        if plain is None or any(plain[-24:]):
            raise Refused("damaged")
        return page_of(plain)

    first = page(1)
    if struct.unpack(">I", first[68:72])[0] != 0x50656E6E or first[20] != 64 or first[16:18] != b"\x10\x00":
        raise Refused("damaged")
    size = size or struct.unpack(">I", first[28:32])[0]
    image = bytearray(b"".join(page(number) for number in range(1, size + 1)))
    image[18:20] = b"\x01\x01"  # an image in memory has no log
    database = sqlite3.connect(":memory:")
    database.deserialize(bytes(image))
    if database.execute("PRAGMA integrity_check").fetchone() != ("ok",):
        raise Refused("damaged")
    drop_path = path.with_name(path.name + "-drop")
    drops = read_drops(drop_path.read_bytes() if drop_path.exists() else b"", drop_keys(key), header[24:40])
    return database.execute("SELECT id, text FROM note ORDER BY id").fetchall(), drops


ROWS = [(1, "A quiet shift."), (2, "Café, then rain."), (3, "In the log."), (4, "Last in the log."), (5, "After a checkpoint.")]


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else __file__).resolve()
    folder = folder if folder.is_dir() else folder.parent
    wanted = json.loads((folder / "outcomes.json").read_text(encoding="utf-8"))
    ways = [(file, PASSPHRASE, file.get("passphrase", wanted["passphrase"]).encode()) for file in wanted["files"]]
    ways += [(file, RECOVERY, recovery_secret(wanted["recovery_code"])) for file in wanted["files"]
             if file["name"] in ("good", "log-left-behind", "new-passphrase", "device-slots")]
    ways += [(file, DEVICE, bytes.fromhex(wanted["device_secret"])) for file in wanted["files"]
             if file["name"] in ("device-slots",)]
    failures = 0
    for file, kind, secret in ways:
        try:
            rows, drops = read_vault(folder / (file["name"] + ".pennydrop"), kind, secret)
            outcome = "opens" if rows == ROWS[:file.get("rows", 0)] else f"opens with other rows: {rows}"
            if drops != (file.get("drops", []), file.get("unreadable", 0)):
                outcome = f"opens with other drops: {drops}"
        except Refused as refused:
            outcome = str(refused)
        right = outcome == file["outcome"]
        failures += not right
        print(f"{'ok  ' if right else 'FAIL'} {file['name']}: {outcome} ({file['why']})")
    print(f"{len(ways)} openings, {failures} wrong")
    return 1 if failures or len(ways) < 20 else 0


if __name__ == "__main__":
    sys.exit(main())
