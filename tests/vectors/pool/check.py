#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""An independent reader of the pool protocol, written from docs/pool-protocol.md alone.

Checks every vector of this folder (or of the folder given): each derivation, each message, a whole season collected with nothing but Lagrange's
formula, the rules, the combination, and every message that must be refused. With --season it reads a season that pennydrop-pool has written to a
folder (tests/system/pool_season.sh) instead. Needs only Python 3.11 and libsodium.

usage: check.py [FOLDER | --season FOLDER]
"""
import calendar
import ctypes
import ctypes.util
import datetime
import hashlib
import itertools
import json
import pathlib
import re
import struct
import sys

sodium = ctypes.CDLL(ctypes.util.find_library("sodium") or "libsodium.so.23")
if sodium.sodium_init() < 0:
    sys.exit("libsodium did not start")

ORDER = 2**252 + 27742317777372353535851937790883648493
PRIME = 2**255 - 19
BASE32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class Refused(Exception):
    """Carries the outcome: not-our-file, newer-version, damaged, invalid, wrong-secret, dropped."""


def refuse_unless(condition, outcome="damaged"):
    if not condition:
        raise Refused(outcome)


# --- conventions ------------------------------------------------------------------------------------------------------

def lp(data):
    return struct.pack("<H", len(data)) + data


def lam(label):
    return lp(b"pennydrop/pool/v1/" + label.encode())


def H(size, label, data):
    return hashlib.blake2b(lam(label) + data, digest_size=size).digest()


def D(size, key, label, *fields):
    return hashlib.blake2b(lam(label) + b"".join(map(lp, fields)), digest_size=size, key=key).digest()


def Sc(key, label, *fields):
    return (int.from_bytes(D(64, key, label, *fields), "little") % ORDER).to_bytes(32, "little")


def t4(period):
    return struct.pack("<I", period)


def number(scalar):
    return int.from_bytes(scalar, "little")


def is_good_scalar(data):
    return len(data) == 32 and 0 < number(data) < ORDER


def ull(value):
    return ctypes.c_ulonglong(value)


def is_signed(key, label, data, signature):
    message = lam(label) + data
    return sodium.crypto_sign_verify_detached(signature, message, ull(len(message)), key) == 0


def sign_key(seed):
    public, secret = ctypes.create_string_buffer(32), ctypes.create_string_buffer(64)
    sodium.crypto_sign_seed_keypair(public, secret, seed)
    return public.raw


def box_keys(seed):
    public, secret = ctypes.create_string_buffer(32), ctypes.create_string_buffer(32)
    sodium.crypto_box_seed_keypair(public, secret, seed)
    return public.raw, secret.raw


def open_seal(sealed, keys):
    if len(sealed) < 48:
        return None
    out = ctypes.create_string_buffer(len(sealed) - 48 or 1)
    rc = sodium.crypto_box_seal_open(out, sealed, ull(len(sealed)), *keys)
    return out.raw[:len(sealed) - 48] if rc == 0 else None


def open_secretbox(box, nonce, key):
    out = ctypes.create_string_buffer(len(box) - 16)
    return out.raw if sodium.crypto_secretbox_open_easy(out, box, ull(len(box)), nonce, key) == 0 else None


def siphash(data, key):
    out = ctypes.create_string_buffer(8)
    sodium.crypto_shorthash(out, data, ull(len(data)), key)
    return out.raw


def is_good_box_key(key):
    if key[31] & 0x80 or number(key) >= PRIME:
        return False
    out = ctypes.create_string_buffer(32)
    return sodium.crypto_scalarmult(out, bytes([8]) + bytes(30) + b"\x40", key) == 0 and any(out.raw)


def text(data, least, most, line=True):
    refuse_unless(least <= len(data) <= most)
    try:
        decoded = data.decode()
    except UnicodeDecodeError:
        raise Refused("damaged") from None
    refuse_unless("\0" not in decoded)
    if line:
        refuse_unless(not any(c < " " or c == "\x7f" for c in decoded) and (least == 0 or decoded.strip(" \t\n\v\f\r")))
    return decoded


def subsets(n, k):
    count = 1
    for i in range(k):
        count = count * (n - i) // (i + 1)
    return count


def strictly_ascending(items):
    return all(a < b for a, b in zip(items, items[1:]))


class Reading:
    def __init__(self, data, *magics):
        self.data, self.at = data, 5
        if data[:4] not in magics:
            raise Refused("not-our-file")
        refuse_unless(len(data) >= 5)
        refuse_unless(data[4] <= 1, "newer-version")
        refuse_unless(data[4] == 1)

    def take(self, size):
        refuse_unless(self.at + size <= len(self.data))
        self.at += size
        return self.data[self.at - size:self.at]

    def int(self, size):
        return number(self.take(size))

    def lp(self):
        return self.take(self.int(2))

    def zeros(self, size):
        refuse_unless(not any(self.take(size)))

    def end(self):
        refuse_unless(self.at == len(self.data))


# --- offer, descriptor, season, invitation, keys ----------------------------------------------------------------------

def check_box_keys(keys):
    refuse_unless(all(map(is_good_box_key, keys)) and len(set(keys)) == len(keys))


def read_offer(data):
    r = Reading(data, b"PDO1")
    periods = r.int(1)
    r.zeros(2)
    first = r.int(4)
    key = r.take(32)
    refuse_unless(1 <= periods <= 6 and first + periods - 1 <= 120000)
    boxes = [r.take(32) for _ in range(periods)]
    signature = r.take(64)
    r.end()
    check_box_keys(boxes)
    refuse_unless(is_signed(key, "offer", data[:-64], signature))
    return {"first": first, "key": key, "boxes": boxes}


def read_descriptor(data, draft=False):
    r = Reading(data, b"PDP1")
    d = {"data": data}
    refuse_unless(r.int(1) == 1)
    d["k"], d["bucket"], d["close_day"], d["P"], d["V"] = (r.int(1) for _ in range(5))
    r.zeros(1)
    d["n"] = r.int(2)
    r.zeros(2)
    d["first"], d["pool_id"] = r.int(4), r.take(16)
    d["collector"], d["founder"] = r.take(32), r.take(32)
    refuse_unless(3 <= d["k"] <= 100 and d["k"] <= d["n"] <= 100 and subsets(d["n"], d["k"]) <= 2 * 10**8)
    refuse_unless(d["bucket"] in (9, 10) and 1 <= d["close_day"] <= 28 and 1 <= d["P"] <= 6 and 1 <= d["V"] <= 20)
    refuse_unless(d["first"] + d["P"] - 1 <= 120000)
    d["boxes"] = [r.take(32) for _ in range(d["P"])]
    check_box_keys(d["boxes"])
    d["name"], d["purpose"], d["measure"] = text(r.lp(), 1, 100), text(r.lp(), 0, 500), text(r.lp(), 0, 500)
    d["themes"] = []
    for _ in range(d["V"]):
        own = r.int(1)
        refuse_unless(own <= 1)
        words = text(r.lp(), 1, 60)
        refuse_unless(own or re.fullmatch("[a-z][a-z-]{0,23}", words))
        d["themes"].append((own, words))
    refuse_unless(len(set(d["themes"])) == d["V"] and sum(own for own, _ in d["themes"]) <= 2)
    d["head"] = data[:r.at]
    d["desc_id"] = H(32, "descriptor", d["head"])
    d["periods"] = range(d["first"], d["first"] + d["P"])
    d["slots"] = [(t, v) for t in d["periods"] for v in range(d["V"])]
    d["table"] = {slot: (r.take(32), r.take(8), r.take(32)) for slot in d["slots"]}
    refuse_unless(len({row[0] for row in d["table"].values()}) == len(d["slots"]))
    refuse_unless(all(is_good_box_key(row[2]) for row in d["table"].values()))
    signed = data[:r.at]
    founder, collector = r.take(64), r.take(64)
    r.end()
    refuse_unless(is_signed(d["founder"], "descriptor-founder", signed, founder))
    refuse_unless(not any(collector) if draft else is_signed(d["collector"], "descriptor-collector", signed, collector))
    return d


def read_season(data, d):
    r = Reading(data, b"PDS1")
    r.zeros(1)
    n, desc_id = r.int(2), r.take(32)
    refuse_unless(n == d["n"] and desc_id == d["desc_id"], "invalid")
    season = {"packets": [r.take(40 + 32 * len(d["slots"])) for _ in range(n)], "admit": {}}
    for slot in d["slots"]:
        tags = [r.take(16) for _ in range(n)]
        refuse_unless(strictly_ascending(tags))
        season["admit"][slot] = tags
    signature = r.take(64)
    r.end()
    refuse_unless(is_signed(d["founder"], "season", data[:-64], signature))
    return season


def read_invite(data):
    r = Reading(data, b"PDI1")
    invite = r.take(32), r.take(32), r.int(2)
    check = r.take(4)
    r.end()
    refuse_unless(check == H(16, "invite", data[:-4])[:4])
    return invite


def base32(data):
    value = number(data[::-1])
    return "".join(BASE32[value >> 5 * i & 31] for i in reversed(range(len(data) * 8 // 5)))


def from_base32(words):
    typed = re.sub("[ -]", "", words).upper().translate(str.maketrans("OIL", "011"))
    value = 0
    for c in typed:
        value = value << 5 | BASE32.index(c)
    return value.to_bytes(len(typed) * 5 // 8, "big")


def read_collector_keys(data):
    r = Reading(data, b"PDC1")
    periods = r.int(1)
    r.zeros(2)
    refuse_unless(1 <= periods <= 6)
    keys = {"first": r.int(4), "seed": r.take(32), "last": r.take(32), "boxes": [r.take(32) for _ in range(periods)]}
    refuse_unless(keys["first"] + periods - 1 <= 120000)
    r.end()
    return keys


def read_founder_key(data):
    r = Reading(data, b"PDN1")
    r.zeros(3)
    seed = r.take(32)
    r.end()
    return seed


def read_seat_keys(data):
    r = Reading(data, b"PDK1")
    periods, themes = r.int(1), r.int(1)
    r.zeros(1)
    seat = {"desc_id": r.take(32), "periods": {}}
    refuse_unless(periods <= 6 and 1 <= themes <= 20)
    order = []
    for _ in range(periods):
        t, built, turns = r.int(4), r.int(1), r.take(themes)
        seed, shares = r.take(32), [r.take(32) for _ in range(themes)]
        refuse_unless(built <= 64 and all(turn <= built for turn in turns) and all(map(is_good_scalar, shares)))
        order.append(t)
        seat["periods"][t] = {"built": built, "turns": list(turns), "seed": seed, "shares": shares}
    refuse_unless(strictly_ascending(order) and all(t <= 120000 for t in order))
    r.end()
    return seat


def join(invite, d, season):
    """The seat's periods: for each slot (z, y), as a member computes and checks them."""
    mseed, desc_id, index = invite
    refuse_unless(desc_id == d["desc_id"] and index < d["n"], "invalid")
    packet = season["packets"][index]
    shares = open_secretbox(packet[24:], packet[:24], D(32, mseed, "packet", desc_id))
    refuse_unless(shares is not None, "wrong-secret")
    seat = {"seeds": {t: D(32, mseed, "period", desc_id, t4(t)) for t in d["periods"]}, "z": {}, "y": {}}
    for i, (t, v) in enumerate(d["slots"]):
        z = Sc(seat["seeds"][t], "point", desc_id, t4(t), bytes([v]))
        y = shares[32 * i:32 * i + 32]
        refuse_unless(is_good_scalar(y) and is_good_scalar(z))
        refuse_unless(D(16, z, "admit", desc_id, t4(t), bytes([v])) in season["admit"][(t, v)])
        seat["z"][(t, v)], seat["y"][(t, v)] = z, y
    return seat


