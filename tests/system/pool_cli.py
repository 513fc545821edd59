#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What pennydrop-pool promises to scripts and to people: exit statuses, errors that help, JSON on every command, secrets that stay
secret, slips that a phone can read, and a manual page that says it all.

usage: pool_cli.py PENNYDROP-POOL FOLDER MANUAL
"""
import json
import os
import pathlib
import re
import shutil
import stat
import subprocess
import sys

PROGRAM, MANUAL = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[3])
COMMANDS = "offer create deal sign slips join report withdraw bundle collect verify combine inspect simulate".split()
MEMBERS = 6
printed = []


def run(*arguments, status=0, typed=""):
    """Standard output; stops the test unless the exit status is the one expected."""
    done = subprocess.run([PROGRAM, *map(str, arguments)], input=typed, capture_output=True, text=True, timeout=120)
    printed.append(done.stdout + done.stderr)
    if done.returncode != status:
        sys.exit(f"FAIL {' '.join(map(str, arguments))}: status {done.returncode}, wanted {status}\n{done.stdout}{done.stderr}")
    return done.stdout if status in (0, 1) or "--json" in arguments else done.stderr


def expect(what, condition):
    if not condition:
        sys.exit(f"FAIL: {what}")


def run_json(*arguments, status=0, typed=""):
    answer = json.loads(run(*arguments, "--json", status=status, typed=typed))
    expect(f"{arguments[0]} names itself", answer["command"] == arguments[0])
    expect(f"{arguments[0]} says how it went", answer["ok"] == (status == 0))
    return answer


def refused(code, *arguments, status=3, typed=""):
    """An error that says what happened, what is safe and what to do, in text and as JSON."""
    message = run(*arguments, status=status, typed=typed)
    answer = json.loads(run(*arguments, "--json", status=status, typed=typed))
    expect(f"{arguments} gives {code}, not {answer['error']}", answer["error"]["code"] == code)
    expect(f"the message is the same: {message}", status == 1 or answer["error"]["message"] in message)
    sentences = [part for part in re.split(r"(?<=[.!?])\s+", answer["error"]["message"].strip()) if part]
    expect(f"what happened, what is safe, what to do: {sentences}", len(sentences) >= 3 or code == "usage")
    return answer["error"]["message"]


def mode(path):
    return stat.S_IMODE(os.stat(path).st_mode)


def make_season(name, first="2030-01", threshold=3, periods=2, more=()):
    """Coach, founder and members of one pool, in a folder of its own."""
    folder = pathlib.Path(name)
    folder.mkdir()
    run_json("offer", "--first", first, "--periods", periods, "--keys", folder / "coach.key", "--to", folder / "offer.pdo")
    plan = run_json("create", "--offer", folder / "offer.pdo", "--name", name, "--seats", MEMBERS, "--threshold", threshold,
                    "--theme", "no-time", "--theme", "tools", "--own-theme", "Aufzug „kaputt“ <&>", "--to", folder / "plan.json", *more)
    expect("the plan has its themes", plan["pool"]["themes"][2] == {"own_words": "Aufzug „kaputt“ <&>"})
    expect("a low threshold is warned of", any("below 5" in warning for warning in plan["warnings"]))
    run_json("deal", "--plan", folder / "plan.json", "--offer", folder / "offer.pdo", "--founder", folder / "founder.key", "--to", folder / "dealt")
    signed = run_json("sign", "--draft", folder / "dealt/draft.pdp", "--keys", folder / "coach.key", "--to", folder / "d.pdp")
    expect("six words", re.fullmatch("([a-z]{5}-){5}[a-z]{5}", signed["code"]))
    expect("two people", signed["one_device_is_both"] is False)
    return folder


def join_all(folder):
    for number in range(1, MEMBERS + 1):
        run_json("join", "--invite", folder / f"dealt/invitations/0{number}.pdi", "--descriptor", folder / "d.pdp",
                 "--season", folder / "dealt/season.pds", "--to", folder / f"{number}.seat")


def report(folder, number, typed, day="2030-01-20", **more):
    out = folder / f"out{day[:7]}"
    out.mkdir(exist_ok=True)
    return run_json("report", "--seat", folder / f"{number}.seat", "--descriptor", folder / "d.pdp", "--now", day, "--to", out, typed=typed, **more)


def collecting(folder, period="2030-01", day="2030-02-01"):
    return ["collect", folder / f"out{period}", "--descriptor", folder / "d.pdp", "--season", folder / "dealt/season.pds", "--keys",
            folder / "coach.key", "--period", period, "--now", day]


def check_slips(folder):
    secrets = {path.read_bytes() for path in (folder / "dealt/invitations").iterdir()}
    codes = set(run_json("slips", folder / "dealt/invitations", "--to", "-")["slips"])
    expect("one code for each seat", len(codes) == MEMBERS == len(secrets))
    for form in ("text", "svg", "png"):
        run_json("slips", folder / "dealt/invitations", "--as", form, "--descriptor", folder / "dealt/draft.pdp", "--to", folder / form)
        files = sorted((folder / form).iterdir())
        expect(f"{form}: a slip for each seat, private", len(files) == MEMBERS and all(mode(file) == 0o600 for file in files))
        expect(f"{form}: in a private folder", mode(folder / form) == 0o700)
    read = set()
    for picture in sorted((folder / "png").iterdir()):
        seen = subprocess.run(["zbarimg", "--quiet", "--raw", picture], capture_output=True, text=True, check=True)
        read.add(seen.stdout.strip())
    expect("the pictures say the same as the text", read == codes)
    text = (folder / "text/slip-01.txt").read_text(encoding="utf-8")
    expect("the pool's name is on the slip", folder.name in text)
    svg = (folder / "svg/slip-01.svg").read_text(encoding="utf-8")
    expect("a picture of dark squares", svg.count("h4v4h-4z") > 300 and "&lt;" not in folder.name)
    return codes | {invite.hex() for invite in secrets} | {invite[5:37].hex() for invite in secrets}


def check_joining(folder):
    slip = (folder / "text/slip-02.txt").read_text(encoding="utf-8")
    base = ["join", "--descriptor", folder / "d.pdp", "--season", folder / "dealt/season.pds"]
    run(*base, "--invite", "-", "--to", folder / "typed.seat", typed=slip.lower().replace("0", "o"))
    expect("keys are private", mode(folder / "typed.seat") == 0o600)
    at = slip.index("    A") + 24
    misread = slip[:at] + ("2" if slip[at] == "3" else "3") + slip[at + 1:]
    refused("not-our-file", *base, "--invite", "-", "--to", folder / "x.seat", typed="0123 4567")
    refused("damaged", *base, "--invite", "-", "--to", folder / "x.seat", typed=misread)
    refused("damaged", *base, "--invite", "-", "--to", folder / "x.seat", typed=re.sub("[0-9A-Z]{4}\n", "\n", slip))
    refused("already-exists", *base, "--invite", "-", "--to", folder / "typed.seat", typed=slip)
    loose = folder / "loose.pdi"
    shutil.copy(folder / "dealt/invitations/01.pdi", loose)
    loose.chmod(0o644)
    refused("permission", *base, "--invite", loose, "--to", folder / "x.seat")
    refused("damaged", "join", "--invite", folder / "dealt/invitations/01.pdi", "--descriptor", folder / "dealt/draft.pdp", "--season",
            folder / "dealt/season.pds", "--to", folder / "x.seat")
    refused("not-found", *base, "--invite", folder / "nowhere", "--to", folder / "x.seat")
    shutil.copy(folder / "dealt/invitations/03.pdi", folder / "burn.pdi")
    run_json(*base, "--invite", folder / "burn.pdi", "--destroy", "--to", folder / "burnt.seat")
    expect("the invitation is gone", not (folder / "burn.pdi").exists())
    expect("nothing was made by what was refused", not (folder / "x.seat").exists())


def check_season(folder):
    first = report(folder, 1, '[{"theme": "no-time", "level": 2, "text": "Zeile 1\\nZeile 2 | \\"so\\"", "ask": "Mehr\\u001b[31m"}]')
    expect("the time is the close", os.stat(first["file"]).st_mtime == 1895875200)
    report(folder, 2, "# a remark\n\nno-time | 3 | Das Formular | Eins\n")
    report(folder, 3, "no-time\nAufzug „kaputt“ <&> | | Schon wieder\n")
    for number in range(4, MEMBERS + 1):
        report(folder, number, "")
    sizes = {path.stat().st_size for path in (folder / "out2030-01").iterdir()}
    expect("all files have one size", len(sizes) == 1)
    for wrong in ("nothing-of-the-kind\n", "no-time | 6\n", "no-time\nno-time\n", "no-time | 1 | a | b | c\n", "[1]", "[{\"theme\": 1.5}]",
                  '[{"theme": "no-time", "leve": 2}]', "[", "no-time | 2 | " + "x" * 300 + "\n"):
        refused("invalid", "report", "--seat", folder / "1.seat", "--descriptor", folder / "d.pdp", "--now", "2030-01-20", typed=wrong)
    before = (folder / "1.seat").read_bytes()
    refused("not-found", "report", "--seat", folder / "1.seat", "--descriptor", folder / "d.pdp", "--now", "2030-01-20", "--to", folder / "nowhere")
    expect("the seat did not count a file that was not written", (folder / "1.seat").read_bytes() == before)
    refused("closed", "report", "--seat", folder / "1.seat", "--descriptor", folder / "d.pdp", "--now", "2030-02-20", "--period", "2030-01")
    refused("invalid", "report", "--seat", folder / "2.seat", "--descriptor", folder / "d.pdp", "--now", "2031-01-20")
    refused("invalid", *collecting(folder, day="2030-01-28"))
    shown = run_json(*collecting(folder), "--show-texts")
    expect("one theme", [(item["theme"], item["people"]) for item in shown["items"]] == [("no-time", "at least 3")])
    expect("its texts", {text["text"] for text in shown["texts"]} == {'Zeile 1\nZeile 2 | "so"', "Mehr\x1b[31m", "Das Formular", "Eins"})
    expect("nothing of the hidden theme", "Schon wieder" not in json.dumps(shown))
    expect("no terminal is steered", "\x1b" not in run(*collecting(folder), "--show-texts"))
    refused("invalid", *collecting(folder), "--release", folder / "x.pdd", "--texts", "-", typed="tools | note | Nobody said so\n")
    release = [*collecting(folder), "--release", folder / "1.pdd", "--texts", "-"]
    shutil.copy(folder / "coach.key", folder / "before.key")
    released = run_json(*release, typed="no-time | ask | Eins\n")
    # The power went between digest and key: the same release is taken up again, another one is not.
    shutil.copy(folder / "before.key", folder / "coach.key")
    refused("already-exists", *release, typed="")
    again = run_json(*release, typed="no-time | ask | Eins\n")
    expect("a release that was cut off is finished", again["code"] == released["code"])
    wiped = run_json("inspect", folder / "coach.key")["periods"]
    expect("the key of January is wiped, that of February kept", [period["wiped"] for period in wiped] == [True, False])
    (folder / "before.key").unlink()
    refused("closed", *collecting(folder))
    base = ["verify", folder / "1.pdd", "--descriptor", folder / "d.pdp"]
    seen = run_json(*base, "--sent", first["file"], "--seat", folder / "1.seat")
    expect("what a member sees", seen["items"][0]["texts"] == [{"kind": "ask", "text": "Eins"}] and seen["missing"] == 0)
    expect("one code", seen["code"] == released["code"])
    left = run_json("inspect", folder / "1.seat")["periods"]
    expect("the seat forgot January", [period["period"] for period in left] == ["2030-02"])
    # What another file of the same seat would have been has not arrived.
    late = report(folder, 5, "tools", day="2030-02-20")
    missing = run_json(*base, "--sent", late["file"], status=1)
    expect("blobs that did not arrive are a finding", missing["missing"] == 3)
    data = bytearray((folder / "1.pdd").read_bytes())
    data[100] ^= 1
    (folder / "bad.pdd").write_bytes(data)
    refused("damaged", "verify", folder / "bad.pdd", "--descriptor", folder / "d.pdp", status=1)
    run("withdraw", "--seat", folder / "5.seat", "--descriptor", folder / "d.pdp", "--now", "2030-02-20", "--to", folder / "out2030-02", "--json")
    second = run_json(*collecting(folder, "2030-02", "2030-03-01"), "--release", folder / "2.pdd")
    expect("nothing is shown in February", second["items"] == [])
    run_json("verify", folder / "2.pdd", "--descriptor", folder / "d.pdp", "--after", folder / "1.pdd")
    refused("closed", "verify", folder / "1.pdd", "--descriptor", folder / "d.pdp", "--after", folder / "2.pdd", status=1)
    unknown = run_json("verify", folder / "2.pdd", "--descriptor", folder / "d.pdp")
    expect("an unknown past is said", unknown["past_unknown"] is True)


def check_bundle(folder):
    # Not a season of its own: January's files are still there.
    files = sorted((folder / "out2030-01").iterdir())
    one = run_json("bundle", *files, "--to", folder / "one.pdb")
    two = run_json("bundle", *reversed(files), folder / "one.pdb", folder / "d.pdp", "--to", folder / "two.pdb")
    expect("what is not a blob file is left out and said", (one["refused"], two["refused"]) == (0, 1) and two["warnings"])
    expect("order says nothing", (folder / "one.pdb").read_bytes() == (folder / "two.pdb").read_bytes())
    refused("not-found", "bundle", folder / "d.pdp", "--to", folder / "three.pdb")
    picked = run_json("bundle", *files, "--descriptor", folder / "d.pdp", "--period", "2030-02", "--to", folder / "x.pdb", status=3)
    expect("of another period there is nothing", picked["error"]["code"] == "not-found")


def check_combining():
    teams = []
    for name in ("North", "South", "West"):
        folder = make_season(name, periods=1)
        join_all(folder)
        for number in range(1, MEMBERS + 1):
            report(folder, number, "no-time" if number < 5 else "")
        run_json(*collecting(folder), "--release", folder / "1.pdd")
        teams.append((folder / "d.pdp", folder / "1.pdd"))
    base = ["combine", "--name", "Region", "--key", "region.key"]
    combined = run_json(*base, "--named-team", *teams[0], "--named-team", *teams[1], "--named-team", *teams[2], "--to", "region.pdr")
    expect("three teams", combined["teams"] == 3 and combined["items"] == [{"theme": "no-time", "at_least": 5, "named": ["North", "South", "West"]}])
    hidden = run_json(*base, "--team", *teams[0], "--team", *teams[1], "--team", *teams[2], "--to", "unnamed.pdr")
    expect("who did not agree is not named", hidden["items"][0]["named"] == [])
    expect("inspect says the same", run_json("inspect", "region.pdr")["items"] == combined["items"])
    refused("invalid", *base, "--team", *teams[0], "--team", *teams[1], "--to", "x.pdr")
    refused("invalid", *base, "--team", *teams[0], "--team", *teams[0], "--team", *teams[1], "--to", "x.pdr")


def check_next_season(folder):
    """The same people go on; then somebody else does in their name; then one device is both."""
    def season(name, keys, founder, pool=True, both=False):
        new = folder / name
        new.mkdir()
        run_json("offer", "--first", "2030-03", "--periods", 1, *(["--again", folder / "coach.key"] if keys else []), "--keys", new / "coach.key",
                 "--to", new / "offer.pdo")
        run_json("create", "--offer", new / "offer.pdo", "--name", "Ward 7", "--seats", 5, "--threshold", 5, "--theme", "tools", "--long-notes",
                 *(["--same-pool", folder / "d.pdp"] if pool else []), "--to", new / "plan.json")
        who = ["--collector-too", new / "coach.key"] if both else ["--founder", founder]
        run_json("deal", "--plan", new / "plan.json", "--offer", new / "offer.pdo", *who, "--to", new / "dealt")
        signed = run_json("sign", "--draft", new / "dealt/draft.pdp", "--keys", new / "coach.key", "--to", new / "d.pdp")
        joined = run_json("join", "--invite", new / "dealt/invitations/01.pdi", "--descriptor", new / "d.pdp", "--season", new / "dealt/season.pds",
                          "--last-season", folder / "d.pdp", "--to", new / "1.seat")
        return signed, " ".join(joined.get("warnings", []))

    _, warnings = season("next", True, folder / "founder.key")
    expect("nothing to warn of but the small team", "signing key" not in warnings and "another pool" not in warnings and "more than half" in warnings)
    _, warnings = season("other-coach", False, folder / "founder.key")
    expect("another coach is warned of", "another signing key" in warnings)
    _, warnings = season("other-founder", True, folder / "other.key")
    expect("another founder is warned of", "another signing key" in warnings)
    _, warnings = season("other-pool", True, folder / "founder.key", pool=False)
    expect("another pool is warned of", "another pool" in warnings)
    signed, warnings = season("both", True, None, both=True)
    expect("one device that is both shows", signed["one_device_is_both"] is True and "trusting the coach's word" in warnings)
    refused("invalid", "sign", "--draft", folder / "next/dealt/draft.pdp", "--keys", folder / "coach.key", "--to", folder / "x.pdp")
    refused("invalid", "create", "--offer", folder / "offer.pdo", "--name", "x", "--seats", 100, "--threshold", 50, "--to", folder / "x.json")
    plan = json.loads((folder / "plan.json").read_text(encoding="utf-8"))
    for change in ({"seats": 2}, {"seats": "5"}, {"extra": 1}, {"threshold": 300}, {"pool_id": "xy"}, {"themes": []}):
        (folder / "changed.json").write_text(json.dumps({**plan, **change}), encoding="utf-8")
        refused("damaged" if change not in ({"seats": 2}, {"themes": []}) else "invalid", "deal", "--plan", folder / "changed.json", "--offer",
                folder / "offer.pdo", "--founder", folder / "founder.key", "--to", folder / "x")
    refused("invalid", "deal", "--plan", folder / "plan.json", "--offer", folder / "next/offer.pdo", "--founder", folder / "founder.key", "--to",
            folder / "x")
    expect("nothing was dealt", not (folder / "x").exists())


def check_inspecting(folder):
    kinds = {"offer.pdo": "PDO1", "d.pdp": "PDP1", "dealt/draft.pdp": "PDP1", "dealt/season.pds": "PDS1", "one.pdb": "PDB1", "1.pdd": "PDD1",
             "dealt/invitations/01.pdi": "PDI1", "2.seat": "PDK1", "coach.key": "PDC1", "founder.key": "PDN1"}
    for name, kind in kinds.items():
        answer = run_json("inspect", folder / name, "--descriptor", folder / "d.pdp")
        expect(f"{name} is {kind}", answer["kind"] == kind)
    refused("not-our-file", "inspect", MANUAL)
    (folder / "newer").write_bytes(b"PDO1\x02" + bytes(100))
    refused("newer-version", "inspect", folder / "newer")
    refused("not-found", "inspect", folder / "nowhere")
    answer = subprocess.run([PROGRAM, "inspect", "-", "--json"], input=(folder / "offer.pdo").read_bytes(), capture_output=True, check=True)
    expect("a file from standard input", json.loads(answer.stdout)["kind"] == "PDO1")


def check_command_line():
    for wrong in ([], ["nothing"], ["offer"], ["offer", "--first", "2030-01", "--keys", "k", "--to", "o", "--colour"],
                  ["offer", "--first", "2030-1", "--keys", "k", "--to", "o"], ["offer", "--fir", "2030-01", "--keys", "k", "--to", "o"],
                  ["offer", "--first", "2030-01", "--first", "2030-02", "--keys", "k", "--to", "o"],
                  ["offer", "--first", "2030-01", "--periods", "7", "--keys", "k", "--to", "o"],
                  ["offer", "--first", "2030-01", "--periods", "3x", "--keys", "k", "--to", "o"], ["inspect", "a", "b"],
                  ["simulate", "--seats", "2"], ["simulate", "--attacks=no"]):
        refused("usage", *wrong, status=2)
    expect("nothing was made", not os.path.exists("k") and not os.path.exists("o"))
    expect("a version", re.fullmatch(r"pennydrop-pool \d+\.\d+\.\d+\n", run("--version")))
    for command in COMMANDS:
        expect(f"{command} is in the help", re.search(rf"^  {command} ", run("--help"), re.M))


def check_libraries():
    needed = subprocess.run(["ldd", PROGRAM], capture_output=True, text=True, check=True).stdout
    expect("the program needs no Qt and no display", not re.search(r"libQt|libX11|libwayland|libGL", needed))


def check_manual():
    warned = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", MANUAL], capture_output=True, text=True,
                            env={**os.environ, "LC_ALL": "C.UTF-8", "MANROFFSEQ": "", "MANWIDTH": "80"})
    expect(f"the manual is clean: {warned.stderr}", warned.returncode == 0 and warned.stderr == "")
    source = pathlib.Path(MANUAL).read_text(encoding="utf-8")
    sections = dict(re.findall(r"^\.SS (\S+)\n(.*?)(?=^\.S[SH])", source, re.M | re.S))
    expect("a section for each command", list(sections) == COMMANDS)
    for command in COMMANDS:
        options = set(re.findall(r"^ +(?:-h,)?(--[a-z-]+)", run(command, "--help"), re.M)) - {"--help", "--json"}
        told = {option.replace("\\-", "-") for option in re.findall(r"^\.BI? (\\-\\-[a-z\\-]+)", sections[command], re.M)}
        if command == "withdraw":
            told = options if "Its options are those of" in sections[command] else set()
        expect(f"the manual has the options of {command}: {options ^ told}", options == told)
    expect("all exit statuses", all(f".B {status}\n" in source for status in range(4)))


def main():
    folder = pathlib.Path(sys.argv[2])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    os.chdir(folder)
    os.umask(0o022)
    check_command_line()
    check_manual()
    check_libraries()
    team = make_season("Ward 7")
    secrets = check_slips(team)
    check_joining(team)
    join_all(team)
    printed_before = len(printed)
    check_season(team)
    check_bundle(team)
    check_inspecting(team)
    check_next_season(team)
    check_combining()
    secrets |= {path.read_bytes()[12:44].hex() for path in pathlib.Path().rglob("coach.key")}
    secrets |= {path.read_bytes()[8:40].hex() for path in pathlib.Path().rglob("founder.key")}
    everything = "".join(printed[printed_before:]).lower()
    expect("no secret is printed unasked", not any(secret.lower() in everything for secret in secrets))
    for path in pathlib.Path().rglob("*"):
        if path.suffix in (".key", ".seat", ".pdi") and path.name != "loose.pdi":
            expect(f"{path} is private", mode(path) == 0o600)
    left = [path for path in pathlib.Path().rglob("*") if re.search(r"\.[0-9a-f]{16}$", path.name)]
    expect(f"no half-written file is left: {left}", not left)
    simulated = run_json("simulate", "--seats", 7, "--periods", 2, "--seed", 5)
    expect("seasons go right", all(period["wrong"] == 0 and period["verified"] == 7 for period in simulated["periods"]))
    print(f"{len(printed)} runs, as promised")


if __name__ == "__main__":
    main()
