#!/usr/bin/env python3
# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Plants one small fault in each of N source files and tells which test catches it.

    Tests/Tools/planted_faults.py --copy /tmp/copy --seed 7 --count 20

The package is copied to --copy, or brought up to date there, and built; the sources at hand are
never touched. In the copy, files of `Sources` are picked by the seed. Each gets one fault: `<` for
`<=`, `+` for `-`, `true` for `false`, a number one larger, a negation less, or a function that
returns an empty value at once. Then the unit tests and those of the examples run, and when they pass, every test. The
file is restored before the next one. A fault that does not compile counts for nothing: another one is tried.

The last line says how many were caught; the status is 0 when at least --least were.
"""

import argparse
import pathlib
import random
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
# A change of a line of code: what it is called, what it finds, what it puts there.
CHANGES = [
    ("< becomes <=", re.compile(r"(?<= )<(?= )"), lambda m: "<="),
    ("<= becomes <", re.compile(r"(?<= )<=(?= )"), lambda m: "<"),
    ("> becomes >=", re.compile(r"(?<= )>(?= )"), lambda m: ">="),
    (">= becomes >", re.compile(r"(?<= )>=(?= )"), lambda m: ">"),
    ("== becomes !=", re.compile(r"(?<= )==(?= )"), lambda m: "!="),
    ("+ becomes -", re.compile(r"(?<= )\+(?= )"), lambda m: "-"),
    ("- becomes +", re.compile(r"(?<= )-(?= )"), lambda m: "+"),
    ("&& becomes ||", re.compile(r"(?<= )&&(?= )"), lambda m: "||"),
    ("|| becomes &&", re.compile(r"(?<= )\|\|(?= )"), lambda m: "&&"),
    ("true becomes false", re.compile(r"\btrue\b"), lambda m: "false"),
    ("false becomes true", re.compile(r"\bfalse\b"), lambda m: "true"),
    ("a number is one larger", re.compile(r"(?<![\w.\"$])\d{1,6}(?![\w.\"])"),
     lambda m: str(int(m[0]) + 1)),
    ("a negation is dropped", re.compile(r"(?<=[\s(\[])!(?=[a-zA-Z(])"), lambda m: ""),
]
# A function whose value can be empty; the fault returns that value at once.
EMPTY = [
    (re.compile(r"-> \[[^\]]+\] \{$"), "[]"),
    (re.compile(r"-> String \{$"), '""'),
    (re.compile(r"-> Bool \{$"), "false"),
    (re.compile(r"-> Int \{$"), "0"),
    (re.compile(r"-> [A-Z]\w*\? \{$"), "nil"),
]
UNITS = ["Markup", "DecisionAnalysis", "EvidencePack", "Documents", "DecisionAid", "Interview",
         "ProblemAnalysis", "RecordAudit", "AuditLedger", "FileStore"]


def code_lines(text):
    """The numbers of the lines that are code, and no comment, text or attribute."""
    quoted = False
    for number, line in enumerate(text.split("\n")):
        was = quoted
        if line.count('"""') % 2:
            quoted = not quoted
        bare = line.strip()
        if was or quoted or not bare or bare.startswith(("//", "import ", "@", '"')):
            continue
        yield number, line


def faults(text):
    """Every fault that a file can have: the line, its name, and the text with it."""
    lines = text.split("\n")
    for number, line in code_lines(text):
        # What stands in quotes is for people.
        masked = re.sub(r'"(?:\\.|[^"\\])*"', lambda m: '"' + "_" * (len(m[0]) - 2) + '"', line)
        masked = masked.split(" // ")[0]
        for name, pattern, put in CHANGES:
            for match in pattern.finditer(masked):
                new = line[: match.start()] + put(match) + line[match.end():]
                yield number + 1, name, "\n".join(lines[:number] + [new] + lines[number + 1:])
        for pattern, value in EMPTY:
            if pattern.search(masked) and " func " in f" {masked}":
                early = f"if CommandLine.argc >= 0 {{ return {value} }}"
                yield (number + 1, f"returns {value} at once",
                       "\n".join(lines[: number + 1] + [early] + lines[number + 1:]))


def run(command, folder, log):
    with open(log, "w") as out:
        return subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=out,
                              stderr=subprocess.STDOUT).returncode


def first_failure(log):
    """The first test that a log says failed."""
    text = pathlib.Path(log).read_text(errors="replace")
    found = re.search(r"^✘ Test (.*?) recorded an issue(?: with .*?)? at (\w+)\.swift", text, re.M)
    return f"{found[2]}: {found[1]}" if found else "the run ended early"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--copy", required=True, type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--least", type=int, default=19)
    parser.add_argument("--tries", type=int, default=6, help="faults tried for a file")
    parser.add_argument("--units-only", action="store_true", help="never run every test")
    options = parser.parse_args()
    copy = options.copy.resolve()
    if copy == ROOT or ROOT in copy.parents:
        parser.error("the copy lies outside of the package")
    copy.mkdir(parents=True, exist_ok=True)
    # What git knows of, with its changes; a build that is there stays.
    names = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                           cwd=ROOT, check=True, capture_output=True).stdout.decode().split("\0")
    kept = {name for name in names if name and (ROOT / name).is_file()}
    for top in ("Sources", "Tests"):
        for path in (copy / top).rglob("*"):
            if path.is_file() and str(path.relative_to(copy)) not in kept:
                path.unlink()
    for name in sorted(kept):
        target = copy / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.is_file() or target.read_bytes() != (ROOT / name).read_bytes():
            shutil.copy2(ROOT / name, target)
    for tools in (".build/test-venv",):
        if (ROOT / tools).is_dir() and not (copy / tools).exists():
            (copy / tools).parent.mkdir(parents=True, exist_ok=True)
            (copy / tools).symlink_to(ROOT / tools)
    log = copy / ".build/planted.log"
    log.parent.mkdir(exist_ok=True)
    build = ["swift", "build", "--build-tests", "-Xswiftc", "-O"]
    test = ["swift", "test", "--skip-build"]
    # The examples are quick, and hold every byte of every sample.
    units = test + ["--filter", f"^(({'|'.join(UNITS)})Tests|EndToEndTests\\.GoldenTests)[./]"]
    if run(build, copy, log) != 0:
        sys.exit(f"the copy does not build: {log}")
    if run(units, copy, log) != 0:
        sys.exit(f"the tests of the copy fail without any fault: {first_failure(log)}: {log}")

    chance = random.Random(options.seed)
    files = sorted(path for path in (copy / "Sources").rglob("*.swift"))
    chance.shuffle(files)
    rows = []
    print(f"{'place':<64} {'fault':<28} caught by", flush=True)
    for path in files:
        if len(rows) == options.count:
            break
        original = path.read_text()
        possible = list(faults(original))
        chance.shuffle(possible)
        for line, name, text in possible[: options.tries]:
            try:
                path.write_text(text)
                if run(build, copy, log) != 0:
                    continue
                caught = ""
                if run(units, copy, log) != 0:
                    caught = first_failure(log)
                elif not options.units_only and run(test, copy, log) != 0:
                    caught = first_failure(log)
            finally:
                path.write_text(original)
            place = f"{path.relative_to(copy / 'Sources')}:{line}"
            rows.append(caught)
            print(f"{place:<64} {name:<28} {caught or 'NOT CAUGHT'}", flush=True)
            break
    caught = sum(1 for row in rows if row)
    print(f"{caught} of {len(rows)} faults were caught", flush=True)
    sys.exit(0 if caught >= min(options.least, len(rows)) and rows else 1)


if __name__ == "__main__":
    main()