def code_to_compare(data):
    words = []
    for high, low in zip(data[0:12:2], data[1:12:2]):
        value = high << 8 | low
        words.append("bdfghjklmnprstvz"[value >> 12] + "aiou"[value >> 10 & 3] + "bdfghjklmnprstvz"[value >> 6 & 15]
                     + "aiou"[value >> 4 & 3] + "bdfghjklmnprstvz"[value & 15])
    return "-".join(words)


def close_seconds(period, day):
    year, month = 1970 + period // 12, period % 12 + 1
    return calendar.timegm((datetime.date(year, month, day) + datetime.timedelta(days=1)).timetuple())


# --- blobs, collecting ------------------------------------------------------------------------------------------------

def read_blob_file(data, d=None):
    r = Reading(data, b"PDF1", b"PDB1")
    bucket = r.int(1)
    r.zeros(2)
    desc_id, period, count = r.take(32), r.int(4), r.int(4)
    refuse_unless(bucket in (9, 10) and period <= 120000)
    refuse_unless(1 <= count <= 20 if data[:4] == b"PDF1" else count <= 20000)
    blobs = [r.take(1 << bucket) for _ in range(count)]
    r.end()
    refuse_unless(strictly_ascending(blobs))
    return {"bucket": bucket, "desc_id": desc_id, "period": period, "blobs": blobs}


