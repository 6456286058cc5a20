#!/usr/bin/env python3
# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Measures what the audit costs, each beside its peer in the same run.

  ledger     a batch with the ledger beside the same batch without it
  stream     export and verify of a ledger with many rows: time and peak memory
  artefacts  audit verify of all documents beside sha256sum over the same files

Build first: swift build -c release
"""

import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / ".build/release"


def run(command, **options):
    """Seconds and peak memory (MB) of a command, which has to succeed."""
    begin = time.monotonic()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, **options)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - begin
    if status != 0:
        sys.exit(f"failed with {status}: {command}")
    return seconds, usage.ru_maxrss / 1024


def profiles(folder, count):
    """Made-up profiles: the samples under new pseudonyms."""
    samples = sorted((ROOT / "Profiles").glob("*.xml"))
    folder.mkdir()
    for number in range(count):
        sample = samples[number % len(samples)]
        text = sample.read_text(encoding="utf-8")
        text = text.replace(f'id="{sample.stem}"', f'id="p-{number:06}"', 1)
        (folder / f"{number:06}.xml").write_text(text, encoding="utf-8")


def ledger(scratch, count, repeats):
    source = scratch / "profiles"
    profiles(source, count)
    base = [BUILD / "decision-aid", "generate", source, "--date", "2026-11-26"]
    times = {"off": [], "on": []}
    for turn in range(repeats):
        # In turns, so that a slow moment of the machine meets both.
        for name in ("off", "on") if turn % 2 == 0 else ("on", "off"):
            target = scratch / f"out-{name}-{turn}"
            extra = ["--no-ledger"] if name == "off" else []
            times[name].append(run(base + ["--output", target] + extra)[0])
            if turn > 0 or name == "off":
                shutil.rmtree(target)
    off, on = (statistics.median(times[name]) for name in ("off", "on"))
    print(f"ledger: batch of {count}, median of {repeats}: off {off:.2f} s, on {on:.2f} s, "
          f"cost {100 * (on / off - 1):.1f} % (limit 20 %)")
    return scratch / "out-on-0"


def stream(scratch, rows):
    file = scratch / "many.sqlite"
    filling, memory = run([BUILD / "ledger-benchmark", file, rows])
    print(f"stream: appended {rows} rows in {filling:.1f} s ({rows / filling:.0f} rows/s, {memory:.0f} MB)")
    program = BUILD / "decision-aid"
    for name, command in [
        ("verify ledger", ["audit", "verify", "--ledger", file, "--no-artefacts"]),
        ("export", ["audit", "export", "--ledger", file, "--output", scratch / "many.xml"]),
        ("verify export", ["audit", "verify", scratch / "many.xml"]),
    ]:
        seconds, memory = run([program] + command)
        print(f"stream: {name}: {rows / seconds:.0f} rows/s, peak {memory:.0f} MB (limit 100 MB)")
    print(f"stream: export has {(scratch / 'many.xml').stat().st_size / 1e6:.0f} MB")


def artefacts(output, repeats):
    files = sorted(str(path) for path in output.glob("*/*") if path.is_file())
    total = sum(pathlib.Path(file).stat().st_size for file in files)
    listing = "\0".join(files)
    ours, theirs, bare = [], [], []
    for _ in range(repeats):
        verify = [BUILD / "decision-aid", "audit", "verify", "--ledger", output / "ledger.sqlite"]
        ours.append(run(verify)[0])
        bare.append(run(verify + ["--no-artefacts"])[0])
        begin = time.monotonic()
        subprocess.run(["xargs", "-0", "sha256sum"], input=listing, text=True, check=True, stdout=subprocess.DEVNULL)
        theirs.append(time.monotonic() - begin)
    our, their = statistics.median(ours), statistics.median(theirs)
    print(f"artefacts: {len(files)} files, {total / 1e6:.0f} MB: audit verify {our:.2f} s (of these the rows "
          f"{statistics.median(bare):.2f} s), sha256sum {their:.2f} s; speed {their / our:.2f} of sha256sum's (limit 0.5)")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--profiles", type=int, default=2000)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--repeats", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="decision-aid-audit-") as name:
        scratch = pathlib.Path(name)
        output = ledger(scratch, options.profiles, options.repeats)
        artefacts(output, options.repeats)
        stream(scratch, options.rows)


if __name__ == "__main__":
    main()
