# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Runs the executable simulation-benchmark and reads what it prints."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def program(path=None):
    """The release build, which is made when it is missing."""
    path = path or ROOT / ".build" / "release" / "simulation-benchmark"
    if not path.exists():
        subprocess.run(["swift", "build", "-c", "release", "--product", "simulation-benchmark"], cwd=ROOT, check=True)
    return path.resolve()


def output(command, text):
    done = subprocess.run(command, input=text, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{command}: {done.stderr[-2000:]}")
    return done.stdout


def results(program, text):
    """The results in order, each as lists of numbers by name."""
    found = []
    for line in output([program], text).splitlines():
        name, *rest = line.split()
        if name == "result":
            found.append({"id": rest[0], "method": " ".join(rest[1:])})
        elif name == "end":
            pass
        elif name in ("totals", "weights", "confidence", "entropy"):
            found[-1][name] = list(map(float, rest))
        else:
            found[-1].setdefault(name, []).append(list(map(float, rest)))
    return found