def read_body(body, d, period):
    """A report or a withdrawal, or Refused("dropped")."""
    size = (1 << d["bucket"]) - 48
    refuse_unless(len(body) == size and body[:4] in (b"PDT1", b"PDW1") and body[4] == 1, "dropped")
    v, bucket, revision = body[5:8]
    refuse_unless(v < d["V"] and bucket == d["bucket"], "dropped")
    refuse_unless(body[8:24] == d["desc_id"][:16] and body[24:28] == t4(period), "dropped")
    first, z = body[28:60], body[60:92]
    refuse_unless(is_good_scalar(z), "dropped")
    if body[:4] == b"PDW1":
        refuse_unless(revision == 0 and not any(body[92:]), "dropped")
        return {"kind": "withdrawal", "v": v, "rw": first, "z": z}
    refuse_unless(is_good_scalar(body[92:124]), "dropped")
    return {"kind": "report", "v": v, "revision": revision, "w": first, "z": z, "y": body[92:124], "note": body[124:], "body": body}


def read_note(area):
    """Level, what it is like, the ask; None when it is no note area."""
    level, zero, size = area[0], area[1], number(area[2:4])
    words, rest = area[4:4 + size], area[4 + size:]
    ask_size = number(rest[:2])
    ask = rest[2:2 + ask_size]
    if level > 5 or zero or len(words) != size or len(rest) < 2 or len(ask) != ask_size or any(rest[2 + ask_size:]):
        return None
    try:
        return level, text(words, 0, len(area), False), text(ask, 0, len(area), False)
    except Refused:
        return None


def at_zero(shares):
    """Lagrange's formula."""
    total = 0
    for i, (zi, yi) in enumerate(shares):
        top = bottom = 1
        for j, (zj, _) in enumerate(shares):
            if i != j:
                top, bottom = top * zj % ORDER, bottom * (zj - zi) % ORDER
        total = (total + yi * top * pow(bottom, -1, ORDER)) % ORDER
    return total


def lies_on(shares, share):
    """Whether one more share lies on the polynomial through the k shares."""
    return at_zero(shares) == at_zero(shares[1:] + [share])


def blob_hash(blob):
    return H(16, "blob", blob)[:8]


def collect(d, season, keys, period, files):
    desc_id = d["desc_id"]
    blobs = set()
    for data in files:
        file = read_blob_file(data)
        if (file["desc_id"], file["period"], file["bucket"]) == (desc_id, period, d["bucket"]):
            blobs.update(file["blobs"])
    received, reports, locks, of_point = [], [], set(), {}
    for blob in sorted(blobs, key=blob_hash):
        body = open_seal(blob, keys)
        if body is None:
            continue
        try:
            item = read_body(body, d, period)
        except Refused:
            continue
        slot = desc_id, t4(period), bytes([item["v"]])
        if D(16, item["z"], "admit", *slot) not in season["admit"][(period, item["v"])]:
            continue
        point = item["v"], item["z"]
        of_point[point] = of_point.get(point, 0) + 1
        if of_point[point] > 64:
            continue
        received.append(blob_hash(blob))
        if item["kind"] == "report":
            reports.append(item)
        else:
            locks.add((point, D(32, item["rw"], "withdraw", *slot)))
    opened = {}
    for v in range(d["V"]):
        kept = {}
        for report in reports:
            if report["v"] != v or ((v, report["z"]), report["w"]) in locks:
                continue
            before = kept.get(report["z"])
            if before is None or (-report["revision"], report["body"]) < (-before["revision"], before["body"]):
                kept[report["z"]] = report
        result = open_slot(d, (period, v), list(kept.values()))
        if result:
            opened[v] = result
    return opened, sorted(received)


def open_slot(d, slot, kept):
    fields = d["desc_id"], t4(slot[0]), bytes([slot[1]])
    chk, fp, note_pk = d["table"][slot]
    fp_key = D(16, d["desc_id"], "fp-key", *fields)
    for chosen in itertools.combinations(kept, d["k"]):
        shares = [(number(report["z"]), number(report["y"])) for report in chosen]
        s = at_zero(shares).to_bytes(32, "little")
        if siphash(s, fp_key) != fp or D(32, s, "chk", *fields) != chk:
            continue
        reporters = [r for r in kept if r in chosen or lies_on(shares, (number(r["z"]), number(r["y"])))]
        keys = box_keys(D(32, s, "note", *fields))
        assert keys[0] == note_pk
        notes, levels = [], [0] * 6
        for report in reporters:
            area = open_seal(report["note"], keys)
            note = read_note(area) if area else None
            levels[note[0] if note else 0] += 1
            if note:
                notes.append(note)
        return {"s": s, "m": len(reporters), "notes": notes, "levels": levels}
    return None


# --- release, digest, combination -------------------------------------------------------------------------------------

STARTS = [10, 20, 50, 100, 200, 500]


def band_of(m, k, n):
    return 0 if n < 3 * k else 1 + sum(start <= m for start in STARTS)


def band_range(band, k, n):
    """From and to (0: open); None for a band that no number from k to n has."""
    if n < 3 * k:
        return (k, 0) if band == 0 else None
    if band not in {band_of(m, k, n) for m in range(k, n + 1)}:
        return None
    low = max(k, 1 if band == 1 else STARTS[band - 2])
    return low, (STARTS[band - 1] - 1 if band <= len(STARTS) else 0)


def shown_levels(levels, k):
    shown = {level for level in range(1, 6) if levels[level] >= k}
    total = sum(levels)
    while shown and 0 < total - sum(levels[level] for level in shown) < k:
        shown.remove(min(shown, key=lambda level: (levels[level], -level)))
    return sorted(shown)


def read_digest(data, d):
    r = Reading(data, b"PDD1")
    items, texts = r.int(1), r.int(2)
    refuse_unless(r.take(32) == d["desc_id"], "invalid")
    digest = {"period": r.int(4), "before": r.take(32), "items": [], "texts": []}
    refuse_unless(digest["period"] in d["periods"] and items <= d["V"] and texts <= 2000)
    for _ in range(items):
        v, band, count = r.int(1), r.int(1), r.int(1)
        r.zeros(1)
        s = r.take(32)
        levels = [(r.int(1), r.int(1)) for _ in range(count)]
        refuse_unless(v < d["V"] and is_good_scalar(s) and band_range(band, d["k"], d["n"]))
        refuse_unless(D(32, s, "chk", d["desc_id"], t4(digest["period"]), bytes([v])) == d["table"][(digest["period"], v)][0])
        refuse_unless(strictly_ascending([level for level, _ in levels]) and all(1 <= level <= 5 for level, _ in levels))
        refuse_unless(all(b <= band and band_range(b, d["k"], d["n"]) for _, b in levels))
        digest["items"].append((v, band, s, levels))
    refuse_unless(strictly_ascending([item[0] for item in digest["items"]]))
    written = []
    for _ in range(texts):
        begin = r.at
        v, kind, words = r.int(1), r.int(1), text(r.lp(), 1, 798, False)
        refuse_unless(v in {item[0] for item in digest["items"]} and kind in (1, 2))
        digest["texts"].append((v, kind, words))
        written.append(data[begin:r.at])
    refuse_unless(strictly_ascending(written))
    count = r.int(4)
    refuse_unless(count <= 64 * d["n"] * d["V"])
    digest["received"] = [r.take(8) for _ in range(count)]
    refuse_unless(strictly_ascending(digest["received"]))
    signature = r.take(64)
    r.end()
    refuse_unless(is_signed(d["collector"], "digest", data[:-64], signature))
    return digest


def digest_hash(data):
    return H(32, "digest-hash", data)


def combine(teams):
    """[(descriptor, digest, may be named)] to K and [(code, at least, names)]."""
    K = max(d["k"] for d, _, _ in teams)
    by_code = {}
    for d, digest, named in teams:
        for v, band, _, _ in digest["items"]:
            own, code = d["themes"][v]
            if not own:
                by_code.setdefault(code, []).append((band_range(band, d["k"], d["n"])[0], d["name"], named))
    items = []
    for code, shows in sorted(by_code.items()):
        total = sum(low for low, _, _ in shows)
        if len(shows) < 2 or total < K:
            continue
        named = [(low, name) for low, name, may in shows if may]
        while named and 0 < total - sum(low for low, _ in named) < K:
            least = min(low for low, _ in named)
            named.remove((least, max((name for low, name in named if low == least), key=str.encode)))
        items.append((code, max(K, total // 5 * 5), sorted((name for _, name in named), key=str.encode)))
    return K, items


def read_combined(data):
    r = Reading(data, b"PDR1")
    combined = {"K": r.int(1), "teams": r.int(2), "period": r.int(4), "key": r.take(32), "name": text(r.lp(), 1, 100), "items": []}
    for _ in range(r.int(2)):
        code, total, names = text(r.lp(), 1, 24), r.int(4), r.int(2)
        combined["items"].append((code, total, [text(r.lp(), 1, 100) for _ in range(names)]))
    signature = r.take(64)
    r.end()
    refuse_unless(is_signed(combined["key"], "combined", data[:-64], signature))
    refuse_unless(strictly_ascending([item[0].encode() for item in combined["items"]]))
    refuse_unless(all(strictly_ascending([name.encode() for name in item[2]]) for item in combined["items"]))
    return combined


# --- the vectors ------------------------------------------------------------------------------------------------------

class Checks:
    def __init__(self):
        self.done = self.wrong = 0

    def equal(self, what, got, wanted):
        self.done += 1
        if got != wanted:
            self.wrong += 1
            print(f"FAIL {what}: got {got!r}, wanted {wanted!r}")

    def true(self, what, condition):
        self.equal(what, bool(condition), True)


def unhex(value):
    return bytes.fromhex(value)


def check_derived_slots(check, v, d, seats):
    """Every value of every seat, and that all shares of a slot lie on one polynomial."""
    for slot in v["slots"]:
        t, theme, s = slot["period"], slot["theme"], unhex(slot["s"])
        fields = d["desc_id"], t4(t), bytes([theme])
        where = f"slot {t}/{theme}"
        note_seed, fp_key = D(32, s, "note", *fields), D(16, d["desc_id"], "fp-key", *fields)
        row = D(32, s, "chk", *fields), siphash(s, fp_key), box_keys(note_seed)[0]
        check.equal(where + " note seed", note_seed, unhex(slot["note_seed"]))
        check.equal(where + " fp key", fp_key, unhex(slot["fp_key"]))
        check.equal(where + " row", row, d["table"][(t, theme)])
        check.equal(where + " row in the vector", row, tuple(unhex(slot[name]) for name in ("chk", "fp", "note_pk")))
        shares = [(number(seat["z"][(t, theme)]), number(seat["y"][(t, theme)])) for seat in seats]
        for chosen in itertools.combinations(shares, d["k"]):
            check.equal(where + " polynomial", at_zero(list(chosen)), number(s))


def check_seat(check, vector, d, season):
    invite = read_invite(unhex(vector["invite"]))
    where = f"seat {vector['index']}"
    check.equal(where + " invitation", invite, (unhex(vector["mseed"]), d["desc_id"], vector["index"]))
    check.equal(where + " text", base32(unhex(vector["invite"])), vector["invite_text"])
    mistyped = vector["invite_text"].lower().replace("0", "o").replace("1", "l")
    check.equal(where + " text, read", from_base32(" - ".join(mistyped[i:i + 4] for i in range(0, 120, 4))), unhex(vector["invite"]))
    check.equal(where + " packet key", D(32, invite[0], "packet", d["desc_id"]), unhex(vector["packet_key"]))
    seat = join(invite, d, season)
    kept = read_seat_keys(unhex(vector["seat_keys_after_joining"]))
    check.equal(where + " keys are of", kept["desc_id"], d["desc_id"])
    check.equal(where + " periods", sorted(kept["periods"]), list(d["periods"]))
    for period in vector["periods"]:
        t, seed = period["period"], seat["seeds"][period["period"]]
        check.equal(where + " seed", seed, unhex(period["pseed"]))
        check.equal(where + " kept", kept["periods"][t],
                    {"built": 0, "turns": [0] * d["V"], "seed": seed, "shares": [seat["y"][(t, v)] for v in range(d["V"])]})
        check.equal(where + " file name", "pennydrop-" + D(16, seed, "file-name", d["desc_id"], t4(t)).hex() + ".pooled", period["file_name"])
        for slot in period["slots"]:
            v = slot["theme"]
            fields = d["desc_id"], t4(t), bytes([v])
            rw, revision = D(32, seed, "withdraw-key", *fields), D(16, seed, "revision", *fields)
            check.equal(where + " z, y", (seat["z"][(t, v)], seat["y"][(t, v)]), (unhex(slot["z"]), unhex(slot["y"])))
            check.equal(where + " rw, w", (rw, D(32, rw, "withdraw", *fields)), (unhex(slot["rw"]), unhex(slot["w"])))
            check.equal(where + " revision", (revision, number(revision[:8]) % 192), (unhex(slot["revision_hash"]), slot["revision_of_file_0"]))
            check.equal(where + " dummies", [Sc(seed, "dummy", *fields, bytes([turn])) for turn in (0, 2)],
                        [unhex(y) for y in slot["dummy_y_of_turns_0_and_2"]])
            check.equal(where + " admit", D(16, seat["z"][(t, v)], "admit", *fields), unhex(slot["admit"]))
    return seat


def check_files(check, v, d, keys, seats):
    files = []
    for vector in v["files"]:
        data = unhex(vector["bytes"])
        files.append(data)
        file = read_blob_file(data)
        where = f"file of seat {vector['seat']} ({vector['what']})"
        check.equal(where + " blobs", [blob_hash(blob) for blob in file["blobs"]], [unhex(blob["hash"]) for blob in vector["blobs"]])
        bodies = [open_seal(blob, keys) for blob in file["blobs"]]
        check.equal(where + " bodies", bodies, [unhex(blob["body"]) for blob in vector["blobs"]])
        read = [read_body(body, d, file["period"]) for body in bodies]
        check.equal(where + " themes", sorted(item["v"] for item in read), list(range(d["V"])))
        seat = seats[vector["seat"]]
        check.true(where + " points", all(item["z"] == seat["z"][(file["period"], item["v"])] for item in read))
        for item in read:
            fields = d["desc_id"], t4(file["period"]), bytes([item["v"]])
            lock = item["w"] if item["kind"] == "report" else D(32, item["rw"], "withdraw", *fields)
            rw = D(32, seat["seeds"][file["period"]], "withdraw-key", *fields)
            check.equal(where + " lock", lock, D(32, rw, "withdraw", *fields))
    return files


def check_season(check, folder):
    v = json.loads((folder / "season.json").read_text(encoding="utf-8"))
    keys = read_collector_keys(unhex(v["collector_keys"]))
    offer = read_offer(unhex(v["offer"]))
    d = read_descriptor(unhex(v["descriptor"]))
    season = read_season(unhex(v["season_file"]), d)
    check.equal("head", d["head"], unhex(v["head"]))
    check.equal("desc_id", d["desc_id"], unhex(v["desc_id"]))
    check.equal("code", code_to_compare(d["desc_id"]), v["code_to_compare"])
    terms = v["terms"]
    for mine, theirs in (("k", "threshold"), ("n", "seats"), ("P", "periods"), ("first", "first_period"), ("bucket", "bucket"),
                         ("close_day", "close_day"), ("name", "name"), ("purpose", "purpose"), ("measure", "measure")):
        check.equal(theirs, d[mine], terms[theirs])
    check.equal("themes", d["themes"], [(int(theme["own_words"]), theme["text"]) for theme in terms["themes"]])
    check.equal("offer", (offer["first"], offer["key"], offer["boxes"]), (d["first"], d["collector"], d["boxes"]))
    check.equal("collector's keys", (sign_key(keys["seed"]), [box_keys(seed)[0] for seed in keys["boxes"]]), (d["collector"], d["boxes"]))
    check.equal("founder's key", sign_key(read_founder_key(unhex(v["founder_key"]))), d["founder"])
    seats = [check_seat(check, seat, d, season) for seat in v["seats"]]
    check_derived_slots(check, v, d, seats)
    box = box_keys(keys["boxes"][0])
    files = check_files(check, v, d, box, seats)
    blobs = sorted(set().union(*(read_blob_file(data)["blobs"] for data in files)))
    check.equal("bundle", read_blob_file(unhex(v["bundle"]))["blobs"], blobs)
    for what, sources in (("files", files), ("files, backwards", files[::-1]), ("bundle", [unhex(v["bundle"])])):
        opened, received = collect(d, season, box, d["first"], sources)
        check.equal(f"received from {what}", received, [unhex(item) for item in v["received"]])
        check.equal(f"opened from {what}", {theme: (o["s"], o["m"], o["levels"], sorted(n for n in o["notes"] if n[1] or n[2])) for theme, o in opened.items()},
                    {o["theme"]: (unhex(o["s"]), o["reporters"], o["levels"], sorted((n["level"], n["text"], n["ask"]) for n in o["notes"]))
                     for o in v["opened"]})
    check.true("note areas", all(read_note(unhex(n["area"])) == (n["level"], n["text"], n["ask"]) for o in v["opened"] for n in o["notes"]))
    digest = read_digest(unhex(v["digest"]), d)
    check.equal("digest's items", digest["items"],
                [(theme, band_of(o["m"], d["k"], d["n"]), o["s"], [(level, band_of(o["levels"][level], d["k"], d["n"]))
                                                                 for level in shown_levels(o["levels"], d["k"])]) for theme, o in sorted(opened.items())])
    check.equal("digest's blobs", digest["received"], received)
    check.equal("digest is the first", (digest["period"], digest["before"]), (d["first"], d["desc_id"]))
    check.equal("digest's hash", digest_hash(unhex(v["digest"])), unhex(v["digest_hash"]))
    second = read_digest(unhex(v["second_digest"]), d)
    check.equal("chain", (second["period"], second["before"]), (d["first"] + 1, unhex(v["digest_hash"])))
    after = read_collector_keys(unhex(v["collector_keys_after_first_release"]))
    check.equal("wiped", (after["last"], after["boxes"][0], after["boxes"][1]), (unhex(v["digest_hash"]), bytes(32), keys["boxes"][1]))
    draft = unhex(v["descriptor"])[:-64] + bytes(64)
    check.equal("draft", read_descriptor(draft, True)["desc_id"], d["desc_id"])


def check_rules(check, folder):
    v = json.loads((folder / "rules.json").read_text(encoding="utf-8"))
    for h in v["hashes"]:
        fields = [unhex(field) for field in h.get("fields", [])]
        got = {"H": lambda: H(h["size"], h["label"], unhex(h["bytes"])), "D": lambda: D(h["size"], unhex(h["key"]), h["label"], *fields),
               "Sc": lambda: Sc(unhex(h["key"]), h["label"], *fields)}[h["function"]]()
        check.equal(f"{h['function']} {h['label']}", got, unhex(h["out"]))
    for c in v["codes"]:
        check.equal("code", code_to_compare(unhex(c["hash"])), c["code"])
    for t in v["times"]:
        check.equal("close", close_seconds(t["period"], t["close_day"]), t["close_seconds"])
        check.equal("name", f"{1970 + t['period'] // 12}-{t['period'] % 12 + 1:02}", t["name"])
    for b in v["bands"]:
        check.equal(f"band of {b}", (band_of(b["m"], b["k"], b["n"]), *band_range(b["band"], b["k"], b["n"])), (b["band"], b["from"], b["to"]))
    for level in v["levels"]:
        check.equal(f"levels {level}", shown_levels(level["levels"], level["k"]), level["shown"])
    for s in v["subsets"]:
        check.equal("subsets", (subsets(s["n"], s["k"]), subsets(s["n"], s["k"]) <= 2 * 10**8), (s["subsets"], s["allowed"]))


def check_combined(check, folder):
    v = json.loads((folder / "combined.json").read_text(encoding="utf-8"))
    teams = []
    for team in v["teams"]:
        d = read_descriptor(unhex(team["descriptor"]))
        teams.append((d, read_digest(unhex(team["digest"]), d), team["may_be_named"]))
    K, items = combine(teams)
    wanted = [(item["code"], item["at_least"], item["teams"]) for item in v["items"]]
    check.equal("combination", (K, items), (v["K"], wanted))
    combined = read_combined(unhex(v["combined"]))
    check.equal("combined digest", combined, {"K": v["K"], "teams": len(teams), "period": teams[0][1]["period"],
                                              "key": sign_key(unhex(v["signing_seed"])), "name": v["name"], "items": wanted})


def check_bad(check, folder):
    v = json.loads((folder / "bad.json").read_text(encoding="utf-8"))
    d = read_descriptor(unhex(v["descriptor"]))
    read_season(unhex(v["season_file"]), d)
    readers = {"descriptor": read_descriptor, "offer": read_offer, "collector_keys": read_collector_keys, "founder_key": read_founder_key,
               "seat_keys": read_seat_keys, "season": lambda data: read_season(data, d), "invite": read_invite, "blob_file": read_blob_file,
               "body": lambda data: read_body(data, d, v["period"]), "digest": lambda data: read_digest(data, d), "combined": read_combined}
    for message in v["messages"]:
        try:
            readers[message["kind"]](unhex(message["bytes"]))
            outcome = "taken"
        except Refused as refused:
            outcome = str(refused)
        check.equal(f"{message['kind']} with {message['what']}", outcome, message["error"])


# --- a season from the command line -----------------------------------------------------------------------------------

def check_played_season(check, folder):
    """What tests/system/pool_season.sh leaves: descriptor.pdp, season.pds, invitations, collector keys from before, bundles, digests."""
    d = read_descriptor((folder / "descriptor.pdp").read_bytes())
    season = read_season((folder / "season.pds").read_bytes(), d)
    keys = read_collector_keys((folder / "coach-before.key").read_bytes())
    offer = read_offer((folder / "offer.pdo").read_bytes())
    check.equal("offer", offer["boxes"], d["boxes"])
    before = d["desc_id"]
    for i, period in enumerate(d["periods"]):
        name = f"{1970 + period // 12}-{period % 12 + 1:02}"
        opened, received = collect(d, season, box_keys(keys["boxes"][i]), period, [(folder / f"{name}.pdb").read_bytes()])
        data = (folder / f"{name}.pdd").read_bytes()
        digest = read_digest(data, d)
        check.equal(f"{name} items", [(v, s) for v, _, s, _ in digest["items"]], [(v, o["s"]) for v, o in sorted(opened.items())])
        check.equal(f"{name} bands", [band for _, band, _, _ in digest["items"]], [band_of(o["m"], d["k"], d["n"]) for _, o in sorted(opened.items())])
        check.equal(f"{name} received", digest["received"], received)
        check.equal(f"{name} chain", digest["before"], before)
        before = digest_hash(data)
    after = read_collector_keys((folder / "coach.key").read_bytes())
    check.equal("all keys wiped", (after["boxes"], after["last"]), ([bytes(32)] * d["P"], before))
    for path in sorted(folder.glob("*.seat")):
        check.equal(f"{path.name} is of this season", read_seat_keys(path.read_bytes())["desc_id"], d["desc_id"])


def main():
    check = Checks()
    if len(sys.argv) > 2 and sys.argv[1] == "--season":
        check_played_season(check, pathlib.Path(sys.argv[2]))
        least = 10
    else:
        folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent
        for part in (check_season, check_rules, check_combined, check_bad):
            part(check, folder)
        least = 500
    print(f"{check.done} checks, {check.wrong} wrong")
    return 1 if check.wrong or check.done < least else 0


if __name__ == "__main__":
    sys.exit(main())
